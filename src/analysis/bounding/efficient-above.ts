import type { Points } from '../points.ts';
import type { Package } from '../scenario.ts';
import type { Blocks } from './blocks.ts';
import { orderOf, restsOf } from './bounded-merge.ts';
import { guideBy, type Guide } from './guide.ts';
import { leastGainAim } from './least-gain-aim.ts';
import { multipliersFor, type Task } from './multipliers.ts';
import { unitOf } from './search.ts';
import { grow, picked, stageOf, type Stage } from './stage.ts';
import { merged, undominated } from './undominated.ts';

/** The part of the frontier in which every party has at least a floor: what dominates a package there is there, too. */
export interface EfficientAbove extends Points {
  /** One package behind a point. */
  packageAt(place: number): Package;
}

/**
 * The efficient points at which every party has at least its floor (whole and finite): the blocks merged one by one, without partial packages
 * that some multipliers show to stay below a floor, and without dominated ones. Null if there are more than `most` of them at once.
 */
export function efficientAbove(blocks: Blocks, floors: Float64Array, most: number): EfficientAbove | null {
  const unit = unitOf(blocks, floors);
  const aim = leastGainAim(new Float64Array(blocks.parties).fill(-Infinity), unit);
  const task: Task = { blocks, from: floors, aim, unit };
  const guides = multipliersFor(task).lambdas.map((lambda) => guideBy(task, lambda));
  const order = orderOf(blocks, guides[0]!.lambda);
  const rest = restsOf(blocks, order);
  const scratch = stageOf(blocks.parties, guides.length, 256);
  const stages: Stage[] = [firstStage(floors, guides)];
  for (const [depth, b] of order.entries()) {
    const after = rest.map((each) => each[depth + 1]!);
    if (!extend(scratch, stages[depth]!, blocks, b, guides, after, 4 * most)) return null;
    const kept = undominated(scratch.gains, merged(scratch.gains, scratch.runs));
    if (kept.length > most) return null;
    stages.push(picked(scratch, kept));
  }
  const last = stages.at(-1)!;
  return {
    parties: blocks.parties,
    size: last.size,
    totals: last.gains.map((gains, p) => gains.map((gain) => gain + floors[p]!)),
    packageAt(place) {
      const chosen = new Int32Array(blocks.count);
      for (let depth = order.length, at = place; depth > 0; depth--) {
        chosen[order[depth - 1]!] = stages[depth]!.place[at]!;
        at = stages[depth]!.parent[at]!;
      }
      return blocks.packageOf(chosen);
    },
  };
}

/** The partial package with no block yet. */
function firstStage(floors: Float64Array, guides: readonly Guide[]): Stage {
  const stage = stageOf(floors.length, guides.length, 1);
  stage.size = 1;
  for (const [p, floor] of floors.entries()) stage.gains[p]![0] = -floor;
  for (const [j, { reach }] of guides.entries()) stage.reach[j]![0] = reach;
  return stage;
}

/** Writes to `out` every partial package with every place of one more block that can still reach all floors; false if they are more than `most`. */
function extend(
  out: Stage,
  stage: Stage,
  blocks: Blocks,
  b: number,
  guides: readonly Guide[],
  after: readonly number[],
  most: number,
): boolean {
  out.size = 0;
  out.runs.length = 1;
  for (let place = blocks.first[b]!; place < blocks.first[b + 1]!; place++) {
    next: for (let i = 0; i < stage.size; i++) {
      for (const [j, { losses, margin }] of guides.entries())
        if (stage.reach[j]![i]! - losses[place]! < -margin) continue next;
      for (const [p, most] of after.entries())
        if (stage.gains[p]![i]! + blocks.of[p]![place]! + most < 0) continue next;
      if (out.size === most) return false;
      if (out.size === out.parent.length) grow(out);
      const at = out.size++;
      for (const [p, gains] of stage.gains.entries()) out.gains[p]![at] = gains[i]! + blocks.of[p]![place]!;
      for (const [j, reach] of stage.reach.entries()) out.reach[j]![at] = reach[i]! - guides[j]!.losses[place]!;
      out.parent[at] = i;
      out.place[at] = place;
    }
    if (out.size > out.runs.at(-1)!) out.runs.push(out.size);
  }
  return true;
}
