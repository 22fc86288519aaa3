import type { Conflict } from './conflict.ts';
import { opponentsOf, type Answers } from './sanction.ts';

/** One move: who makes it and where it leads. */
export interface Move {
  readonly mover: number;
  readonly to: number;
}

/**
 * A shortest answer of the opponents from a state to one that `wanted` accepts, among those that the convention lets count; null if
 * there is none.
 */
export function shortestAnswer(
  conflict: Conflict,
  answers: Answers,
  from: number,
  wanted: (state: number) => boolean,
): readonly Move[] | null {
  const opponents = opponentsOf(conflict, answers.maker);
  const start: Arrival = { state: from, mover: -1, moved: 0, before: null };
  const seen = new Set<number>();
  const queue = [start];
  for (const at of queue)
    for (const mover of opponents) {
      if (!mayAnswer(answers, at, mover)) continue;
      const { starts, ends } = conflict.moves[mover]!;
      const liking = conflict.liking[mover]!;
      for (let e = starts[at.state]!; e < starts[at.state + 1]!; e++) {
        const state = ends[e]!;
        if (answers.by === 'improvements' && liking[state]! <= liking[at.state]!) continue;
        const next: Arrival = { state, mover, moved: at.moved | (1 << mover), before: at };
        if (wanted(state)) return movesTo(next);
        const key = state * 1024 + (answers.convention === 'each-once' ? next.moved : mover);
        if (seen.has(key)) continue;
        seen.add(key);
        queue.push(next);
      }
    }
  return null;
}

interface Arrival {
  readonly state: number;
  readonly mover: number;
  readonly moved: number;
  readonly before: Arrival | null;
}

function mayAnswer(answers: Answers, at: Arrival, mover: number): boolean {
  switch (answers.convention) {
    case 'legal-sequences':
      return at.mover !== mover;
    case 'each-once':
      return ((at.moved >> mover) & 1) === 0;
    case 'one-move':
      return at.before === null;
  }
}

function movesTo(last: Arrival): readonly Move[] {
  const moves: Move[] = [];
  for (let at = last; at.before !== null; at = at.before) moves.unshift({ mover: at.mover, to: at.state });
  return moves;
}
