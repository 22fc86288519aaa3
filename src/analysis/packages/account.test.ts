import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomPackage, randomTable } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { accountInWords, accountsOf } from './account.ts';
import type { OnTheTable } from './table.ts';
import { valueByIssue } from './value-by-issue.ts';

const sum = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((all, each) => all + (each ?? 0), 0);

test('the parts of a package’s value sum to its total, and against a whole offer the changes sum to the difference', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, { parties: 3, issues: 4, answers: 4, bonds: 2, floors: true });
      const table = randomTable(chance, scores, chance() < 0.5 ? 0 : 0.3);
      const pack = randomPackage(chance, scores);
      const free: Scores = { ...scores, bonds: scores.bonds.map((bond) => ({ ...bond, allowed: null })) };
      const totals = totalsOf(free, pack)!;
      for (const account of accountsOf(scores, table, pack)) {
        const { party, issues, bonds, total, againstOffer, aboveReservation } = account;
        const value = valueByIssue(scores, pack, party);
        expect(value.allowed).toBe(totalsOf(scores, pack) !== null);
        expect(sum([...value.issues, ...value.bonds.map(({ points }) => points)])).toBe(totals[party]);
        expect([total, value.total]).toEqual([totals[party], totals[party]]);
        expect(aboveReservation).toBe(scores.floors[party] === -Infinity ? null : total - scores.floors[party]!);
        const changes = [...issues, ...bonds].map(({ change }) => change);
        const offer = table.offers[party]!;
        expect(againstOffer).toBe(offer.every((answer) => answer === null) ? null : sum(changes));
        if (!account.wholeOffer) continue;
        expect(againstOffer).toBe(totals[party]! - totalsOf(free, offer as readonly number[])![party]!);
      }
    }),
    { numRuns: 120 },
  );
});

test('the sentence sets each change against the party’s own offer', () => {
  const of = [
    [new Float64Array([9, 4]), new Float64Array([0, 6])],
    [new Float64Array([0, 5]), new Float64Array([8, 0])],
  ];
  const scores: Scores = {
    parties: ['Ana', 'Ben'],
    sizes: [2, 2],
    of,
    bonds: [],
    floors: [5, -Infinity],
    step: 0.1,
    error: 0,
  };
  const { agenda } = randomTable(() => 0.1, scores);
  const table: OnTheTable = {
    agenda,
    offers: [
      [0, 1],
      [null, null],
    ],
  };
  const [ana, ben] = accountsOf(scores, table, [1, 1]);
  expect(accountInWords(scores, agenda, ana!)).toBe(
    'Ana gets 1, 0.5 above what it has without an agreement. Against its own latest offer: −0.5 on “issue 0” (option 1 for option 0); in all −0.5.',
  );
  expect(accountInWords(scores, agenda, ben!)).toBe('Ben gets 0.5. It has made no offer to compare with.');
});
