import type { PGlite } from '@electric-sql/pglite';

/**
 * Makes a PGlite refuse every query once its PostgreSQL has ended itself; gives a function that
 * tells whether it has.
 *
 * PostgreSQL ends itself when it cannot keep its promises, for instance when its log cannot grow.
 * PGlite (0.5.16) does not notice: the next query asks the dead program for an answer, for ever, on
 * the caller's thread. Here the first exception that is not PostgreSQL's ordinary error handling ends
 * the loop, and the shutdown checkpoint of a later `close` is left out: what is in memory can no longer be trusted.
 */
export function stopWhenDead(pglite: PGlite, isDiskFull: () => boolean): () => StoreStopped | undefined {
  const program = pglite.Module as unknown as Program;
  const step = program[entry.step];
  let stopped: StoreStopped | undefined;
  program[entry.step] = () => {
    try {
      step();
    } catch (error) {
      if (!isOrdinary(error)) stop(error);
      throw error;
    }
  };
  return () => stopped;

  /** PGlite swallows what the step throws, but not what it calls to clean up after it. */
  function stop(cause: unknown): void {
    const refusal = new StoreStopped(isDiskFull() ? 'diskFull' : 'ended', cause);
    stopped = refusal;
    const refuse = () => {
      throw refusal;
    };
    program[entry.unwind] = refuse;
    program[entry.step] = refuse;
    program[entry.answer] = refuse;
    program[entry.shutDown] = () => {};
  }
}

/**
 * Thrown by every query after PostgreSQL ended itself. Nothing acknowledged is lost: open the folder again.
 * `code` is PostgreSQL's: 53100 for a full disk, 57P02 otherwise.
 */
export class StoreStopped extends Error {
  override readonly name = 'StoreStopped';
  readonly reason: 'diskFull' | 'ended';
  readonly code: '53100' | '57P02';

  constructor(reason: 'diskFull' | 'ended', cause: unknown) {
    const why = reason === 'diskFull' ? 'because the disk is full' : 'after an error it could not handle';
    super(`The embedded database has stopped ${why}. What was acknowledged is safe; start again to continue.`, {
      cause,
    });
    this.reason = reason;
    this.code = reason === 'diskFull' ? '53100' : '57P02';
  }
}

/** Whether this is how PGlite's build of PostgreSQL unwinds after a failed query: an exit with status 100. */
function isOrdinary(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 100;
}

/** The entries into PGlite's program that matter here; PGlite looks each up afresh on every call. */
const entry = {
  step: '_PostgresMainLoopOnce',
  unwind: 'stackRestore',
  answer: '_PostgresSendReadyForQueryIfNecessary',
  shutDown: '_pgl_run_atexit_funcs',
} as const;

type Program = { [name in (typeof entry)[keyof typeof entry]]: () => void };
