import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomTable } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { eachPackage, totalsOf } from '../scores.ts';
import { endsOf } from './ends.ts';
import { tradedFromMiddle } from './traded-from-middle.ts';

test('every trade leaves nobody worse off than the one before, and the end is efficient', () => {
  let reached = 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, { parties: 2, issues: 4, answers: 4, bonds: 1, floors: chance() < 0.3 });
      const traded = tradedFromMiddle(scores, randomTable(chance, scores));
      if (traded === null) return;
      reached++;
      const { from, trades, rest, pack, totals } = traded;
      const gained = [...trades, ...(rest === null ? [] : [rest])].map(({ gains }) => gains);
      expect(gained.every((gains) => gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0))).toBe(true);
      const before = totalsOf(scores, from)!;
      expect(totals).toEqual(
        gained.reduce<readonly number[]>((sum, gains) => sum.map((each, p) => each + gains[p]!), [...before]),
      );
      expect([...totalsOf(scores, pack)!]).toEqual(totals);
      expect(bruteForce(scores).points).toContainEqual(totals);
    }),
    { numRuns: 100 },
  );
  expect(reached).toBeGreaterThan(40);
});

test('where the trades start does not depend on where a party’s points begin', () => {
  const startsAt = (c: number) => {
    const of = [
      [new Float64Array([c, c + 6]), new Float64Array([0, 4])],
      [new Float64Array([7, 0]), new Float64Array([3, 0])],
    ];
    const scores = { parties: ['Ana', 'Ben'], sizes: [2, 2], of, bonds: [], floors: [-100, -100], step: 1, error: 0 };
    const { agenda } = randomTable(() => 0.1, scores);
    return tradedFromMiddle(scores, {
      agenda,
      offers: [
        [1, 1],
        [0, 0],
      ],
    })?.from;
  };
  for (const c of [-5, 5, 100]) expect(startsAt(c)).toEqual(startsAt(0));
});

test('the ends of each party’s totals are those over all allowed packages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const chance = seeded(seed);
      const scores = randomScores(chance, {
        parties: 3,
        issues: 3,
        answers: 3,
        bonds: Math.floor(chance() * 3),
        floors: true,
      });
      const all: Float64Array[] = [];
      for (const pack of eachPackage(scores.sizes))
        all.push(...[totalsOf(scores, pack)].filter((each) => each !== null));
      const column = (p: number): readonly number[] => (all.length === 0 ? [0] : all.map((each) => each[p]!));
      expect(endsOf(scores)).toEqual({
        worst: scores.parties.map((_, p) => Math.min(...column(p))),
        best: scores.parties.map((_, p) => Math.max(...column(p))),
      });
    }),
    { numRuns: 80 },
  );
});

test('they are exact, too, where every pair of many issues is tied together', () => {
  const chance = seeded(11);
  const free = randomScores(chance, { parties: 2, issues: 7, answers: 4, bonds: 0, floors: false });
  const column = (length: number) => Float64Array.from({ length }, () => Math.floor(chance() * 10));
  const pairs = free.sizes.flatMap((size, i) =>
    free.sizes.slice(i + 1).map((other, k) => ({ i, j: i + 1 + k, length: size * other })),
  );
  const scores = {
    ...free,
    bonds: pairs.map(({ i, j, length }) => ({ scope: [i, j], of: [column(length), column(length)], allowed: null })),
  };
  const [worst, best] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  for (const pack of eachPackage(scores.sizes))
    for (const [p, total] of [...totalsOf(scores, pack)!].entries()) {
      worst[p] = Math.min(worst[p]!, total);
      best[p] = Math.max(best[p]!, total);
    }
  expect(endsOf(scores)).toEqual({ worst, best });
});
