import { describe, expect, it } from 'vitest';
import { asText } from './fraction.ts';
import { hullOf } from './hull.ts';
import { idealAmong, candidatesIn } from './candidates.ts';
import { kalaiSmorodinskyLottery, kalaiSmorodinskyLotteryInWords } from './kalai-smorodinsky-lottery.ts';
import { kalaiSmorodinsky } from './kalai-smorodinsky.ts';
import { nash, nashInWords } from './nash.ts';
import { efficientOf, pointsOf } from './points-of.ts';

/** Nash's own example (1950): Bill and Jack barter; what each good is worth to Bill and to Jack. */
const bills = { book: [2, 4], whip: [2, 2], ball: [2, 1], bat: [2, 2], box: [4, 1] } as const;
const jacks = { pen: [10, 1], toy: [4, 1], knife: [6, 2], hat: [2, 2] } as const;

const given = [...Object.keys(bills), ...Object.keys(jacks)];
const barters = Array.from({ length: 2 ** 9 }, (_, bits) => given.filter((_, i) => (bits >> i) & 1));
const gains = (swapped: readonly string[]): number[] => {
  const sum = [0, 0];
  for (const [good, [bill, jack]] of Object.entries(bills))
    if (swapped.includes(good)) [sum[0], sum[1]] = [sum[0]! - bill, sum[1]! + jack];
  for (const [good, [bill, jack]] of Object.entries(jacks))
    if (swapped.includes(good)) [sum[0], sum[1]] = [sum[0]! + bill, sum[1]! - jack];
  return sum;
};
const points = efficientOf(pointsOf(barters.map(gains)));
const none = [0, 0];
const telling = { points, parties: ['Bill', 'Jack'], disagreement: none, step: 1 };

describe('the barter of Nash 1950', () => {
  it('has these efficient barters that both would accept', () => {
    const rows = candidatesIn(points, none).places.map((place) => points.totals.map((totals) => totals[place]!));
    expect(rows).toEqual([
      [18, 0],
      [16, 2],
      [14, 4],
      [12, 5],
      [8, 6],
      [6, 7],
      [2, 8],
    ]);
  });

  it('is solved as Nash solved it: 12 and 5, by one barter of 512', () => {
    const solution = nash(points, none);
    expect(solution.places.map((place) => points.totals.map((totals) => totals[place]!))).toEqual([[12, 5]]);
    const behind = barters.filter((swapped) => gains(swapped).join() === '12,5');
    expect(behind).toEqual([['book', 'whip', 'ball', 'bat', 'pen', 'toy', 'knife']]);
    expect(nashInWords(solution, telling)).toBe(
      'The Nash solution gives Bill 12 and Jack 5: no package has a larger product of gains (Bill 12 and Jack 5; product 60).',
    );
  });

  it('has the same point as its discrete Kalai–Smorodinsky solution, with the ideal 18 and 8', () => {
    expect(idealAmong(points, candidatesIn(points, none).places)).toEqual([18, 8]);
    expect(kalaiSmorodinsky(points, none)).toEqual(nash(points, none));
  });

  it('has 324/29 and 153/29 as its Kalai–Smorodinsky lottery, with the ideal 18 and 17/2', () => {
    const corners = hullOf(points).map((place) => points.totals.map((totals) => totals[place]!));
    expect(corners).toEqual([
      [22, -6],
      [20, -2],
      [14, 4],
      [12, 5],
      [6, 7],
      [-2, 9],
      [-12, 10],
    ]);
    const lottery = kalaiSmorodinskyLottery(points, none);
    if (!('totals' in lottery)) throw new Error(lottery.kind);
    expect(lottery.exact!.map(asText)).toEqual(['324/29', '153/29']);
    expect(lottery.ideal).toEqual([18, 8.5]);
    expect(lottery.totals[0]).toBeCloseTo(11.172414, 6);
    expect(lottery.totals[1]).toBeCloseTo(5.275862, 6);
    expect(kalaiSmorodinskyLotteryInWords(lottery, telling)).toBe(
      'The Kalai–Smorodinsky lottery gives Bill 11.17 (exactly 324/29) and Jack 5.28 (exactly 153/29) on average, the same share to each of the most that it could hope for: 86.2% for the package that gives Bill 12 and Jack 5 and 13.8% for the package that gives Bill 6 and Jack 7.',
    );
  });
});
