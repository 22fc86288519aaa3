import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why disks in files cannot be mounted here, or `undefined` when they can. */
export function whyNoLoopMounts(): string | undefined {
  const dir = diskFolder();
  try {
    const disk = makeDisk(join(dir, 'image'), 8);
    mount(disk, join(dir, 'mounted'));
    unmount(join(dir, 'mounted'));
    return undefined;
  } catch (error) {
    return `loop mounts are not possible here (they need Linux, root, mkfs.ext4 and loop devices): ${String(error).split('\n')[0]}`;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Makes a folder for disks, in memory where there is a gigabyte of it: as true a test, and many times as fast. */
export function diskFolder(): string {
  const roomy = existsSync('/dev/shm') && statfsSync('/dev/shm').bavail * statfsSync('/dev/shm').bsize > 2 ** 30;
  return mkdtempSync(join(roomy ? '/dev/shm' : tmpdir(), 'parley-disks-'));
}

/** Makes an empty ext4 disk of some megabytes in the file `image`, which it gives back. */
export function makeDisk(image: string, megabytes: number): string {
  run('truncate', '-s', `${megabytes}M`, image);
  run('mkfs.ext4', '-q', '-m', '0', image);
  return image;
}

/** Mounts a disk at `at`, which is made if need be. */
export function mount(image: string, at: string): void {
  mkdirSync(at, { recursive: true });
  run('mount', '-o', 'loop', image, at);
}

/** Unmounts what is mounted at `at`; told so, even where a store that would not open still holds files on it. */
export function unmount(at: string, busy?: 'even if it is in use'): void {
  run('umount', ...(busy === undefined ? [] : ['--lazy']), at);
}

/** Copies a disk as it is at this moment: what the file system above has not put on it is not in the copy. */
export function copyDisk(from: string, to: string): void {
  run('cp', '--sparse=always', from, to);
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
