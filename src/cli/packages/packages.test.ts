import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHere } from '../../../tests/cli/captured.ts';
import { documents, type AnalyseDocument, type ExamineDocument, type SuggestDocument } from '../documents/documents.ts';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

async function suggested(path: string, ...options: string[]): Promise<SuggestDocument> {
  const { code, out, err } = await runHere(['suggest', path, '--json', ...options]);
  expect([code, err]).toEqual([0, '']);
  return documents.suggest.parse(JSON.parse(out));
}

async function examined(path: string, ...options: string[]): Promise<ExamineDocument> {
  const { code, out, err } = await runHere(['examine', path, '--json', ...options]);
  expect([code, err]).toEqual([0, '']);
  return documents.examine.parse(JSON.parse(out));
}

const refusal = async (...line: string[]) => {
  const { code, err } = await runHere(line);
  return [code, err];
};

const unwrapped = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Two farms that share a stream; what is known of the weights of one is an order. */
const stream = `parley-scenario: 1
name: Two farms
provenance: Fiction, for a test.
issues:
  water: { name: Water, options: { low: Low, high: High } }
  gate: { name: Gate, options: { hill: Hill, vale: Vale } }
  years: { name: Years, range: { from: 0, to: 10, step: 5 } }
profiles:
  hill:
    name: Hill
    provenance: fictional
    points: { water: { low: 0, high: 10 }, gate: { hill: 10, vale: 0 }, years: { 0: 0, 10: 10 } }
    uncertain-weights: { ranking: [water, gate, years] }
    reservation: 4
  vale:
    name: Vale
    provenance: { analyst: The parish clerk }
    points: { water: { low: 10, high: 0 }, gate: { hill: 0, vale: 10 }, years: { 0: 10, 10: 0 } }
    weights: { water: 0.2, gate: 0.3, years: 0.5 }
    reservation: 4
constraints:
  - { name: The gate goes with the water, forbidden: { water: high, gate: hill } }
`;

function streamFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'parley-')), 'stream.scenario.yaml');
  writeFileSync(file, stream);
  return file;
}

test('between the offers of the river: each suggestion is efficient, acceptable, and stands beside the latest offers', async () => {
  const { suggestions, offers, profiles, trades } = await suggested(`${examples}river`, '--weightings', '60');
  const { out } = await runHere(['analyse', `${examples}river`, '--json']);
  const { frontier } = JSON.parse(out) as AnalyseDocument;
  const points = new Set(frontier.points.map((point) => point.join()));
  expect(suggestions.map(({ reasons }) => reasons.map(({ name }) => name)).flat()).toEqual(
    expect.arrayContaining(['nearest', 'nash', 'egalitarian']),
  );
  for (const { utilities, apart, accounts, robustness } of suggestions) {
    expect(points).toContain(utilities.join());
    expect(utilities.every((utility, p) => utility >= (profiles[p]?.reservation ?? 0))).toBe(true);
    expect([apart.length, accounts.length, robustness?.samples]).toEqual([2, 2, 60]);
  }
  // As the case has them after its fourth round.
  expect(offers).toMatchObject({
    Downstream: { 'Summer flow': 34, 'Filling of the reservoir': 9, 'Reading of the gauges': 'A third party' },
    Upstream: { 'Summer flow': 29, 'Filling of the reservoir': 7, 'Reading of the gauges': 'Both sides jointly' },
  });
  const nearest = suggestions.find(({ reasons }) => reasons.some(({ name }) => name === 'nearest'));
  for (const { apart } of suggestions)
    expect(Math.max(...(nearest?.apart ?? []))).toBeLessThanOrEqual(Math.max(...apart) + 1e-9);
  expect(trades[0]?.issues).toEqual(['Flow data', 'Reading of the gauges']);
});

test('without a case there are no offers to be near to, and what nobody knows is not claimed', async () => {
  const { suggestions, offers } = await suggested(`${examples}panama-canal`, '--weightings', '20');
  expect(offers).toEqual({});
  expect(suggestions.flatMap(({ reasons }) => reasons.map(({ name }) => name))).not.toContain('nearest');
  // Nobody has said what it has without an agreement.
  for (const { robustness } of suggestions) expect(robustness?.acceptable).toBeNull();
  const { out } = await runHere(['suggest', `${examples}panama-canal`, '--weightings', '20']);
  expect(unwrapped(out)).toContain('whether all could accept it is not known');
  expect(out).toMatch(/US defence rights +United States +22 +0/);
});

