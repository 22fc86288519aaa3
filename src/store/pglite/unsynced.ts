import { dirname } from 'node:path';
import { syncContent, syncFile, syncNames } from './disk.ts';

/**
 * The host files and directories that were changed and not yet put on disk.
 * Paths are absolute host paths; a directory counts as changed when a name in it came, went or moved.
 */
export class Unsynced {
  readonly #files = new Set<string>();
  readonly #directories = new Set<string>();
  readonly #onSync: (path: string) => void;

  /** `onSync` hears of every path put on disk, in order. */
  constructor(onSync: (path: string) => void = () => {}) {
    this.#onSync = onSync;
  }

  /** A file's content or length changed. */
  wrote(file: string): void {
    this.#files.add(file);
  }

  /** A name appeared. */
  made(path: string): void {
    this.#directories.add(dirname(path));
  }

  /** A name went away, and with it any need to keep what it held. */
  removed(path: string): void {
    this.#files.delete(path);
    this.#directories.delete(path);
    this.#directories.add(dirname(path));
  }

  /** A name moved; what was changed below it moves along. */
  moved(from: string, to: string): void {
    for (const changed of [this.#files, this.#directories]) {
      for (const path of changed) {
        if (path !== from && !path.startsWith(`${from}/`)) continue;
        changed.delete(path);
        changed.add(to + path.slice(from.length));
      }
    }
    this.#directories.add(dirname(from)).add(dirname(to));
  }

  /** Someone else put this path on disk. */
  synced(path: string): void {
    this.#files.delete(path);
    this.#directories.delete(path);
    this.#onSync(path);
  }

  /** Puts one file on disk if it changed. */
  syncFile(path: string): void {
    if (!this.#files.has(path)) return;
    syncFile(path);
    this.synced(path);
  }

  /** Puts what changed in one directory, files first, on disk; directories below it are not looked into. */
  syncDirectory(directory: string): void {
    for (const file of this.#files) {
      if (dirname(file) !== directory) continue;
      syncContent(file);
      this.synced(file);
    }
    if (!this.#directories.has(directory)) return;
    syncNames(directory);
    this.synced(directory);
  }

  /** Puts all that changed on disk, files before directories, except the one file named. */
  syncAllBut(exception: string): void {
    for (const file of this.#files) if (file !== exception) this.syncFile(file);
    for (const directory of this.#directories) {
      syncNames(directory);
      this.synced(directory);
    }
  }
}
