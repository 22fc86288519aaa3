import type { Entangled } from '../frontier/index.ts';
import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { listInWords } from '../solutions/words.ts';
import { blocksOf, type Blocks } from './blocks.ts';
import type { Found } from './bounded-merge.ts';
import { efficiencyOf } from './efficiency.ts';
import { productAim, productOf } from './product-aim.ts';
import { bestOf, emptyBlock, extentsOf, unitOf, type Effort } from './search.ts';
import { whole, wholeAbove } from './whole.ts';
import { entangledInWords, givesInWords } from './words.ts';

/** The words that stand beside a largest product of utilities found by bounding. */
export const productOfUtilitiesByBoundingMethod: Method = {
  name: 'Largest product of utilities, by bounding',
  definition:
    'The efficient package with the largest product of utilities above the stated reservations, without asking whether every party would accept it, found without listing the efficient packages.',
  assumes: 'A party that states no reservation has 0 without an agreement.',
  misleads:
    'A product of two losses is a gain: it may choose a package that every party would refuse. Where a package with such a product might be efficient or not, nothing is proved. GENIUS calls it the Nash point; it is given for comparison only.',
  source:
    'the reading in GENIUS (Lin, Kraus, Baarslag et al. 2014), after Nash 1950; Lagrangian bounds: Everett 1963, Held, Wolfe & Crowder 1974',
};

/** The efficient package with the largest product of what it gives above the reservations, or why none is known. Totals are in steps of the grid. */
export type ProductByBounding =
  | {
      readonly kind: 'chosen';
      readonly package: Package;
      readonly totals: Float64Array;
      readonly product: bigint;
      /** No efficient package has a larger product; null if nothing is known. */
      readonly bound: bigint | null;
      readonly proved: boolean;
      /** The parties that it leaves below their reservation. */
      readonly below: readonly number[];
    }
  /** No package gives every party more than its reservation, and no efficient one was found whose losses multiply to more than 0. */
  | { readonly kind: 'losses' }
  /** Conditions exclude every package. */
  | { readonly kind: 'no package' }
  | { readonly kind: 'unknown' }
  | Entangled;

/** Of how many parties, at most, all sets are searched that a package may leave below their reservation. */
const mostLosers = 6;

/**
 * The largest product over `reservations` (whole steps) among efficient packages, acceptable or not. A product is above 0 where every party
 * gains, or where an even number of them lose and the others gain: each such set of losers is a search of its own, in which losses count as
 * gains. The best package where all gain is efficient; where some lose, the best of all packages only bounds the efficient ones, and an
 * efficient one that dominates it, if not itself, is the one that counts. A package in which all lose is not, if in another all gain.
 */
export function productOfUtilitiesByBounding(
  scores: Scores,
  reservations: readonly number[],
  effort: Effort = {},
): ProductByBounding {
  const free = { ...scores, floors: scores.floors.map(() => -Infinity) };
  const blocks = blocksOf(free, 'efficient');
  if ('refused' in blocks) return blocks;
  if (emptyBlock(blocks)) return { kind: 'no package' };
  const from = whole(reservations, 'reservations');
  const worst = extentsOf(blocks, Math.min);
  const losers = [...from.keys()].filter((p) => worst[p]! < from[p]!);
  const gain = withLosses(blocks, from, new Set(), effort);
  if (gain.best === null && !gain.proved) return { kind: 'unknown' };
  let best = gain.best === null ? null : candidate(scores, from, blocks.packageOf(gain.best.chosen));
  let bound: bigint | null = boundOf(gain);
  for (const losing of losers.length > mostLosers ? [] : evenSetsOf(losers)) {
    if (losing.size === blocks.parties && gain.best !== null) continue;
    const found = withLosses(blocks, from, losing, effort);
    const limit = boundOf(found);
    if (limit > bound) bound = limit;
    if (found.best === null || (best !== null && productOf(found.best.gains) <= best.product)) continue;
    const pack = efficientFrom(free, blocks.packageOf(found.best.chosen), effort);
    const other = pack === null ? null : candidate(scores, from, pack);
    if (other !== null && other.product > (best?.product ?? 0n)) best = other;
  }
  if (best === null) return { kind: 'losses' };
  if (losers.length > mostLosers) bound = null;
  const { totals } = best;
  return {
    kind: 'chosen',
    ...best,
    bound,
    proved: bound === best.product,
    below: losers.filter((p) => totals[p]! < from[p]!),
  };
}

