import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenPglite, openPglite } from '../../../src/store/pglite/open.ts';
import { makeSeed } from '../../../src/store/pglite/seed.ts';
import { diskFolder, makeDisk, mount, unmount, whyNoLoopMounts } from './loop-disk.ts';

const reason = whyNoLoopMounts();
if (reason !== undefined) console.log(`full disks are left out: ${reason}`);

let dir = '';
let at = '';
let seed = new Blob();
beforeAll(async () => {
  dir = diskFolder();
  at = join(dir, 'mounted');
  if (reason === undefined) seed = await makeSeed();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
beforeEach(() => {
  if (reason === undefined) mount(makeDisk(join(dir, 'disk'), 160), at);
});
afterEach(() => {
  if (reason === undefined) unmount(at);
});

test.skipIf(reason !== undefined)(
  'a writer that asks first is refused while there is room, and all it wrote is there',
  async () => {
    const store = await openPglite({ dir: join(at, 'store'), from: seed });
    await store.pglite.exec('create table rows (n int, body text)');
    const written = await writeUntilRefused(store, async (n) => {
      store.checkSpace();
      await store.pglite.query('insert into rows values ($1, $2)', [n, randomBytes(30_000).toString('base64')]);
    });
    expect(written.error).toMatchObject({ name: 'DiskFull', reason: 'diskFull' });
    expect(await count(store.pglite)).toBe(written.count);
    await store.close();
  },
);

test.skipIf(reason !== undefined)(
  'a table that cannot grow gives the code of a full disk, and the store goes on',
  async () => {
    const store = await openPglite({ dir: join(at, 'store'), from: seed });
    await store.pglite.exec('create table rows (n int, body text)');
    const written = await writeUntilRefused(store, (n) =>
      store.pglite.query('insert into rows values ($1, $2)', [n, randomBytes(30_000).toString('base64')]),
    );
    expect(written.error).toMatchObject({ code: '53100' });
    expect(await count(store.pglite)).toBe(written.count);
    await store.close();
  },
);

test.skipIf(reason !== undefined)(
  'a log that cannot grow stops the store, which says so and hangs nowhere; with room again, all that was acknowledged is there',
  async () => {
    const store = await openPglite({ dir: join(at, 'store'), from: seed });
    await store.pglite.exec('create table rows (n int, body text); insert into rows values (0, null)');
    fillDisk();
    const written = await writeUntilRefused(store, (n) => store.pglite.query('update rows set n = $1', [n]));
    expect(written.error).toMatchObject({ name: 'StoreStopped', reason: 'diskFull', code: '53100' });
    await expect(store.pglite.query('select 1')).rejects.toMatchObject({ name: 'StoreStopped' });
    await store.close();
    rmSync(join(at, 'filler'));
    const again = await openPglite({ dir: join(at, 'store') });
    expect((await again.pglite.query('select n from rows')).rows).toEqual([{ n: written.count }]);
    await again.close();
  },
);

async function writeUntilRefused(store: OpenPglite, write: (n: number) => Promise<unknown>) {
  for (let n = 1; ; n++) {
    try {
      await write(n);
      store.syncLog();
    } catch (error) {
      return { count: n - 1, error };
    }
  }
}

async function count(pglite: PGlite): Promise<number | undefined> {
  const { rows } = await pglite.query<{ count: number }>('select count(*)::int as count from rows');
  return rows[0]?.count;
}

/** Leaves not one block: files of falling size, until none of the smallest can be made. */
function fillDisk(): void {
  for (let size = statfsSync(at).bavail * statfsSync(at).bsize; size >= 1; size = Math.floor(size / 2)) {
    try {
      writeFileSync(join(at, 'filler'), Buffer.alloc(size, 7), { flag: 'a' });
    } catch {
      // What fitted of it stays.
    }
  }
}
