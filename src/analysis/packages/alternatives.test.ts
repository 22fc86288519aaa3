import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomTable } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { frontierOf } from '../frontier/index.ts';
import { alternativesAt, alternativesInWords } from './alternatives.ts';
import { byNearness } from './nearness.ts';
import { distancesOf, distanceTo } from './table.ts';

test('all packages behind a point, nearest to the table first', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 8 }), (seed, look) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, { parties: 2, issues: 4, answers: 4, most: 2 });
      const distances = distancesOf(randomTable(chance, scores));
      const frontier = frontierOf(scores);
      if ('refused' in frontier) throw new Error(frontier.refused);
      const away = (pack: readonly number[]) => scores.parties.map((_, p) => distanceTo(distances, p, pack));
      bruteForce(scores).packages.forEach((packages, place) => {
        const found = alternativesAt(frontier, place, distances, { list: 1000 });
        expect(found).toMatchObject({ count: packages.length, atLeast: false, all: true });
        expect(found.packages.map(({ pack }) => pack.join()).sort()).toEqual(
          packages.map((pack) => pack.join()).sort(),
        );
        const steps = found.packages.map(({ pack }) => away(pack));
        expect(steps.every((each, k) => k === 0 || byNearness(steps[k - 1]!, each) <= 0)).toBe(true);
        const nearest = found.packages[0]!.pack;
        const short = alternativesAt(frontier, place, distances, { list: 2, look, nearest });
        expect(short.count).toBe(packages.length);
        expect(short.all).toBe(packages.length <= look);
        expect(byNearness(away(short.packages[0]!.pack), steps[0]!)).toBe(0);
      });
    }),
    { numRuns: 60 },
  );
});

test('the number of packages is told', () => {
  const none = { packages: [], all: true };
  expect(alternativesInWords({ ...none, count: 1, atLeast: false })).toBe('No other package gives the sides the same.');
  expect(alternativesInWords({ ...none, count: 2816, atLeast: false })).toContain('2,816 packages give');
  expect(alternativesInWords({ ...none, count: 500, atLeast: true })).toContain('At least 500 packages');
});
