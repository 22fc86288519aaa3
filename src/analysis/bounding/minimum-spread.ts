import type { Entangled } from '../frontier/index.ts';
import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Scores } from '../scores.ts';
import { minimumSpread } from '../solutions/index.ts';
import { blocksOf } from './blocks.ts';
import { mostEven, type MostEven } from './most-even.ts';
import type { Effort } from './search.ts';
import { leastGains, whole } from './whole.ts';
import { noneFoundInWords, sharesInWords, tiedInWords } from './words.ts';

/** The words that stand beside a minimum-spread solution found by bounding. */
export const minimumSpreadByBoundingMethod: Method = {
  name: 'Minimum-spread solution, by bounding',
  definition:
    'The efficient package in which the largest and the smallest share of what each party could gain lie closest together, found from the part of the frontier where no share is much below the largest least one.',
  assumes: 'Equal shares matter more than large ones.',
  misleads:
    'Among separate packages it may choose one that is worse for the worst-off party than another. Where it is not proved, shares could lie closer together far from where it looked.',
  source: 'the discrete reading in NegMAS (ks_points); equal shares after Kalai & Smorodinsky 1975',
};

/** The efficient packages whose shares lie closest together, or why none is known. */
export type MinimumSpreadByBounding = MostEven | Entangled;

/**
 * The minimum-spread solution over `disagreement`, shares measured to `ideal` (both in whole steps), among packages that reach the floors of
 * the scores. A party whose ideal is no more than its disagreement has no share and is left out; where none has one, all gain nothing.
 */
export function minimumSpreadByBounding(
  scores: Scores,
  disagreement: readonly number[],
  ideal: readonly number[],
  effort: Effort = {},
): MinimumSpreadByBounding {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const from = whole(disagreement, 'disagreement');
  const ranges = whole(ideal, 'ideal').map((best, p) => best - from[p]!);
  const none = ranges.every((range) => range <= 0);
  return mostEven(
    blocks,
    {
      from,
      scale: ranges.map((range) => Math.max(1, range)),
      among: Array.from(ranges, (range) => none || range > 0),
      floors: leastGains(scores.floors, from).map((floor) => Math.max(0, floor)),
      choose: (points) => minimumSpread(points, disagreement, ideal).places,
      uneven: (shares) => largest(shares) - shares.reduce((a, b) => (a < b ? a : b)),
      times: 1n,
    },
    effort,
  );
}

/** The result in a sentence or two. Give the same `disagreement` and `ideal` as to the search: each party’s best of any package. */
export function minimumSpreadByBoundingInWords(
  scores: Scores,
  disagreement: readonly number[],
  ideal: readonly number[],
  found: MinimumSpreadByBounding,
): string {
  if ('refused' in found || found.kind === 'no zone' || found.kind === 'unknown') return noneFoundInWords(found);
  switch (found.kind) {
    case 'too many':
      return 'Too many efficient packages lie where shares are near to equal: the one whose shares lie closest together is not worked out.';
    case 'chosen': {
      const { tied, proved, value, bound } = found;
      const shares = sharesInWords(scores, disagreement, ideal, tied[0]!.totals);
      const proof = proved
        ? 'That they lie closer together in no efficient package that all accept is proved.'
        : `It is not proved that this is the best: in another they could lie closer together by at most ${atMost((value - bound) * 100)}% of what each could gain.`;
      return `${tiedInWords(scores, tied, 'shares of the most that each could gain in any package lie closest together')} (${shares}). ${proof}`;
    }
  }
}

function largest(shares: readonly bigint[]): bigint {
  return shares.reduce((a, b) => (a > b ? a : b));
}
