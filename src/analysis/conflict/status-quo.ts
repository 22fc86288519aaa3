import type { Method } from '../method.ts';
import type { Move } from './answer.ts';
import type { Conflict } from './conflict.ts';

/** What the pages say of status-quo analysis. */
export const statusQuoAnalysisMethod: Method = {
  name: 'Status-quo analysis',
  definition:
    'From the state as it is now: which states can come about, in how many moves at least and by whose last move, nobody moving twice running; by any moves, and by moves that each improve on the state before for whoever makes them.',
  assumes: 'That moves are made one at a time.',
  misleads: 'When it is read as a forecast: that a state can be reached does not say that anybody will go there.',
  source: 'Li, Kilgour & Hipel 2005',
};

/** How the conflict can move on from one state. */
export interface Evolution {
  readonly from: number;
  readonly by: 'moves' | 'improvements';
  /** The least number of moves to each state; -1 if it cannot be reached. */
  readonly steps: Int32Array;
  /** Who can make the last move of a shortest sequence to each state. */
  readonly lastMovers: readonly (readonly number[])[];
}

/** What can be reached from a state, in how many moves at least and by whom. */
export function evolutionFrom(conflict: Conflict, from: number, by: 'moves' | 'improvements'): Evolution {
  const steps = arrivalsFrom(conflict, from, by);
  const makers = conflict.makers.length;
  const least = conflict.states.map((_, s) =>
    conflict.makers.reduce((best, _, m) => sooner(best, steps[s * makers + m]!), s === from ? 0 : -1),
  );
  const lastMovers = least.map((step, s) =>
    step <= 0 ? [] : conflict.makers.flatMap((_, m) => (steps[s * makers + m] === step ? [m] : [])),
  );
  return { from, by, steps: Int32Array.from(least), lastMovers };
}

/** All shortest sequences of moves from a state to another, one after another: there can be very many, so take what is shown. */
export function* shortestPaths(
  conflict: Conflict,
  from: number,
  to: number,
  by: 'moves' | 'improvements',
): Generator<readonly Move[]> {
  if (from === to) return;
  const makers = conflict.makers.length;
  const steps = arrivalsFrom(conflict, from, by);
  const least = conflict.makers.reduce((best, _, m) => sooner(best, steps[to * makers + m]!), -1);
  if (least > 0) yield* before(to, least, -1);

  function* before(state: number, step: number, next: number): Generator<readonly Move[]> {
    for (let mover = 0; mover < makers; mover++) {
      if (mover === next || steps[state * makers + mover] !== step) continue;
      const { backStarts, backEnds } = conflict.moves[mover]!;
      for (let e = backStarts[state]!; e < backStarts[state + 1]!; e++) {
        const earlier = backEnds[e]!;
        if (by === 'improvements' && conflict.liking[mover]![state]! <= conflict.liking[mover]![earlier]!) continue;
        if (step === 1) {
          if (earlier === from) yield [{ mover, to: state }];
        } else for (const path of before(earlier, step - 1, mover)) yield [...path, { mover, to: state }];
      }
    }
  }
}

// steps[state × makers + mover]: the least number of moves after which the state is arrived at by that mover.
function arrivalsFrom(conflict: Conflict, from: number, by: 'moves' | 'improvements'): Int32Array {
  const makers = conflict.makers.length;
  const steps = new Int32Array(conflict.states.length * makers).fill(-1);
  const queue: number[] = [];
  const leave = (state: number, last: number, step: number): void => {
    for (let mover = 0; mover < makers; mover++) {
      if (mover === last) continue;
      const { starts, ends } = conflict.moves[mover]!;
      const liking = conflict.liking[mover]!;
      for (let e = starts[state]!; e < starts[state + 1]!; e++) {
        if (by === 'improvements' && liking[ends[e]!]! <= liking[state]!) continue;
        const node = ends[e]! * makers + mover;
        if (steps[node] !== -1) continue;
        steps[node] = step;
        queue.push(node);
      }
    }
  };
  leave(from, -1, 1);
  for (const node of queue) {
    const last = node % makers;
    leave((node - last) / makers, last, steps[node]! + 1);
  }
  return steps;
}

function sooner(a: number, b: number): number {
  if (a === -1) return b;
  return b === -1 ? a : Math.min(a, b);
}
