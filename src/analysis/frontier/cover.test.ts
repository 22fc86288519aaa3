import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores, type Shape } from '../../../tests/support/analysis/brute-force.ts';
import { seeded } from '../chance.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { frontierOf, frontierSentence, type MergedFrontier } from './frontier.ts';

const shapes: fc.Arbitrary<Shape> = fc.record({
  parties: fc.integer({ min: 2, max: 5 }),
  issues: fc.integer({ min: 2, max: 5 }),
  answers: fc.integer({ min: 2, max: 5 }),
  bonds: fc.constantFrom(0, 0, 2),
  floors: fc.boolean(),
  most: fc.constantFrom(30, 1000, 2 ** 40),
});
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

test('past the budget, what is left out exceeds something that is here by no more than is stated, for each party', () => {
  let thinned = 0;
  fc.assert(
    fc.property(shapes, seeds, fc.integer({ min: 1, max: 8 }), (shape, seed, points) => {
      thinned += Number(!expectBound({ ...randomScores(seeded(seed), shape), step: 0.5 }, points));
    }),
    { numRuns: 400 },
  );
  expect(thinned).toBeGreaterThan(100);
});

test('so it is where floors leave little, and where what was kept falls below them', () => {
  let thinned = 0;
  fc.assert(
    fc.property(shapes, seeds, fc.integer({ min: 1, max: 3 }), fc.nat({ max: 40 }), (shape, seed, points, below) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, { ...shape, issues: 5, answers: 4, most: 100, floors: false });
      const { points: all } = bruteForce(scores);
      const floors =
        all.length === 0 ? scores.floors : all[Math.floor(chance() * all.length)]!.map((total) => total - below);
      thinned += Number(!expectBound({ ...scores, floors }, points));
    }),
    { numRuns: 400 },
  );
  expect(thinned).toBeGreaterThan(50);
});

test('the points that are here are packages', () => {
  fc.assert(
    fc.property(shapes, seeds, (shape, seed) => {
      const scores = randomScores(seeded(seed), shape);
      const frontier = merged(scores, 3);
      for (const [place, point] of pointsOf(frontier).entries()) {
        expect(totalsOf(scores, frontier.packageAt(place))).toEqual(Float64Array.from(point));
        const packages = [...frontier.packagesAt(place)];
        expect(packages).toContainEqual(frontier.packageAt(place));
        expect(packages.every((pack) => totalsOf(scores, pack)?.join() === point.join())).toBe(true);
        expect(frontier.countPackagesAt(place)).toBe(packages.length);
      }
    }),
    { numRuns: 100 },
  );
});

test('it keeps the budget, and its error is small where everything is efficient', () => {
  const scores = constantSum(20, 5);
  for (const points of [2000, 200]) {
    const frontier = merged(scores, points);
    expect(frontier.size).toBeLessThanOrEqual(points);
    expect(frontier.exact).not.toBe(true);
    const within = frontier.exact === true ? 0 : frontier.exact.within;
    expect(within).toBeLessThan(20 / points);
    expect(frontierSentence(frontier, scores)).toContain(`to within ${within.toPrecision(3)} of utility`);
  }
});

test('a thinned frontier treats the parties alike', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: 4 }), (seed, parties) => {
      const scores = randomScores(seeded(seed), { parties, issues: 4, answers: 5, most: 1000 });
      const turned: Scores = { ...scores, of: scores.of.toReversed() };
      const [one, other] = [merged(scores, 4), merged(turned, 4)];
      expect(other.exact).toEqual(one.exact);
      const keys = (points: readonly (readonly number[])[]): Set<string> =>
        new Set(points.map((point) => point.join()));
      expect(keys(pointsOf(other).map((point) => point.toReversed()))).toEqual(keys(pointsOf(one)));
    }),
  );
});

/** Checks the bound against all packages; gives whether the frontier was exact. */
function expectBound(scores: Scores, points: number): boolean {
  const frontier = merged(scores, points);
  const here = pointsOf(frontier);
  const { points: all } = bruteForce(scores);
  for (const point of here) expect(point.every((total, p) => total >= scores.floors[p]!)).toBe(true);
  const exact = frontier.exact === true;
  expect(exact ? here : all).toEqual(all);
  const within = frontier.exact === true ? 0 : frontier.exact.within / scores.step;
  const gaps = all.map((one) => Math.min(...here.map((other) => excess(one, other))));
  expect(Math.max(...gaps, 0)).toBeLessThanOrEqual(within);
  // No package gives every party more than that above a point that is here.
  const short = here.map((other) => Math.max(...all.map((one) => least(one, other))));
  expect(Math.max(...short, 0)).toBeLessThanOrEqual(within);
  return exact;
}

function merged(scores: Scores, points: number): MergedFrontier {
  const frontier = frontierOf(scores, { budget: { points } });
  if ('refused' in frontier) throw new Error(frontier.refused);
  return frontier;
}

function pointsOf(frontier: MergedFrontier): readonly (readonly number[])[] {
  return Array.from({ length: frontier.size }, (_, place) => frontier.totals.map((column) => column[place]!));
}

function excess(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((total, p) => total - other[p]!));
}

function least(one: readonly number[], other: readonly number[]): number {
  return Math.min(...one.map((total, p) => total - other[p]!));
}

/** What one party gains the other loses, on a fine grid: every package is efficient. */
function constantSum(issues: number, answers: number): Scores {
  const chance = seeded(9);
  const whole = 2 ** 40;
  const first = Array.from({ length: issues }, () =>
    Float64Array.from({ length: answers }, () => Math.floor((chance() * whole) / issues)),
  );
  const second = first.map((column) => column.map((score) => Math.floor(whole / issues) - score));
  const sizes = first.map(() => answers);
  return {
    parties: ['a', 'b'],
    sizes,
    of: [first, second],
    bonds: [],
    floors: [-Infinity, -Infinity],
    step: 1 / whole,
    error: 0,
  };
}
