import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runHere } from '../../tests/cli/captured.ts';
import { documents } from './documents/documents.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-scenario-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

const answer = async (...argv: readonly string[]): Promise<unknown> => {
  const { code, out, err } = await runHere([...argv, '--json']);
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out);
};
const words = async (...argv: readonly string[]): Promise<string> => (await runHere(argv)).out.replaceAll(/\s+/g, ' ');

test.each([
  [
    'panama-canal',
    { 'United States': '66', Panama: '66' },
    ['Land and water', '13/15', '2/15'],
    '2/15 of Land and water',
  ],
  ['camp-david', { Israel: '395/6', Egypt: '395/6' }, ['Sinai', '5/6', '1/6'], '395/6 (65.8333)'],
  ['divorce', { Bob: '69', Carol: '69' }, ['House', '3/5', '2/5'], 'Bob keeps 3/5 of it and Carol gets 2/5'],
  ['divorce-property', { Carol: '170/3', Bob: '170/3' }, ['Retirement account', '5/6', '1/6'], '170/3 (56.6667)'],
])('%s is divided as published', async (name, totals, [item, keeps, gets], sentence) => {
  const { adjustedWinner } = documents.divide.parse(await answer('divide', example(name)));
  expect(adjustedWinner.totals).toEqual(totals);
  expect(adjustedWinner.split).toMatchObject({ item, keeps, gets });
  expect(await words('divide', example(name))).toContain(sentence);
});

test('points that do not sum to 100 are refused, and scaled if that is meant', async () => {
  const file = join(dir, 'uneven.scenario.yaml');
  writeFileSync(
    file,
    readFileSync(join(example('divorce'), 'divorce.scenario.yaml'), 'utf8').replace('alimony: 60', 'alimony: 110'),
  );
  const refused = await runHere(['divide', file]);
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringMatching(/uneven\.scenario\.yaml:\d+:\d+: The points of Bob sum to 150, not 100.*--scale/),
  ]);
  expect(documents.divide.parse(await answer('divide', file, '--scale')).scaled).toEqual(['Bob']);
});

test('Elmira and the prisoners’ dilemma have their published equilibria under every convention', async () => {
  for (const convention of ['legal-sequences', 'each-once', 'one-move']) {
    const elmira = documents.conflict.parse(await answer('conflict', example('elmira'), '--convention', convention));
    expect([elmira.convention, elmira.equilibria.R, elmira.equilibria.SEQ]).toEqual([
      convention,
      ['s5', 's6', 's7', 's10', 's11', 's12'],
      ['s5', 's6', 's7', 's10', 's11', 's12'],
    ]);
    expect(elmira.equilibria.GMR).toEqual(['s1', 's4', 's5', 's6', 's7', 's10', 's11', 's12']);
    expect(elmira.equilibria.SMR).toEqual(elmira.equilibria.GMR);
  }
  const dilemma = documents.conflict.parse(await answer('conflict', example('prisoners-dilemma')));
  expect(dilemma.equilibria).toMatchObject({ R: ['s1'], SEQ: ['s1', 's4'], GMR: ['s1', 's4'], SMR: ['s1', 's4'] });
  const told = await words('conflict', example('elmira'), '--from', 's1');
  expect(told).toContain(
    '6 states are stable for everybody because nobody has a better move: s5, s6, s7, s10, s11 and s12.',
  );
  expect(told).toContain('s1 is where things stand.');
  expect(told).toContain('Ministry and Uniroyal could together go from s7 to s10');
  expect(await words('conflict', example('elmira'), '--from', 'NYNNN')).toBe(told);
  const nowhere = await runHere(['conflict', example('elmira'), '--from', 's99']);
  expect([nowhere.code, nowhere.err]).toEqual([1, expect.stringContaining('There is no state “s99”; say s1 to s12')]);
});

const exchange = `parley-scenario: 1
name: Gate and repair
summary: Two farms, three steps.
provenance: Invented for a test.
exchange:
  parties: [Hill, Vale]
  steps:
    - { name: Open the gate, by: Hill, cost: 4, benefit: { Vale: 6 }, divisible: 4 }
    - { name: Pay for the repair, by: Vale, cost: 4, benefit: { Hill: 6 }, divisible: 4 }
  before: []
  together: []
  tolerance: { Hill: 4, Vale: 4 }
`;

test('steps are put in order within a tolerance, and what would help is said where they cannot be', async () => {
  const file = join(dir, 'swap.scenario.yaml');
  writeFileSync(file, exchange);
  const found = documents.sequence.parse(await answer('sequence', file));
  expect([found.withinTolerance, found.excess, found.proved, found.orders.length]).toEqual([true, 0, true, 2]);
  // Whoever goes first is exposed by 4 until the other has gone.
  const goesFirst = (name: string) => [
    { Hill: 0, Vale: 0, [name]: 4 },
    { Hill: 0, Vale: 0 },
  ];
  expect(found.orders.map((order) => order.map(({ risk }) => risk))).toEqual(
    found.orders.map(([first]) => goesFirst(first?.steps[0]?.by ?? '')),
  );
  const strict = documents.sequence.parse(await answer('sequence', file, '--tolerance', '1'));
  expect([strict.tolerance, strict.withinTolerance, strict.excess]).toEqual([{ Hill: 1, Vale: 1 }, false, 3]);
  const told = await words('sequence', file, '--tolerance', '1');
  expect(told).toContain('exposed by 4, beyond its tolerance of 1');
  expect(told).toContain(
    'What would help – Do “Open the gate” and “Pay for the repair” at the same moment, and verify it',
  );
  expect(await words('sequence', file, '--measure', 'temptation')).toContain(
    'In this order nobody is ever tempted to stop',
  );
});

test.each(['genius', 'negmas', 'geniusweb'])(
  'what is written as %s is read again with the same answers',
  async (to) => {
    const out = join(dir, to);
    const { code, out: told, err } = await runHere(['convert', example('panama-canal'), '--to', to, '--out', out]);
    expect([code, err]).toEqual([0, '']);
    expect(told.replaceAll(/\s+/g, ' ')).toContain(
      'What this format does not hold: – Who says that the parties value things so is left out',
    );
    const before = documents.analyse.parse(await answer('analyse', example('panama-canal')));
    const after = documents.analyse.parse(await answer('analyse', out));
    const share = to === 'negmas' ? 1 : 100;
    // Parties stand in the order of their files’ names.
    const turned = before.frontier.points.map(([us = 0, panama = 0]) => `${panama / share} ${us / share}`);
    const rounded = after.frontier.points.map((point) =>
      point.map((utility) => Math.round(utility * 1e9) / 1e9).join(' '),
    );
    expect([after.parties, rounded.sort()]).toEqual([['Panama', 'United States'], turned.sort()]);
    const files = readdirSync(out);
    const again = await runHere(['convert', example('divorce'), '--to', to, '--out', out]);
    expect([again.code, readdirSync(out).length]).toEqual([0, files.length + 3]);
    const over = await runHere(['convert', example('divorce'), '--to', to, '--out', out]);
    expect([over.code, over.err]).toEqual([1, expect.stringContaining('there already; nothing was written')]);
    expect((await runHere(['convert', example('divorce'), '--to', to, '--out', out, '--force'])).code).toBe(0);
  },
);

test('several files are not written to the place of one', async () => {
  const file = join(dir, 'one.xml');
  writeFileSync(file, 'mine');
  const { code, err } = await runHere(['convert', example('river'), '--to', 'genius', '--out', file, '--force']);
  expect([code, err, readFileSync(file, 'utf8')]).toEqual([1, expect.stringContaining('Name a folder'), 'mine']);
});
