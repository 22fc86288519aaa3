import { greatestSum } from '../bounding/index.ts';
import type { Scores } from '../scores.ts';

/** Each party's least and greatest total over all packages that are allowed, in steps of the grid. */
export interface Ends {
  readonly worst: readonly number[];
  readonly best: readonly number[];
}

/**
 * The ends of each party's totals: exact, but where bonds tie more issues together than anything here can work through; then the sums of the
 * least and the greatest scores, which may lie further out. Of no allowed package at all, both are 0.
 */
export function endsOf(scores: Scores): Ends {
  const best = scores.parties.map((_, p) => greatest(scores, p, 1));
  const worst = scores.parties.map((_, p) => 0 - greatest(scores, p, -1));
  return { worst, best };
}

function greatest(scores: Scores, party: number, sign: 1 | -1): number {
  if (scores.bonds.length > 0) {
    const alone = scores.parties.map((_, p) => (p === party ? sign : 0));
    const found = greatestSum(scores, alone);
    if (!('refused' in found)) return found.sum === -Infinity ? 0 : found.sum;
  }
  const bonds = scores.bonds.flatMap(({ of }) => (of === null ? [] : [of[party]!]));
  return [...scores.of[party]!, ...bonds].reduce(
    (sum, values) => sum + values.reduce((most, value) => Math.max(most, sign * value), -Infinity),
    0,
  );
}
