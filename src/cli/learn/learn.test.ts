import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHere } from '../../../tests/cli/captured.ts';
import { documents } from '../documents/documents.ts';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

test('what offers let one suppose is labelled as learnt, by both models', async () => {
  const { code, out } = await runHere(['learn', `${examples}river`, '--json']);
  expect(code).toBe(0);
  const found = documents.learn.parse(JSON.parse(out));
  expect(found.provenance).toBe('learnt');
  for (const { offers, frequency, bayesian } of found.parties) {
    expect(offers).toBeGreaterThanOrEqual(2);
    for (const { weights } of [frequency, bayesian])
      expect(Object.values(weights ?? {}).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  }
  // Of what Upstream put forward whole, the readings of the gauges alone never changed.
  const { weights } = found.parties[1]?.frequency ?? {};
  expect(Math.max(...Object.values(weights ?? {}))).toBe(weights?.['Reading of the gauges']);
  const words = (await runHere(['learn', `${examples}river`])).out;
  expect(words.replaceAll(/\s+/g, ' ')).toContain('a guess about each side, never what it has said of itself');
});

test('of fewer than two whole offers nothing is learnt, and what holds no offers is refused', async () => {
  const { out } = await runHere(['learn', `${examples}gaza-talks-2025-01`, '--json']);
  for (const { frequency, bayesian } of documents.learn.parse(JSON.parse(out)).parties)
    expect([frequency.weights, bayesian.weights, frequency.sentence]).toEqual([
      null,
      null,
      expect.stringContaining('fewer than two whole offers'),
    ]);
  const { code, err } = await runHere(['learn', `${examples}nash-1950`]);
  expect([code, err]).toEqual([1, expect.stringContaining('holds no offers')]);
});
