import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { everyPlace } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import type { Solution } from './solution.ts';
import { figure, solutionInWords, type Telling } from './words.ts';

/** The words that stand beside a minimum-difference solution. */
export const minimumDifferenceMethod: Method = {
  name: 'minimum-difference solution',
  definition:
    'The efficient package in which what the parties get differs least, whatever each has without an agreement.',
  assumes: 'A point of utility means the same to every party, and equality is all that counts.',
  misleads:
    'It may choose a package that a party would refuse, or one that is worse for everybody’s least. GENIUS calls it Kalai–Smorodinsky; it is neither that nor the egalitarian solution.',
  source: 'the reading in GENIUS (Lin, Kraus, Baarslag et al. 2014)',
};

/**
 * The points with the smallest sum of |uᵢ − uⱼ| over all pairs of parties, among the given (efficient) points, acceptable or not.
 * Axioms: symmetry. Neither individual rationality nor scale invariance; efficient only because the points are.
 */
export function minimumDifference(points: Points): Solution {
  const places = everyPlace(points);
  const zero = points.totals.map(() => 0);
  const gains = gainsOver(points, zero);
  const pairs = zero.flatMap((_, a) => zero.slice(a + 1).map((_, j) => [a, a + 1 + j] as const));
  const unit =
    places.reduce((most, place) => points.totals.reduce((top, t) => Math.max(top, Math.abs(t[place]!)), most), 0) || 1;
  return {
    kind: points.size === 0 ? 'no points' : 'chosen',
    places: greatest(
      places,
      (place) => pairs.reduce((sum, [a, b]) => sum - Math.abs(gains.of(a, place) - gains.of(b, place)) / unit, 0),
      (place) => pairs.reduce((sum, [a, b]) => sum - distance(gains.exactly(a, place), gains.exactly(b, place)), 0n),
    ),
  };
}

/** The result in a sentence. */
export function minimumDifferenceInWords(solution: Solution, telling: Telling): string {
  return solutionInWords(minimumDifferenceMethod.name, solution, telling, (place) => {
    const totals = telling.points.totals.map((t) => t[place]!);
    const differences = totals.flatMap((a, p) => totals.slice(p + 1).map((b) => Math.abs(a - b)));
    const sum = differences.reduce((all, one) => all + one, 0) * telling.step;
    const less = totals.length > 2 ? `less, all pairs taken together (${figure(sum)})` : `less (by ${figure(sum)})`;
    return `in no efficient package do the parties’ totals differ ${less}. It does not ask whether each party would accept`;
  });
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}
