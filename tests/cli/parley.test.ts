import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../bin/parley', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'parley-program-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What the program itself wrote: the start script says so when it has to build first. */
const ownWords = (err: string): string => err.replace(/^parley: building\n/, '');

/** Runs the program as a person at a terminal would, and gives what it did. */
const parley = (
  ...argv: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> =>
  new Promise((resolve) => {
    const child = execFile(program, argv, { cwd: dir }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err: ownWords(err) }),
    );
  });

test(
  'the program answers, refuses and misunderstands with its exit code, and never with a stack',
  { timeout: 180_000 },
  async () => {
    expect(await parley('--help')).toEqual({ code: 0, out: expect.stringContaining('ledger verify'), err: '' });
    expect(await parley('case', 'list')).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(/^parley: There is no store in \.\/data\. /),
    });
    expect(await parley('case', 'lost')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^parley: There is no command “case lost”.*\n$/),
    });
  },
);

test('what takes longer is worked out in the program’s own thread', { timeout: 180_000 }, async () => {
  const side = (name: string, least: number, most: number): string =>
    `  ${name.toLowerCase()}: { name: ${name}, provenance: fictional, points: { share: { 0: ${least}, 1500: ${most} } } }`;
  writeFileSync(
    join(dir, 'wide.scenario.yaml'),
    [
      'parley-scenario: 1',
      'name: One cake',
      'provenance: Fiction.',
      'issues:',
      '  share: { name: Share, range: { from: 0, to: 1500, step: 1, unit: crumbs } }',
      'profiles:',
      side('Left', 0, 1500),
      side('Right', 1500, 0),
    ].join('\n'),
  );
  const { code, out, err } = await parley('analyse', 'wide.scenario.yaml', '--json');
  expect([code, err]).toEqual([0, '']);
  const { frontier } = JSON.parse(out) as { readonly frontier: { readonly points: readonly unknown[] } };
  expect(frontier.points).toHaveLength(1501);
});

test('a server that is told to end stops, lets go of its folder, and ends well', { timeout: 180_000 }, async () => {
  const server = spawn(program, ['serve', '--port', '0'], { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      const [found] = /http:\/\/\S+/.exec(chunk.toString()) ?? [];
      if (found !== undefined) resolve(found);
    });
    server.once('exit', (code) => reject(new Error(`ended with ${code}: ${said.join('')}`)));
  });
  expect((await fetch(new URL('/health', url))).status).toBe(200);
  const inUse = await parley('case', 'list');
  expect([inUse.code, inUse.err]).toEqual([
    1,
    expect.stringMatching(/is already in use by process \d+ since .*Nothing was changed\.\n$/),
  ]);
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  expect([await ended, ownWords(said.join(''))]).toEqual([0, '']);
  expect(await parley('case', 'list')).toMatchObject({
    code: 0,
    out: expect.stringContaining('There is no case yet.'),
  });
});
