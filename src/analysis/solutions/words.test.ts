import { describe, expect, it } from 'vitest';
import { disagreementInWords, disagreementMethod, disagreementOf } from './disagreement.ts';
import { pointsOf } from './points-of.ts';
import type { Bargain } from './solution.ts';
import { solutions, type SolutionName } from './solutions.ts';
import { figure, listInWords } from './words.ts';

const points = pointsOf([
  [90, 10],
  [70, 50],
  [60, 60],
  [20, 85],
]);
const bargain: Bargain = { points, disagreement: [10, 10], ideal: [90, 85], reservations: [0, 20] };
const names = { parties: ['Ana', 'Ben'], step: 0.01 };

const sentences: Record<SolutionName, string> = {
  nash: 'The Nash solution gives Ana 0.6 and Ben 0.6: no package has a larger product of gains (Ana 0.5 and Ben 0.5; product 0.25).',
  kalaiSmorodinsky:
    'The Kalai–Smorodinsky solution gives Ana 0.6 and Ben 0.6: no package has a larger least share of the most that each party could gain (Ana 62.5% and Ben 66.7%).',
  kalaiSmorodinskyOverall:
    'The Kalai–Smorodinsky solution gives Ana 0.6 and Ben 0.6: no package has a larger least share of the most that each party could gain in any package (Ana 62.5% and Ben 66.7%).',
  egalitarian:
    'The egalitarian solution gives Ana 0.6 and Ben 0.6: no package leaves the party that gains least with more (gains: Ana 0.5 and Ben 0.5).',
  leximin:
    'The lexicographic maximin solution gives Ana 0.6 and Ben 0.6: the party that gains least gains as much as it can, then the next, and so on (gains: Ana 0.5 and Ben 0.5).',
  utilitarian:
    '2 points tie for the utilitarian solution, (Ana 0.7 and Ben 0.5) and (Ana 0.6 and Ben 0.6): no acceptable package gives more in all (sum 1.2). The figures in the reason are those of the first.',
  relativeUtilitarian:
    'The relative utilitarian solution gives Ana 0.6 and Ben 0.6: no acceptable package has a larger sum of shares of the most that each party could gain (Ana 62.5% and Ben 66.7%).',
  equalArea:
    'The equal-area solution gives Ana 0.6 and Ben 0.6: here the acceptable gains still open to the one party and to the other are nearest to equal in area.',
  minimumSpread:
    'The minimum-spread solution gives Ana 0.6 and Ben 0.6: in no efficient package that all accept do the shares lie closer together (Ana 62.5% and Ben 66.7%).',
  minimumDifference:
    'The minimum-difference solution gives Ana 0.6 and Ben 0.6: in no efficient package do the parties’ totals differ less (by 0). It does not ask whether each party would accept.',
  productOfUtilities:
    'The largest product of utilities gives Ana 0.6 and Ben 0.6: no efficient package has a larger product (0.24).',
};

describe('sentences', () => {
  it.each(Object.entries(sentences) as [SolutionName, string][])('%s', (name, sentence) => {
    const { choose, inWords, method } = solutions[name];
    expect(inWords(choose(bargain), bargain, names)).toBe(sentence);
    for (const words of Object.values(method)) expect(words.length).toBeGreaterThan(3);
  });

  it('names a zone that is empty or only touches, and a package that a party would refuse', () => {
    const { choose, inWords } = solutions.nash;
    const none = { ...bargain, disagreement: [80, 80] };
    expect(inWords(choose(none), none, names)).toBe(
      'No package here gives every party at least what it has without an agreement, so there is no Nash solution.',
    );
    const touching = { ...bargain, disagreement: [60, 60] };
    expect(inWords(choose(touching), touching, names)).toMatch(
      /In every acceptable package at least one party gains nothing\.$/,
    );
    const refused = { ...bargain, reservations: [95, 95] };
    const product = solutions.productOfUtilities;
    expect(product.inWords(product.choose(refused), refused, names)).toMatch(
      /It is below the reservation of Ana and Ben\.$/,
    );
  });

  it('counts what a long tie leaves out', () => {
    const line = {
      ...bargain,
      points: pointsOf([
        [50, 10],
        [40, 20],
        [30, 30],
        [20, 40],
        [10, 50],
      ]),
    };
    const { choose, inWords } = solutions.utilitarian;
    expect(inWords(choose(line), line, names)).toBe(
      '5 points tie for the utilitarian solution, (Ana 0.5 and Ben 0.1), (Ana 0.4 and Ben 0.2), (Ana 0.3 and Ben 0.3) and 2 more: no acceptable package gives more in all (sum 0.6). The figures in the reason are those of the first.',
    );
  });

  it('writes numbers and lists as people do', () => {
    expect([0.123456, 1e-7, 0, -0, 12, 2 / 3].map(figure)).toEqual(['0.1235', '1e-7', '0', '0', '12', '0.6667']);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listInWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});

describe('the disagreement point', () => {
  it('is the reservation where it is stated and binds, else the worst package', () => {
    const reservations = [30, -Infinity, null, 5];
    const minima = [10, 12, 14, 16];
    expect(disagreementOf(reservations, minima)).toEqual([30, 12, 14, 16]);
    expect(disagreementInWords(['Ana', 'Ben', 'Cy', 'Dee'], reservations, minima, 0.01)).toBe(
      'Without an agreement: Ana 0.3 (its reservation); Ben 0.12 (its worst package, for no reservation is known); Cy 0.14 (its worst package, for no reservation is known); Dee 0.16 (its worst package, which is better than its reservation).',
    );
    expect(disagreementMethod.name).toBe('Disagreement point');
  });
});
