import type { Entangled } from '../frontier/index.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { blocksOf } from './blocks.ts';
import { bestOf, totalsAt, unitOf, type Effort } from './search.ts';
import { sumAim } from './sum-aim.ts';

/** Whether a package is efficient, and if not, one that is better for some party and worse for none. */
export type Efficiency =
  | { readonly kind: 'efficient' }
  | { readonly kind: 'dominated'; readonly by: Package; readonly totals: Float64Array }
  | { readonly kind: 'unknown' }
  /** A bond does not allow the package. */
  | { readonly kind: 'not allowed' }
  | Entangled;

/** Looks among the packages that give nobody less for the one with the largest sum. `weights` (whole; 1 unless given) is how often totals count. */
export function efficiencyOf(
  scores: Scores,
  pack: Package,
  effort: Effort = {},
  weights: readonly number[] = scores.parties.map(() => 1),
): Efficiency {
  const from = totalsOf(scores, pack);
  if (from === null) return { kind: 'not allowed' };
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const unit = unitOf(blocks, from);
  const aim = sumAim(
    new Float64Array(from.length),
    weights,
    unit.map(() => 1),
    unit,
  );
  const found = bestOf({ blocks, from, aim, unit }, effort);
  if (found.best !== null && aim.value(found.best.gains) > 0)
    return { kind: 'dominated', by: blocks.packageOf(found.best.chosen), totals: totalsAt(blocks, found.best.chosen) };
  return found.proved ? { kind: 'efficient' } : { kind: 'unknown' };
}
