import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, idealAmong } from './candidates.ts';
import { gainsOver } from './gains.ts';
import { greatest } from './greatest.ts';
import { sharesInWords } from './kalai-smorodinsky.ts';
import { ratiosTo } from './ratios.ts';
import type { Solution } from './solution.ts';
import { solutionInWords, type Telling } from './words.ts';

/** The words that stand beside a minimum-spread solution. */
export const minimumSpreadMethod: Method = {
  name: 'minimum-spread solution',
  definition:
    'The efficient package in which the largest and the smallest share of what each party could gain lie closest together.',
  assumes: 'Equal shares matter more than large ones.',
  misleads:
    'Among separate packages it may choose one that is worse for the worst-off party than another. NegMAS calls it Kalai–Smorodinsky; the textbook solution looks at the least share.',
  source: 'the discrete reading in NegMAS (ks_points); equal shares after Kalai & Smorodinsky 1975',
};

/**
 * The points with the smallest difference between the largest and the smallest share, among the given (efficient) points that give every
 * party at least its disagreement (in steps). Shares as in `kalaiSmorodinsky`, with `ideal` (whole steps) where it is given.
 * Axioms: individual rationality, symmetry, scale invariance. Efficient only because the points are.
 */
export function minimumSpread(
  points: Points,
  disagreement: readonly number[],
  ideal: readonly number[] | null = null,
): Solution {
  const { kind, places } = candidatesIn(points, disagreement);
  if (places.length === 0) return { kind, places };
  const ratios = ratiosTo(gainsOver(points, disagreement), ideal ?? idealAmong(points, places));
  const roughly = (place: number): number => {
    let [least, most] = [Infinity, -Infinity];
    for (const p of ratios.parties) {
      least = Math.min(least, ratios.of(p, place));
      most = Math.max(most, ratios.of(p, place));
    }
    return ratios.parties.length === 0 ? 0 : least - most;
  };
  const exactly = (place: number): bigint => {
    const shares = ratios.parties.map((p) => ratios.exactly(p, place)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return (shares[0] ?? 0n) - (shares.at(-1) ?? 0n);
  };
  return { kind, places: greatest(places, roughly, exactly) };
}

/** The result in a sentence. Give the same `ideal` as to the solution. */
export function minimumSpreadInWords(
  solution: Solution,
  telling: Telling,
  ideal: readonly number[] | null = null,
): string {
  return solutionInWords(
    minimumSpreadMethod.name,
    solution,
    telling,
    (place) =>
      `in no efficient package that all accept do the shares lie closer together (${sharesInWords(telling, place, ideal)})`,
  );
}
