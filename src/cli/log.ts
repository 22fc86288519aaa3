import { pino, type Logger } from 'pino';
import type { Io } from './io.ts';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The program's log: JSON lines beside the answers, of the level in PARLEY_LOG. Nothing that anybody entered is written there. */
export function logTo({ env, err }: Io): Logger {
  const level = levels.find((known) => known === env['PARLEY_LOG']) ?? 'warn';
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line) => err(line.trimEnd()) },
  );
}
