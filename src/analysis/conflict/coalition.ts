import type { Method } from '../method.ts';
import type { Conflict } from './conflict.ts';

/** What the pages say of coalition stability. */
export const coalitionStabilityMethod: Method = {
  name: 'Coalition stability',
  definition:
    'A state is stable for a coalition if its members, moving in any order with nobody twice running, can reach no state that each of them prefers.',
  assumes:
    'That the members trust each other to carry the joint moves through, and that nobody outside moves meanwhile.',
  misleads:
    'When members cannot bind one another half-way, or when others could answer the joint move: neither is looked at.',
  source: 'Kilgour, Hipel, Fang & Peng 2001; Inohara & Hipel 2008',
};

/** A coalition and the states that it could jointly go to and every member prefers. */
export interface CoalitionImprovement {
  readonly members: readonly number[];
  readonly states: readonly number[];
}

/**
 * All states that a coalition can reach from a state by sequences of its members' moves in which nobody moves twice running, in the
 * order of the states. The state itself is never among them.
 */
export function coalitionReach(conflict: Conflict, members: readonly number[], from: number): readonly number[] {
  const n = conflict.states.length;
  const arrived = new Uint8Array(n * members.length);
  const reached = new Uint8Array(n);
  const queue: number[] = [];
  const leave = (state: number, last: number): void => {
    for (const [k, member] of members.entries()) {
      if (k === last) continue;
      const { starts, ends } = conflict.moves[member]!;
      for (let e = starts[state]!; e < starts[state + 1]!; e++) {
        const node = ends[e]! * members.length + k;
        if (arrived[node] === 1) continue;
        arrived[node] = 1;
        reached[ends[e]!] = 1;
        queue.push(node);
      }
    }
  };
  leave(from, -1);
  for (const node of queue) {
    const last = node % members.length;
    leave((node - last) / members.length, last);
  }
  reached[from] = 0;
  return conflict.states.flatMap((_, s) => (reached[s] === 1 ? [s] : []));
}

/** The states that a coalition could jointly go to from a state and every member prefers; none if the state is stable for it. */
export function coalitionImprovements(conflict: Conflict, members: readonly number[], from: number): readonly number[] {
  return coalitionReach(conflict, members, from).filter((to) =>
    members.every((member) => conflict.liking[member]![to]! > conflict.liking[member]![from]!),
  );
}

/**
 * Every coalition, one decision maker alone included, that could leave a state to the good of each member; small ones first. With
 * `smallest`, only those of the least size.
 */
export function coalitionsThatLeave(
  conflict: Conflict,
  from: number,
  which: 'all' | 'smallest' = 'all',
): readonly CoalitionImprovement[] {
  const goals = goalsFrom(conflict, from);
  const found: CoalitionImprovement[] = [];
  for (const members of coalitionsOf(conflict.makers.length)) {
    if (which === 'smallest' && found.length > 0 && found[0]!.members.length < members.length) break;
    const set = members.reduce((bits, member) => bits | (1 << member), 0);
    if (!goals.some(({ better, changed }) => (set & ~better) === 0 && (changed & ~set) === 0)) continue;
    const states = coalitionImprovements(conflict, members, from);
    if (states.length > 0) found.push({ members, states });
  }
  return found;
}

/** Of some states (say, equilibria), those that no coalition of any size could leave to the good of each member. */
export function stableForAllCoalitions(conflict: Conflict, states: readonly number[]): readonly number[] {
  return states.filter((state) => coalitionsThatLeave(conflict, state, 'smallest').length === 0);
}

/** Every set of at least one of `n`, small ones first. */
export function coalitionsOf(n: number): readonly (readonly number[])[] {
  const all = Array.from({ length: 2 ** n - 1 }, (_, i) =>
    Array.from({ length: n }, (_, m) => m).filter((m) => (((i + 1) >> m) & 1) === 1),
  );
  return all.sort((a, b) => a.length - b.length);
}

// For each state that anybody prefers, as bits: who prefers it, and whose options differ in it. A coalition can only have it as a goal
// if all its members prefer it and nobody else's options differ; where combinations are alike, options can differ without a move.
function goalsFrom(conflict: Conflict, from: number): readonly { readonly better: number; readonly changed: number }[] {
  const alike = conflict.states.some(({ combinations }) => combinations.length > 1);
  const goals = new Map<number, { readonly better: number; readonly changed: number }>();
  const [here] = conflict.states[from]!.combinations;
  for (const [to, { combinations }] of conflict.states.entries()) {
    let better = 0;
    let changed = 0;
    for (const [m, liking] of conflict.liking.entries()) {
      if (liking[to]! > liking[from]!) better |= 1 << m;
      if (!alike && ((combinations[0]! ^ here!) & conflict.rules[m]!.own) !== 0) changed |= 1 << m;
    }
    if (better !== 0) goals.set((better << 10) | changed, { better, changed });
  }
  return [...goals.values()];
}
