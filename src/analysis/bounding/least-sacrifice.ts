import type { Entangled } from '../frontier/index.ts';
import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { utilityOf } from '../preferences/index.ts';
import { figure, listInWords, percent } from '../solutions/words.ts';
import { blocksOf } from './blocks.ts';
import type { Found } from './bounded-merge.ts';
import { leastGainAim } from './least-gain-aim.ts';
import { bettered } from './max-min.ts';
import { bestOf, emptyBlock, extentsOf, type Effort } from './search.ts';
import { shortfallAim } from './shortfall-aim.ts';
import { whole } from './whole.ts';
import { entangledInWords } from './words.ts';

/** The words that stand beside the least sacrifice. */
export const leastSacrificeMethod: Method = {
  name: 'Least sacrifice that would open a zone',
  definition:
    'Where no package is acceptable to all: the package whose largest shortfall is smallest, and the one whose shortfalls add up to the least; and by how much each party would have to lower what it asks.',
  assumes:
    'Shortfalls of different parties can be set beside each other as shares of the range from each one’s worst to its best package, unless another scale is given.',
  misleads: 'A small share can be a red line. It says what would have to be given, not who ought to give it.',
  source: 'Least largest deviation: Chebyshev 1854; least sum: goal programming, Charnes & Cooper 1961',
};

/** What would open a zone. */
export type LeastSacrifice =
  | {
      readonly kind: 'found';
      /** The package whose largest shortfall is smallest. */
      readonly largest: Sacrifice;
      /** The package whose shortfalls sum to the least. */
      readonly sum: Sacrifice;
      /** What shortfalls were divided by, in steps. */
      readonly scale: Float64Array;
    }
  /** Conditions exclude every package. */
  | { readonly kind: 'no package' }
  | Entangled;

/** A package, and who would have to give what for it. */
export interface Sacrifice {
  readonly package: Package;
  readonly totals: Float64Array;
  /** By how much each party's total is below its floor, in steps; 0 where it is not. */
  readonly short: Float64Array;
  /** The largest of these (or their sum), each divided by its scale; 0 if there is a zone already. */
  readonly value: number;
  /** It is not less than this in any package. */
  readonly bound: number;
  readonly proved: boolean;
}

/**
 * The least that the parties together would have to give for a package to be acceptable. `scale` (whole, above 0) is what each shortfall is
 * divided by: the range from the party's worst package to its best unless given, so that no party's choice of scale changes the result.
 */
export function leastSacrifice(
  scores: Scores,
  scale: readonly number[] | null = null,
  effort: Effort = {},
): LeastSacrifice {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  if (emptyBlock(blocks)) return { kind: 'no package' };
  const all = blocksOf(scores, 'all');
  const worst = extentsOf('refused' in all ? blocks : all, Math.min);
  const best = extentsOf(blocks, Math.max);
  const units = scale === null ? best.map((b, p) => Math.max(1, b - worst[p]!)) : whole(scale, 'scale');
  if (units.some((s) => s <= 0)) throw new RangeError('scale: numbers above 0 are needed');
  const from = Float64Array.from(scores.floors, (floor, p) => Math.max(worst[p]!, Math.ceil(floor)));
  const free = units.map(() => -Infinity);
  const packageAt = (chosen: Int32Array): Package => blocks.packageOf(chosen);
  const tasks = { blocks, from, unit: units };
  const first = bestOf({ ...tasks, aim: leastGainAim(free, units) }, effort);
  if (first.best === null) return { kind: 'no package' };
  const largest = bettered(blocks, from, free, units, first.best.gains, effort).best ?? first.best;
  const sum = bestOf({ ...tasks, aim: shortfallAim(units) }, effort, largest);
  return {
    kind: 'found',
    largest: sacrifice({ ...first, best: largest }, leastGainAim(free, units).value(largest.gains)),
    sum: sacrifice(sum, shortfallAim(units).value(sum.best!.gains)),
    scale: units,
  };

  function sacrifice(found: Found, value: number): Sacrifice {
    const pack = packageAt(found.best!.chosen);
    const totals = totalsOf(scores, pack)!;
    const at = Math.max(0, -value);
    return {
      package: pack,
      totals,
      short: totals.map((total, p) => Math.max(0, Math.ceil(scores.floors[p]!) - total)),
      value: at,
      bound: found.proved ? at : Math.min(at, Math.max(0, -found.bound)),
      proved: found.proved,
    };
  }
}

/** The result in a sentence or two. */
export function leastSacrificeInWords(scores: Scores, found: LeastSacrifice): string {
  if ('refused' in found) return entangledInWords;
  if (found.kind === 'no package') return 'The conditions exclude every package, whatever anybody gives.';
  if (found.largest.value === 0) return 'Nobody has to give anything: there is a package that all can accept.';
  const gives = ({ short }: Sacrifice): string =>
    listInWords(
      scores.parties.flatMap((party, p) =>
        short[p] === 0
          ? []
          : [`${party} ${figure(utilityOf(scores, short[p]!))} (${percent(short[p]! / found.scale[p]!)} of its range)`],
      ),
    );
  const open = found.largest.proved && found.sum.proved ? '' : ' It is not proved that less would not do.';
  const same = found.largest.totals.every((total, p) => total === found.sum.totals[p]);
  return same
    ? `The least that would open a zone: ${gives(found.largest)} less than they have without an agreement.${open}`
    : `What would open a zone with the smallest largest share: ${gives(found.largest)} less than without an agreement; with the smallest sum of shares: ${gives(found.sum)}.${open}`;
}
