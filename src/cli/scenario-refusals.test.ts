import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runHere } from '../../tests/cli/captured.ts';
import { documents } from './documents/documents.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-refused-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

const head = 'parley-scenario: 1\nname: A\nsummary: B\nprovenance: C\n';
const issues = 'issues:\n  gate: { name: Gate, options: { open: Open, shut: Shut } }\n';
const profile = (key: string, open: string) =>
  `  ${key}:\n    provenance: own\n    points: { gate: { open: ${open}, shut: 2 } }\n`;
const domain = '<negotiation_template><utility_space number_of_issues="1">';

test.each<[name: string, files: Readonly<Record<string, string>>, place: RegExp]>([
  [
    'a case with faults',
    { 'case.yaml': 'parley: 1\nname: x\n', 'README.md': 'x' },
    /case\.yaml:1:1: “summary” is missing/,
  ],
  ['an unknown format', { 'notes.txt': 'hello' }, /notes\.txt:1:1: Here is no scenario/],
  [
    'one party',
    { 'a.scenario.yaml': `${head}${issues}profiles:\n${profile('hill', '1')}` },
    /a\.scenario\.yaml:\d+:\d+: .*two/,
  ],
  [
    'no issues',
    { 'a.scenario.yaml': `${head}issues: {}\nprofiles:\n${profile('hill', '1')}${profile('vale', '1')}` },
    /a\.scenario\.yaml:\d+:\d+: /,
  ],
  [
    'a number that is none',
    { 'a.scenario.yaml': `${head}${issues}profiles:\n${profile('hill', '.nan')}${profile('vale', '1')}` },
    /a\.scenario\.yaml:10:\d+: /,
  ],
  [
    'a table with a number that is none',
    { 'a.csv': 'issue,option,East,West\nx,one,1,2\nx,two,NaN,3\n' },
    /a\.csv:3:\d+: /,
  ],
  [
    'a missing option',
    {
      'a.scenario.yaml': `${head}${issues}profiles:\n${profile('hill', '1').replace(', shut: 2', '')}${profile('vale', '1')}`,
    },
    /a\.scenario\.yaml:10:\d+: /,
  ],
  [
    'a DOCTYPE',
    {
      'domain.xml': `<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a "b">]>\n${domain}&a;</utility_space></negotiation_template>`,
    },
    /domain\.xml:2:\d+: .*DOCTYPE/,
  ],
  [
    'a domain without profiles',
    {
      'domain.xml': `${domain}<objective index="0" name="all" type="objective" etype="objective"><issue index="1" name="C" vtype="discrete" type="discrete" etype="discrete"><item index="1" value="red"/></issue></objective></utility_space></negotiation_template>`,
    },
    /domain\.xml:1:\d+: There is no profile/,
  ],
  [
    'two formats at once',
    { 'a.csv': 'issue,option,East,West\nx,one,1,2\n', 'b.scenario.yaml': `${head}${issues}` },
    /b\.scenario\.yaml:1:1: This is a Parley scenario, and a\.csv is a table of points/,
  ],
  [
    'limits that contradict each other',
    {
      'a.scenario.yaml': `${head}${issues}profiles:\n${profile('hill', '1')}${profile('vale', '1')}constraints:\n  - { name: Never open, forbidden: { gate: open } }\n  - { name: Never shut, forbidden: { gate: shut } }\n`,
    },
    /a\.scenario\.yaml:\d+:\d+: .*Never/,
  ],
])('%s is refused by its place', async (name, files, place) => {
  const folder = join(dir, name.replaceAll(' ', '-'));
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const { code, out, err } = await runHere(['analyse', folder]);
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(place);
  expect(err).toContain(folder);
  expect(err.split('\n').at(-1)).toMatch(/^parley: There (is a fault|are \d+ faults); nothing was worked out\.$/);
  const asJson = documents.refusal.parse(JSON.parse((await runHere(['analyse', folder, '--json'])).out));
  expect(asJson.faults?.every(({ line, column, message }) => line > 0 && column > 0 && message !== '')).toBe(true);
  const byName = await Promise.all(Object.keys(files).map((file) => runHere(['analyse', join(folder, file)])));
  expect(byName.filter((ran) => ran.code === 1).length).toBeGreaterThan(0);
});

