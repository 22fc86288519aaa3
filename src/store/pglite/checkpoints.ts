import { setImmediate } from 'node:timers/promises';
import { type PGlite, protocol } from '@electric-sql/pglite';

/**
 * Checkpoints made between messages whenever the log has grown by `everyBytes`.
 *
 * PostgreSQL's own come from a background process, which PGlite does not have: without these the log
 * grows until the database is closed, and a start after a crash replays all of it.
 */
export class Checkpoints {
  readonly #pglite: PGlite;
  readonly #logBytes: () => number;
  readonly #everyBytes: number;
  #running: Promise<void> | undefined;

  /** `logBytes` tells how much log was written since the last checkpoint. */
  constructor(pglite: PGlite, logBytes: () => number, everyBytes: number) {
    this.#pglite = pglite;
    this.#logBytes = logBytes;
    this.#everyBytes = everyBytes;
  }

  /** Starts a checkpoint if one is due and none is running; the answer to the message at hand goes out first. */
  consider(): void {
    if (this.#running || this.#logBytes() < this.#everyBytes) return;
    this.#running = this.#checkpoint().finally(() => (this.#running = undefined));
  }

  /** Settles when no checkpoint is running. */
  async finished(): Promise<void> {
    await this.#running;
  }

  /**
   * Inside somebody's transaction it would run in their role and its failure would be theirs, so it is left
   * out there; the end of that transaction considers it again. A failed checkpoint harms nothing:
   * the log is kept, and the next message tries again.
   */
  async #checkpoint(): Promise<void> {
    await setImmediate();
    try {
      await this.#pglite.runExclusive(async () => {
        if (!this.#pglite.isInTransaction())
          await this.#pglite.execProtocol(protocol.serialize.query('checkpoint'), { syncToFs: false });
      });
    } catch {
      // Either the database is being closed, which checkpoints, or the disk is full, which every write is told.
    }
  }
}
