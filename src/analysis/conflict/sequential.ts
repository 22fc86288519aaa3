import type { Method } from '../method.ts';
import type { Conflict } from './conflict.ts';
import type { Convention } from './convention.ts';
import { deterredStates, leastAfterAnswers } from './sanction.ts';

/** What the pages say of sequential stability. */
export const sequentialStabilityMethod: Method = {
  name: 'Sequential stability (SEQ)',
  definition:
    'A state is stable for a decision maker if the others, each moving only where it gains by its own move, could answer each of its improvements so that it ends no better off than it began.',
  assumes:
    'That it fears only answers which are in the interest of whoever gives them, and knows what the others prefer.',
  misleads: 'When the others would hurt themselves in order to punish, or when their preferences are not as supposed.',
  source: 'Fraser & Hipel 1979; Fang, Hipel & Kilgour 1993',
};

/** 1 for each state that is sequentially stable for a decision maker, by a convention of what the opponents' answers are. */
export function sequentiallyStable(conflict: Conflict, maker: number, convention: Convention): Uint8Array {
  const least = leastAfterAnswers(conflict, { maker, convention, by: 'improvements' }, conflict.liking[maker]!);
  return deterredStates(conflict, maker, least);
}
