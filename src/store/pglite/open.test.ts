import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { checkSpace } from './disk-space.ts';
import { DiskFull, FolderInUse, openPglite } from './open.ts';
import { makeSeed, readSeed, writeSeed } from './seed.ts';

let seeds = '';
let seed = new Blob();
let dir = '';
beforeAll(async () => {
  seeds = mkdtempSync(join(tmpdir(), 'parley-seed-'));
  seed = await makeSeed(async (pglite) => void (await pglite.exec('create table rows (n int primary key)')));
  await writeSeed(join(seeds, 'seed.tar.gz'), seed);
});
afterAll(() => rmSync(seeds, { recursive: true, force: true }));
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'parley-open-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('what was written is there after reopening', async () => {
  const first = await openPglite({ dir, from: seed });
  await first.pglite.query('insert into rows values (1)');
  first.checkSpace();
  first.syncLog();
  await first.close();
  const second = await openPglite({ dir });
  expect((await second.pglite.query('select n from rows')).rows).toEqual([{ n: 1 }]);
  await second.close();
});

test('the settings that durability rests on are in force', async () => {
  const { pglite, close } = await openPglite({ dir, from: seed });
  const { rows } = await pglite.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'data_checksums')`,
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_sync_method: 'fsync',
    data_checksums: 'on',
  });
  await close();
});

test('a second opener is refused and the first goes on', async () => {
  const first = await openPglite({ dir, from: seed });
  await expect(openPglite({ dir })).rejects.toThrow(FolderInUse);
  const { stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', opening('')], {
    encoding: 'utf8',
  });
  expect(stderr).toContain(`The folder ${dir} is already in use by process ${process.pid} since`);
  await first.pglite.query('insert into rows values (1)');
  await first.close();
  const second = await openPglite({ dir });
  expect((await second.pglite.query('select n from rows')).rows).toEqual([{ n: 1 }]);
  await second.close();
});

test('a first start that was cut off half way is begun again', async () => {
  mkdirSync(join(dir, 'pg.new', 'global'), { recursive: true });
  writeFileSync(join(dir, 'pg.new', 'PG_VERSION'), '18\n');
  const { pglite, close } = await openPglite({ dir, from: seed });
  expect((await pglite.query('select n from rows')).rows).toEqual([]);
  await close();
  expect(existsSync(join(dir, 'pg.new'))).toBe(false);
});

test('a first start that is killed at any moment leaves a folder that opens', async () => {
  for (const after of [200, 350, 500]) {
    rmSync(dir, { recursive: true, force: true });
    const starting = spawn(process.execPath, [
      '--input-type=module-typescript',
      '-e',
      opening(join(seeds, 'seed.tar.gz')),
    ]);
    await sleep(after);
    starting.kill('SIGKILL');
    await once(starting, 'exit');
    const { pglite, close } = await openPglite({ dir, from: seed });
    expect((await pglite.query('insert into rows values (1) returning n')).rows).toEqual([{ n: 1 }]);
    await close();
  }
});

test('databases in memory that start from one seed know nothing of each other', async () => {
  const [one, other] = await Promise.all([
    openPglite({ memory: true, from: seed }),
    openPglite({ memory: true, from: seed }),
  ]);
  await one.pglite.query('insert into rows values (1)');
  expect((await other.pglite.query('select n from rows')).rows).toEqual([]);
  await one.close();
  await other.close();
});

test('a seed that was kept in a file is the seed', async () => {
  const kept = readSeed(join(seeds, 'seed.tar.gz'));
  expect(
    Buffer.from((await kept?.arrayBuffer()) ?? new ArrayBuffer()).equals(Buffer.from(await seed.arrayBuffer())),
  ).toBe(true);
  expect(readSeed(join(seeds, 'none'))).toBeUndefined();
});

test('too little room is refused before anything is written', () => {
  expect(() => checkSpace(dir, Number.MAX_SAFE_INTEGER)).toThrow(DiskFull);
  expect(() => checkSpace(dir, Number.MAX_SAFE_INTEGER)).toThrow(
    expect.objectContaining({ reason: 'diskFull', folder: dir }),
  );
  expect(() => checkSpace(dir, 0)).not.toThrow();
});

test('a folder without a seed is initialised by another process', async () => {
  const { pglite, kind, close } = await openPglite({ dir });
  expect(kind).toBe('folder');
  expect((await pglite.query('select datname from pg_database')).rows).toEqual([{ datname: 'postgres' }]);
  await close();
});

const opening = (seedFile: string) => `
  import { openPglite } from ${JSON.stringify(new URL('./open.ts', import.meta.url).href)};
  import { readSeed } from ${JSON.stringify(new URL('./seed.ts', import.meta.url).href)};
  const from = readSeed(${JSON.stringify(seedFile)});
  const { close } = await openPglite({ dir: ${JSON.stringify(dir)}, ...(from && { from }) });
  await close();`;
