import { lackOf } from './aim.ts';
import type { Blocks } from './blocks.ts';
import type { Guide } from './guide.ts';
import type { Choice, Task } from './multipliers.ts';
import { compacted, grow, picked, stageOf, type Stage } from './stage.ts';
import { swapped } from './swaps.ts';
import { distinct, merged, undominated } from './undominated.ts';

/** What a search by bounding found. */
export interface Found {
  /** The best choice met; null if none that is allowed was met. */
  readonly best: Choice | null;
  /** No allowed package has a higher value; -Infinity if it is proved that none is allowed. */
  readonly bound: number;
  /** True when nothing better than `best` exists (or nothing at all, if that is null). */
  readonly proved: boolean;
  /** The most partial packages that were held at once. */
  readonly peak: number;
}

/** What a search may take, and when it may stop. */
export interface Limits {
  /** The most partial packages held at once. */
  readonly most: number;
  /** Only what is strictly better than this value is looked for. */
  readonly above?: number;
  /** Whether these gains end the search. */
  readonly enough?: (gains: Float64Array) => boolean;
}

/**
 * Merges the blocks one by one, keeping only partial packages that can still become better than the best one known and that no other
 * partial package dominates. It first looks only just under the Lagrangian bound, then further and further down, so that its work
 * depends on how far the best package is from the bound, and not on how good the first guess was. Beyond `most` partial packages it
 * goes on with the most promising, and what the others could have come to remains in the bound: never a silent cut.
 */
