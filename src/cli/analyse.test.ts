import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { runHere } from '../../tests/cli/captured.ts';
import { documents, type AnalyseDocument } from './documents/documents.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-analyse-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

/** What analyse answers with --json; the answer is held against its schema each time. */
async function analysed(path: string, ...more: readonly string[]): Promise<AnalyseDocument> {
  const { code, out, err } = await runHere(['analyse', path, '--json', ...more]);
  expect([code, err]).toEqual([0, '']);
  return documents.analyse.parse(JSON.parse(out));
}

const utilitiesOf = (found: AnalyseDocument, name: keyof AnalyseDocument['solutions']) =>
  found.solutions[name].map(({ utilities }) => utilities);

const inFile = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

test('Nash’s example has its published answers, in JSON and in words', async () => {
  const found = await analysed(example('nash-1950'));
  expect(found.outcomes).toBe('512');
  expect(found.frontier).toEqual({
    points: [
      [2, 8],
      [6, 7],
      [8, 6],
      [12, 5],
      [14, 4],
      [16, 2],
      [18, 0],
    ],
    exact: true,
    within: null,
  });
  expect(utilitiesOf(found, 'nash')).toEqual([[12, 5]]);
  expect(utilitiesOf(found, 'kalaiSmorodinsky')).toEqual([[12, 5]]);
  expect(new Set(utilitiesOf(found, 'egalitarian').map(String))).toEqual(new Set(['8,6', '6,7']));
  expect(found.solutions.nash[0]?.package).toMatchObject({
    'Bill’s bat': 'Goes to Jack',
    'Jack’s hat': 'Stays with Jack',
  });
  expect(found.agreementZone).toMatchObject({ kind: 'open', proved: true, of: '512' });
  const { code, out } = await runHere(['analyse', example('nash-1950')]);
  const words = out.replaceAll(/\s+/g, ' ');
  expect(code).toBe(0);
  expect(words).toContain('Bill fiction 0 -12 22');
  expect(words).toContain('All points are held exactly, in steps of 1.');
  expect(words).toContain('Among 512 possible packages, 7 outcomes are efficient');
  expect(words).toContain('The Nash solution gives Bill 12 and Jack 5: no package has a larger product of gains');
  expect(words).toContain('Package: Bill’s book: Goes to Jack; Bill’s whip: Goes to Jack');
  expect(words).toContain('There is room for agreement');
  expect(out).toContain('↑ Jack');
  expect(out).toContain('→ Bill');
  expect(out).toMatch(/^8 │┊ {3,}·$/m);
  expect(out).toMatch(/^N K O R A M P +12 +5$/m);
});

test('an analyst’s points are shown as that analyst’s', async () => {
  expect((await analysed(example('panama-canal'))).profiles.map(({ provenance }) => provenance)).toEqual([
    { kind: 'analyst', name: 'Raiffa 1982' },
    { kind: 'analyst', name: 'Raiffa 1982' },
  ]);
  expect((await runHere(['analyse', example('camp-david')])).out).toContain('assumed by Brams and Togman 1996');
});

test('a range that people set, and the points that go with a case, are analysed', async () => {
  const found = await analysed(example('river'));
  expect(found.parties).toEqual(['Downstream', 'Upstream']);
  expect(found.frontier.exact).toBe(true);
  expect(found.grid.error).toBe(0);
  expect(found.frontier.points.every(([down = 0, up = 0]) => down >= 48 && up >= 45)).toBe(true);
  expect(typeof found.solutions.nash[0]?.package['Summer flow']).toBe('number');
  expect(found.agreementZone).toMatchObject({ kind: 'open', packages: null });
  expect(found.agreementZone.interval?.from).toBeLessThan(found.agreementZone.share ?? 0);
  expect(await analysed(example('river/river.scenario.yaml'))).toEqual(found);
});

/** A table of points for two parties, with what each has without an agreement. */
const tableOf = (
  parties: readonly string[],
  points: readonly (readonly number[])[],
  limits: readonly number[],
): string =>
  [
    `issue,option,${parties.join(',')}`,
    ...points.map((row, at) => `issue ${Math.floor(at / 3)},option ${at % 3},${row.join(',')}`),
    `,reservation,${limits.join(',')}`,
    '',
  ].join('\n');

