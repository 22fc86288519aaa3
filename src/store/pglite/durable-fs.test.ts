import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Checkpoints } from './checkpoints.ts';
import { DurableFs } from './durable-fs.ts';
import { makeSeed } from './seed.ts';
import { startParameters } from './settings.ts';
import { unpackTar } from './tar.ts';

let dir = '';
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'parley-durable-'));
  unpackTar(new Uint8Array(await (await makeSeed()).arrayBuffer()), join(dir, 'seed'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let closing: (() => Promise<void>) | undefined;
afterEach(() => closing?.());

// The two guards are independent: with `fsync=off` PostgreSQL asks for nothing and only the second one is left.
describe.each([
  { guards: 'both guards', settings: [] },
  { guards: 'the second guard alone', settings: ['-c', 'fsync=off'] },
])('with $guards', ({ guards, settings }) => {
  test('a commit is in the log and the log on disk before the answer is given', async () => {
    const opened = await open(guards, settings);
    for (let row = 0; row < 5; row++) {
      opened.steps.length = 0;
      await opened.pglite.query('insert into rows values ($1)', ['x'.repeat(400)]);
      expect(opened.unsynced('pg_wal/')).toEqual([]);
      expect(opened.steps.filter(({ path }) => /^pg_wal\/[0-9A-F]{24}$/.test(path)).map(({ did }) => did)).toContain(
        'sync',
      );
    }
  });

  test('a new segment is on disk by name before the answer is given', async () => {
    const opened = await open(guards, settings);
    // Segments are of 1 MB, and some may lie ready.
    opened.steps.length = 0;
    await opened.pglite.query(`insert into rows select repeat('x', 900) from generate_series(1, 20000)`);
    const renamed = opened.steps.findLastIndex(({ did, path }) => did === 'rename' && path.startsWith('pg_wal/'));
    expect(renamed).toBeGreaterThan(0);
    expect(opened.steps.slice(renamed)).toContainEqual({ did: 'sync', path: 'pg_wal' });
    expect(opened.unsynced('pg_wal/')).toEqual([]);
  });

  test('pg_control is written when all else is on disk, and is on disk before any segment is reused', async () => {
    const opened = await open(guards, settings);
    for (let round = 0; round < 3; round++) {
      await opened.pglite.query(`insert into rows select repeat('x', 900) from generate_series(1, 3000)`);
      opened.steps.length = 0;
      await opened.pglite.exec('checkpoint');
      const write = opened.steps.findIndex(({ did, path }) => did === 'write' && path === control);
      expect(write).toBeGreaterThan(0);
      expect(opened.unsynced('', write).filter((path) => path !== control)).toEqual([]);
      expect(opened.steps[write + 1]).toEqual({ did: 'sync', path: control });
      const reused = opened.steps.findIndex(({ did, path }) => did === 'rename' && path.startsWith('pg_wal/'));
      expect(reused === -1 || reused > write + 1).toBe(true);
    }
  });
});

test('checkpoints come by themselves as the log grows, and never inside a transaction', async () => {
  const opened = await open('checkpoints', []);
  const checkpoints = new Checkpoints(opened.pglite, () => opened.fs.logBytes, 2 * 1024 * 1024);
  const grow = () => opened.pglite.query(`insert into rows select repeat('x', 900) from generate_series(1, 3000)`);
  await opened.pglite.exec('begin');
  await grow();
  expect(opened.fs.logBytes).toBeGreaterThan(2 * 1024 * 1024);
  checkpoints.consider();
  await checkpoints.finished();
  expect(opened.fs.logBytes).toBeGreaterThan(2 * 1024 * 1024);
  await opened.pglite.exec('commit');
  checkpoints.consider();
  await checkpoints.finished();
  expect(opened.fs.logBytes).toBeLessThan(2 * 1024 * 1024);
});

const control = 'global/pg_control';

type Step =
  | { readonly did: 'write' | 'sync'; readonly path: string }
  | { readonly did: 'rename'; readonly from: string; readonly path: string };

async function open(name: string, settings: readonly string[]) {
  const root = join(dir, `${name} ${Math.random()}`);
  cpSync(join(dir, 'seed'), root, { recursive: true });
  const steps: Step[] = [];
  const inside = (path: string) => path.slice(root.length + 1);
  const fs = new DurableFs(root, {
    onWrite: (path) => void steps.push({ did: 'write', path: inside(path) }),
    onSync: (path) => void steps.push({ did: 'sync', path: inside(path) }),
    onRename: (from, to) => void steps.push({ did: 'rename', from: inside(from), path: inside(to) }),
  });
  const pglite = await PGlite.create({ fs, startParams: [...startParameters(), ...settings] });
  closing = () => pglite.close();
  await pglite.exec('create table rows (content text)');
  /** The written paths below `prefix` that were not put on disk since, in the steps before `end`. */
  const unsynced = (prefix: string, end = steps.length) => {
    const open = new Set<string>();
    for (const step of steps.slice(0, end)) {
      if (step.did === 'write' || (step.did === 'rename' && open.delete(step.from))) open.add(step.path);
      if (step.did === 'sync') open.delete(step.path);
    }
    return [...open].filter((path) => path.startsWith(prefix));
  };
  return { pglite, fs, steps, unsynced };
}
