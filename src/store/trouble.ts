import { DiskFull } from './pglite/open.ts';

export type TroubleReason = 'diskFull' | 'connectionLost';

/** The store cannot do what was asked just now, and nothing of it was recorded: the disk is full, or the database does not answer. */
export class Trouble extends Error {
  readonly reason: TroubleReason;
  constructor(reason: TroubleReason, cause: unknown) {
    super(sentences[reason], { cause });
    this.name = 'Trouble';
    this.reason = reason;
  }
}

const sentences: Record<TroubleReason, string> = {
  diskFull: 'The disk is full. Nothing was recorded; free some space and send it again.',
  connectionLost:
    'The database does not answer. What you sent may not have been recorded; send it again, it will be recorded only once.',
};

/** The error as a `Trouble` where it is one that an operator can mend, else as it is. */
export function asTrouble(error: unknown): unknown {
  if (error instanceof Trouble) return error;
  if (error instanceof DiskFull) return new Trouble('diskFull', error);
  const code = codeOf(error);
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return new Trouble('diskFull', error);
  if (/^(08|57P0)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code))
    return new Trouble('connectionLost', error);
  return /Connection terminated|timeout exceeded when trying to connect/.test(String(error))
    ? new Trouble('connectionLost', error)
    : error;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : 'cause' in error ? codeOf(error.cause) : '';
}