const exchange =
  'exchange:\n  parties: [Hill, Vale]\n  steps:\n    - { name: Open, by: Hill, cost: 2, benefit: { Vale: 5 } }\n    - { name: Pay, by: Vale, cost: 3, benefit: { Hill: 4 } }\n';
const conflict =
  'conflict:\n  makers:\n    - { name: Hill, options: [Open], ranking: [[NN, NY], [YN, YY]] }\n    - { name: Vale, options: [Pay], ranking: [[NN, NY, YN, YY]] }\n';
const items = (hill: number): string =>
  `items: { mill: Mill, gate: Gate }\nprofiles:\n  hill: { provenance: own, points: { mill: ${hill}, gate: 40 } }\n  vale: { provenance: own, points: { mill: 50, gate: 50 } }\n`;

test.each([
  ['sequence', `${exchange}  before: [[Open, Pay], [Pay, Open]]\n`, '10:3: The order goes round in a circle'],
  ['sequence', `${exchange}  tolerance: { Vale: -1 }\n`, '10:22: The tolerance of Vale must be'],
  [
    'sequence',
    exchange.replace('benefit: { Hill: 4 }', 'benefit: { Vale: 4 }'),
    '9:56: “Pay” benefits Vale, who does it',
  ],
  ['sequence', exchange.replace('cost: 2', 'cost: -2'), '8:37: The cost of “Open” must be'],
  [
    'conflict',
    conflict.replace('[[NN, NY], [YN', '[[NN, NY], [], [YN'),
    '7:58: The ranking of Hill has a group without',
  ],
  ['conflict', `${conflict}  barred: [{ from: NN, to: NN }]\n`, '9:12: Nobody moves from NN to itself'],
  ['divide', items(61), '7:28: The points of hill sum to 101, not 100.'],
  ['divide', items(60).replace('Gate }', 'Gate, __proto__: Ford }'), '5:34: “__proto__” cannot be a key'],
])('parley %s refuses by line and column: %#', async (command, text, fault) => {
  const file = join(dir, 'refused.scenario.yaml');
  writeFileSync(file, head + text);
  const { code, out, err } = await runHere([command, file]);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain(`${file}:${fault}`);
});

test('a file of 100 MB is not read', async () => {
  const folder = join(dir, 'large');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.xml'), '<utility_space>');
  truncateSync(join(folder, 'a.xml'), 100 * 1024 * 1024);
  for (const path of [folder, join(folder, 'a.xml')]) {
    const { code, err } = await runHere(['analyse', path]);
    expect([code, err]).toEqual([1, expect.stringMatching(/a\.xml:1:1: This file is larger than 16 MB/)]);
  }
});

test.each([
  [['analyse', '/no/such/place'], 1, '/no/such/place does not exist.'],
  [['analyse', '/dev/null'], 1, 'is neither a file nor a folder'],
  [['analyse', example('elmira')], 1, 'It holds a conflict: see parley conflict.'],
  [['analyse', example('gaza-talks-2025-01/case.yaml')], 1, 'It is a case: parley headway says where its sides stand'],
  [['analyse', example('gaza-talks-2025-01')], 1, 'A scenario beside it can take its issues, with “issues-of”'],
  [['divide', example('river')], 1, 'has nothing to divide'],
  [['conflict', example('river')], 1, 'holds no conflict'],
  [['sequence', example('river')], 1, 'holds no steps'],
  [['convert', example('elmira'), '--to', 'genius', '--out', join(dir, 'x')], 1, 'has no scenario to write'],
  [['analyse'], 2, 'analyse needs PATH'],
  [['analyse', 'x', '--budget', 'many'], 2, '--budget must be a whole number from 1'],
  [['analyse', 'x', '--budget', '0'], 2, '--budget must be a whole number from 1'],
  [['conflict', 'x', '--convention', 'other'], 2, '--convention must be one of legal-sequences, each-once, one-move'],
  [['sequence', 'x', '--tolerance', '-1'], 2, '--tolerance'],
  [['convert', 'x', '--to', 'excel', '--out', 'y'], 2, '--to must be one of genius, negmas, geniusweb'],
  [['convert', 'x', '--to', 'genius'], 2, 'convert needs --out'],
])('parley %j ends with %i', async (argv, code, sentence) => {
  expect(await runHere(argv)).toMatchObject({ code, out: '', err: expect.stringContaining(sentence) });
});
