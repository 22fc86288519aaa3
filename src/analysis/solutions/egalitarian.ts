import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, efficientAmong, idealAmong } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import type { Solution } from './solution.ts';
import { gainsInWords, solutionInWords, type Telling } from './words.ts';

/** The words that stand beside an egalitarian solution. */
export const egalitarianMethod: Method = {
  name: 'egalitarian solution',
  definition: 'The package in which the party that gains least gains as much as possible.',
  assumes: 'A point of utility means the same to every party, so that gains can be compared.',
  misleads:
    'When scales differ: multiply one party’s points by two and the result moves. Some tools call this “Kalai”, and use that name for other things as well.',
  source: 'Kalai 1977, Econometrica 45:1623–1630 (proportional solution with equal weights)',
};

/**
 * The points with the largest least gain over the disagreement (in steps), the efficient ones of those that tie. Not the smallest spread.
 * Axioms: efficiency here, individual rationality, symmetry, strong monotonicity; not scale invariance.
 */
export function egalitarian(points: Points, disagreement: readonly number[]): Solution {
  const { kind, places } = candidatesIn(points, disagreement);
  const gains = gainsOver(points, disagreement);
  const parties = points.totals.map((_, p) => p);
  const unit = Math.max(0, ...idealAmong(points, places).map((best, p) => best - disagreement[p]!)) || 1;
  const chosen = greatest(
    places,
    (place) => parties.reduce((least, p) => Math.min(least, gains.of(p, place) / unit), Infinity),
    (place) => parties.map((p) => gains.exactly(p, place)).reduce((a, b) => (a < b ? a : b)),
  );
  return { kind, places: efficientAmong(points, chosen) };
}

/** The result in a sentence. */
export function egalitarianInWords(solution: Solution, telling: Telling): string {
  return solutionInWords(
    egalitarianMethod.name,
    solution,
    telling,
    (place) => `no package leaves the party that gains least with more (gains: ${gainsInWords(telling, place)})`,
  );
}
