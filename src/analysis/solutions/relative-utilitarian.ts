import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, efficientAmong, idealAmong } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import { sharesInWords } from './kalai-smorodinsky.ts';
import { ratiosTo } from './ratios.ts';
import type { Solution } from './solution.ts';
import { solutionInWords, type Telling } from './words.ts';

/** The words that stand beside a relative utilitarian solution. */
export const relativeUtilitarianMethod: Method = {
  name: 'relative utilitarian solution',
  definition:
    'The package with the largest sum of shares, a share being what a party gains over having no agreement, divided by the most that it could gain.',
  assumes: 'From no agreement to its best package is the same distance for every party.',
  misleads:
    'When one party’s best package is out of all reach: its shares look small and count for little. It does not look at who gets what.',
  source: 'Dhillon & Mertens 1999, Econometrica 67:471–498; with the disagreement as the zero, Cao 1982',
};

/**
 * The points with the largest sum of shares, among those that give every party at least its disagreement (in steps). Shares are measured
 * to the best of each party among those points, or to `ideal` (whole steps) where it is given; a party that can gain nothing is left out.
 * Axioms: efficiency, individual rationality, symmetry, scale invariance.
 */
export function relativeUtilitarian(
  points: Points,
  disagreement: readonly number[],
  ideal: readonly number[] | null = null,
): Solution {
  const { kind, places } = candidatesIn(points, disagreement);
  if (places.length === 0) return { kind, places };
  const ratios = ratiosTo(gainsOver(points, disagreement), ideal ?? idealAmong(points, places));
  const chosen = greatest(
    places,
    (place) => ratios.parties.reduce((sum, p) => sum + ratios.of(p, place), 0),
    (place) => ratios.parties.reduce((sum, p) => sum + ratios.exactly(p, place), 0n),
  );
  return { kind, places: efficientAmong(points, chosen) };
}

/** The result in a sentence. Give the same `ideal` as to the solution. */
export function relativeUtilitarianInWords(
  solution: Solution,
  telling: Telling,
  ideal: readonly number[] | null = null,
): string {
  return solutionInWords(
    relativeUtilitarianMethod.name,
    solution,
    telling,
    (place) =>
      `no acceptable package has a larger sum of shares of the most that each party could gain (${sharesInWords(telling, place, ideal)})`,
  );
}
