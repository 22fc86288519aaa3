import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, efficientAmong } from './candidates.ts';
import { gainsOver } from './gains.ts';
import type { Solution } from './solution.ts';
import { solutionInWords, type Telling } from './words.ts';

/** The words that stand beside an equal-area solution. */
export const equalAreaMethod: Method = {
  name: 'equal-area solution',
  definition:
    'The package at which what the first party could still gain by other acceptable packages, and what the second could, are as large as each other: equal areas on both sides.',
  assumes:
    'Two parties. Anything less than a package gives can be had too (something may be thrown away); no lotteries.',
  misleads:
    'With few packages the two areas are seldom equal and it takes the nearest. Packages that nobody proposes still count in the areas.',
  source:
    'Anbarcı & Bigelow 1994, Mathematical Social Sciences 28:133–142 (area monotonic solution), restated for separate points',
};

/**
 * For two parties: the efficient points at which the straight line from the disagreement (in steps) divides the acceptable set most evenly.
 * The set is every pair of gains from 0 up to those of some point. Since the line cuts the rectangle below the point in half, the two sides
 * differ by the area of the set above the point less the area to its right; the points with the least such difference are chosen.
 * Axioms: efficiency, individual rationality, symmetry, scale invariance, area monotonicity where the areas can be equal.
 */
export function equalArea(points: Points, disagreement: readonly number[]): Solution {
  if (points.parties !== 2) return { kind: 'two parties only', places: [] };
  const { kind, places: acceptable } = candidatesIn(points, disagreement);
  const places = efficientAmong(points, acceptable);
  const differences = places.length === 0 ? [] : areaDifferences(points, disagreement, places);
  const least = differences.reduce((a, b) => (a < b ? a : b), differences[0] ?? 0n);
  return { kind, places: places.filter((_, i) => differences[i] === least) };
}

/** The result in a sentence. */
export function equalAreaInWords(solution: Solution, telling: Telling): string {
  return solutionInWords(
    equalAreaMethod.name,
    solution,
    telling,
    () => 'here the acceptable gains still open to the one party and to the other are nearest to equal in area',
  );
}

/** |area above − area to the right| for each efficient point; the points run from the first party's best to the second's. */
function areaDifferences(
  points: Points,
  disagreement: readonly number[],
  places: readonly number[],
): readonly bigint[] {
  const gains = gainsOver(points, disagreement);
  const x = places.map((place) => gains.exactly(0, place));
  const y = places.map((place) => gains.exactly(1, place));
  const right = [0n];
  for (let i = 1; i < places.length; i++) right.push(right[i - 1]! + (x[i - 1]! - x[i]!) * y[i - 1]!);
  const above = [places.reduce((sum, _, i) => (i === 0 ? sum : sum + (y[i]! - y[i - 1]!) * x[i]!), 0n)];
  for (let i = 1; i < places.length; i++) above.push(above[i - 1]! - (y[i]! - y[i - 1]!) * x[i]!);
  return places.map((_, i) => (above[i]! > right[i]! ? above[i]! - right[i]! : right[i]! - above[i]!));
}
