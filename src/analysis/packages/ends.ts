import { frontierOf } from '../frontier/index.ts';
import type { Scores } from '../scores.ts';

/** Each party's least and greatest total over all packages that are allowed, in steps of the grid. */
export interface Ends {
  readonly worst: readonly number[];
  readonly best: readonly number[];
}

/**
 * The ends of each party's totals: exact, but where bonds tie so many issues together that no frontier is made; then the sums of the least and the
 * greatest scores, which may lie further out. Of no allowed package at all, both are 0.
 */
export function endsOf(scores: Scores): Ends {
  const best = scores.parties.map((_, p) => greatest(scores, p, 1));
  const worst = scores.parties.map((_, p) => 0 - greatest(scores, p, -1));
  return { worst, best };
}

// A party alone has a frontier of one point: its best.
function greatest(scores: Scores, party: number, sign: 1 | -1): number {
  const signed = (values: Float64Array): Float64Array => values.map((value) => sign * value);
  const alone: Scores = {
    ...scores,
    parties: [scores.parties[party]!],
    of: [scores.of[party]!.map(signed)],
    bonds: scores.bonds.map((bond) => (bond.of === null ? bond : { ...bond, of: [signed(bond.of[party]!)] })),
    floors: [-Infinity],
  };
  if (scores.bonds.length > 0) {
    const frontier = frontierOf(alone);
    if (!('refused' in frontier)) return frontier.size === 0 ? 0 : frontier.totals[0]![0]!;
  }
  const bonds = alone.bonds.flatMap(({ of }) => (of === null ? [] : [of[0]!]));
  return [...alone.of[0]!, ...bonds].reduce((sum, values) => sum + Math.max(...values), 0);
}
