import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce } from '../../../tests/support/analysis/brute-force.ts';
import { seeded } from '../chance.ts';
import { efficientOften, packageOf, type EfficientCounts, type Weightings } from './efficient-often.ts';

test('it counts each package as often as looking at all of them finds it efficient', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 31 }),
      fc.constantFrom(2, 4, 20),
      fc.constantFrom(1, 3, 10),
      (seed, mostValue, mostWeight) => {
        const chance = seeded(seed);
        const whole = (most: number): number => Math.floor(chance() * (most + 1));
        const sizes = Array.from({ length: 1 + whole(3) }, () => 1 + whole(3));
        const samples = 6;
        const values = [0, 1].map(() =>
          sizes.map((size) => Float64Array.from({ length: size }, () => whole(mostValue) - 1)),
        );
        const weights = [0, 1].map(() =>
          Float64Array.from({ length: samples * sizes.length }, () => whole(mostWeight)),
        );
        const found = counted({ sizes, values, weights });
        expect(found.samples).toBe(samples);
        expect(countsOf(found, sizes)).toEqual(brute({ sizes, values, weights }, samples));
      },
    ),
    { numRuns: 300 },
  );
});

test('real weights and many packages: the same samples give the same counts, and none is counted more often than sampled', () => {
  const chance = seeded(2);
  const sizes = Array.from({ length: 12 }, () => 4);
  const values = [0, 1].map(() => sizes.map((size) => Float64Array.from({ length: size }, chance)));
  const weights = [0, 1].map(() => Float64Array.from({ length: 200 * 12 }, chance));
  const found = counted({ sizes, values, weights });
  expect(counted({ sizes, values, weights })).toEqual(found);
  expect(Math.max(...found.counts)).toBeLessThanOrEqual(200);
  expect(Math.min(...found.counts)).toBeGreaterThan(0);
  const best = values[0]!.map((column) => column.indexOf(Math.max(...column)));
  expect(countsOf(found, sizes).get(best.join())).toBe(200);
});

test('what it cannot count it refuses by name', () => {
  const column = new Float64Array(3);
  expect(efficientOften({ sizes: [3], values: [[column]], weights: [column] })).toEqual({ refused: 'not two parties' });
  const sizes = Array.from({ length: 40 }, () => 3);
  const all = {
    sizes,
    values: [0, 1].map(() => sizes.map(() => column)),
    weights: [0, 1].map(() => new Float64Array(40)),
  };
  expect(efficientOften(all)).toEqual({ refused: 'too many packages to number' });
  const tied = { sizes: sizes.slice(0, 14), values: all.values, weights: [0, 1].map(() => new Float64Array(14)) };
  expect(efficientOften(tied)).toEqual({ refused: 'too many ties' });
});

function counted(weightings: Weightings): EfficientCounts {
  const found = efficientOften(weightings);
  if ('refused' in found) throw new Error(found.refused);
  return found;
}

function countsOf({ packages, counts }: EfficientCounts, sizes: readonly number[]): Map<string, number> {
  return new Map(Array.from(packages, (number, i) => [packageOf(number, sizes).join(), counts[i]!]));
}

function brute({ sizes, values, weights }: Weightings, samples: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let s = 0; s < samples; s++) {
    const of = values.map((party, p) =>
      party.map((column, i) => column.map((value) => value * weights[p]![s * sizes.length + i]!)),
    );
    const parties = ['a', 'b'];
    const { packages } = bruteForce({
      parties,
      sizes,
      of,
      bonds: [],
      floors: [-Infinity, -Infinity],
      step: 1,
      error: 0,
    });
    for (const pack of packages.flat()) counts.set(pack.join(), (counts.get(pack.join()) ?? 0) + 1);
  }
  return counts;
}