export function boundedMerge(
  task: Task,
  guides: readonly Guide[],
  begin: Choice,
  { most, above = -Infinity, enough = () => false }: Limits,
): Found {
  const { blocks, from, aim, unit } = task;
  const n = unit.length;
  const lambdas = guides.map((guide) => guide.lambda);
  const losses = guides.map((guide) => guide.losses);
  const margins = guides.map((guide) => guide.margin);
  const reaches = guides.map((guide) => guide.reach);
  const order = orderOf(blocks, lambdas[0]!);
  const rest = restsOf(blocks, order);
  const { places } = guides[0]!;
  let best: Choice | null = null;
  let peak = 1;
  let stages: Stage[] = [];
  let dropped = -Infinity;
  const scratch = stageOf(n, lambdas.length, 256);
  offer(begin);

  const limit = aim.bound(lambdas[0]!, reaches[0]! + margins[0]!);
  let bound = aim.sharpened(limit + Math.abs(limit) * 1e-12);
  for (const part of above === -Infinity ? [1 / 64, 1 / 8, 1] : [1]) {
    const value = Math.max(above, valueOfBest());
    if (value >= bound || isEnough()) break;
    const floor = value === -Infinity ? -Infinity : bound - (bound - value) * part;
    if (part < 1 && floor <= value) continue;
    merge(part === 1 ? value : floor);
    if (isEnough()) break;
    bound = Math.min(bound, Math.max(aim.sharpened(dropped), part === 1 ? value : floor, valueOfBest()));
    if (dropped > -Infinity) break;
  }
  return { best, bound, proved: bound <= Math.max(above, valueOfBest()), peak };

  function valueOfBest(): number {
    return best === null ? -Infinity : aim.value(best.gains);
  }

  function isEnough(): boolean {
    return best !== null && enough(best.gains);
  }

  /** Meets everything better than `floor`, except what it has to drop; `dropped` is the most that this could have come to. */
  function merge(floor: number): void {
    let now = stageOf(n, lambdas.length, 1);
    now.size = 1;
    for (let p = 0; p < n; p++) now.gains[p]![0] = -from[p]!;
    for (let j = 0; j < lambdas.length; j++) now.reach[j]![0] = reaches[j]!;
    stages = [];
    dropped = -Infinity;
    let paid = true;
    for (const [depth, b] of order.entries()) {
      const next = extended(now, b, depth, Math.max(floor, valueOfBest()));
      const last = depth === order.length - 1;
      const kept = last ? distinct(next.gains, merged(next.gains, next.runs)) : sifted(next);
      now = picked(next, thinned(next, kept));
      stages.push(now);
      peak = Math.max(peak, now.size);
      if (now.size === 0) break;
      if (last) for (let i = 0; i < now.size; i++) offer(chosenBy(now, i, depth));
      else complete(now, depth);
      if (isEnough()) break;
    }

    /** Without equal and dominated ones, where looking for these has paid. */
    function sifted(stage: Stage): number[] {
      const different = distinct(stage.gains, merged(stage.gains, stage.runs));
      if (n > 3 && different.length > 2_000 && !paid) return different;
      const kept = undominated(stage.gains, different);
      paid = kept.length < 0.7 * different.length;
      return kept;
    }
  }

  function offer(choice: Choice): void {
    if (lackOf(aim.least, unit, choice.gains) > 0) return;
    if (best === null || aim.compare(choice.gains, best.gains) > 0) best = choice;
  }

  /** Every partial package with every place of one more block that can still lead to something better. */
  function extended(stage: Stage, b: number, depth: number, value: number): Stage {
    const needed = lambdas.map((lambda, j) => leastReach(lambda, value) - margins[j]!);
    const box = value === -Infinity ? aim.least : aim.box(value);
    const after = rest.map((r) => r[depth + 1]!);
    const out = scratch;
    out.size = 0;
    out.runs.length = 1;
    for (let place = blocks.first[b]!; place < blocks.first[b + 1]!; place++) {
      if (stage.size === 0) break;
      next: for (let i = 0; i < stage.size; i++) {
        for (let j = 0; j < needed.length; j++)
          if (stage.reach[j]![i]! - losses[j]![place]! < needed[j]!) continue next;
        for (let p = 0; p < n; p++)
          if (stage.gains[p]![i]! + blocks.of[p]![place]! + after[p]! < box[p]!) continue next;
        if (out.size === 4 * most)
          compacted(
            out,
            thinned(
              out,
              Int32Array.from({ length: out.size }, (_, at) => at),
            ),
          );
        if (out.size === out.parent.length) grow(out);
        const at = out.size++;
        for (let p = 0; p < n; p++) out.gains[p]![at] = stage.gains[p]![i]! + blocks.of[p]![place]!;
        for (let j = 0; j < needed.length; j++) out.reach[j]![at] = stage.reach[j]![i]! - losses[j]![place]!;
        out.parent[at] = i;
        out.place[at] = place;
      }
      if (out.size > out.runs.at(-1)!) out.runs.push(out.size);
    }
    return out;
  }

  /** What the weighted sum must reach, of anything allowed and better than this value. */
  function leastReach(lambda: Float64Array, value: number): number {
    let allowed = 0;
    for (let p = 0; p < n; p++) if (lambda[p] !== 0) allowed += lambda[p]! * aim.least[p]!;
    if (value === -Infinity) return Number.isNaN(allowed) ? -Infinity : allowed;
    const needed = aim.needed(lambda, value);
    return Math.max(needed - Math.abs(needed) * 1e-12, Number.isNaN(allowed) ? -Infinity : allowed);
  }

  /** The most promising of these, in the same order; of equally promising ones the first. */
  function thinned<T extends readonly number[] | Int32Array>(stage: Stage, places: T): readonly number[] | T {
    const wide = dropped === -Infinity ? most : Math.min(most, 2_000);
    if (places.length <= wide) return places;
    const hopes = Float64Array.from(places, (i) => couldBe(stage, i));
    const least = hopes.slice().sort()[places.length - wide]!;
    let ties = wide - hopes.reduce((count, hope) => (hope > least ? count + 1 : count), 0);
    dropped = Math.max(dropped, least);
    return Array.from(places).filter((_, at) => hopes[at]! > least || (hopes[at] === least && ties-- > 0));
  }

  function couldBe(stage: Stage, i: number): number {
    let least = Infinity;
    for (const [j, lambda] of lambdas.entries()) {
      const bound = aim.bound(lambda, stage.reach[j]![i]! + margins[j]!);
      least = Math.min(least, bound + Math.abs(bound) * 1e-12);
    }
    return least;
  }

  /** Completes the most promising partial packages, block by block at the least loss, and betters them by swaps. */
  function complete(stage: Stage, depth: number): void {
    const reach = stage.reach[0]!;
    const top: number[] = [];
    for (let i = 0; i < stage.size; i++) {
      // Its completion is that of the partial package that it comes from.
      if (stage.place[i] === places[order[depth]!]![0]! && depth > 0) continue;
      if (top.length === 8 && reach[i]! <= reach[top[7]!]!) continue;
      let at = top.length;
      while (at > 0 && reach[top[at - 1]!]! < reach[i]!) at--;
      top.splice(at, 0, i);
      if (top.length > 8) top.pop();
    }
    for (const i of top) {
      const choice = chosenBy(stage, i, depth);
      if (lackOf(aim.least, unit, choice.gains) > 0 || aim.value(choice.gains) <= valueOfBest()) continue;
      offer(swapped(task, guides[0]!, choice));
    }
  }

  /** The choice of a partial package, with the place of least loss where it is still open. */
  function chosenBy(stage: Stage, i: number, depth: number): Choice {
    const chosen = new Int32Array(blocks.count);
    const gains = Float64Array.from(stage.gains, (g) => g[i]!);
    for (let d = depth + 1; d < order.length; d++) {
      const b = order[d]!;
      const at = places[b]![0]!;
      chosen[b] = at;
      for (let p = 0; p < n; p++) gains[p] = gains[p]! + blocks.of[p]![at]!;
    }
    for (let d = depth, at = i; d >= 0; d--) {
      const { parent, place } = stages[d]!;
      chosen[order[d]!] = place[at]!;
      at = parent[at]!;
    }
    return { chosen, gains };
  }
}

/** The blocks over which gains differ most first: what is left for the end can then no longer put a balance right. */
export function orderOf(blocks: Blocks, lambda: Float64Array): number[] {
  const swings = Array.from({ length: blocks.count }, (_, b) => {
    let swing = 0;
    for (const [p, column] of blocks.of.entries()) {
      const values = column.slice(blocks.first[b], blocks.first[b + 1]).sort();
      swing += lambda[p]! * (values.at(-1)! - values[0]!);
    }
    return swing;
  });
  return swings.map((_, b) => b).sort((a, b) => swings[b]! - swings[a]! || a - b);
}

/** `rest[party][d]`: the most that the blocks from the d-th of the order on can give a party. */
export function restsOf(blocks: Blocks, order: readonly number[]): Float64Array[] {
  return blocks.of.map((column) => {
    const rest = new Float64Array(order.length + 1);
    for (let d = order.length - 1; d >= 0; d--) {
      let most = -Infinity;
      for (let i = blocks.first[order[d]!]!; i < blocks.first[order[d]! + 1]!; i++) most = Math.max(most, column[i]!);
      rest[d] = rest[d + 1]! + most;
    }
    return rest;
  });
}
