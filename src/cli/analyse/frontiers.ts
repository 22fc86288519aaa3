import { frontiers, type Frontier } from '../../analysis/index.ts';
import { underCeilings } from '../../formats/index.ts';
import { sharesTold, type Tell } from '../progress/progress.ts';
import type { Question } from './analysis.ts';
import type { Compiled } from './compiled.ts';

/** The efficient points that all would accept, and all of them: the same where nobody would refuse any. */
export interface Frontiers {
  readonly acceptable: Frontier | frontiers.Entangled;
  readonly all: Frontier | frontiers.Entangled;
}

/** So many points are kept at first: a moment’s work, and enough for most scenarios. */
export const pointsAtFirst = 2_000;

/** So many combinations of issues that are tied together are worked through side by side, at most. */
const statesAtMost = 20_000;
/** So many are a moment’s work. */
export const statesAtFirst = 2_000;

/** Both frontiers of a scenario, with no more than `budget` points. */
export function frontiersOf(
  compiled: Compiled,
  { ceilings, budget }: Question,
  tell: Tell,
  states = statesAtMost,
): Frontiers {
  const { scores } = compiled;
  const binds = scores.floors.some((floor, p) => floor > (compiled.worst[p] ?? 0));
  const cut = (frontier: ReturnType<typeof deepened>) =>
    'refused' in frontier ? frontier : underCeilings(frontier, ceilings, scores.step);
  const acceptable = cut(deepened(compiled, binds, { points: budget, states }, tell));
  // What nobody would accept is asked for only by concepts that need the whole of what is acceptable, too.
  const isWhole = 'exact' in acceptable && acceptable.exact === true;
  return {
    acceptable,
    all: binds && isWhole ? cut(deepened(compiled, false, { points: budget, states }, tell)) : acceptable,
  };
}

/** The frontier with ever more points until it is exact or the budget is reached. */
function deepened(
  { scores }: Compiled,
  individuallyRational: boolean,
  { points: budget, states }: { readonly points: number; readonly states: number },
  tell: Tell,
): frontiers.MergedFrontier | frontiers.Entangled {
  for (let points = Math.min(pointsAtFirst, budget); ; points = Math.min(points * 10, budget)) {
    const found = frontiers.frontierOf(scores, {
      individuallyRational,
      budget: { points, states },
      heard: sharesTold(`the frontier, with up to ${points.toLocaleString('en')} points`, tell),
    });
    if ('refused' in found || found.exact === true || points === budget) return found;
  }
}
