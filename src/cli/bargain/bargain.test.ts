import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

test('of three parties each expects what the draw gives', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'parley-')), 'three.scenario.yaml');
  const profile = (name: string, points: readonly number[]) =>
    `  ${name}: { provenance: fictional, points: { x: { ${points.map((each, p) => `o${p}: ${each}`).join(', ')} } }, reservation: 0 }\n`;
  writeFileSync(
    file,
    `parley-scenario: 1\nname: Three\nprovenance: Fiction.\nissues: { x: { name: X, options: { o0: A, o1: B, o2: C } } }\nprofiles:\n${profile('a', [16, 34, 2])}${profile('b', [13, 7, 3])}${profile('c', [17, 10, 19])}`,
  );
  const { kalaiSmorodinskyLottery: lottery } = await bargained(file);
  const drawn = [0, 1, 2].map((p) =>
    (lottery?.ends ?? []).reduce((sum, { utilities, share }) => sum + (share ?? 0) * (utilities[p] ?? 0), 0),
  );
  drawn.forEach((each, p) => expect(lottery?.expected?.[p]).toBeCloseTo(each, 6));
});
