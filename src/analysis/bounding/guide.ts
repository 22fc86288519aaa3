import type { Blocks } from './blocks.ts';
import { weigh, type Task } from './multipliers.ts';

/** What multipliers say about a search. */
export interface Guide {
  readonly lambda: Float64Array;
  /** By how much each place falls short of the best place of its block, in the weighted sum. */
  readonly losses: Float64Array;
  /** The most that the weighted sum of gains can be. */
  readonly reach: number;
  /** More than rounding can have added up to in a weighted sum. */
  readonly margin: number;
  /** The places of each block worth trying, those of least loss first. */
  readonly places: readonly (readonly number[])[];
}

/** What these multipliers say. */
export function guideBy({ blocks, from }: Pick<Task, 'blocks' | 'from'>, lambda: Float64Array): Guide {
  const losses = lossesOf(blocks, lambda);
  return {
    lambda,
    losses,
    reach: reachOf(blocks, from, lambda),
    margin: marginOf(blocks, from, lambda),
    places: promisingPlaces(blocks, losses),
  };
}

/** By how much each place falls short of the best place of its block, in the weighted sum. */
function lossesOf(blocks: Blocks, lambda: Float64Array): Float64Array {
  const losses = new Float64Array(blocks.of[0]?.length ?? 0);
  weigh(blocks, lambda, losses);
  for (let b = 0; b < blocks.count; b++) {
    let most = -Infinity;
    for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) most = Math.max(most, losses[i]!);
    for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) losses[i] = most - losses[i]!;
  }
  return losses;
}

/** The most that the weighted sum of gains can be. */
function reachOf(blocks: Blocks, from: Float64Array, lambda: Float64Array): number {
  const weighed = new Float64Array(blocks.of[0]?.length ?? 0);
  weigh(blocks, lambda, weighed);
  let reach = 0;
  for (let b = 0; b < blocks.count; b++) {
    let most = -Infinity;
    for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) most = Math.max(most, weighed[i]!);
    reach += most;
  }
  for (let p = 0; p < lambda.length; p++) reach -= lambda[p]! * from[p]!;
  return reach;
}

/** More than rounding can have added up to in a weighted sum (Higham 2002, section 4.2). */
function marginOf(blocks: Blocks, from: Float64Array, lambda: Float64Array): number {
  let size = 0;
  for (let p = 0; p < lambda.length; p++) {
    let sum = Math.abs(from[p]!);
    for (let b = 0; b < blocks.count; b++) {
      let most = 0;
      for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) most = Math.max(most, Math.abs(blocks.of[p]![i]!));
      sum += most;
    }
    size += lambda[p]! * sum;
  }
  return size * (lambda.length + 2 * blocks.count + 8) * 2 ** -51;
}

/** The places of each block worth trying, those of least loss first. */
function promisingPlaces(blocks: Blocks, losses: Float64Array): number[][] {
  return Array.from({ length: blocks.count }, (_, b) => {
    const places: number[] = [];
    for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) places.push(i);
    return places.sort((x, y) => losses[x]! - losses[y]! || x - y).slice(0, 16);
  });
}
