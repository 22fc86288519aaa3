import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomAgenda, randomPackage } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import type { Package } from '../scenario.ts';
import { eachPackage, totalsOf, type Scores } from '../scores.ts';
import { improvementsOf, postSettlementInWords } from './post-settlement.ts';
import { byLeximin, sharesOf, stakesOf } from './stakes.ts';

interface Better {
  readonly pack: Package;
  readonly gains: readonly number[];
}

// Every package that gives nobody less and somebody more.
function better(scores: Scores, deal: Package): readonly Better[] {
  const before = totalsOf(scores, deal)!;
  const found: Better[] = [];
  for (const pack of eachPackage(scores.sizes)) {
    const totals = totalsOf(scores, pack);
    const gains = Array.from(totals ?? [], (total, p) => total - before[p]!);
    if (totals !== null && gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0))
      found.push({ pack: [...pack], gains });
  }
  return found;
}

test('an improvement gives nobody less, is best by leximin, changes least, and is missed only when there is none', () => {
  let [improved, efficient] = [0, 0];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const chance = seeded(seed);
      const shape = {
        parties: 2 + Math.floor(chance() * 3),
        issues: 1 + Math.floor(chance() * 4),
        answers: 4,
        most: 5,
      };
      const scores = randomScores(chance, { ...shape, bonds: Math.floor(chance() * 3), floors: true });
      const agenda = randomAgenda(chance, scores);
      const deal = randomPackage(chance, scores);
      const found = improvementsOf(scores, agenda, deal);
      if (totalsOf(scores, deal) === null) return 'refused' in found && found.refused === 'not allowed';
      const all = better(scores, deal);
      if (all.length === 0) {
        efficient++;
        return 'kind' in found && found.kind === 'efficient' && found.exact === true;
      }
      improved++;
      if ('refused' in found || found.kind !== 'improvements') throw new Error('improvements were missed');
      const stakes = stakesOf(scores);
      const shares = (gains: readonly number[]): readonly number[] => sharesOf(gains, stakes);
      const best = all.map(({ gains }) => gains).reduce((a, b) => (byLeximin(shares(b), shares(a)) < 0 ? b : a));
      const tied = all.filter(({ gains }) => byLeximin(shares(gains), shares(best)) === 0);
      const points = new Set(tied.map(({ gains }) => gains.join()));
      expect(new Set(found.improvements.map(({ gains }) => gains.join()))).toEqual(points);
      expect(found.improvements).toHaveLength(points.size);
      for (const { pack, gains, totals, changes } of found.improvements) {
        expect([...totalsOf(scores, pack)!]).toEqual(totals);
        expect(changes).toEqual(pack.flatMap((answer, i) => (answer === deal[i] ? [] : [i])));
        if (agenda.some(({ issue }) => issue.kind === 'range')) continue;
        const fewest = all.filter((one) => one.gains.join() === gains.join());
        const differ = (pack: Package): number => pack.filter((answer, i) => answer !== deal[i]).length;
        expect(changes.length).toBe(Math.min(...fewest.map((one) => differ(one.pack))));
      }
      return true;
    }),
    { numRuns: 250 },
  );
  expect(improved).toBeGreaterThan(20);
  expect(efficient).toBeGreaterThan(20);
});

test('an efficient deal is told as such', () => {
  const of = [[new Float64Array([0, 5])], [new Float64Array([3, 0])]];
  const scores: Scores = { parties: ['Ana', 'Ben'], sizes: [2], of, bonds: [], floors: [0, 0], step: 1, error: 0 };
  const agenda = randomAgenda(() => 0.1, scores);
  expect(postSettlementInWords(scores, agenda, improvementsOf(scores, agenda, [0]))).toBe(
    'No package makes one side better without making another worse: the deal is efficient.',
  );
});

test('the sentence says what changes and what each side gains', () => {
  const of = [
    [new Float64Array([0, 5]), new Float64Array([7, 6])],
    [new Float64Array([3, 0]), new Float64Array([0, 6])],
  ];
  const scores: Scores = { parties: ['Ana', 'Ben'], sizes: [2, 2], of, bonds: [], floors: [0, 0], step: 0.5, error: 0 };
  const agenda = randomAgenda(() => 0.1, scores);
  expect(postSettlementInWords(scores, agenda, improvementsOf(scores, agenda, [0, 0]))).toBe(
    'With issue 0: option 1; issue 1: option 1, nobody is worse off than in the deal: Ana +2 and Ben +1.5. No other package makes the least gain larger.',
  );
});
