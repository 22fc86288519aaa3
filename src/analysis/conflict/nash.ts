import type { Method } from '../method.ts';
import type { Conflict } from './conflict.ts';
import { deterredStates } from './sanction.ts';

/** What the pages say of Nash stability. */
export const nashStabilityMethod: Method = {
  name: 'Nash stability (R)',
  definition: 'A state is stable for a decision maker that cannot reach a better one by a move of its own.',
  assumes: 'That nobody looks beyond its own next move, and that each knows what it prefers.',
  misleads:
    'When a decision maker holds back because of what the others would do next: then more states are stable than these.',
  source: 'Nash 1950; Fang, Hipel & Kilgour 1993',
};

/** 1 for each state that is stable for a decision maker because it has no better state to go to. */
export function nashStable(conflict: Conflict, maker: number): Uint8Array {
  const never = Int32Array.from(conflict.states, () => 0x7fffffff);
  return deterredStates(conflict, maker, never);
}
