import { lackOf } from './aim.ts';
import type { Blocks } from './blocks.ts';
import { boundedMerge, type Found } from './bounded-merge.ts';
import { leastGainAim } from './least-gain-aim.ts';
import { guideBy } from './guide.ts';
import { multipliersFor, type Choice, type Task } from './multipliers.ts';
import { swapped } from './swaps.ts';

/** How much work a search may do before it stops and states its bound. */
export interface Effort {
  /** The most partial packages held at once; 50,000 unless said. Memory and time grow with it. */
  readonly most?: number;
}

/**
 * The best package for an aim, without the frontier: Lagrangian bound, swaps, then a merge of the issues in which only what can still be
 * better is kept (reduced-cost fixing). Where no package that is allowed is met at once, one is looked for first. `begin`: one to begin with.
 */
export function bestOf(task: Task, effort: Effort = {}, begin: Choice | null = null): Found {
  if (emptyBlock(task.blocks)) return { best: null, bound: -Infinity, proved: true, peak: 0 };
  const { lambdas, met } = multipliersFor(task);
  const guides = lambdas.map((lambda) => guideBy(task, lambda));
  let first = swapped(task, guides[0]!, begin ?? met);
  if (lackOf(task.aim.least, task.unit, first.gains) > 0) {
    const reached = reaching(
      task.blocks,
      Float64Array.from(task.aim.least, (l, p) => l + task.from[p]!),
      effort,
    );
    if (reached.kind === 'out of reach') return { best: null, bound: -Infinity, proved: true, peak: reached.peak };
    if (reached.kind === 'unknown') {
      const bound = task.aim.bound(lambdas[0]!, guides[0]!.reach + guides[0]!.margin);
      return { best: null, bound: bound + Math.abs(bound) * 1e-9, proved: false, peak: reached.peak };
    }
    first = swapped(task, guides[0]!, choiceOf(task, reached.chosen));
  }
  return boundedMerge(task, guides, first, { most: effort.most ?? 50_000 });
}

/** Whether some package gives every party at least a total. */
export type Reached =
  | { readonly kind: 'reached'; readonly chosen: Int32Array }
  /** None does. The weights show it, where they do: under them no package comes to what the least totals come to. Whole numbers; null if only the search shows it. */
  | { readonly kind: 'out of reach'; readonly weights: readonly number[] | null; readonly peak: number }
  /** None was found, and none was excluded within the effort. */
  | { readonly kind: 'unknown'; readonly peak: number };

/**
 * Looks for a package that gives every party at least `floors` (-Infinity: anything), or for weights that exclude it (a separating
 * hyperplane: Farkas 1902; Everett 1963), or, where neither shows at once, by a bounded merge.
 */
export function reaching(blocks: Blocks, floors: ArrayLike<number>, { most = 50_000 }: Effort = {}): Reached {
  if (emptyBlock(blocks)) return { kind: 'out of reach', weights: null, peak: 0 };
  const worst = extentsOf(blocks, Math.min);
  const from = Float64Array.from(worst, (w, p) => Math.max(w, Math.ceil(floors[p]!)));
  const scale = unitOf(blocks, from);
  const aim = leastGainAim(new Float64Array(blocks.parties).fill(-Infinity), scale);
  const task: Task = { blocks, from, aim, unit: scale };
  const binds = Array.from(from, (f, p) => f > worst[p]!);
  let weights: readonly number[] | null = null;
  let tries = 0;
  const { lambdas, met } = multipliersFor(task, (lambda, weighted, gains) => {
    if (weighted < 0 && tries++ < 20) weights ??= excluding(blocks, from, lambda, binds);
    return weights !== null || gains.every((g) => g >= 0);
  });
  if (weights !== null) return { kind: 'out of reach', weights, peak: 0 };
  const guides = lambdas.map((lambda) => guideBy(task, lambda));
  const swap = swapped(task, guides[0]!, met);
  if (aim.value(swap.gains) >= 0) return { kind: 'reached', chosen: swap.chosen };
  const above = -0.5 / scale.reduce((a, b) => Math.max(a, b), 1);
  const found = boundedMerge(task, guides, swap, { most, above, enough: (gains) => gains.every((g) => g >= 0) });
  if (found.best !== null && aim.value(found.best.gains) >= 0) return { kind: 'reached', chosen: found.best.chosen };
  return found.proved
    ? { kind: 'out of reach', weights: null, peak: found.peak }
    : { kind: 'unknown', peak: found.peak };
}

/** A choice with its gains in a task. */
export function choiceOf({ blocks, from }: Pick<Task, 'blocks' | 'from'>, chosen: Int32Array): Choice {
  const gains = Float64Array.from(blocks.of, (column, p) => chosen.reduce((sum, at) => sum + column[at]!, -from[p]!));
  return { chosen, gains };
}

/** The totals of a choice. */
export function totalsAt(blocks: Blocks, chosen: Int32Array): Float64Array {
  return choiceOf({ blocks, from: new Float64Array(blocks.parties) }, chosen).gains;
}

/** The most that each party could gain if it alone had its way, and at least 1. */
export function unitOf(blocks: Blocks, from: ArrayLike<number>): Float64Array {
  return extentsOf(blocks, Math.max).map((most, p) => Math.max(1, most - from[p]!));
}

/** The greatest total of each party, or with `Math.min` the least. */
export function extentsOf(blocks: Blocks, end: (a: number, b: number) => number): Float64Array {
  return Float64Array.from(blocks.of, (column) => {
    let total = 0;
    for (let b = 0; b < blocks.count; b++) {
      let extent = column[blocks.first[b]!]!;
      for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) extent = end(extent, column[i]!);
      total += extent;
    }
    return total;
  });
}

/** Whether some block has no place at all: no package is allowed. */
export function emptyBlock(blocks: Blocks): boolean {
  for (let b = 0; b < blocks.count; b++) if (blocks.first[b] === blocks.first[b + 1]) return true;
  return false;
}

/** Multipliers as whole numbers, if in exact arithmetic no choice comes to 0 under them; null otherwise. */
function excluding(
  blocks: Blocks,
  from: Float64Array,
  lambda: Float64Array,
  binds: readonly boolean[],
): readonly number[] | null {
  const largest = lambda.reduce((most, l) => Math.max(most, l), 0);
  const whole = Array.from(lambda, (l, p) => (binds[p]! ? Math.round((l / largest) * 2 ** 30) : 0));
  const exact = whole.map(BigInt);
  const weigh = (values: (p: number) => number): bigint =>
    exact.reduce((sum, w, p) => (w === 0n ? sum : sum + w * BigInt(values(p))), 0n);
  let most = -weigh((p) => from[p]!);
  for (let b = 0; b < blocks.count; b++) {
    let top = weigh((p) => blocks.of[p]![blocks.first[b]!]!);
    for (let i = blocks.first[b]! + 1; i < blocks.first[b + 1]!; i++) {
      const value = weigh((p) => blocks.of[p]![i]!);
      if (value > top) top = value;
    }
    most += top;
  }
  return most < 0n ? whole : null;
}
