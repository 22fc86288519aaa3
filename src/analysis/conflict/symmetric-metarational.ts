import type { Method } from '../method.ts';
import type { Conflict } from './conflict.ts';
import type { Convention } from './convention.ts';
import { deterredStates, leastAfterAnswers } from './sanction.ts';

/** What the pages say of symmetric metarationality. */
export const symmetricMetarationalMethod: Method = {
  name: 'Symmetric metarationality (SMR)',
  definition:
    'A state is stable for a decision maker if the others could answer each of its improvements so that it ends no better off, and could not escape by one more move of its own.',
  assumes:
    'That it fears any answer which the others could give, even one that hurts them, and looks at one counter-move of its own.',
  misleads: 'When the answers that hold it back are not credible; it also depends on which joint answers count.',
  source: 'Howard 1971; Fang, Hipel & Kilgour 1993',
};

/** 1 for each state that is symmetric metarational for a decision maker, by a convention of what the opponents' answers are. */
export function symmetricMetarational(conflict: Conflict, maker: number, convention: Convention): Uint8Array {
  const least = leastAfterAnswers(conflict, { maker, convention, by: 'moves' }, bestEscape(conflict, maker));
  return deterredStates(conflict, maker, least);
}

/** How much a decision maker likes the best of each state and all that it can move to from there. */
export function bestEscape(conflict: Conflict, maker: number): Int32Array {
  return conflict.liking[maker]!.map((_, state) => bestEscapeFrom(conflict, maker, state));
}

/** The same of one state. */
export function bestEscapeFrom(conflict: Conflict, maker: number, state: number): number {
  const { starts, ends } = conflict.moves[maker]!;
  const liking = conflict.liking[maker]!;
  let best = liking[state]!;
  for (let e = starts[state]!; e < starts[state + 1]!; e++) best = Math.max(best, liking[ends[e]!]!);
  return best;
}
