import type { Entangled } from '../frontier/index.ts';
import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import { blocksOf, type Blocks } from './blocks.ts';
import type { Found } from './bounded-merge.ts';
import { leastGainAim, leastRatio, leastWhole } from './least-gain-aim.ts';
import { bestOf, totalsAt, unitOf, type Effort } from './search.ts';
import { sumAim } from './sum-aim.ts';
import { tiesWith } from './ties.ts';
import { leastGains, whole } from './whole.ts';
import { givesInWords, noneFoundInWords, proofInWords } from './words.ts';

/** The words that stand beside a max-min solution found by bounding. */
export const maxMinByBoundingMethod: Method = {
  name: 'Largest least gain (egalitarian), by bounding',
  definition:
    'The package in which the party that gains least gains as much as possible, found without listing the efficient packages. Of several, one with the largest sum of gains.',
  assumes:
    'Gains of different parties can be compared: as they stand, or each divided by a stated scale. The disagreement point is right.',
  misleads:
    'As it stands, when the scales of the parties differ. Where it is not proved, the stated gap is what the least gain could still be larger by. Other packages can tie.',
  source: 'Kalai 1977, Econometrica 45:1623–1630; Lagrangian bounds: Everett 1963, Held, Wolfe & Crowder 1974',
};

/** The package with the largest least gain, or why there is none. Totals are in steps of the grid. */
export type MaxMinByBounding =
  | {
      readonly kind: 'chosen';
      readonly package: Package;
      readonly totals: Float64Array;
      /** The least gain, divided by its scale. */
      readonly least: number;
      /** No package has a larger least gain. */
      readonly bound: number;
      /** True if the least gain is proved to be the largest. */
      readonly proved: boolean;
      /** Bound less value: 0 when proved. */
      readonly gap: number;
      /** True if it is proved that no package gives one party more and none less. */
      readonly efficient: boolean;
      /** All packages with this least gain, one after another; those that are only weakly efficient are among them. */
      ties(): Generator<Package>;
    }
  | { readonly kind: 'no zone' }
  | { readonly kind: 'unknown' }
  | Entangled;

/**
 * The largest least gain over `disagreement` (whole steps), each gain divided by `scale` (whole, above 0; 1 for all unless given: the
 * egalitarian solution), among packages that reach the floors of the scores. Max-min packages can be only weakly efficient; of those with
 * the same least gain, this is one with the largest sum of scaled gains, which is efficient.
 */
export function maxMinByBounding(
  scores: Scores,
  disagreement: readonly number[],
  scale: readonly number[] = disagreement.map(() => 1),
  effort: Effort = {},
): MaxMinByBounding {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const from = whole(disagreement, 'disagreement');
  const units = whole(scale, 'scale');
  if (units.some((s) => s <= 0)) throw new RangeError('scale: numbers above 0 are needed');
  const floors = leastGains(scores.floors, from).map((floor) => Math.max(0, floor));
  const aim = leastGainAim(floors, units);
  const unit = unitOf(blocks, from);
  const found = bestOf({ blocks, from, aim, unit }, effort);
  if (found.best === null) return { kind: found.proved ? 'no zone' : 'unknown' };
  const better = bettered(blocks, from, floors, units, found.best.gains, effort);
  const { chosen, gains } = better.best ?? found.best;
  const least = aim.value(gains);
  return {
    kind: 'chosen',
    package: blocks.packageOf(chosen),
    totals: totalsAt(blocks, chosen),
    least,
    bound: found.proved ? least : Math.max(least, found.bound),
    proved: found.proved,
    gap: found.proved ? 0 : Math.max(0, found.bound - least),
    efficient: better.proved,
    ties: () => tiesWith(scores, from, aim, unit, gains),
  };
}

/** The largest sum of scaled gains among packages in which the least is no less than in this one. */
export function bettered(
  blocks: Blocks,
  from: Float64Array,
  floors: Float64Array,
  scale: Float64Array,
  gains: Float64Array,
  effort: Effort,
): Found {
  const ratio = leastRatio(gains, scale);
  const least = scale.map((s, p) => Math.max(floors[p]!, leastWhole(ratio, s)));
  const unit = unitOf(blocks, from);
  return bestOf(
    {
      blocks,
      from,
      aim: sumAim(
        least,
        [...scale].map(() => 1),
        scale,
        unit,
      ),
      unit,
    },
    effort,
  );
}

/** The result in a sentence or two. */
export function maxMinByBoundingInWords(scores: Scores, found: MaxMinByBounding): string {
  if ('refused' in found || found.kind !== 'chosen') return noneFoundInWords(found);
  return `The package in which the least gain is largest gives ${givesInWords(scores, found.totals)}. ${proofInWords(found.proved, found.least === 0 ? 'another may leave the party that gains least with more' : `the least gain could be larger by at most ${atMost((100 * found.gap) / Math.abs(found.least))}% of itself`)}`;
}
