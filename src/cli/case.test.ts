import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere, smallCase } from '../../tests/cli/captured.ts';
import { readyMade } from '../../tests/cli/ready-made.ts';
import { invitationOf, openStore } from '../store/index.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-cli-'));
const data = join(dir, 'data');
const file = join(dir, 'small.yaml');
let opened: {
  readonly case: string;
  readonly invitations: readonly { readonly name: string; readonly role: string; readonly link: string }[];
};

const parley = (...argv: readonly string[]) => runHere([...argv, '--data', data]);

beforeAll(async () => {
  await readyMade(data);
  writeFileSync(file, smallCase);
  opened = JSON.parse(
    (await parley('case', 'new', file, '--json', '--public-url', 'https://parley.example.org')).out,
  ) as typeof opened;
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a case is opened from a file, once, with a link that works for each of its people', async () => {
  expect(opened.invitations.map(({ name, role }) => [name, role])).toEqual([
    ['Mara', 'mediator:office'],
    ['Nora', 'delegate:north, senior, conclude'],
    ['Sol', 'delegate:south, senior, conclude'],
  ]);
  const store = await openStore({ dir: data });
  const now = new Date('2031-01-08T09:00:00Z');
  const offers = await Promise.all(
    opened.invitations.map(({ link }) =>
      invitationOf(store, link.replace('https://parley.example.org/invitation/', ''), now),
    ),
  );
  await store.close();
  expect(offers.map((offer) => [offer?.name, offer?.caseId, offer?.mayOpenCases])).toEqual([
    ['Mara', opened.case, true],
    ['Nora', opened.case, false],
    ['Sol', opened.case, false],
  ]);
  const again = await parley('case', 'new', file);
  expect([again.code, again.out]).toEqual([1, '']);
  expect(again.err).toContain(`This file was opened before, as case ${opened.case}. Nothing was changed.`);
});

test('somebody else can open it, as a lead mediator', async () => {
  const { code, out } = await parley('case', 'new', file, '--as-lead', 'Amal Haddad', '--json');
  const other = JSON.parse(out) as typeof opened;
  expect([code, other.case === opened.case, other.invitations.map(({ name, role }) => [name, role])[0]]).toEqual([
    0,
    false,
    ['Amal Haddad', 'mediator:office'],
  ]);
  const both = await parley('case', 'show', 'the small talks');
  expect([both.code, both.err]).toEqual([1, expect.stringContaining('Several cases fit “the small talks”')]);
});

test('every fault of a file is told with its line and column, and nothing is opened', async () => {
  const wrong = join(dir, 'wrong.yaml');
  writeFileSync(
    wrong,
    smallCase
      .replace('standing: lead', 'standing: leed')
      .replace('rank: senior', 'rank: boss')
      .replace('by: mara', 'by: marta'),
  );
  const { code, out, err } = await parley('case', 'new', wrong);
  expect([code, out]).toEqual([1, '']);
  const lines = err.split('\n');
  expect(lines.filter((line) => /wrong\.yaml:\d+:\d+: ./.test(line)).length).toBeGreaterThanOrEqual(2);
  expect(err).toContain('“lead”');
  expect(lines.at(-1)).toMatch(/^parley: The file has \d+ faults; no case was opened\.$/);
  const asJson = JSON.parse((await parley('case', 'new', wrong, '--json')).out) as {
    readonly faults: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  };
  expect(asJson.faults.every(({ line, column, message }) => line > 0 && column > 0 && message !== '')).toBe(true);
  writeFileSync(
    wrong,
    smallCase.replace('by: nora\n    say: { in: { caucus: north }', 'by: sol\n    say: { in: { caucus: north }'),
  );
  const refused = await parley('case', 'new', wrong);
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringMatching(/wrong\.yaml:\d+:\d+: You can write only in a room that you are in/),
  ]);
  expect(
    (JSON.parse((await parley('case', 'list', '--json')).out) as { readonly cases: readonly object[] }).cases,
  ).toHaveLength(2);
});

test('each seat is shown what it may know, and no more', async () => {
  const show = async (seat: string) => (await parley('case', 'show', opened.case, '--as', seat)).out;
  expect(await show('party:north')).toContain('We could open it.');
  expect(await show('mediation')).toContain('We could open it.');
  expect(await show('party:south')).not.toContain('We could open it.');
  expect(await show('party:south')).toContain('Welcome to all.');
  const exported = await parley('case', 'export', opened.case.slice(0, 8), '--as', 'party:south');
  expect([exported.code, exported.out.includes('Welcome to all.'), exported.out.includes('open it')]).toEqual([
    0,
    true,
    false,
  ]);
  const json = JSON.parse((await parley('case', 'export', opened.case, '--as', 'party:north', '--json')).out) as {
    readonly seats: readonly string[];
    readonly entries: readonly object[];
  };
  expect([json.seats, json.entries.length > 5]).toEqual([['party:north'], true]);
  const wrong = await parley('case', 'show', opened.case, '--as', 'party:east');
  expect([wrong.code, wrong.err]).toEqual([
    1,
    'parley: The case has no seat “party:east”. It has clerk, mediation, mediator:office, party:north, party:south, and one for each of its people, person:ID.',
  ]);
  expect((await parley('case', 'show', 'nothing')).err).toContain(
    'There is no case “nothing”. parley case list shows those there are.',
  );
});

test('an export goes to a new file for its owner alone, and over no other', async () => {
  const out = join(dir, 'south.yaml');
  const first = await parley('case', 'export', opened.case, '--as', 'party:south', '--out', out);
  expect([first.code, statSync(out).mode & 0o777]).toEqual([0, 0o600]);
  expect(readFileSync(out, 'utf8')).toContain('Welcome to all.');
  const second = await parley('case', 'export', opened.case, '--out', out);
  expect([second.code, readFileSync(out, 'utf8').includes('open it')]).toEqual([1, false]);
});

test('what a terminal would obey is not passed on to it', async () => {
  const odd = join(dir, 'odd.yaml');
  writeFileSync(
    odd,
    smallCase
      .replace('name: The small talks', 'name: "Odd \\e[31mtalks"')
      .replace('name: North', 'name: "No\\u009brth"'),
  );
  const { out, err } = await parley('case', 'new', odd);
  const list = await parley('case', 'list');
  // oxlint-disable-next-line no-control-regex
  expect([out, err, list.out].join('')).not.toMatch(/[\u001b\u009b]/);
});

test('a folder that holds no store is refused, and not made into one', async () => {
  const { code, err } = await runHere(['case', 'list', '--data', join(dir, 'typo')]);
  expect([code, err]).toEqual([1, expect.stringContaining('There is no store in')]);
  expect(existsSync(join(dir, 'typo'))).toBe(false);
});
