import { PGlite } from '@electric-sql/pglite';
import { Checkpoints } from './checkpoints.ts';
import { dataDirectory } from './data-directory.ts';
import { checkSpace, DiskFull } from './disk-space.ts';
import { DurableFs } from './durable-fs.ts';
import { type FolderLock, type FolderRefusal, lockFolder } from './folder-lock.ts';
import { checkpointEvery, initParameters, startParameters } from './settings.ts';
import { StoreStopped, stopWhenDead } from './store-stopped.ts';

export { DiskFull, StoreStopped };

/**
 * An embedded PostgreSQL on the folder `dir` or in memory, where a new one starts from the seed `from`
 * if there is one (seed.ts) and takes seconds otherwise.
 *
 * Throws `FolderInUse` when somebody has the folder open, and `DiskFull` when there is no room for a new one.
 * Close it: an open one keeps the process alive.
 */
export function openPglite(place: PglitePlace): Promise<OpenPglite> {
  return 'memory' in place ? openMemory(place.from) : openFolder(place.dir, place.from);
}

/** Where the database is kept; `memory` is for tests and forgets everything. */
export type PglitePlace =
  | { readonly dir: string; readonly from?: Blob }
  | { readonly memory: true; readonly from?: Blob };

/** An open embedded database. */
export type OpenPglite = {
  readonly kind: 'folder' | 'memory';
  readonly pglite: PGlite;
  /** Puts all committed rows on disk; throws when the disk refuses. Must return before a write is acknowledged. */
  readonly syncLog: () => void;
  /** Throws `DiskFull` when there is too little room to begin a write. */
  readonly checkSpace: () => void;
  /** Closes the database and lets the next opener in. */
  readonly close: () => Promise<void>;
};

/** Thrown to a second opener; `refusal` names the folder and, when known, who holds it since when. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  readonly refusal: FolderRefusal;

  constructor(refusal: FolderRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

async function openMemory(from: Blob | undefined): Promise<OpenPglite> {
  const start = from ? { loadDataDir: from } : { initDbStartParams: [...initParameters] };
  const pglite = await PGlite.create({ startParams: startParameters(), ...start });
  stopWhenDead(pglite, () => false);
  return { kind: 'memory', pglite, syncLog: () => {}, checkSpace: () => {}, close: () => pglite.close() };
}

async function openFolder(dir: string, from: Blob | undefined): Promise<OpenPglite> {
  const lock = lockFolder(dir);
  if ('refused' in lock) throw new FolderInUse(lock);
  try {
    return await openLocked(lock, await dataDirectory(lock.folder, from));
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openLocked(lock: FolderLock, directory: string): Promise<OpenPglite> {
  const watch: { onMessage?: () => void } = {};
  const fs = new DurableFs(directory, watch);
  const pglite = await PGlite.create({ fs, startParams: startParameters() });
  const checkpoints = new Checkpoints(pglite, () => fs.logBytes, checkpointEvery);
  watch.onMessage = () => checkpoints.consider();
  const stopped = stopWhenDead(pglite, () => fs.spaceRanOut);
  return {
    kind: 'folder',
    pglite,
    syncLog: () => fs.syncLog(),
    checkSpace: () => checkSpace(lock.folder),
    close: async () => {
      try {
        await checkpoints.finished();
        await (stopped() ? fs.abandon() : pglite.close());
      } finally {
        lock.release();
      }
    },
  };
}
