import { lackOf, type Aim } from './aim.ts';
import type { Blocks } from './blocks.ts';

/** A choice of one place for each block, and what every party gains by it. */
export interface Choice {
  readonly chosen: Int32Array;
  readonly gains: Float64Array;
}

/**
 * What to search. `from` is what each party has to begin with: a gain is a total less this. `unit` makes parties comparable for the steps of
 * the search only, and changes no result.
 */
export interface Task {
  readonly blocks: Blocks;
  readonly from: Float64Array;
  readonly aim: Aim;
  readonly unit: Float64Array;
}

/** Multipliers with a low bound, and the best choice met on the way to them. */
export interface Dual {
  /** The multipliers with the lowest bound, then others to every side of them. */
  readonly lambdas: readonly Float64Array[];
  readonly met: Choice;
}

/** How many steps down the bound are taken. */
const steps = 200;

/**
 * Lowers the Lagrangian bound of an aim by normalised steps that grow smaller, on its multipliers (subgradient: Held, Wolfe and Crowder 1974).
 * `until` may end it early.
 */
export function multipliersFor(
  { blocks, from, aim, unit }: Task,
  until: (lambda: Float64Array, weighted: number, gains: Float64Array) => boolean = () => false,
): Dual {
  let lambda = aim.start();
  let best = lambda;
  let bound = Infinity;
  let met: Choice | null = null;
  let metLack = Infinity;
  let metValue = -Infinity;
  const weighed = new Float64Array(blocks.of[0]?.length ?? 0);
  for (let step = 0, size = 1; step < steps; step++, size *= 0.962) {
    const { chosen, gains, weighted } = bestFor(blocks, from, lambda, weighed);
    const limit = aim.bound(lambda, weighted);
    if (limit < bound) {
      bound = limit;
      best = lambda;
    }
    const lack = lackOf(aim.least, unit, gains);
    const value = aim.value(gains);
    if (met === null || lack < metLack || (lack === metLack && value > metValue)) {
      met = { chosen, gains };
      metLack = lack;
      metValue = value;
    }
    if (until(lambda, weighted, gains) || (metLack === 0 && metValue >= bound)) break;
    const next = aim.move(lambda, gains, weighted, size);
    if (next === lambda) break;
    lambda = next;
  }
  return { lambdas: [best, ...around(best, aim)], met: met! };
}

/** The choice that is best for these multipliers: each block by itself. */
function bestFor(
  blocks: Blocks,
  from: Float64Array,
  lambda: Float64Array,
  weighed: Float64Array,
): Choice & { readonly weighted: number } {
  weigh(blocks, lambda, weighed);
  const chosen = new Int32Array(blocks.count);
  const gains = from.map((f) => -f);
  for (let b = 0; b < blocks.count; b++) {
    let at = blocks.first[b]!;
    for (let i = at + 1; i < blocks.first[b + 1]!; i++) if (weighed[i]! > weighed[at]!) at = i;
    chosen[b] = at;
    for (let p = 0; p < gains.length; p++) gains[p] = gains[p]! + blocks.of[p]![at]!;
  }
  let weighted = 0;
  for (let p = 0; p < gains.length; p++) weighted += lambda[p]! * gains[p]!;
  return { chosen, gains, weighted };
}

/** What every place is worth in the weighted sum. */
export function weigh(blocks: Blocks, lambda: Float64Array, weighed: Float64Array): void {
  weighed.fill(0);
  for (let p = 0; p < lambda.length; p++) {
    const weight = lambda[p]!;
    const column = blocks.of[p]!;
    if (weight !== 0) for (let i = 0; i < weighed.length; i++) weighed[i] = weighed[i]! + weight * column[i]!;
  }
}

/** Multipliers to every side of the best ones: each cuts off other partial packages. */
function around(lambda: Float64Array, aim: Aim): Float64Array[] {
  return [2, 0.5, 1.25, 0.8].flatMap((factor) =>
    Array.from(lambda, (_, q) => aim.fit(lambda.map((l, p) => (p === q ? l * factor : l)))),
  );
}
