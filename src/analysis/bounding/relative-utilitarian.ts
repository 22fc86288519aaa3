import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Scores } from '../scores.ts';
import { largestSum, type LargestSum } from './largest-sum.ts';
import type { Effort } from './search.ts';
import { leastGains, whole } from './whole.ts';
import { givesInWords, noneFoundInWords, proofInWords, sharesInWords } from './words.ts';

/** The words that stand beside a relative utilitarian solution found by bounding. */
export const relativeUtilitarianByBoundingMethod: Method = {
  name: 'Relative utilitarian solution, by bounding',
  definition:
    'The package with the largest sum of shares, a share being what a party gains over having no agreement, divided by the most that it could gain, found without listing the efficient packages.',
  assumes: 'From no agreement to its best package is the same distance for every party.',
  misleads:
    'When one party’s best package is out of all reach: its shares look small and count for little. It does not look at who gets what. Other packages can tie.',
  source:
    'Dhillon & Mertens 1999, Econometrica 67:471–498; with the disagreement as the zero, Cao 1982; Lagrangian bounds: Everett 1963',
};

/**
 * The largest sum of shares of the way from `disagreement` to `ideal` (whole steps), among packages that reach the floors and give every
 * party its disagreement. A party whose ideal is no more than its disagreement has no share and is left out. The ranges stand under the
 * sums as whole numbers, so that ties are ties.
 */
export function relativeUtilitarianByBounding(
  scores: Scores,
  disagreement: readonly number[],
  ideal: readonly number[],
  effort: Effort = {},
): LargestSum {
  const from = whole(disagreement, 'disagreement');
  const ranges = whole(ideal, 'ideal').map((best, p) => best - from[p]!);
  const floors = leastGains(scores.floors, from).map((floor) => Math.max(0, floor));
  const times = Array.from(ranges, (range) => (range > 0 ? 1 : 0));
  const scale = ranges.map((range) => Math.max(1, range));
  return largestSum(scores, floors, { from, times, scale }, effort);
}

/** The result in a sentence or two. Give the same `disagreement` and `ideal` as to the search: each party’s best of any package. */
export function relativeUtilitarianByBoundingInWords(
  scores: Scores,
  disagreement: readonly number[],
  ideal: readonly number[],
  found: LargestSum,
): string {
  if ('refused' in found || found.kind !== 'chosen') return noneFoundInWords(found);
  const shares = sharesInWords(scores, disagreement, ideal, found.totals);
  return `The package with the largest sum of shares of the most that each could gain in any package gives ${givesInWords(scores, found.totals)} (${shares}). ${proofInWords(found.proved, `the shares could come to more by at most ${atMost(found.gap * 100)}% of what one party could gain`)}`;
}
