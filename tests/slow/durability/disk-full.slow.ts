import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenPglite, openPglite } from '../../../src/store/pglite/open.ts';
import { makeSeed } from '../../../src/store/pglite/seed.ts';
import { diskFolder, makeDisk, mount, unmount, whyNoLoopMounts } from './loop-disk.ts';

const reason = whyNoLoopMounts();
if (reason !== undefined) console.log(`full disks are left out: ${reason}`);

let dir = '';
let at = '';
let seed = new Blob();
let store: OpenPglite | undefined;
beforeAll(async () => {
  dir = diskFolder();
  at = join(dir, 'mounted');
  if (reason === undefined) seed = await makeSeed();
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
beforeEach(async () => {
  if (reason !== undefined) return;
  mount(makeDisk(join(dir, 'disk'), 160), at);
  store = await openPglite({ dir: join(at, 'store'), from: seed });
  await store.pglite.exec('create table rows (n int, body text)');
});
afterEach(async () => {
  if (reason !== undefined) return;
  await store?.close();
  unmount(at);
});

test.skipIf(reason !== undefined)(
  'a writer that asks first is refused while there is room, and all it wrote is there',
  async () => {
    const written = await writeUntilRefused(async (n) => {
      store?.checkSpace();
      await insert(n);
    });
    expect(written.error).toMatchObject({ name: 'DiskFull', reason: 'diskFull' });
    expect(await count()).toBe(written.count);
  },
);

test.skipIf(reason !== undefined)(
  'a writer that does not ask gets the code of a full disk, whichever file it is that cannot grow',
  async () => {
    writeFileSync(join(at, 'filler'), Buffer.alloc(8 * 1024 * 1024, 7));
    const written = await writeUntilRefused(insert);
    expect(written.error).toMatchObject({ code: '53100' });
    await reopenWithRoom();
    expect([written.count, written.count + 1]).toContain(await count());
  },
);

test.skipIf(reason !== undefined)(
  'a log that cannot grow stops the store, which says so and hangs nowhere; with room again, all that was acknowledged is there',
  async () => {
    for (let n = 1; n <= 20; n++) await insert(n);
    fillDisk();
    // A message to the log, flushed at once, grows nothing but the log.
    const written = await writeUntilRefused(() =>
      query(`select pg_logical_emit_message(false, 'n', repeat('x', 2000), true)`),
    );
    expect(written.error).toMatchObject({ name: 'StoreStopped', reason: 'diskFull', code: '53100' });
    await expect(query('select 1')).rejects.toMatchObject({ name: 'StoreStopped' });
    await reopenWithRoom();
    expect(await count()).toBe(20);
  },
);

async function reopenWithRoom(): Promise<void> {
  await store?.close();
  rmSync(join(at, 'filler'));
  store = await openPglite({ dir: join(at, 'store') });
}

/** Writes until a write throws; gives the number acknowledged before, and what was thrown. */
async function writeUntilRefused(write: (n: number) => Promise<unknown>) {
  for (let n = 1; ; n++) {
    try {
      await write(n);
      store?.syncLog();
    } catch (error) {
      return { count: n - 1, error };
    }
  }
}

const insert = (n: number) => query('insert into rows values ($1, $2)', [n, randomBytes(30_000).toString('base64')]);

const count = async () => (await query('select count(*)::int as n from rows')).rows[0]?.n;

async function query(text: string, values: readonly unknown[] = []) {
  if (store === undefined) throw new Error('No store is open.');
  return store.pglite.query<{ n: number }>(text, [...values]);
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
