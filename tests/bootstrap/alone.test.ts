import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

let home: string;
beforeEach(() => void (home = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-alone-'))));
afterEach(() => fs.rmSync(home, { recursive: true, force: true }));

const module = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/bootstrap/alone.mjs')).href;

// Each worker counts one up in a file by reading, waiting and writing: two at once would lose a count.
const work = `
  import fs from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  const { alone } = await import(${JSON.stringify(module)});
  const [home] = process.argv.slice(1);
  await alone('count', async () => {
    const file = home + '/count';
    const seen = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
    await sleep(20);
    fs.writeFileSync(file, String(seen + 1));
  }, { home, pause: 5 });
`;

const worker = (): Promise<unknown> =>
  once(spawn(process.execPath, ['--input-type=module', '-e', work, home], { stdio: 'ignore' }), 'close');
const count = (): number => Number(fs.readFileSync(path.join(home, 'count'), 'utf8'));

test('processes take turns', async () => {
  await Promise.all(Array.from({ length: 6 }, worker));
  expect(count()).toBe(6);
  expect(fs.readdirSync(home)).toEqual(['count']);
});

test('what a dead process has left is taken over, by one at a time', async () => {
  fs.mkdirSync(path.join(home, 'lock'));
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  fs.writeFileSync(path.join(home, 'lock', 'pid'), String(dead));
  await Promise.all(Array.from({ length: 6 }, worker));
  expect(count()).toBe(6);
});

test('a lock whose owner is silent for long is taken over', async () => {
  fs.mkdirSync(path.join(home, 'lock'));
  fs.writeFileSync(path.join(home, 'lock', 'pid'), '1');
  fs.utimesSync(path.join(home, 'lock'), 0, 0);
  await worker();
  expect(count()).toBe(1);
});
