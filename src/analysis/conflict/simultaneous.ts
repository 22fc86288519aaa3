import type { Method } from '../method.ts';
import type { Conflict } from './conflict.ts';
import { mayMove } from './moves.ts';
import { opponentsOf } from './sanction.ts';

/** What the pages say of simultaneous stability. */
export const simultaneousStabilityMethod: Method = {
  name: 'Simultaneous stability (SIM)',
  definition:
    'A state is stable for a decision maker if each of its improvements, made at the same moment as improvements that others had in mind from the same state, could leave it no better off than it began.',
  assumes:
    'That moves may cross. Each of the others keeps still or makes one of its own improvements, and at least one moves; what they bring about together must be feasible to count.',
  misleads:
    'When each sees what the others have done before it moves. It is not one of the four usual concepts and neither holds nor breaks with them.',
  source: 'Fraser & Hipel 1979; Hipel & Fraser 1984',
};

/** Moves that cross: what each opponent does from the same combination of options, and the state that all bring about together. */
export interface Crossing {
  readonly movers: readonly number[];
  readonly state: number;
}

/** 1 for each state that is simultaneously stable for a decision maker. */
export function simultaneouslyStable(conflict: Conflict, maker: number): Uint8Array {
  const stateOf = statesByCombination(conflict);
  return Uint8Array.from(conflict.states, (_, s) =>
    uncrossed(conflict, maker, s, stateOf).next().done === true ? 1 : 0,
  );
}

/** For each improvement of a decision maker from a state: where it leads, and moves of others that cross it and leave it no better off (null: none do). */
export function crossings(
  conflict: Conflict,
  maker: number,
  state: number,
): readonly { readonly to: number; readonly crossing: Crossing | null }[] {
  const stateOf = statesByCombination(conflict);
  return conflict.states[state]!.combinations.flatMap((from) => {
    const together = jointChanges(conflict, maker, state, from);
    return improvements(conflict, maker, state, from).map(({ to, change }) => ({
      to,
      crossing: crossingOf(conflict, maker, state, from ^ change, together, stateOf),
    }));
  });
}

interface JointChange {
  readonly change: number;
  readonly movers: number;
}

function* uncrossed(conflict: Conflict, maker: number, state: number, stateOf: ReadonlyMap<number, number>) {
  for (const from of conflict.states[state]!.combinations) {
    const own = improvements(conflict, maker, state, from);
    if (own.length === 0) continue;
    const together = jointChanges(conflict, maker, state, from);
    for (const { change } of own)
      if (crossingOf(conflict, maker, state, from ^ change, together, stateOf) === null) yield change;
  }
}

function crossingOf(
  conflict: Conflict,
  maker: number,
  state: number,
  moved: number,
  together: readonly JointChange[],
  stateOf: ReadonlyMap<number, number>,
): Crossing | null {
  const liking = conflict.liking[maker]!;
  for (const { change, movers } of together) {
    const end = stateOf.get(moved ^ change);
    if (end !== undefined && liking[end]! <= liking[state]!)
      return { movers: conflict.makers.flatMap((_, m) => ((movers >> m) & 1 ? [m] : [])), state: end };
  }
  return null;
}

function jointChanges(conflict: Conflict, maker: number, state: number, from: number): readonly JointChange[] {
  let together: JointChange[] = [{ change: 0, movers: 0 }];
  for (const opponent of opponentsOf(conflict, maker)) {
    const own = improvements(conflict, opponent, state, from);
    together = [
      ...together,
      ...together.flatMap((so) =>
        own.map(({ change }) => ({ change: so.change | change, movers: so.movers | (1 << opponent) })),
      ),
    ];
  }
  return together.slice(1);
}

function improvements(conflict: Conflict, maker: number, state: number, from: number) {
  const { starts, ends } = conflict.moves[maker]!;
  const liking = conflict.liking[maker]!;
  const found: { readonly to: number; readonly change: number }[] = [];
  for (let e = starts[state]!; e < starts[state + 1]!; e++) {
    const to = ends[e]!;
    if (liking[to]! <= liking[state]!) continue;
    for (const end of conflict.states[to]!.combinations)
      if (mayMove(conflict.rules[maker]!, from, end)) found.push({ to, change: from ^ end });
  }
  return found;
}

function statesByCombination(conflict: Conflict): ReadonlyMap<number, number> {
  return new Map(conflict.states.flatMap((state, s) => state.combinations.map((c) => [c, s] as const)));
}
