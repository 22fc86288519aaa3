import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../chance.ts';
import { centralWeights, rankOrderCentroid } from './central-weights.ts';
import { sampledProfile, sampleWeights } from './sample-weights.ts';
import { checkUncertain } from './uncertain.ts';
import type { Profile } from '../scenario.ts';
import type { UncertainWeights } from './uncertain.ts';

test('rank-order centroid weights are those published', () => {
  // Barron and Barrett 1996, to three and four places.
  expect(rankOrderCentroid(2)).toEqual([0.75, 0.25]);
  expect(rankOrderCentroid(3).map((w) => w.toFixed(3))).toEqual(['0.611', '0.278', '0.111']);
  expect(rankOrderCentroid(4).map((w) => w.toFixed(4))).toEqual(['0.5208', '0.2708', '0.1458', '0.0625']);
});

test('sampled rankings keep the order, sum to the total, and have the centroid as their mean', () => {
  const ranking: UncertainWeights = { kind: 'ranking', total: 100, ranking: [[2], [0, 3], [1]] };
  const samples = drawn(ranking, 6000);
  for (const [a, b, c, d] of samples) {
    expect(Math.min(c!, a!, d!) >= b! && c! >= Math.max(a!, d!)).toBe(true);
    expect(a! + b! + c! + d!).toBeCloseTo(100, 9);
  }
  expectNear(meanOf(samples), centralWeights(ranking), 0.6);
});

test('bounds that bind nothing are sampled as the whole simplex', () => {
  const free: UncertainWeights = {
    kind: 'intervals',
    total: 1,
    intervals: Array.from({ length: 4 }, () => ({ least: 0, most: 1 })),
  };
  const samples = drawn(free, 6000);
  expectNear(meanOf(samples), [0.25, 0.25, 0.25, 0.25], 0.01);
  // Each weight has the Beta(1, 3) law: the share above 1/2 is 1/8.
  expectNear([samples.filter(([a]) => a! > 0.5).length / samples.length], [1 / 8], 0.015);
});

const interval = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 60 }));

test('sampled weights lie within their bounds and sum to the total, whatever the bounds', () => {
  fc.assert(
    fc.property(fc.array(interval, { minLength: 2, maxLength: 8 }), fc.integer(), (bounds, seed) => {
      const intervals = bounds.map(([least, width]) => ({ least, most: least + width }));
      const uncertain: UncertainWeights = { kind: 'intervals', total: 100, intervals };
      fc.pre(checkUncertain(uncertain, bounds.length) === null);
      const chance = seeded(seed);
      for (const weights of [
        centralWeights(uncertain),
        sampleWeights(uncertain, chance),
        sampleWeights(uncertain, chance),
      ]) {
        expect(weights.reduce((sum, w) => sum + w, 0)).toBeCloseTo(100, 8);
        expect(weights.every((w, i) => w >= intervals[i]!.least - 1e-9 && w <= intervals[i]!.most + 1e-9)).toBe(true);
      }
    }),
  );
});

test('bounds that rejection misses are walked, with the mean that symmetry demands', () => {
  // Twelve weights up to 0.1 that must fill all but 0.02 of their room: both ways of rejection nearly always miss.
  const tight: UncertainWeights = {
    kind: 'intervals',
    total: 1.1,
    intervals: Array.from({ length: 12 }, () => ({ least: 0, most: 0.1 })),
  };
  const samples = drawn(tight, 500);
  expectNear(
    meanOf(samples),
    Array.from({ length: 12 }, () => 1.1 / 12),
    0.0015,
  );
  // What each lacks of 0.1 is a share of 0.1 on the simplex (bounded by 0.1): its mean square is 2 / (12 × 13) of 0.01.
  const square = samples.reduce((sum, [a]) => sum + (0.1 - a!) ** 2, 0) / samples.length;
  expect(square / 0.01).toBeCloseTo(2 / (12 * 13), 2);
});

test('samples are drawn as they are, and put into the profile', () => {
  const uncertain: UncertainWeights = {
    kind: 'samples',
    samples: [
      [1, 3],
      [3, 1],
    ],
  };
  expect(centralWeights(uncertain)).toEqual([2, 2]);
  const profile: Profile = {
    party: 'A',
    provenance: { kind: 'fictional' },
    weights: [2, 2],
    values: [],
    interactions: [],
    reservation: null,
  };
  expect(uncertain.samples).toContainEqual(sampledProfile({ profile, weights: uncertain }, seeded(1)).weights);
});

test('what cannot be is refused with its reason', () => {
  const bounded = (intervals: readonly (readonly [number, number])[]): UncertainWeights => ({
    kind: 'intervals',
    total: 1,
    intervals: intervals.map(([least, most]) => ({ least, most })),
  });
  const ranked = (...ranking: readonly (readonly number[])[]): UncertainWeights => ({
    kind: 'ranking',
    total: 1,
    ranking,
  });
  const reasons = [
    bounded([[0, 1]]),
    bounded([
      [0.6, 0.7],
      [0.5, 0.6],
    ]),
    bounded([
      [0, 0.3],
      [0, 0.3],
    ]),
    bounded([
      [0.5, 0.4],
      [0, 1],
    ]),
    bounded([
      [NaN, 1],
      [0, 1],
    ]),
    ranked([0], [0]),
    ranked([0]),
    ranked([0], [1]),
    { kind: 'samples', samples: [] } as const,
    { kind: 'samples', samples: [[1]] } as const,
    { kind: 'samples', samples: [[1, -1]] } as const,
    { kind: 'ranking', total: 0, ranking: [[0, 1]] } as const,
  ].map((each) => checkUncertain(each, 2)?.refused ?? null);
  expect(reasons).toEqual([
    'issue-count',
    'bounds-miss-total',
    'bounds-miss-total',
    'bounds-crossed',
    'not-a-number',
    'not-a-ranking',
    'not-a-ranking',
    null,
    'no-samples',
    'issue-count',
    'not-a-number',
    'not-a-number',
  ]);
});

function drawn(uncertain: UncertainWeights, count: number): readonly (readonly number[])[] {
  const chance = seeded(7);
  return Array.from({ length: count }, () => sampleWeights(uncertain, chance));
}

function meanOf(samples: readonly (readonly number[])[]): readonly number[] {
  return samples[0]!.map((_, i) => samples.reduce((sum, sample) => sum + sample[i]!, 0) / samples.length);
}

function expectNear(found: readonly number[], expected: readonly number[], within: number): void {
  found.forEach((each, i) => expect(Math.abs(each - expected[i]!)).toBeLessThan(within));
}
