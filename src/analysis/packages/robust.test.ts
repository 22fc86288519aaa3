import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { seeded } from '../chance.ts';
import { eachPackage, totalsOf, type Scores } from '../scores.ts';
import { mostOftenEfficient, robustInWords } from './robust.ts';

const shape = { parties: 2, issues: 4, answers: 3, bonds: 0, floors: false } as const;
const samples = 7;

/** The scores with each issue of a party multiplied by its factor. */
const weighted = (scores: Scores, factors: readonly Float64Array[], sample: number): Scores => ({
  ...scores,
  of: scores.of.map((party, p) =>
    party.map((of, i) => of.map((score) => score * factors[p]![sample * scores.sizes.length + i]!)),
  ),
});

test('the robust packages are those that are efficient in most of the weightings, counted one by one', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, shape);
      // Powers of two keep every sum exact.
      const factor = (): number => 2 ** Math.floor(chance() * 3);
      const factors = [0, 1].map(() => Float64Array.from({ length: samples * scores.sizes.length }, factor));
      const counts = new Map<string, number>();
      for (let sample = 0; sample < samples; sample++)
        for (const packs of bruteForce(weighted(scores, factors, sample)).packages)
          for (const pack of packs) counts.set(pack.join(), (counts.get(pack.join()) ?? 0) + 1);
      const stated = new Set(bruteForce(scores).points.map((totals) => totals.join()));
      const candidates = Array.from(eachPackage(scores.sizes), (pack) => [...pack]).filter((pack) =>
        stated.has([...totalsOf(scores, pack)!].join()),
      );
      const most = Math.max(0, ...candidates.map((pack) => counts.get(pack.join()) ?? 0));
      const found = mostOftenEfficient(scores, factors, (totals) => stated.has(totals.join()));
      expect(new Set(found.map(({ pack }) => pack.join()))).toEqual(
        new Set(most === 0 ? [] : candidates.map((pack) => pack.join()).filter((pack) => counts.get(pack) === most)),
      );
      for (const { count, samples: of } of found) expect([count, of]).toEqual([most, samples]);
    }),
    { numRuns: 60 },
  );
});

test('a package that is efficient whatever the weights is so in every sample, and the sentence says how sure that is', () => {
  const scores: Scores = {
    parties: ['North', 'South'],
    sizes: [2, 2],
    of: [
      [Float64Array.of(0, 9), Float64Array.of(0, 4)],
      [Float64Array.of(0, 7), Float64Array.of(0, 3)],
    ],
    bonds: [],
    floors: [-Infinity, -Infinity],
    step: 1,
    error: 0,
  };
  const factors = [0, 1].map(() => new Float64Array(800).fill(1));
  const [only, ...others] = mostOftenEfficient(scores, factors, () => true);
  expect([only?.pack, only?.count, others]).toEqual([[1, 1], 400, []]);
  expect(robustInWords(only!, 0.2)).toContain(
    'weights are off by up to 20%: in 400 of 400 sampled weightings (100%; between 99% and 100% with 95% confidence)',
  );
});
