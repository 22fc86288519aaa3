import type { Conflict } from './conflict.ts';
import type { Convention } from './convention.ts';

/** The least that can be had nowhere: no answer is possible. */
export const noAnswer = 0x7fffffff;

/** Which answers to look at: everybody's but `maker`'s, by a convention; all moves, or only those that improve on the state before for whoever makes them. */
export interface Answers {
  readonly maker: number;
  readonly convention: Convention;
  readonly by: 'moves' | 'improvements';
}

/**
 * For each state, the least value among all states that the opponents of one decision maker can take it to; `noAnswer` where they
 * can do nothing. Takes time in proportion to the number of moves times that of decision makers (for `each-once` times 2 to the number of opponents).
 */
export function leastAfterAnswers(conflict: Conflict, answers: Answers, values: Int32Array): Int32Array {
  switch (answers.convention) {
    case 'legal-sequences':
      return leastBySequences(conflict, answers, values);
    case 'each-once':
      return leastEachOnce(conflict, answers, values);
    case 'one-move':
      return leastByOne(conflict, answers, values, opponentsOf(conflict, answers.maker), () => null);
  }
}

/** Which states are stable for one decision maker when each of its improvements is deterred from a state that is liked at least as much as `least` after it. */
export function deterredStates(conflict: Conflict, maker: number, least: Int32Array): Uint8Array {
  const { starts, ends } = conflict.moves[maker]!;
  const liking = conflict.liking[maker]!;
  const stable = new Uint8Array(liking.length).fill(1);
  for (let s = 0; s < stable.length; s++)
    for (let e = starts[s]!; e < starts[s + 1]!; e++) {
      const t = ends[e]!;
      if (liking[t]! > liking[s]! && least[t]! > liking[s]!) {
        stable[s] = 0;
        break;
      }
    }
  return stable;
}

/** Everybody but one. */
export function opponentsOf(conflict: Conflict, maker: number): readonly number[] {
  return conflict.makers.flatMap((_, m) => (m === maker ? [] : [m]));
}

// Nodes are arrivals: at a state, by the move of an opponent. From the least valued state upwards, each value is spread backwards to
// all arrivals that can go on to it; the first value that comes to an arrival is its least.
function leastBySequences(conflict: Conflict, answers: Answers, values: Int32Array): Int32Array {
  const opponents = opponentsOf(conflict, answers.maker);
  const n = values.length;
  const least = new Int32Array(n).fill(noAnswer);
  const reached = new Uint8Array(n * opponents.length);
  const queue = new Int32Array(n * opponents.length);
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  for (const target of order) {
    const value = values[target]!;
    let tail = 0;
    for (let k = 0; k < opponents.length; k++) {
      const node = target * opponents.length + k;
      if (reached[node] === 1) continue;
      reached[node] = 1;
      queue[tail++] = node;
    }
    for (let head = 0; head < tail; head++) {
      const k = queue[head]! % opponents.length;
      const t = (queue[head]! - k) / opponents.length;
      const { backStarts, backEnds } = conflict.moves[opponents[k]!]!;
      const liking = conflict.liking[opponents[k]!]!;
      for (let e = backStarts[t]!; e < backStarts[t + 1]!; e++) {
        const s = backEnds[e]!;
        if (answers.by === 'improvements' && liking[t]! <= liking[s]!) continue;
        if (least[s]! > value) least[s] = value;
        for (let j = 0; j < opponents.length; j++) {
          const node = s * opponents.length + j;
          if (j === k || reached[node] === 1) continue;
          reached[node] = 1;
          queue[tail++] = node;
        }
      }
    }
  }
  return least;
}

// For each set of opponents who may still move, the least that they can bring about: from the empty set up.
function leastEachOnce(conflict: Conflict, answers: Answers, values: Int32Array): Int32Array {
  const opponents = opponentsOf(conflict, answers.maker);
  const bySet: Int32Array[] = [];
  for (let set = 0; set < 1 << opponents.length; set++) {
    const movers = opponents.filter((_, k) => ((set >> k) & 1) === 1);
    bySet.push(leastByOne(conflict, answers, values, movers, (mover) => bySet[set ^ (1 << opponents.indexOf(mover))]!));
  }
  return bySet.at(-1)!;
}

function leastByOne(
  conflict: Conflict,
  answers: Answers,
  values: Int32Array,
  movers: readonly number[],
  leastAfter: (mover: number) => Int32Array | null,
): Int32Array {
  const least = new Int32Array(values.length).fill(noAnswer);
  for (const mover of movers) {
    const { starts, ends } = conflict.moves[mover]!;
    const liking = conflict.liking[mover]!;
    const later = leastAfter(mover);
    for (let s = 0; s < least.length; s++)
      for (let e = starts[s]!; e < starts[s + 1]!; e++) {
        const t = ends[e]!;
        if (answers.by === 'improvements' && liking[t]! <= liking[s]!) continue;
        if (values[t]! < least[s]!) least[s] = values[t]!;
        if (later !== null && later[t]! < least[s]!) least[s] = later[t]!;
      }
  }
  return least;
}