test('swapping the parties in the file swaps only names and columns', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 9, maxLength: 9 }),
      fc.tuple(fc.nat(16), fc.nat(16)),
      async (points, limits) => {
        const one = await analysed(inFile('one.csv', tableOf(['East', 'West'], points, limits)));
        const swapped = await analysed(
          inFile(
            'one.csv',
            tableOf(
              ['West', 'East'],
              points.map(([a, b]) => [b, a]),
              [limits[1], limits[0]],
            ),
          ),
        );
        const sorted = (list: readonly (readonly number[])[], turn: boolean) =>
          list.map(([a = 0, b = 0]) => (turn ? `${b},${a}` : `${a},${b}`)).sort();
        expect(sorted(swapped.frontier.points, true)).toEqual(sorted(one.frontier.points, false));
        for (const name of Object.keys(one.solutions) as (keyof AnalyseDocument['solutions'])[])
          expect([name, sorted(utilitiesOf(swapped, name), true)]).toEqual([
            name,
            sorted(utilitiesOf(one, name), false),
          ]);
        expect({ ...swapped.agreementZone, certificate: null, leastSacrifice: null }).toEqual({
          ...one.agreementZone,
          certificate: null,
          leastSacrifice: null,
        });
        expect(swapped.profiles.map(({ party, least, most }) => [party, least, most])).toEqual(
          [...one.profiles].reverse().map(({ party, least, most }) => [party, least, most]),
        );
      },
    ),
    { numRuns: 15 },
  );
});

test('where nothing is acceptable to all, it is shown why, and what would open a zone', async () => {
  const points = [
    [9, 0],
    [5, 4],
    [0, 9],
  ];
  const found = await analysed(inFile('closed.csv', tableOf(['East', 'West'], points, [6, 6])));
  expect(found.frontier.points).toEqual([]);
  expect(found.agreementZone).toMatchObject({ kind: 'empty', proved: true });
  expect(found.agreementZone.certificate?.length).toBe(2);
  expect(found.agreementZone.leastSacrifice).toMatchObject({
    utilities: [5, 4],
    package: { 'issue 0': 'option 1' },
    short: [1, 2],
    proved: true,
  });
  expect(found.solutions.nash).toEqual([]);
  expect((await runHere(['analyse', join(dir, 'closed.csv')])).out.replaceAll(/\s+/g, ' ')).toContain(
    'There is no room for agreement',
  );
});

test('beyond the budget the rest is by bounding, in a thread of its own, and it is said what is proved', async () => {
  const points = Array.from({ length: 60 }, (_, at) => [
    at % 3 === 0 ? (at * 7919) % 1009 : at,
    at % 3 === 1 ? (at * 104_729) % 997 : 60 - at,
  ]);
  const file = inFile('wide.csv', tableOf(['East', 'West'], points, [0, 0]));
  const exact = await analysed(file);
  const bounded = await analysed(file, '--budget', '5');
  expect([exact.frontier.exact, bounded.frontier.exact]).toEqual([true, false]);
  expect(exact.frontier.points.length).toBeGreaterThan(5);
  expect(bounded.frontier.points.length).toBeLessThanOrEqual(5);
  const within = bounded.frontier.within ?? 0;
  for (const point of exact.frontier.points)
    expect(
      bounded.frontier.points.some((shown) => shown.every((utility, p) => utility >= (point[p] ?? 0) - within)),
    ).toBe(true);
  for (const name of ['nash', 'egalitarian', 'kalaiSmorodinsky', 'kalaiSmorodinskyOverall', 'utilitarian'] as const) {
    expect(bounded.explanations.solutions[name].proved).toBe(true);
    expect(utilitiesOf(exact, name)).toContainEqual(utilitiesOf(bounded, name)[0]);
  }
  expect(bounded.solutions.equalArea).toEqual([]);
  expect(bounded.explanations.solutions.equalArea).toMatchObject({
    proved: false,
    sentence: expect.stringContaining('needs the whole frontier'),
  });
  const { out } = await runHere(['analyse', file, '--budget', '5']);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('every efficient one is matched by one of these to within');
});