test('in words: the package beside the offers, and with --explain why it is here and by whose method', async () => {
  const brief = await runHere(['suggest', `${examples}river`, '--weightings', '0']);
  expect(brief.out).toMatch(/Summer flow +28 m³\/s +34 m³\/s \(−9\.6\) +29 m³\/s \(\+2\)/);
  expect(brief.out).not.toContain('sampled weightings');
  expect(brief.out).not.toContain('Source:');
  const long = await runHere(['suggest', `${examples}river`, '--weightings', '0', '--explain']);
  expect(unwrapped(long.out)).toContain('no package has a larger product of gains');
  expect(long.out).toContain('Source: Raiffa 1982');
  for (const line of long.out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('what a file says of weights is what is sampled', async () => {
  const file = streamFile();
  const [exact, off] = [
    await examined(file, '--package', 'Water=High; Gate=Vale; Years=5', '--off', '0'),
    await examined(file, '--package', 'Water=High; Gate=Vale; Years=5', '--off', '90'),
  ];
  // By its ranking the water weighs from a third to all for Hill; by its own weights Vale has 5.5 points.
  expect(exact.robustness?.samples).toBe(400);
  expect(exact.robustness?.acceptable?.share).toBeGreaterThan(0.9);
  expect(off.robustness?.acceptable?.share).toBeLessThan(exact.robustness?.acceptable?.share ?? 0);
  expect(exact.notes.map(({ message }) => message).join()).toContain('weights of Hill');
});

test('the package of a solution is examined, and its answers and points are those of the analysis', async () => {
  const { out } = await runHere(['analyse', `${examples}river`, '--json']);
  const { solutions } = JSON.parse(out) as AnalyseDocument;
  const found = await examined(`${examples}river`, '--solution', 'nash', '--weightings', '40');
  expect({ utilities: found.utilities, package: found.package }).toEqual(solutions['nash']?.[0]);
  expect([found.efficient, found.improvements, found.exact]).toEqual([true, [], true]);
  expect(found.acceptance.map(({ accepts }) => accepts)).toEqual([true, true]);
  expect(found.sensitivity).toHaveLength(12);
  expect(found.robustness?.nash?.of).toBe(40);
});

test('an offer as a deal: who falls short, and what would be better for all', async () => {
  const found = await examined(`${examples}river`, '--offer', 'downstream', '--weightings', '0');
  expect(found.package).toEqual(found.offers['Downstream']);
  expect([found.efficient, found.robustness, found.sensitivity]).toEqual([false, null, null]);
  for (const { utilities } of found.improvements)
    expect(utilities.every((utility, p) => utility >= (found.utilities[p] ?? 0))).toBe(true);
  const upstream = found.acceptance.find(({ party }) => party === 'Upstream');
  expect(upstream?.short).toBeCloseTo(45 - (found.utilities[1] ?? 0), 9);
  const words = found.sections.map(({ heading, sentences }) => `${heading}: ${sentences.join(' ')}`).join('\n');
  expect(words).toContain('Upstream is short by');
  expect(words).toContain('nobody is worse off than in the deal');
});

test('a package is named in full, by what there is, and once', async () => {
  const file = streamFile();
  const examine = (...more: string[]) => refusal('examine', file, ...more);
  expect(await examine()).toEqual([
    2,
    'parley: Name one package: --package, --solution or --offer. See parley examine --help.',
  ]);
  expect(await examine('--package', 'Water=High', '--solution', 'nash')).toEqual([
    2,
    'parley: Name one package: --package, --solution or --offer. See parley examine --help.',
  ]);
  for (const [text, sentence] of [
    ['Water=High', 'The package must answer every issue; it leaves out “Gate”, “Years”.'],
    ['Watr=High; Gate=Vale; Years=5', 'There is no issue “Watr”; did you mean “Water”? Known are'],
    ['Water=Heigh; Gate=Vale; Years=5', 'There is no answer to “Water” “Heigh”; did you mean “High”? Known are'],
    ['Water=High; water=Low; Gate=Vale; Years=5', '“water” is answered twice.'],
    ['Water=High; Gate=Vale; Years=11', '“11” is no answer to “Years”, which goes from 0 to 10.'],
    ['Water=High; Gate=Vale; Years', '“Years” is no ISSUE=ANSWER.'],
    ['Water=High; Gate=Hill; Years=5', 'The package breaks “The gate goes with the water”.'],
  ] as const) {
    const [code, err] = await examine('--package', text);
    expect([text, code]).toEqual([text, 1]);
    expect(err).toContain(sentence);
  }
  expect(await examine('--offer', 'Hill')).toEqual([1, `parley: ${file}: Hill has made no offer that is known here.`]);
  expect(await examine('--offer', 'Dale')).toEqual([
    1,
    `parley: ${file}: There is no party “Dale”; there are Hill, Vale.`,
  ]);
});

test('a number between those that are considered counts as the nearest, and it is said', async () => {
  const found = await examined(streamFile(), '--package', 'Water=low; Gate=hill; Years=6', '--weightings', '0');
  expect(found.package).toEqual({ Water: 'Low', Gate: 'Hill', Years: 5 });
  expect(found.notes.map(({ message }) => message)).toContain(
    '6 on Years lies between the numbers that are considered; the nearest, 5, stands for it.',
  );
});

test('how much work is asked for is a number, and what holds no points is refused', async () => {
  for (const [option, text] of [
    ['--weightings', '1e9'],
    ['--off', '101'],
    ['--budget', '0'],
  ] as const)
    for (const name of ['suggest', 'examine'])
      expect((await refusal(name, `${examples}river`, option, text))[0]).toBe(2);
  for (const line of [['suggest'], ['examine', '--solution', 'nash']])
    expect(await refusal(line[0] ?? '', `${examples}elmira`, ...line.slice(1))).toEqual([
      1,
      expect.stringContaining('says nothing of what packages are worth'),
    ]);
});
