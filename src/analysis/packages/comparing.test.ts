import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomPackage } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { frontierOf } from '../frontier/index.ts';
import { totalsOf } from '../scores.ts';
import { comparePackages, moveInWords } from './comparing.ts';

test('what dominates a package is named, among those compared and on the frontier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, { parties: 2, issues: 3, answers: 4, bonds: 1 });
      const packages = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => randomPackage(chance, scores));
      const frontier = frontierOf(scores);
      if ('refused' in frontier) throw new Error(frontier.refused);
      const comparison = comparePackages(scores, packages, frontier);
      const totals = packages.map((pack) => totalsOf(scores, pack));
      if ('refused' in comparison)
        return comparison.refused === 'not allowed' && comparison.package === totals.indexOf(null);
      const beats = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
        Array.from(a).every((total, p) => total >= b[p]!) && Array.from(a).some((total, p) => total > b[p]!);
      const { points } = bruteForce(scores);
      comparison.packages.forEach(({ dominatedBy, improvedBy }, k) => {
        expect(dominatedBy).toEqual(totals.flatMap((other, o) => (beats(other!, totals[k]!) ? [o] : [])));
        const improvements = points.filter((point) => beats(point, totals[k]!));
        const improved = improvedBy === null ? null : frontier.totals.map((of) => of[improvedBy]!);
        expect(improvements.length === 0 ? [null] : improvements).toContainEqual(improved);
      });
      comparison.gains.forEach((row, from) =>
        row.forEach((gains, to) =>
          expect(gains).toEqual(Array.from(totals[to]!, (total, p) => total - totals[from]![p]!)),
        ),
      );
      expect(comparison.issues.map(({ answers }) => answers)).toEqual(
        scores.sizes.map((_, i) => packages.map((pack) => pack[i])),
      );
      return true;
    }),
    { numRuns: 150 },
  );
});

test('none or more than four are refused, and a move is told by who gains', () => {
  const scores = randomScores(seeded(5), { parties: 2, issues: 2, answers: [2, 2] });
  const five = Array.from({ length: 5 }, () => [0, 0]);
  expect(comparePackages(scores, [])).toEqual({ refused: 'one to four packages' });
  expect(comparePackages(scores, five)).toEqual({ refused: 'one to four packages' });
  const of = [[new Float64Array([0, 3])], [new Float64Array([2, 0])]];
  const own = { ...scores, parties: ['Ana', 'Ben'], sizes: [2], of, floors: [0, 1] };
  const comparison = comparePackages(own, [[0], [1]]);
  if ('refused' in comparison) throw new Error(comparison.refused);
  expect(moveInWords(own, comparison, ['the first', 'the second'], 0, 1)).toBe(
    'From the first to the second: Ana +3 and Ben −2; some gain and some lose.',
  );
  expect(comparison.packages[1]!.aboveReservation).toEqual([3, -1]);
});
