import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import type { Aim } from './aim.ts';
import { blocksOf, type Blocks } from './blocks.ts';
import { guideBy } from './guide.ts';
import { multipliersFor, type Task } from './multipliers.ts';

/**
 * All allowed packages that tie with these gains for an aim, one after another as they are asked for, by a search that leaves a branch where
 * its bound falls short. Yields nothing where bonds tie together more combinations than are listed.
 */
export function* tiesWith(
  scores: Scores,
  from: Float64Array,
  aim: Aim,
  unit: Float64Array,
  gains: Float64Array,
): Generator<Package> {
  const blocks = blocksOf(scores, 'all');
  if ('refused' in blocks) return;
  const tied: Blocks = blocks;
  const task: Task = { blocks, from, aim, unit };
  const guides = multipliersFor(task).lambdas.map((lambda) => guideBy(task, lambda));
  const value = aim.justBelow(aim.value(gains));
  const box = aim.box(value);
  const needed = guides.map(({ lambda, margin }) => {
    const least = aim.needed(lambda, value);
    return least - Math.abs(least) * 1e-12 - margin;
  });
  const tops = blocks.of.map((column) => topsOf(blocks, column));
  const chosen = new Int32Array(blocks.count);
  const could = Float64Array.from(tops, (top, p) => top.reduce((sum, t) => sum + t, -from[p]!));
  yield* below(
    0,
    guides.map((guide) => guide.reach),
    could,
  );

  /** `reach`: what the weighted sums can still come to; `could`: what each party can still gain. */
  function* below(b: number, reach: readonly number[], could: Float64Array): Generator<Package> {
    if (b === tied.count) {
      if (could.every((g, p) => g >= aim.least[p]!) && aim.compare(could, gains) === 0) yield tied.packageOf(chosen);
      return;
    }
    for (let place = tied.first[b]!; place < tied.first[b + 1]!; place++) {
      const left = reach.map((r, j) => r - guides[j]!.losses[place]!);
      if (left.some((r, j) => r < needed[j]!)) continue;
      const still = could.map((c, p) => c - tops[p]![b]! + tied.of[p]![place]!);
      if (still.some((c, p) => c < box[p]!)) continue;
      chosen[b] = place;
      yield* below(b + 1, left, still);
    }
  }
}

/** The most that each block can give. */
function topsOf(blocks: Blocks, column: Float64Array): number[] {
  return Array.from({ length: blocks.count }, (_, b) => {
    let top = -Infinity;
    for (let i = blocks.first[b]!; i < blocks.first[b + 1]!; i++) top = Math.max(top, column[i]!);
    return top;
  });
}
