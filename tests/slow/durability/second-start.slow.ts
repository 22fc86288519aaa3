import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPglite } from '../../../src/store/pglite/open.ts';
import { startWriter } from './writing.ts';

const starts = 100;

let dir = '';
beforeAll(() => (dir = mkdtempSync(join(tmpdir(), 'parley-second-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test(`${starts} second starts on one folder are refused, and the first goes on writing unharmed`, async () => {
  const writer = startWriter(dir, 'first');
  await writer.ready;
  let before = 0;
  for (let start = 1; start <= starts; start++) {
    expect(await secondStart(), `start ${start}`).toMatch(
      new RegExp(
        `^FolderInUse: The folder ${dir} is already in use by process ${writer.child.pid} since \\S+\\. Nothing was changed\\.$`,
      ),
    );
    if (start % 10 !== 0) continue;
    expect(writer.acknowledged()).toBeGreaterThan(before);
    before = writer.acknowledged();
  }
  writer.child.kill('SIGKILL');
  await writer.ended;
  expect(writer.errors()).toBe('');
  const { pglite, close } = await openPglite({ dir });
  const { rows } = await pglite.query<{ one: number; other: number }>(
    'select (select count(*)::int from one where n <= $1) as one, (select count(*)::int from other where n <= $1) as other',
    [writer.acknowledged()],
  );
  expect(rows).toEqual([{ one: writer.acknowledged(), other: writer.acknowledged() }]);
  console.log(
    `second starts: ${starts}, refused: ${starts}, transactions acknowledged meanwhile: ${writer.acknowledged()}, lost: 0`,
  );
  await close();
});

/** What another process hears when it opens the folder: the name and message of what was thrown, or `opened`. */
async function secondStart(): Promise<string> {
  const open = JSON.stringify(new URL('../../../src/store/pglite/open.ts', import.meta.url).href);
  const program = `const { openPglite } = await import(${open});
    console.log(await openPglite({ dir: ${JSON.stringify(dir)} }).then(() => 'opened', ({ name, message }) => name + ': ' + message));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  return stdout.trim();
}
