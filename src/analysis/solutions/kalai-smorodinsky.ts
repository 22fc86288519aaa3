import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, efficientAmong, idealAmong } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import { ratiosTo, type Ratios } from './ratios.ts';
import type { Solution } from './solution.ts';
import { listInWords, percent, solutionInWords, type Telling } from './words.ts';

/** The words that stand beside a Kalai–Smorodinsky solution. */
export const kalaiSmorodinskyMethod: Method = {
  name: 'Kalai–Smorodinsky solution',
  definition:
    'The package in which the party that gets the smallest share of the most it could hope for gets as large a share as possible.',
  assumes:
    'The most that a party could hope for is its best package among those that every party would accept, and that is what it measures a result by.',
  misleads:
    'When a party’s ideal rests on a package that nobody takes seriously: it pulls the result. Among separate packages shares are seldom equal; see the lottery for the textbook point.',
  source: 'Kalai & Smorodinsky 1975, Econometrica 43:513–518; max-min form for separate points, Imai 1983',
};

/**
 * The points with the largest least share, a share being the party's gain over the disagreement (in steps) divided by its gain at the
 * ideal. The ideal is the best of each party among the points that every party accepts, or `ideal` (whole steps) where it is given.
 * A party that can gain nothing has no share and is left out; if none can, all points of the zone tie.
 * Axioms: efficiency, individual rationality, symmetry, scale invariance, individual monotonicity.
 */
export function kalaiSmorodinsky(
  points: Points,
  disagreement: readonly number[],
  ideal: readonly number[] | null = null,
): Solution {
  const { kind, places } = candidatesIn(points, disagreement);
  if (places.length === 0) return { kind, places };
  const ratios = ratiosTo(gainsOver(points, disagreement), ideal ?? idealAmong(points, places));
  return { kind, places: efficientAmong(points, withLargestLeast(places, ratios)) };
}

/** The result in a sentence. Give the same `ideal` as to the solution. */
export function kalaiSmorodinskyInWords(
  solution: Solution,
  telling: Telling,
  ideal: readonly number[] | null = null,
): string {
  return solutionInWords(
    kalaiSmorodinskyMethod.name,
    solution,
    telling,
    (place) =>
      `no package has a larger least share of the most that each party could gain${ideal === null ? '' : ' in any package'} (${sharesInWords(telling, place, ideal)})`,
  );
}

/** Each party's share of the most that it could gain, as percentages: `Ana 62% and Ben 58.3%`. */
export function sharesInWords(telling: Telling, place: number, ideal: readonly number[] | null): string {
  const { points, disagreement, parties } = telling;
  const best = ideal ?? idealAmong(points, candidatesIn(points, disagreement).places);
  return listInWords(
    parties.map((party, p) => {
      const range = best[p]! - disagreement[p]!;
      return range > 0
        ? `${party} ${percent((points.totals[p]![place]! - disagreement[p]!) / range)}`
        : `${party} can gain nothing`;
    }),
  );
}

function withLargestLeast(places: readonly number[], ratios: Ratios): readonly number[] {
  return greatest(
    places,
    (place) => ratios.parties.reduce((least, p) => Math.min(least, ratios.of(p, place)), 1),
    (place) => leastOf(ratios.parties.map((p) => ratios.exactly(p, place))),
  );
}

function leastOf(values: readonly bigint[]): bigint {
  return values.length === 0 ? 0n : values.reduce((a, b) => (a < b ? a : b));
}