test('more than two parties stand side by side', async () => {
  const file = inFile(
    'three.csv',
    ['issue,option,A,B,C', 'x,one,5,1,0', 'x,two,1,5,2', 'y,one,0,3,4', 'y,two,2,2,2', ''].join('\n'),
  );
  const { out } = await runHere(['analyse', file]);
  expect(out).toMatch(/Solution +A +B +C/);
  expect(out).toContain('█');
  const picture = join(dir, 'three.svg');
  expect((await runHere(['analyse', file, '--svg', picture])).code).toBe(0);
  expect(readFileSync(picture, 'utf8')).toContain('<path');
});

test('the frontier is drawn into a file, once, and holds nothing but text', async () => {
  const file = inFile(
    'odd.csv',
    tableOf(
      ['A<b>&"c"', 'West'],
      [
        [9, 0],
        [5, 4],
        [0, 9],
      ],
      [0, 0],
    ).replace('A<b>&"c"', '"A<b>&""c"""'),
  );
  const picture = join(dir, 'frontier.svg');
  expect((await runHere(['analyse', file, '--svg', picture])).code).toBe(0);
  const drawn = readFileSync(picture, 'utf8');
  expect(drawn).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect([drawn.match(/r="2.5"/g)?.length, drawn.includes('<b>')]).toEqual([3, false]);
  expect(drawn).toContain('A&#60;b&#62;&#38;&#34;c&#34;');
  const again = await runHere(['analyse', file, '--svg', picture]);
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('is there already')]);
  expect((await runHere(['analyse', file, '--svg', picture, '--force'])).code).toBe(0);
});

test('GENIUS files are read as GENIUS does, or raw', async () => {
  const folder = join(dir, 'genius');
  mkdirSync(folder);
  const issue = (evaluations: readonly number[]) =>
    `<issue index="1" name="Colour" vtype="discrete" type="discrete" etype="discrete">${['red', 'blue']
      .map(
        (value, at) =>
          `<item index="${at + 1}" value="${value}"${evaluations.length === 0 ? '' : ` evaluation="${evaluations[at]}"`}/>`,
      )
      .join('')}</issue>`;
  const tree = (inner: string, more = '') =>
    `<utility_space number_of_issues="1"><objective index="0" name="all" type="objective" etype="objective" description="">${inner}</objective>${more}</utility_space>`;
  writeFileSync(join(folder, 'domain.xml'), `<negotiation_template>${tree(issue([]))}</negotiation_template>`);
  writeFileSync(
    join(folder, 'left.xml'),
    tree(`${issue([4, 2])}<weight index="1" value="1"/>`, '<reservation value="0"/>'),
  );
  writeFileSync(
    join(folder, 'right.xml'),
    tree(`${issue([1, 5])}<weight index="1" value="1"/>`, '<reservation value="0"/>'),
  );
  expect((await analysed(folder)).frontier.points).toEqual([
    [0.5, 1],
    [1, 0.2],
  ]);
  expect((await analysed(folder, '--raw')).frontier.points).toEqual([
    [2, 5],
    [4, 1],
  ]);
  expect(existsSync(join(folder, 'domain.xml'))).toBe(true);
});

test('a file of empty lines is read as quickly as any, and one that names its case in quotes finds it', async () => {
  const empty = inFile('empty.scenario.yaml', `${'\n'.repeat(300_000)}parley-scenario: 1\nname: x\n`);
  expect(await runHere(['analyse', empty])).toMatchObject({ code: 1, err: expect.stringContaining(':300001:1: ') });
  const river = readFileSync(example('river/river.scenario.yaml'), 'utf8');
  inFile('our case #1.yaml', readFileSync(example('river/case.yaml'), 'utf8'));
  const named = inFile('river.scenario.yaml', river.replace('issues-of: case.yaml', 'issues-of: "our case #1.yaml"'));
  expect((await analysed(named)).parties).toHaveLength(2);
});

test('a division does not pass over conditions that it would not keep', async () => {
  const file = inFile(
    'home.scenario.yaml',
    readFileSync(example('divorce/divorce.scenario.yaml'), 'utf8').replace(
      /^profiles:/m,
      'constraints:\n  - { name: never, forbidden: { house: bob } }\nprofiles:',
    ),
  );
  const { code, err } = await runHere(['divide', file]);
  expect([code, err]).toEqual([1, expect.stringMatching(/conditions or interactions|constraints/)]);
});
