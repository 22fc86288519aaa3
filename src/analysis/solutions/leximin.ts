import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, idealAmong } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import type { Solution } from './solution.ts';
import { gainsInWords, solutionInWords, type Telling } from './words.ts';

/** The words that stand beside a lexicographic maximin solution. */
export const leximinMethod: Method = {
  name: 'lexicographic maximin solution',
  definition:
    'The package in which the smallest gain is as large as possible; among those, the one in which the next smallest is; and so on.',
  assumes: 'A point of utility means the same to every party, so that gains can be compared.',
  misleads:
    'As the egalitarian solution: when scales differ. It gives up any gain of others for the least one of the worst off.',
  source: 'Sen 1970, Collective Choice and Social Welfare; Imai 1983, Econometrica 51:389–401',
};

/**
 * The points whose gains over the disagreement (in steps), sorted from the smallest, are the largest in dictionary order.
 * Axioms: efficiency, individual rationality, symmetry; not scale invariance.
 */
export function leximin(points: Points, disagreement: readonly number[]): Solution {
  const { kind, places } = candidatesIn(points, disagreement);
  const gains = gainsOver(points, disagreement);
  const parties = points.totals.map((_, p) => p);
  const unit = Math.max(0, ...idealAmong(points, places).map((best, p) => best - disagreement[p]!)) || 1;
  const kept = parties.reduce<readonly number[]>(
    (kept, rank) =>
      greatest(
        kept,
        (place) => parties.map((p) => gains.of(p, place) / unit).sort((a, b) => a - b)[rank]!,
        (place) => parties.map((p) => gains.exactly(p, place)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))[rank]!,
      ),
    places,
  );
  return { kind, places: kept };
}

/** The result in a sentence. */
export function leximinInWords(solution: Solution, telling: Telling): string {
  return solutionInWords(
    leximinMethod.name,
    solution,
    telling,
    (place) =>
      `the party that gains least gains as much as it can, then the next, and so on (gains: ${gainsInWords(telling, place)})`,
  );
}
