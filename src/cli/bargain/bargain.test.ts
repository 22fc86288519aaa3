import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHere } from '../../../tests/cli/captured.ts';
import { documents, type BargainDocument } from '../documents/documents.ts';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

async function bargained(...line: string[]): Promise<BargainDocument> {
  const { code, out, err } = await runHere(['bargain', ...line, '--json']);
  expect([code, err]).toEqual([0, '']);
  return documents.bargain.parse(JSON.parse(out));
}

test('by Zeuthen’s concessions Bill and Jack come to Nash’s solution, and by the draw to its exact point', async () => {
  const found = await bargained(`${examples}nash-1950`);
  expect(found.zeuthen?.ends.map(({ utilities }) => utilities)).toEqual([[12, 5]]);
  expect(found.fallback?.ends.map(({ utilities }) => utilities)).toEqual([[12, 5]]);
  const { expected, ends } = found.kalaiSmorodinskyLottery ?? {};
  expect(expected?.[0]).toBeCloseTo(324 / 29, 12);
  expect(expected?.[1]).toBeCloseTo(153 / 29, 12);
  expect((ends ?? []).reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
  for (const way of [found.raiffaDiscrete, found.raiffaContinuous]) {
    expect(way?.ends).toEqual([]);
    expect(way?.path[0]).toEqual([0, 0]);
    expect(way?.path.at(-1)).toEqual(way?.expected);
  }
});

test('who waits with less loss gets more, and patience is two numbers', async () => {
  const worth = async (patience: string): Promise<readonly number[]> =>
    (await bargained(`${examples}river`, '--patience', patience)).rubinstein?.ends[0]?.utilities ?? [];
  const [patient, hasty] = [await worth('0.99,0.6'), await worth('0.6,0.99')];
  expect(patient[0]).toBeGreaterThan(hasty[0] ?? Infinity);
  expect(patient[1]).toBeLessThan(hasty[1] ?? 0);
  for (const text of ['1,0.5', '0.9', '0.9,0.9,0.9', 'a,b', '-0.1,0.5']) {
    const { code, err } = await runHere(['bargain', `${examples}river`, `--patience=${text}`]);
    expect([text, code]).toEqual([text, 2]);
    expect(err).toContain('--patience must be two numbers from 0 to below 1');
  }
});

test('a long way is told by its beginning and its end, within the width of a terminal', async () => {
  const { code, out } = await runHere(['bargain', `${examples}river`, '--explain']);
  expect(code).toBe(0);
  expect(out).toMatch(/And so on, \d+ times more/);
  expect(out).toContain('Source: Zeuthen 1930');
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
