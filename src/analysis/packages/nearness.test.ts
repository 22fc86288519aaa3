import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomTable } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { frontierOf, type MergedFrontier } from '../frontier/index.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { bridgeInWords, bridgesIn } from './bridging.ts';
import { byNearness, nearnessOf } from './nearness.ts';
import { distancesOf, distanceTo, type OnTheTable } from './table.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });

function scene(seed: number): { readonly scores: Scores; readonly table: OnTheTable } {
  const chance = seeded(seed);
  const parties = 2 + Math.floor(chance() * 3);
  const shape = { parties, issues: 1 + Math.floor(chance() * 4), answers: 4, most: 4 };
  const scores = randomScores(chance, { ...shape, bonds: Math.floor(chance() * 3), floors: chance() < 0.5 });
  return { scores, table: randomTable(chance, scores) };
}

function made(scores: Scores): MergedFrontier {
  const frontier = frontierOf(scores);
  if ('refused' in frontier) throw new Error(frontier.refused);
  return frontier;
}

const awayOf = (table: OnTheTable, pack: Package): readonly number[] => {
  const distances = distancesOf(table);
  return table.offers.map((_, p) => distanceTo(distances, p, pack));
};
const nearestOf = (table: OnTheTable, packages: readonly Package[]): readonly number[] =>
  packages.map((pack) => awayOf(table, pack)).reduce((a, b) => (byNearness(b, a) < 0 ? b : a));
const measure = (away: readonly number[]): readonly number[] => [
  Math.max(...away),
  away.reduce((sum, each) => sum + each, 0),
];

test('the nearest package behind every efficient point is nearest among all of them', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scores, table } = scene(seed);
      const brute = bruteForce(scores);
      const nearness = nearnessOf(scores, table, made(scores));
      expect(nearness.complete).toBe(true);
      expect(nearness.places).toHaveLength(brute.points.length);
      brute.points.forEach((point, k) => {
        const pack = nearness.nearestAt(k);
        expect([...totalsOf(scores, pack)!]).toEqual(point);
        expect(measure(awayOf(table, pack))).toEqual(measure(nearestOf(table, brute.packages[k]!)));
        expect(nearness.apart.map((steps) => steps[k])).toEqual(awayOf(table, pack));
      });
    }),
    { numRuns: 150 },
  );
});

test('where doubles have no room for a finer score, looking at the packages gives the same', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scores: small, table } = scene(seed);
      const large = 2 ** 44;
      const scores: Scores = {
        ...small,
        of: small.of.map((issues) => issues.map((values) => values.map((value) => value * large))),
        bonds: small.bonds.map((bond) => ({
          ...bond,
          of: bond.of?.map((values) => values.map((value) => value * large)) ?? null,
        })),
        floors: small.floors.map((floor) => floor * large),
        step: 1 / large,
      };
      const [one, other] = [nearnessOf(small, table, made(small)), nearnessOf(scores, table, made(scores))];
      const near = (k: number, { apart }: typeof one) => measure(apart.map((steps) => steps[k]!));
      expect(other.complete).toBe(true);
      expect(other.places.map((_, k) => near(k, other))).toEqual(one.places.map((_, k) => near(k, one)));
    }),
    { numRuns: 60 },
  );
});

test('looking at too few packages is told', () => {
  const even = new Float64Array([1, 1, 1, 1]).map((value) => value * 2 ** 50);
  const of = [Array.from({ length: 4 }, () => even), Array.from({ length: 4 }, () => even)];
  const sizes = [4, 4, 4, 4];
  const scores: Scores = { parties: ['A', 'B'], sizes, of, bonds: [], floors: [0, 0], step: 1, error: 0 };
  const table = randomTable(seeded(1), scores, 0);
  expect(nearnessOf(scores, table, made(scores), { look: 100 }).complete).toBe(false);
  expect(nearnessOf(scores, table, made(scores), { look: 256 }).complete).toBe(true);
});

test('bridges are the efficient packages nearest to the table, in order, with all ties of the last', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 4 }), (seed, limit) => {
      const { scores, table } = scene(seed);
      const brute = bruteForce(scores);
      const bridges = bridgesIn(nearnessOf(scores, table, made(scores)), limit);
      const expected = brute.packages
        .map((packages) => nearestOf(table, packages))
        .sort(byNearness)
        .map(measure);
      expect(bridges.map(({ pack }) => measure(awayOf(table, pack)))).toEqual(expected.slice(0, bridges.length));
      expect(bridges.length).toBeGreaterThanOrEqual(Math.min(limit, expected.length));
      const next = expected[bridges.length] ?? null;
      expect(next).not.toEqual(expected[bridges.length - 1]);
      for (const { totals } of bridges) expect(totals.every((total, p) => total >= scores.floors[p]!)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('the order of parties and issues changes nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scores, table } = scene(seed);
      const turned: Scores = {
        ...scores,
        parties: [...scores.parties].reverse(),
        sizes: [...scores.sizes].reverse(),
        of: [...scores.of].reverse().map((issues) => [...issues].reverse()),
        bonds: scores.bonds.map((bond) => ({
          scope: bond.scope.map((i) => scores.sizes.length - 1 - i),
          of: bond.of === null ? null : [...bond.of].reverse(),
          allowed: bond.allowed,
        })),
        floors: [...scores.floors].reverse(),
      };
      const other: OnTheTable = {
        agenda: [...table.agenda].reverse(),
        offers: [...table.offers].reverse().map((offer) => [...offer].reverse()),
      };
      const near = (scores: Scores, table: OnTheTable, back: boolean) =>
        bridgesIn(nearnessOf(scores, table, made(scores)), 1)
          .map(({ totals, furthest, together }) => ({
            totals: back ? [...totals].reverse() : totals,
            furthest,
            together,
          }))
          .sort((a, b) => a.totals.join().localeCompare(b.totals.join()));
      expect(near(turned, other, true)).toEqual(near(scores, table, false));
    }),
    { numRuns: 80 },
  );
});

test('a bridge is told with how far each side would come and what it gets', () => {
  const of = [
    [new Float64Array([0, 4, 8]), new Float64Array([3, 0])],
    [new Float64Array([6, 3, 0]), new Float64Array([0, 9])],
  ];
  const scores: Scores = { parties: ['Ana', 'Ben'], sizes: [3, 2], of, bonds: [], floors: [0, 0], step: 1, error: 0 };
  const table = randomTable(seeded(3), scores, 0);
  const stated: OnTheTable = {
    ...table,
    offers: [
      [2, 0],
      [0, 1],
    ],
  };
  const [bridge] = bridgesIn(nearnessOf(scores, stated, made(scores)));
  expect(bridge).toMatchObject({ pack: [2, 1], totals: [8, 9], apart: [0.5, 0.5], furthest: 0.5, together: 1 });
  expect(bridgeInWords(scores, stated, bridge!)).toMatch(/Ana 50% and Ben 50%.*It gives Ana 8 and Ben 9\.$/);
});
