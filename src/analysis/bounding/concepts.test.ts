import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { seeded } from '../chance.ts';
import type { Points } from '../points.ts';
import { eachPackage, totalsOf, type Scores } from '../scores.ts';
import { minimumDifference, minimumSpread, pointsOf, productOfUtilities } from '../solutions/index.ts';
import { relativeUtilitarian, type Solution } from '../solutions/index.ts';
import { minimumDifferenceByBounding, type MinimumDifferenceByBounding } from './minimum-difference.ts';
import { minimumSpreadByBounding, type MinimumSpreadByBounding } from './minimum-spread.ts';
import { productOfUtilitiesByBounding } from './product-of-utilities.ts';
import { relativeUtilitarianByBounding } from './relative-utilitarian.ts';

interface Case {
  readonly scores: Scores;
  readonly disagreement: readonly number[];
  /** Each party's best total of all packages that are allowed. */
  readonly ideal: readonly number[];
  /** The efficient points that all accept, by brute force. */
  readonly acceptable: Points;
  /** All efficient points. */
  readonly all: Points;
}

/** Small cases of two to four parties, with bonds, floors, ties and duplicates. */
const small = fc
  .record({
    seed: fc.integer(),
    parties: fc.integer({ min: 2, max: 4 }),
    issues: fc.integer({ min: 1, max: 5 }),
    bonds: fc.integer({ min: 0, max: 2 }),
    most: fc.constantFrom(3, 12, 1000),
  })
  .map(({ seed, parties, issues, bonds, most }): Case => {
    const scores = randomScores(seeded(seed), { parties, issues, answers: 4, bonds, floors: true, most });
    const totals: Float64Array[] = [];
    for (const pack of eachPackage(scores.sizes)) totals.push(totalsOf(scores, pack) ?? new Float64Array());
    const allowed = totals.filter(({ length }) => length > 0);
    const end = (p: number, of: (a: number, b: number) => number): number =>
      allowed.map((each) => each[p]!).reduce((a, b) => of(a, b), allowed[0]?.[p] ?? 0);
    return {
      scores,
      disagreement: scores.floors.map((floor, p) => Math.max(floor, end(p, Math.min))),
      ideal: scores.floors.map((_, p) => end(p, Math.max)),
      acceptable: pointsOf(bruteForce(scores).points),
      all: pointsOf(bruteForce(freed(scores)).points),
    };
  });

const freed = (scores: Scores): Scores => ({ ...scores, floors: scores.floors.map(() => -Infinity) });
const efforts = fc.constantFrom(1, 3, 100_000);
const enough = 100_000;

test('the relative utilitarian package is one that the concept chooses, and all ties are given', () => {
  fc.assert(fc.property(small, efforts, sumOfSharesIsLargest), { numRuns: 300 });
});

test('minimum spread: the points that the concept chooses, all that tie, or a bound that none passes', () => {
  let proved = 0;
  fc.assert(
    fc.property(small, efforts, ({ scores, disagreement, ideal, acceptable }, most) => {
      const found = minimumSpreadByBounding(scores, disagreement, ideal, { most });
      const spread = (totals: readonly number[]): number => {
        const shares = totals.flatMap((total, p) => {
          const range = ideal[p]! - disagreement[p]!;
          return range > 0 ? [(total - disagreement[p]!) / range] : [];
        });
        return shares.length === 0 ? 0 : Math.max(...shares) - Math.min(...shares);
      };
      proved += mostEvenIsRight(found, acceptable, minimumSpread(acceptable, disagreement, ideal), spread, most);
    }),
    { numRuns: 300 },
  );
  expect(proved).toBeGreaterThan(100);
});

test('minimum difference: the points that the concept chooses, all that tie, or a bound that none passes', () => {
  let proved = 0;
  fc.assert(
    fc.property(small, efforts, ({ scores, all }, most) => {
      const found = minimumDifferenceByBounding(scores, { most });
      const difference = (totals: readonly number[]): number =>
        totals.reduce((sum, a, p) => sum + totals.slice(p + 1).reduce((part, b) => part + Math.abs(a - b), 0), 0);
      proved += mostEvenIsRight(found, all, minimumDifference(all), difference, most);
    }),
    { numRuns: 300 },
  );
  expect(proved).toBeGreaterThan(100);
});

test('the largest product of utilities: what is proved is what the concept chooses, losses and all', () => {
  const counts = { proved: 0, below: 0, open: 0, losses: 0 };
  fc.assert(
    fc.property(small, fc.constantFrom(0, 0.3, 0.6, 0.9), efforts, (one, share, most) => {
      productIsLargest(one, share, most, counts);
    }),
    { numRuns: 600 },
  );
  expect(counts.proved).toBeGreaterThan(200);
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(0);
});

