import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere, smallCase } from '../../tests/cli/captured.ts';
import { readyMade } from '../../tests/cli/ready-made.ts';
import { acceptWithNewAccount, invitationOf, openStore, type Store } from '../store/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-cli-'));
const parley = (...argv: readonly string[]) => runHere([...argv, '--data', dir]);
const invite = (...argv: readonly string[]) => parley('user', 'invite', 'the small talks', ...argv);
const now = new Date('2031-01-07T10:00:00Z');

beforeAll(async () => {
  await readyMade(dir);
  const file = join(dir, 'small.yaml');
  writeFileSync(file, smallCase);
  await parley('case', 'new', file);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dir });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const tokenOf = (out: string): string =>
  (JSON.parse(out) as { readonly link: string }).link.replace('http://127.0.0.1:8460/invitation/', '');

test('a person is appointed in the name of the one who opened the case; a new link ends the one before', async () => {
  const first = await invite(
    '--name',
    'Leo',
    '--role',
    'delegate:North',
    '--rank',
    'mid-level',
    '--mandate',
    'negotiate',
    '--issues',
    'The gate',
    '--json',
  );
  expect([first.code, first.err, JSON.parse(first.out)]).toMatchObject([
    0,
    '',
    { name: 'Leo', role: 'delegate:north, mid-level, negotiate' },
  ]);
  const second = await invite('--name', 'Leo', '--json');
  const offers = await inStore((store) =>
    Promise.all([first, second].map(({ out }) => invitationOf(store, tokenOf(out), now))),
  );
  expect(offers).toMatchObject([
    null,
    {
      name: 'Leo',
      role: { party: 'north', rank: 'midLevel', mandate: { kind: 'negotiate', issues: ['gate'] } },
      mayOpenCases: false,
    },
  ]);
  expect((await parley('case', 'show', 'the small talks')).out).toContain('Leo appointed');
});

test('what cannot be is refused', async () => {
  for (const [argv, sentence] of [
    [['--name', 'Ada'], '“Ada” is not in this case.'],
    [['--name', 'Nora', '--role', 'reader'], '“Nora” is in this case already (delegate:north, senior, conclude).'],
    [
      ['--name', 'Ada', '--role', 'mediator:bureau'],
      'There is no mediating institution “bureau” in this case. There is office.',
    ],
    [
      ['--name', 'Ada', '--role', 'reader', '--by', 'Nora'],
      'Your role in this case does not allow you to appoint people.',
    ],
  ] as const) {
    const { code, err } = await invite(...argv);
    expect([code, err]).toEqual([1, expect.stringContaining(sentence)]);
  }
});

test('whoever has accepted gets no further link', async () => {
  const { out } = await invite('--name', 'Rea', '--role', 'reader', '--json');
  await inStore((store) =>
    acceptWithNewAccount(store, tokenOf(out), { name: 'Rea', password: 'nine grey herons', device: 'test' }, now),
  );
  expect((await invite('--name', 'Rea')).err).toContain('“Rea” has accepted an invitation already');
});

test('a further first mediator may open cases', async () => {
  const { code, out } = await parley('user', 'invite', '--first', '--json');
  const offer = await inStore((store) => invitationOf(store, tokenOf(out), now));
  expect([code, offer?.mayOpenCases, offer?.caseId]).toEqual([0, true, null]);
});
