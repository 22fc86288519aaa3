import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, efficientAmong, idealAmong } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import type { Solution } from './solution.ts';
import { figure, gainsInWords, solutionInWords, type Telling } from './words.ts';

/** The words that stand beside a Nash solution. */
export const nashMethod: Method = {
  name: 'Nash solution',
  definition: 'The package with the largest product of the parties’ gains over what each has without an agreement.',
  assumes:
    'Utilities measure how strongly each party prefers, each on its own scale; the disagreement point is right; parties bargain as equals.',
  misleads:
    'When the disagreement point is guessed: it moves with it. When nobody can gain without another’s gaining nothing, every product is 0 and it chooses nothing in particular.',
  source: 'Nash 1950, Econometrica 18:155–162',
};

/**
 * The points with the largest product of gains over the disagreement (in steps). Points below the disagreement are never candidates, for a
 * product of two losses is a gain. Where the zone only touches, every product is 0 and all efficient points of the zone tie.
 * Axioms: efficiency, individual rationality, symmetry, scale invariance, independence of irrelevant alternatives.
 */
export function nash(points: Points, disagreement: readonly number[]): Solution {
  const { kind, places } = candidatesIn(points, disagreement);
  const gains = gainsOver(points, disagreement);
  const parties = points.totals.map((_, p) => p);
  const units = idealAmong(points, places).map((best, p) => best - disagreement[p]! || 1);
  const chosen = greatest(
    places,
    (place) => parties.reduce((product, p) => (product * gains.of(p, place)) / units[p]!, 1),
    (place) => parties.reduce((product, p) => product * gains.exactly(p, place), 1n),
  );
  return { kind, places: efficientAmong(points, chosen) };
}

/** The result in a sentence. */
export function nashInWords(solution: Solution, telling: Telling): string {
  return solutionInWords(nashMethod.name, solution, telling, (place) => {
    const product = telling.points.totals.reduce(
      (all, totals, p) => all * (totals[place]! - telling.disagreement[p]!) * telling.step,
      1,
    );
    return `no package has a larger product of gains (${gainsInWords(telling, place)}; product ${figure(product)})`;
  });
}
