import { afterAll, beforeAll, expect, test } from 'vitest';
import { openParley, type Browser, type TestParley } from '../support/app.ts';

/** How many pairs of answers are timed: one where the other side has said yes before, one where it has said no. */
const pairs = Number(process.env['PARLEY_PAIRS'] ?? 150);

let parley: TestParley;
beforeAll(async () => {
  parley = await openParley();
}, 120_000);
afterAll(() => parley.close());

/** A question that upstream has answered so; gives how long it takes downstream to say no, in milliseconds. */
async function timeOfNo(
  { xenia, ana, ben }: Readonly<Record<'xenia' | 'ana' | 'ben', Browser>>,
  said: 'yes' | 'no',
): Promise<number> {
  const form = await xenia.get(`${parley.base}/sealed/ask`);
  const asked = { title: 'The new line', 'terms.border': 'new', closes: '2031-01-20T18:00' };
  const question = (await xenia.submit(await xenia.submit(form, asked), {}, 'Ask them')).address;
  await ana.submit(await ana.get(question), { answer: said }, 'Seal the answer');
  const page = await ben.get(question);
  const fields = page.forms.find(({ action }) => action.includes('/sealed/'))?.fields ?? [];
  const filled = [...fields].filter(([name]) => name !== 'answer').concat([['answer', 'no']]);
  const began = performance.now();
  await ben.send(question, new URLSearchParams(filled.map(([name, value]) => [name, value])));
  return performance.now() - began;
}

// Two tests of one pair each would prove little: the differences of all pairs are put to a signed-rank test (Wilcoxon 1945).
test('the time that a no takes does not tell what the other side said', async () => {
  const people = { xenia: await parley.as('xenia'), ana: await parley.as('ana'), ben: await parley.as('ben') };
  for (const said of ['yes', 'no'] as const) await timeOfNo(people, said);
  const differences: number[] = [];
  for (let i = 0; i < pairs; i += 1) {
    const order = i % 2 === 0 ? (['yes', 'no'] as const) : (['no', 'yes'] as const);
    const times = new Map<string, number>();
    for (const said of order) times.set(said, await timeOfNo(people, said));
    differences.push((times.get('yes') ?? 0) - (times.get('no') ?? 0));
  }
  const z = signedRank(differences);
  const spread = standardDeviation(trimmed(differences));
  // With this many pairs a mean difference of so much is found nine times in ten, at one false alarm in a thousand.
  const found = ((3.29 + 1.28) * spread) / Math.sqrt(pairs);
  console.info(
    `${pairs} pairs: z = ${z.toFixed(2)}; a difference of ${found.toFixed(2)} ms would be found nine times in ten`,
  );
  expect(Math.abs(z)).toBeLessThan(3.29);
}, 1_200_000);

test('the signed-rank test finds a difference where there is one', () => {
  const differences = Array.from({ length: 150 }, (_, i) => 0.5 + Math.sin(i * 12.9898) * 1.5);
  expect(signedRank(differences)).toBeGreaterThan(3.29);
  expect(Math.abs(signedRank(differences.map((value, i) => (i % 2 === 0 ? value : -value))))).toBeLessThan(3.29);
});

/** Wilcoxon's signed-rank statistic in its normal form. */
function signedRank(differences: readonly number[]): number {
  const ranked = differences.filter((value) => value !== 0).sort((a, b) => Math.abs(a) - Math.abs(b));
  const n = ranked.length;
  const positive = ranked.reduce((sum, value, i) => (value > 0 ? sum + i + 1 : sum), 0);
  return (positive - (n * (n + 1)) / 4) / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24);
}

/** Without the twentieth at each end, where the machine did something else. */
const trimmed = (values: readonly number[]): readonly number[] =>
  [...values].sort((a, b) => a - b).slice(Math.floor(values.length / 20), Math.ceil((values.length * 19) / 20));

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
