import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Entangled } from '../frontier/index.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import { blocksOf } from './blocks.ts';
import { productAim, productOf } from './product-aim.ts';
import { bestOf, reaching, totalsAt, unitOf, type Effort } from './search.ts';
import { tiesWith } from './ties.ts';
import { leastGains, whole, wholeAbove } from './whole.ts';
import { givesInWords, noneFoundInWords, proofInWords } from './words.ts';

/** The words that stand beside a Nash solution found by bounding. */
export const nashByBoundingMethod: Method = {
  name: 'Nash solution, by bounding',
  definition:
    'The package with the largest product of the parties’ gains over what each has without an agreement, found without listing the efficient packages, with a proof that no other has a larger one.',
  assumes:
    'What the Nash solution assumes: the disagreement point is right, and each party’s scale measures how strongly it prefers. Whole-number scores.',
  misleads:
    'Where it is not proved: a package with a product up to the stated bound may exist. Other packages can tie; ask for all of them before speaking of the solution.',
  source:
    'Nash 1950; Lagrangian bounds: Everett 1963, Held, Wolfe & Crowder 1974; fixing by reduced cost: Dantzig, Fulkerson & Johnson 1954',
};

/** The package with the largest product of gains, or why there is none. Totals and gains are in steps of the grid. */
export type NashByBounding =
  | {
      readonly kind: 'chosen';
      readonly package: Package;
      readonly totals: Float64Array;
      readonly product: bigint;
      /** No package has a larger product. */
      readonly bound: bigint;
      readonly proved: boolean;
      /** By what share of itself the product could still be larger: 0 when proved. */
      readonly gap: number;
      /** All packages with this product, one after another. */
      ties(): Generator<Package>;
    }
  /** In every package that all accept, some party gains nothing: all products are 0. This is one of them. */
  | { readonly kind: 'touching'; readonly package: Package; readonly totals: Float64Array }
  /** No package gives every party what it has without an agreement. */
  | { readonly kind: 'no zone' }
  /** No package in which all gain was found, and none was excluded, within the effort. */
  | { readonly kind: 'unknown' }
  | Entangled;

/**
 * The Nash solution without the frontier: up to 6 parties and 50 issues in some milliseconds. Only packages that reach the floors of the
 * scores and give every party more than `disagreement` (whole steps) are candidates.
 */
export function nashByBounding(scores: Scores, disagreement: readonly number[], effort: Effort = {}): NashByBounding {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const from = whole(disagreement, 'disagreement');
  const unit = unitOf(blocks, from);
  const aim = productAim(leastGains(scores.floors, from), unit);
  const found = bestOf({ blocks, from, aim, unit }, effort);
  if (found.best === null) {
    if (!found.proved) return { kind: 'unknown' };
    const accepted = reaching(
      blocks,
      scores.floors.map((floor, p) => Math.max(floor, from[p]!)),
      effort,
    );
    if (accepted.kind === 'unknown') return accepted;
    if (accepted.kind === 'out of reach') return { kind: 'no zone' };
    return { kind: 'touching', package: blocks.packageOf(accepted.chosen), totals: totalsAt(blocks, accepted.chosen) };
  }
  const { chosen, gains } = found.best;
  const product = productOf(gains);
  const limit = found.proved ? product : wholeAbove(found.bound);
  return {
    kind: 'chosen',
    package: blocks.packageOf(chosen),
    totals: totalsAt(blocks, chosen),
    product,
    bound: limit > product ? limit : product,
    proved: found.proved,
    gap: found.proved ? 0 : Number(limit - product) / Number(product),
    ties: () => tiesWith(scores, from, aim, unit, gains),
  };
}

/** The result in a sentence or two. */
export function nashByBoundingInWords(scores: Scores, found: NashByBounding): string {
  if ('refused' in found || found.kind === 'no zone' || found.kind === 'unknown') return noneFoundInWords(found);
  switch (found.kind) {
    case 'touching':
      return `In every package that all accept, at least one party gains nothing, so the Nash solution chooses nothing in particular. One such package gives ${givesInWords(scores, found.totals)}.`;
    case 'chosen':
      return `The package with the largest product of gains gives ${givesInWords(scores, found.totals)}. ${proofInWords(found.proved, `another’s product can be larger by at most ${atMost(found.gap * 100)}%`)}`;
  }
}
