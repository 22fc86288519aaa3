import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Scores } from '../scores.ts';
import { listInWords, percent } from '../solutions/words.ts';
import { idealByBounding } from './ideal.ts';
import { maxMinByBounding, type MaxMinByBounding } from './max-min.ts';
import type { Effort } from './search.ts';
import { givesInWords, noneFoundInWords, proofInWords } from './words.ts';

/** The words that stand beside a Kalai–Smorodinsky solution found by bounding. */
export const kalaiSmorodinskyByBoundingMethod: Method = {
  name: 'Kalai–Smorodinsky solution, by bounding',
  definition:
    'The package in which the party that gets the smallest share of the most it could hope for gets as large a share as possible, found without listing the efficient packages.',
  assumes: 'The most that a party could hope for is its best package among those that all accept.',
  misleads:
    'When a party’s best package is one that nobody takes seriously. Where the ideal is not proved, neither is the solution. Other packages can tie.',
  source: 'Kalai & Smorodinsky 1975, Econometrica 43:513–518; for separate packages, Imai 1983',
};

/** Max-min of shares of the ideal gain, and the ideal that it measured by. */
export type KalaiSmorodinskyByBounding =
  | (MaxMinByBounding & { readonly ideal: Float64Array })
  | Exclude<MaxMinByBounding, { readonly kind: 'chosen' }>
  /** No package gives these parties more than they have without an agreement, so they have no share. */
  | { readonly kind: 'no gain'; readonly parties: readonly number[] };

/**
 * The textbook discrete Kalai–Smorodinsky solution: the largest least share of the ideal gain over `disagreement` (whole steps). The ideal is
 * each party's best among the packages that all accept, or `best` (whole steps) where it is given.
 */
export function kalaiSmorodinskyByBounding(
  scores: Scores,
  disagreement: readonly number[],
  effort: Effort = {},
  best: readonly number[] | null = null,
): KalaiSmorodinskyByBounding {
  const ideal = best === null ? idealByBounding(scores, disagreement, effort) : asIdeal(best);
  if ('refused' in ideal || ideal.kind !== 'found') return ideal;
  const scale = disagreement.map((d, p) => ideal.totals[p]! - d);
  const none = [...scale.keys()].filter((p) => scale[p]! <= 0);
  if (none.some((p) => ideal.bounds[p]! > disagreement[p]!)) return { kind: 'unknown' };
  if (none.length > 0) return { kind: 'no gain', parties: none };
  const found = maxMinByBounding(scores, disagreement, scale, effort);
  if ('refused' in found || found.kind !== 'chosen') return found;
  return { ...found, proved: found.proved && ideal.proved, ideal: ideal.totals };
}

function asIdeal(best: readonly number[]) {
  const totals = Float64Array.from(best);
  return { kind: 'found' as const, totals, bounds: totals, proved: true };
}

/** The result in a sentence or two. */
export function kalaiSmorodinskyByBoundingInWords(
  scores: Scores,
  disagreement: readonly number[],
  found: KalaiSmorodinskyByBounding,
): string {
  if ('refused' in found || found.kind === 'no zone' || found.kind === 'unknown') return noneFoundInWords(found);
  switch (found.kind) {
    case 'no gain':
      return `No package that all accept gives ${listInWords(found.parties.map((p) => scores.parties[p]!))} more than having no agreement, so shares of the most that each could gain mean nothing.`;
    case 'chosen': {
      const shares = scores.parties.map(
        (party, p) =>
          `${party} ${percent((found.totals[p]! - disagreement[p]!) / (found.ideal[p]! - disagreement[p]!))}`,
      );
      return `The package with the largest least share of the most that each could gain gives ${givesInWords(scores, found.totals)} (${listInWords(shares)}). ${proofInWords(found.proved, `the least share could be larger by ${atMost(found.gap * 100)}% at most, or a party could hope for more`)}`;
    }
  }
}
