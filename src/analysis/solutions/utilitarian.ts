import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, idealAmong } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import type { Solution } from './solution.ts';
import { figure, solutionInWords, type Telling } from './words.ts';

/** The words that stand beside a utilitarian solution. */
export const utilitarianMethod: Method = {
  name: 'utilitarian solution',
  definition: 'The package with the largest sum of what the parties get, among those that every party would accept.',
  assumes: 'A point of utility means the same to every party, so that points can be added.',
  misleads:
    'When scales differ, and where one party’s large gain pays for another’s small one without any compensation: it does not look at who gets what.',
  source: 'Harsanyi 1955, J. Political Economy 63:309–321',
};

/**
 * The points with the largest sum of totals, among those that give every party at least its disagreement (in steps).
 * Axioms: efficiency, individual rationality, symmetry; not scale invariance.
 */
export function utilitarian(points: Points, disagreement: readonly number[]): Solution {
  const { kind, places } = candidatesIn(points, disagreement);
  const gains = gainsOver(points, disagreement);
  const parties = points.totals.map((_, p) => p);
  const unit = idealAmong(points, places).reduce((sum, best, p) => sum + best - disagreement[p]!, 0) || 1;
  return {
    kind,
    places: greatest(
      places,
      (place) => parties.reduce((sum, p) => sum + gains.of(p, place) / unit, 0),
      (place) => parties.reduce((sum, p) => sum + gains.exactly(p, place), 0n),
    ),
  };
}

/** The result in a sentence. */
export function utilitarianInWords(solution: Solution, telling: Telling): string {
  return solutionInWords(utilitarianMethod.name, solution, telling, (place) => {
    const sum = telling.points.totals.reduce((all, totals) => all + totals[place]!, 0) * telling.step;
    return `no acceptable package gives more in all (sum ${figure(sum)})`;
  });
}
