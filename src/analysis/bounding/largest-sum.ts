import type { Entangled } from '../frontier/index.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import { blocksOf } from './blocks.ts';
import { bestOf, totalsAt, unitOf, type Effort } from './search.ts';
import { sumAim } from './sum-aim.ts';
import { tiesWith } from './ties.ts';

/** The package with the largest sum, or why there is none. Totals are in steps of the grid. */
export type LargestSum =
  | {
      readonly kind: 'chosen';
      readonly package: Package;
      readonly totals: Float64Array;
      readonly sum: number;
      /** No package has a larger sum. */
      readonly bound: number;
      readonly proved: boolean;
      /** Bound less sum: 0 when proved. */
      readonly gap: number;
      /** All packages with this sum, one after another. */
      ties(): Generator<Package>;
    }
  | { readonly kind: 'no zone' }
  | { readonly kind: 'unknown' }
  | Entangled;

/** What is summed: each party’s gain over `from`, `times` over, divided by its scale (both whole). */
export interface Summed {
  readonly from: Float64Array;
  readonly times: readonly number[];
  readonly scale: Float64Array;
}

/** The largest sum by bounding, among packages in which each party gains at least its floor. */
export function largestSum(
  scores: Scores,
  floors: Float64Array,
  { from, times, scale }: Summed,
  effort: Effort = {},
): LargestSum {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const unit = unitOf(blocks, from);
  const aim = sumAim(floors, times, scale, unit);
  const found = bestOf({ blocks, from, aim, unit }, effort);
  if (found.best === null) return { kind: found.proved ? 'no zone' : 'unknown' };
  const { chosen, gains } = found.best;
  const sum = aim.value(gains);
  // Sums that are not divided are whole.
  const limit = scale.every((each) => each === 1) ? Math.floor(found.bound) : found.bound;
  const bound = found.proved ? sum : Math.max(sum, limit);
  return {
    kind: 'chosen',
    package: blocks.packageOf(chosen),
    totals: totalsAt(blocks, chosen),
    sum,
    bound,
    proved: found.proved,
    gap: bound - sum,
    ties: () => tiesWith(scores, from, aim, unit, gains),
  };
}
