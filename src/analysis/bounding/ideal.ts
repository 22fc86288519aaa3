import type { Entangled } from '../frontier/index.ts';
import type { Scores } from '../scores.ts';
import { blocksOf } from './blocks.ts';
import { bestOf, unitOf, type Effort } from './search.ts';
import { sumAim } from './sum-aim.ts';
import { leastGains, whole } from './whole.ts';

/** The most that each party can have in a package that all accept. */
export type IdealByBounding =
  | {
      readonly kind: 'found';
      /** In steps; where it is not proved, the best that was met. */
      readonly totals: Float64Array;
      /** No package that all accept gives a party more than this. */
      readonly bounds: Float64Array;
      readonly proved: boolean;
    }
  | { readonly kind: 'no zone' }
  | { readonly kind: 'unknown' }
  | Entangled;

/** The ideal point over the packages that give every party its floor and `disagreement` (whole steps). */
export function idealByBounding(scores: Scores, disagreement: readonly number[], effort: Effort = {}): IdealByBounding {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const from = whole(disagreement, 'disagreement');
  const floors = leastGains(scores.floors, from).map((floor) => Math.max(0, floor));
  const unit = unitOf(blocks, from);
  const totals = new Float64Array(blocks.parties);
  const bounds = new Float64Array(blocks.parties);
  let proved = true;
  for (const p of scores.parties.keys()) {
    const times = scores.parties.map((_, q) => (q === p ? 1 : 0));
    const aim = sumAim(
      floors,
      times,
      unit.map(() => 1),
      unit,
    );
    const found = bestOf({ blocks, from, aim, unit }, effort);
    if (found.best === null) return { kind: found.proved ? 'no zone' : 'unknown' };
    totals[p] = found.best.gains[p]! + from[p]!;
    bounds[p] = found.proved ? totals[p] : Math.floor(found.bound) + from[p]!;
    proved &&= found.proved;
  }
  return { kind: 'found', totals, bounds, proved };
}
