import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { everyPlace } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import type { Solution } from './solution.ts';
import { figure, listInWords, solutionInWords, type Telling } from './words.ts';

/** The words that stand beside a product of utilities. */
export const productOfUtilitiesMethod: Method = {
  name: 'largest product of utilities',
  definition:
    'The efficient package with the largest product of utilities above the stated reservations, without asking whether every party would accept it.',
  assumes: 'A party that states no reservation has 0 without an agreement.',
  misleads:
    'A product of two losses is a gain: it may choose a package that every party would refuse. GENIUS calls it the Nash point; it is given for comparison only.',
  source: 'the reading in GENIUS (Lin, Kraus, Baarslag et al. 2014), after Nash 1950',
};

/**
 * The points with the largest product of totals above `reservations` (in steps; 0 where none is stated), among all the given (efficient)
 * points: those below a reservation are not left out.
 * Axioms: symmetry. Not individual rationality, and no sense of it either: two totals below their reservations multiply to a gain.
 */
export function productOfUtilities(points: Points, reservations: readonly number[]): Solution {
  const places = everyPlace(points);
  const gains = gainsOver(points, reservations);
  const parties = points.totals.map((_, p) => p);
  const units = parties.map(
    (p) => places.reduce((most, place) => Math.max(most, Math.abs(gains.of(p, place))), 0) || 1,
  );
  return {
    kind: points.size === 0 ? 'no points' : 'chosen',
    places: greatest(
      places,
      (place) => parties.reduce((product, p) => (product * gains.of(p, place)) / units[p]!, 1),
      (place) => parties.reduce((product, p) => product * gains.exactly(p, place), 1n),
    ),
  };
}

/** The result in a sentence; `reservations` as given to the solution. A package that a party would refuse is named as such. */
export function productOfUtilitiesInWords(
  solution: Solution,
  telling: Telling,
  reservations: readonly number[],
): string {
  return solutionInWords(productOfUtilitiesMethod.name, solution, telling, (place) => {
    const above = telling.points.totals.map((totals, p) => (totals[place]! - reservations[p]!) * telling.step);
    const refusing = telling.parties.filter((_, p) => above[p]! < 0);
    const warning = refusing.length === 0 ? '' : `. It is below the reservation of ${listInWords(refusing)}`;
    return `no efficient package has a larger product (${figure(above.reduce((a, b) => a * b, 1))})${warning}`;
  });
}
