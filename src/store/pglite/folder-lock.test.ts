import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let dir = '';
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'parley-lock-'))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

test('a second opener in the same process is refused, and told who holds the folder', () => {
  const first = lockFolder(dir);
  const second = lockFolder(dir);
  expect(second).toMatchObject({ refused: 'folderInUse', folder: dir, heldBy: { pid: process.pid } });
  expect('message' in second && second.message).toContain(`The folder ${dir} is already in use by this same process`);
  release(first);
  const third = lockFolder(dir);
  expect(third).not.toHaveProperty('refused');
  release(third);
});

test('releasing twice takes nothing from the next holder', () => {
  const first = lockFolder(dir);
  release(first);
  const second = lockFolder(dir);
  release(first);
  expect(lockFolder(dir)).toMatchObject({ refused: 'folderInUse', heldBy: { pid: process.pid } });
  release(second);
});

test('a second opener in another process is refused and names the first, which keeps its hold', () => {
  const held = lockFolder(dir);
  for (let attempt = 0; attempt < 2; attempt++) {
    const { heldBy, message } = JSON.parse(inAnotherProcess('console.log(JSON.stringify(lockFolder(dir)))'));
    expect(heldBy).toMatchObject({ pid: process.pid, since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
    expect(message).toContain(`in use by process ${process.pid} since`);
  }
  release(held);
});

test('a holder that is killed holds no more, whatever its note still says', async () => {
  const holder = spawn(process.execPath, [
    '--input-type=module-typescript',
    '-e',
    program('lockFolder(dir); console.log("held"); setInterval(() => {}, 1000)'),
  ]);
  await firstLine(holder);
  expect(lockFolder(dir)).toMatchObject({ refused: 'folderInUse', heldBy: { pid: holder.pid } });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const next = lockFolder(dir);
  expect(next).not.toHaveProperty('refused');
  release(next);
});

test('a note that cannot be read is left out of the refusal', () => {
  const held = lockFolder(dir);
  writeFileSync(join(dir, 'lock.holder.json'), '{"pid": "me"');
  expect(lockFolder(dir)).toEqual({
    refused: 'folderInUse',
    folder: dir,
    message: `The folder ${dir} is already in use by another process. Nothing was changed.`,
  });
  release(held);
});

test('loading SQLite warns of nothing and leaves other warnings alone', () => {
  const { stderr } = spawnSync(
    process.execPath,
    ['--input-type=module-typescript', '-e', program('lockFolder(dir); process.emitWarning("mine")')],
    { encoding: 'utf8' },
  );
  expect(stderr).toContain('mine');
  expect(stderr).not.toContain('SQLite');
});

const program = (body: string) =>
  `import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)}; const dir = ${JSON.stringify(dir)}; ${body}`;

function inAnotherProcess(body: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program(body)], {
    encoding: 'utf8',
  });
  return stdout || stderr;
}

async function firstLine({ stdout }: ChildProcess): Promise<void> {
  if (stdout) await once(stdout, 'data');
}

function release(lock: ReturnType<typeof lockFolder>): void {
  if ('refused' in lock) throw new Error(lock.message);
  lock.release();
}
