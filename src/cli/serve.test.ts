import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listening, runHere } from '../../tests/cli/captured.ts';
import { readyMade } from '../../tests/cli/ready-made.ts';
import { run } from './run.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-cli-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A server in this process, once it listens. */
async function serving(...argv: readonly string[]) {
  const heard = listening();
  const line = heard.nextLine();
  const ended = run(['serve', '--port', '0', ...argv], heard.io);
  await Promise.race([line, ended]);
  return { heard, url: /http:\S+/.exec(heard.out())?.[0] ?? '', end: () => (heard.end(), ended) };
}

test('a real store is served; while nobody has an account, the first mediator’s link is printed; nobody else can have the folder or the port', async () => {
  const data = join(dir, 'real');
  for (const folder of ['real', 'second']) await readyMade(join(dir, folder));
  const { heard, url, end } = await serving('--data', data);
  await heard.nextLine();
  const link = /http:\S+invitation\/\S+/.exec(heard.out())?.[0] ?? '';
  expect(await (await fetch(link)).text()).toContain('You are invited to mediate with Parley');
  expect((await fetch(new URL('/demonstration', url))).status).toBe(404);
  for (const argv of [
    ['serve', '--port', '0'],
    ['case', 'list'],
    ['ledger', 'verify'],
    ['user', 'invite', '--first'],
  ]) {
    const { code, err } = await runHere([...argv, '--data', data]);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        new RegExp(`^parley: The folder ${data} is already in use by .*\\. Nothing was changed\\.$`),
      ),
    ]);
  }
  const port = new URL(url).port;
  const second = await runHere(['serve', '--port', port, '--data', join(dir, 'second')]);
  expect([second.code, second.err]).toEqual([
    1,
    `parley: Port ${port} is in use by another program. Choose another with --port.`,
  ]);
  expect([await end(), heard.err()]).toEqual([0, '']);
  expect(await fetch(url).catch((error: unknown) => error)).toBeInstanceOf(Error);
  expect((await runHere(['case', 'list', '--data', data])).code).toBe(0);
});

test('the demonstration has its own folder and both examples, and anybody can be anybody there; the second start loads nothing twice', async () => {
  const data = join(dir, 'shown');
  await readyMade(join(data, 'demo'));
  for (const start of ['first', 'second']) {
    const { heard, url, end } = await serving('--demo', '--data', data);
    expect([start, heard.out()]).toEqual([start, `Parley is at ${url} (demonstration)`]);
    const page = await (await fetch(new URL('/demonstration', url))).text();
    for (const name of ['The waters of the Veyra', 'Ines Maro']) expect(page.split(name).length).toBeGreaterThan(1);
    expect(await end()).toBe(0);
  }
  expect((await runHere(['case', 'list', '--data', data])).err).toContain('There is no store in');
  const { cases } = JSON.parse((await runHere(['case', 'list', '--json', '--data', join(data, 'demo')])).out) as {
    readonly cases: readonly object[];
  };
  expect(cases).toHaveLength(2);
});