/** A package with its totals and its product. */
function candidate(scores: Scores, from: Float64Array, pack: Package) {
  const totals = totalsOf(scores, pack)!;
  return { package: pack, totals, product: productOf(totals.map((total, p) => total - from[p]!)) };
}

/** This package, or an efficient one that dominates it; null if none is shown to be efficient. */
function efficientFrom(scores: Scores, pack: Package, effort: Effort): Package | null {
  const found = efficiencyOf(scores, pack, effort);
  if ('refused' in found) return null;
  if (found.kind === 'dominated') return efficientFrom(scores, found.by, effort);
  return found.kind === 'efficient' ? pack : null;
}

/** The largest product among packages in which just these parties lose, their losses counted as gains. */
function withLosses(blocks: Blocks, from: Float64Array, losing: ReadonlySet<number>, effort: Effort): Found {
  const signed: Blocks = {
    ...blocks,
    of: blocks.of.map((column, p) => (losing.has(p) ? column.map((value) => 0 - value) : column)),
  };
  const base = from.map((total, p) => (losing.has(p) ? 0 - total : total));
  const unit = unitOf(signed, base);
  const aim = productAim(new Float64Array(from.length).fill(-Infinity), unit);
  return bestOf({ blocks: signed, from: base, aim, unit }, effort);
}

/** The most that a product can be; 0 where no package has one above it. */
function boundOf({ best, bound, proved }: Found): bigint {
  const product = best === null ? 0n : productOf(best.gains);
  const limit = proved ? product : wholeAbove(bound);
  return limit > product ? limit : product;
}

/** Every set of two of these parties, of four, and so on. */
function evenSetsOf(parties: readonly number[]): readonly ReadonlySet<number>[] {
  const all = parties.reduce<readonly (readonly number[])[]>(
    (sets, p) => [...sets, ...sets.map((set) => [...set, p])],
    [[]],
  );
  return all.filter(({ length }) => length > 0 && length % 2 === 0).map((set) => new Set(set));
}

/** The result in a sentence or two. */
export function productOfUtilitiesByBoundingInWords(scores: Scores, found: ProductByBounding): string {
  if ('refused' in found) return entangledInWords;
  switch (found.kind) {
    case 'no package':
      return 'The conditions exclude every package.';
    case 'unknown':
      return 'The search ended before it found a package that gives every party more than its stated reservation, and before it showed that there is none: this is not known.';
    case 'losses':
      return 'No package gives every party more than its stated reservation, so the largest product is one of losses, or is not above 0; which efficient package has it is not worked out.';
    case 'chosen': {
      const { totals, below, proved, bound, product } = found;
      const warning =
        below.length === 0
          ? ''
          : ` It is below the reservation of ${listInWords(below.map((p) => scores.parties[p]!))}.`;
      const share = bound === null ? Infinity : (Number(bound) - Number(product)) / Number(product);
      const most = Number.isFinite(share) ? ` by at most ${atMost(share * 100)}%` : '';
      const proof = proved
        ? 'That no efficient package has a larger product is proved.'
        : `It is not proved that this is the best: the product of another efficient package, perhaps one of losses, could be larger${most}.`;
      const which = proved ? 'The efficient package with the' : 'The package with the';
      const known = proved ? '' : ' that was found';
      return `${which} largest product above the stated reservations${known} gives ${givesInWords(scores, totals)}.${warning} ${proof}`;
    }
  }
}
