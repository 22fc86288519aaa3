import { closeSync, fsyncSync, openSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSeed, writeSeed } from '../../../src/store/pglite/seed.ts';
import { copyDisk, diskFolder, makeDisk, mount, unmount, whyNoLoopMounts } from './loop-disk.ts';
import { losses } from './losses.ts';
import { startWriter } from './writing.ts';

/*
 * A power cut, as near as it can be had without one: the store lives on a disk in a file. The writer is stopped in the
 * middle of what it does and the file is copied. The copy holds what was put on the disk and nothing that was
 * still in the memory of the file system. It does not show a drive that lies about its own cache.
 */
const cuts = 24;
const firstStartCuts = 6;
const reason = whyNoLoopMounts();
if (reason !== undefined) console.log(`power cuts are left out: ${reason}`);

let dir = '';
beforeAll(async () => {
  dir = diskFolder();
  if (reason === undefined) await writeSeed(join(dir, 'seed.tar.gz'), await makeSeed());
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.skipIf(reason !== undefined)(
  `nothing acknowledged is lost in ${cuts} power cuts, one after the other`,
  async () => {
    let disk = makeDisk(join(dir, 'disk0'), 600);
    const acknowledged = new Map<string, number>();
    for (let cut = 1; cut <= cuts; cut++) {
      const run = String(cut);
      // Every sixth falls into the start and its recovery, the others somewhere in the writing.
      const [from, milliseconds] =
        cut % 6 === 0
          ? (['start', 200 + Math.random() * 600] as const)
          : (['ready', 500 + Math.random() * 5000] as const);
      const next = join(dir, `disk${cut}`);
      acknowledged.set(run, await cutPower({ disk, next, run, from, milliseconds, writesBack: cut % 2 === 1 }));
      rmSync(disk);
      disk = next;
      expect(await losses(disk, dir, acknowledged)).toEqual([]);
    }
    rmSync(disk);
    const total = [...acknowledged.values()].reduce((sum, count) => sum + count, 0);
    console.log(`power cuts: ${cuts}, transactions acknowledged: ${total}, lost: 0, torn: 0`);
    expect(total).toBeGreaterThan(cuts * 10);
  },
);

test.skipIf(reason !== undefined)(
  `${firstStartCuts} power cuts during a first start leave a folder that opens`,
  async () => {
    for (let cut = 1; cut <= firstStartCuts; cut++) {
      const disk = makeDisk(join(dir, 'first'), 200);
      const next = join(dir, 'next');
      const milliseconds = 200 + cut * 120 + Math.random() * 100;
      const count = await cutPower({
        disk,
        next,
        run: 'first',
        from: 'start',
        milliseconds,
        writesBack: cut % 2 === 1,
      });
      expect(await losses(next, dir, new Map([['first', count]]))).toEqual([]);
      rmSync(disk);
      rmSync(next);
    }
  },
);

test.skipIf(reason !== undefined)(
  'the same cuts take what was acknowledged from PGlite as it is shipped, so they are cuts',
  async () => {
    let harmed = 0;
    for (let cut = 1; cut <= 3; cut++) {
      const disk = makeDisk(join(dir, 'shipped'), 600);
      const next = join(dir, 'next');
      const count = await cutPower({
        disk,
        next,
        run: 'shipped',
        from: 'ready',
        milliseconds: 2000,
        writesBack: false,
        guarded: false,
      });
      harmed += await losses(next, dir, new Map([['shipped', count]])).then(
        (lost) => (lost.length > 0 ? 1 : 0),
        () => 1,
      );
      rmSync(disk);
      rmSync(next);
    }
    expect(harmed).toBe(3);
  },
);

/** Lets a writer work on `disk` for some milliseconds, cuts the power, and leaves what was on the disk in `next`; gives the number acknowledged. */
async function cutPower({ disk, next, run, from, milliseconds, writesBack, guarded = true }: Cut): Promise<number> {
  const at = join(dir, 'mounted');
  mount(disk, at);
  const writer = startWriter(join(at, 'store'), run, { seed: join(dir, 'seed.tar.gz'), guarded });
  try {
    if (from === 'ready') await writer.ready;
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      await sleep(20);
      if (writesBack) writeSomeBack(at);
    }
    writer.child.kill('SIGSTOP');
    await sleep(50);
    copyDisk(disk, next);
  } finally {
    writer.child.kill('SIGKILL');
    await writer.ended;
    unmount(at);
  }
  expect(writer.errors()).toBe('');
  return writer.acknowledged();
}

type Cut = {
  readonly disk: string;
  readonly next: string;
  readonly run: string;
  /** What the milliseconds count from: the start of the writer's process, or its having opened the store. */
  readonly from: 'start' | 'ready';
  readonly milliseconds: number;
  readonly writesBack: boolean;
  /** Whether the store has its guards, or is PGlite as shipped. */
  readonly guarded?: boolean;
};

/** Puts a few files on disk in no order, as an operating system may at any time. */
function writeSomeBack(at: string): void {
  const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== 'lock',
  );
  for (let count = 0; count < 10 && files.length > 0; count++) {
    const file = files[Math.floor(Math.random() * files.length)];
    if (file === undefined) continue;
    try {
      const descriptor = openSync(join(file.parentPath, file.name), 'r+');
      fsyncSync(descriptor);
      closeSync(descriptor);
    } catch {
      // It has been removed or renamed since it was listed.
    }
  }
}
