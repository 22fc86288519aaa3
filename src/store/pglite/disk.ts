import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** Puts a file's content and everything about it on disk. */
export function syncFile(path: string): void {
  withDescriptor(path, fsyncSync);
}

/** Puts a file's content on disk, with its length but not its times: what the log needs. */
export function syncContent(path: string): void {
  withDescriptor(path, fdatasyncSync);
}

/** Puts a directory's list of names on disk. Windows offers no way to ask for this, so there it does nothing. */
export function syncNames(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts every file and directory below `path`, and `path` itself, on disk; many at once, as file systems then write them together. */
export async function syncTree(path: string): Promise<void> {
  const entries = readdirSync(path, { withFileTypes: true });
  const synced = entries.map((entry) => {
    const below = join(path, entry.name);
    return entry.isDirectory() ? syncTree(below) : syncFileSoon(below);
  });
  await Promise.all(synced);
  syncNames(path);
}

async function syncFileSoon(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows flushes only through a descriptor that may write, hence `r+`. */
function withDescriptor(path: string, sync: (descriptor: number) => void): void {
  const descriptor = openSync(path, 'r+');
  try {
    sync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