function sumOfSharesIsLargest({ scores, disagreement, ideal, acceptable }: Case, most: number): void {
  const found = relativeUtilitarianByBounding(scores, disagreement, ideal, { most });
  if ('refused' in found || (found.kind === 'unknown' && most < enough)) return;
  const solution = relativeUtilitarian(acceptable, disagreement, ideal);
  same(found.kind, solution.places.length > 0 ? 'chosen' : 'no zone');
  if (found.kind !== 'chosen') return;
  const sum = (totals: ArrayLike<number>): number =>
    disagreement.reduce((all, d, p) => (ideal[p]! > d ? all + (totals[p]! - d) / (ideal[p]! - d) : all), 0);
  const largest = sum(pointAt(acceptable, solution.places[0]!));
  expect([...totalsOf(scores, found.package)!]).toEqual([...found.totals]);
  expect(found.sum).toBeCloseTo(sum(found.totals), 9);
  expect(found.bound).toBeGreaterThanOrEqual(largest - 1e-9);
  if (most === enough) same(found.proved, true);
  if (!found.proved) return;
  same(found.gap, 0);
  expect(pointsAt(acceptable, solution)).toContainEqual([...found.totals]);
  const ties = [...found.ties()].map((pack) => [...totalsOf(scores, pack)!].join());
  expect([...new Set(ties)].sort()).toEqual(pointsAt(acceptable, solution).map(String).sort());
  const behind = bruteForce(scores);
  same(
    ties.length,
    solution.places.reduce((all, place) => all + behind.packages[place]!.length, 0),
  );
}

/** Whether it was proved; 1 or 0. */
function mostEvenIsRight(
  found: MinimumSpreadByBounding | MinimumDifferenceByBounding,
  points: Points,
  solution: Solution,
  uneven: (totals: readonly number[]) => number,
  most: number,
): number {
  if ('refused' in found) return 0;
  if (most < enough && (found.kind === 'unknown' || found.kind === 'too many')) return 0;
  same(found.kind, solution.places.length > 0 ? 'chosen' : 'no zone');
  if (found.kind !== 'chosen') return 0;
  const least = uneven(pointAt(points, solution.places[0]!));
  const all = Array.from({ length: points.size }, (_, place) => String(pointAt(points, place)));
  for (const { totals } of found.tied) {
    expect(uneven(totals)).toBeCloseTo(found.value, 9);
    expect(all).toContain(String(totals));
  }
  expect(found.bound).toBeLessThanOrEqual(least + 1e-9);
  expect(found.value).toBeGreaterThanOrEqual(least - 1e-9);
  if (most === enough) same(found.proved, true);
  if (!found.proved) return 0;
  expect(found.tied.map(({ totals }) => totals)).toEqual(pointsAt(points, solution));
  return 1;
}

function productIsLargest(
  { scores, ideal, all }: Case,
  share: number,
  most: number,
  counts: Record<'proved' | 'below' | 'open' | 'losses', number>,
): void {
  const reservations = ideal.map((best, p) => Math.round(best * (p === 0 ? share / 2 : share)));
  const found = productOfUtilitiesByBounding(scores, reservations, { most });
  if ('refused' in found || (found.kind === 'unknown' && most < enough)) return;
  const solution = productOfUtilities(all, reservations);
  if (all.size === 0) {
    same(found.kind, 'no package');
    return;
  }
  const product = (totals: readonly number[]): bigint =>
    totals.reduce((part, total, p) => part * BigInt(total - reservations[p]!), 1n);
  if (found.kind === 'losses') {
    const gainsAll = (totals: readonly number[]): boolean => totals.every((total, p) => total > reservations[p]!);
    same(Array.from({ length: all.size }, (_, place) => pointAt(all, place)).some(gainsAll), false);
    counts.losses++;
    return;
  }
  if (found.kind !== 'chosen') throw new Error(found.kind);
  const largest = product(pointAt(all, solution.places[0]!));
  expect([...totalsOf(scores, found.package)!]).toEqual([...found.totals]);
  same(product([...found.totals]), found.product);
  expect(found.bound! >= largest).toBe(true);
  same(
    found.below,
    [...reservations.keys()].filter((p) => found.totals[p]! < reservations[p]!),
  );
  if (found.below.length > 0) counts.below++;
  if (!found.proved) {
    counts.open++;
    return;
  }
  counts.proved++;
  expect(pointsAt(all, solution)).toContainEqual([...found.totals]);
}

const pointAt = (points: Points, place: number): number[] => points.totals.map((totals) => totals[place]!);
const pointsAt = (points: Points, { places }: Solution): number[][] => places.map((place) => pointAt(points, place));

function same(actual: unknown, wanted: unknown): void {
  expect(actual).toEqual(wanted);
}
