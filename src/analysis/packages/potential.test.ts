import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomAgenda } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { frontierOf } from '../frontier/index.ts';
import { eachPackage, totalsOf, type Scores } from '../scores.ts';
import { integrativePotential, potentialBetween, potentialInWords, realisedBy } from './potential.ts';
import { tradePotentialInWords, tradePotentials } from './potential.ts';

const two = (one: number[][], other: number[][]): Scores => ({
  parties: ['Ana', 'Ben'],
  sizes: one.map((values) => values.length),
  of: [one, other].map((issues) => issues.map((values) => new Float64Array(values))),
  bonds: [],
  floors: [0, 0],
  step: 1,
  error: 0,
});

test('a fixed sum has none, common interest has all, and different priorities have as much as they differ', () => {
  expect(
    integrativePotential(
      two(
        [
          [0, 5, 10],
          [0, 4],
        ],
        [
          [10, 5, 0],
          [4, 0],
        ],
      ),
    ),
  ).toBeCloseTo(0, 12);
  expect(
    integrativePotential(
      two(
        [
          [0, 5, 10],
          [0, 4],
        ],
        [
          [0, 7, 9],
          [1, 2],
        ],
      ),
    ),
  ).toBeCloseTo(1, 12);
  // Ana minds the first at 70 of 100, Ben at 20 of 100: each has its own, and 0.7 + 0.8 is half more than a fixed sum.
  const rolled = two(
    [
      [70, 0],
      [30, 0],
    ],
    [
      [0, 20],
      [0, 80],
    ],
  );
  expect(integrativePotential(rolled)).toBeCloseTo(0.5, 12);
  expect(potentialBetween(rolled, 0, 1)).toMatchObject({ priorities: [0.7, 0.2], difference: 0.49999999999999994 });
  expect(potentialBetween(rolled, 0, 1).potential).toBeCloseTo(0.5, 12);
  expect(
    tradePotentialInWords(
      rolled,
      randomAgenda(() => 0.1, rolled),
      potentialBetween(rolled, 0, 1),
    ),
  ).toContain('“issue 0” makes up: Ana 70% and Ben 20%');
  expect(potentialInWords(integrativePotential(rolled))).toContain('50%');
});

test('it is the most that any package realises', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.boolean(), (seed, bound) => {
      const chance = seeded(seed);
      const parties = 2 + Math.floor(chance() * 3);
      const scores = randomScores(chance, { parties, issues: 3, answers: 4, bonds: bound ? 2 : 0 });
      const frontier = frontierOf(scores, { individuallyRational: false });
      if ('refused' in frontier) throw new Error(frontier.refused);
      const found = integrativePotential(scores, frontier);
      let most: number | null = null;
      for (const pack of eachPackage(scores.sizes)) {
        const totals = totalsOf(scores, pack);
        const realised = totals === null ? null : realisedBy(scores, totals);
        if (realised !== null && (most === null || realised > most)) most = realised;
      }
      expect(found === null).toBe(most === null);
      expect(found ?? 0).toBeCloseTo(most ?? 0, 9);
    }),
    { numRuns: 120 },
  );
});

test('of two issues alone it is the potential between them', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const scores = randomScores(seeded(seed), { parties: 3, issues: 2, answers: 4 });
      const [between, all] = [potentialBetween(scores, 0, 1).potential, integrativePotential(scores)];
      expect(between === null).toBe(all === null);
      expect(between ?? 0).toBeCloseTo(all ?? 0, 9);
    }),
  );
});

test('neither the scale of one side’s points nor the order of sides changes it; pairs come by their difference', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const scores = randomScores(seeded(seed), { parties: 3, issues: 4, answers: 3 });
      const pairs = tradePotentials(scores);
      expect(pairs).toHaveLength(6);
      expect(pairs.map(({ difference }) => difference)).toEqual(
        pairs.map(({ difference }) => difference).sort((a, b) => b - a),
      );
      const of = scores.of.map((issues, p) =>
        p === 0 ? issues.map((values) => values.map((value) => value * 64)) : issues,
      );
      const turned = tradePotentials({ ...scores, of: [...of].reverse() });
      expect(turned.map(({ issues, difference, potential }) => ({ issues, difference, potential }))).toEqual(
        pairs.map(({ issues, difference, potential }) => ({ issues, difference, potential })),
      );
    }),
    { numRuns: 80 },
  );
});

test('where all weigh two issues alike but middle answers gain, it does not say that nothing is to be gained', () => {
  const of = [
    [new Float64Array([0, 8, 10]), new Float64Array([0, 8, 10])],
    [new Float64Array([10, 8, 0]), new Float64Array([10, 8, 0])],
  ];
  const scores = { parties: ['Ana', 'Ben'], sizes: [3, 3], of, bonds: [], floors: [0, 0], step: 1, error: 0 };
  const agenda = randomAgenda(() => 0.1, scores);
  const [trade] = tradePotentials(scores);
  expect(trade).toMatchObject({ difference: 0, potential: expect.closeTo(0.6, 9) });
  expect(tradePotentialInWords(scores, agenda, trade!)).toMatch(/what there is to gain lies in the answers between/);
});
