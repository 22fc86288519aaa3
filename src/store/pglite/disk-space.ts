import { statfsSync } from 'node:fs';

/**
 * Throws `DiskFull` when the disk that holds `folder` has less than `reserve` bytes left for this user.
 * Asked before each write, so that writers are refused while PostgreSQL still has room to finish what it began.
 */
export function checkSpace(folder: string, reserve: number = spaceReserve): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < reserve) throw new DiskFull(folder, free, reserve);
}

/** Thrown instead of writing to a disk that is nearly full; `free` and `needed` are bytes. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
  readonly reason = 'diskFull';
  readonly folder: string;
  readonly free: number;
  readonly needed: number;

  constructor(folder: string, free: number, needed: number) {
    super(
      `The disk that holds ${folder} is nearly full: ${mebibytes(free)} MB free, ${mebibytes(needed)} MB needed. Nothing was written.`,
    );
    this.folder = folder;
    this.free = free;
    this.needed = needed;
  }
}

/** Two of our checkpoint distances (checkpoints.ts): the log can grow by one while the other is written out. */
export const spaceReserve = 64 * 1024 * 1024;

const mebibytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
