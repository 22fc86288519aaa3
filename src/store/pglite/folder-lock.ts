import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { loadSqlite } from './quiet-sqlite.ts';

/**
 * An exclusive hold on `dir`, or the refusal that names who holds it.
 *
 * The hold is an exclusive SQLite transaction on `dir/lock`. The operating system drops it when the
 * process ends, however it ends, so it can neither be left behind nor need to be stolen.
 *
 * Trap: on POSIX systems, closing any other descriptor of `dir/lock` in this process drops the hold.
 * Nothing may open that file; a backup copies what lies beside it, never the file itself.
 */
export function lockFolder(dir: string): FolderLock | FolderRefusal {
  const folder = resolve(dir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new (loadSqlite())(join(folder, 'lock'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    return refusal(folder, readHolder(folder));
  }
  holds.add(database);
  writeHolder(folder, { pid: process.pid, host: hostname(), since: new Date().toISOString() });
  return {
    folder,
    release: () => {
      if (!holds.delete(database)) return;
      rmSync(holderFile(folder), { force: true });
      database.close();
    },
  };
}

/** A hold on a folder; `release` lets the next opener in, and does nothing the second time. */
export type FolderLock = { readonly folder: string; release(): void };

/** The refusal given to a second opener; `heldBy` is absent when the holder left no readable note. */
export type FolderRefusal = {
  readonly refused: 'folderInUse';
  readonly folder: string;
  readonly heldBy?: Holder;
  readonly message: string;
};

/** What a holder notes about itself; `since` is an ISO time. Only ever shown, never decided upon. */
export type Holder = { readonly pid: number; readonly host: string; readonly since: string };

/** Keeps each open hold reachable: a collected connection would close and drop its lock. */
const holds = new Set<DatabaseSync>();

const holderFile = (folder: string) => join(folder, 'lock.holder.json');

function refusal(folder: string, heldBy: Holder | undefined): FolderRefusal {
  const by = heldBy && `${describeProcess(heldBy)} since ${heldBy.since}`;
  const message = `The folder ${folder} is already in use${by ? ` by ${by}` : ' by another process'}. Nothing was changed.`;
  return { refused: 'folderInUse', folder, ...(heldBy && { heldBy }), message };
}

function describeProcess({ pid, host }: Holder): string {
  if (host !== hostname()) return `process ${pid} on ${host}`;
  return pid === process.pid ? `this same process (${pid})` : `process ${pid}`;
}

/** The holder's note, or `undefined` when there is none: a holder may not have written it yet. */
function readHolder(folder: string): Holder | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(holderFile(folder), 'utf8'));
    return isHolder(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(note: unknown): note is Holder {
  if (typeof note !== 'object' || note === null) return false;
  const { pid, host, since } = note as Partial<Record<keyof Holder, unknown>>;
  return typeof pid === 'number' && typeof host === 'string' && typeof since === 'string';
}

function writeHolder(folder: string, holder: Holder): void {
  writeFileSync(holderFile(folder), `${JSON.stringify(holder)}\n`, { mode: 0o600 });
}

/** SQLite's result codes SQLITE_BUSY (5) and SQLITE_LOCKED (6), whatever their extension. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  const code = Number(error.errcode) & 0xff;
  return code === 5 || code === 6;
}
