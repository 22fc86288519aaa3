import type { ConflictModel } from './model.ts';
import { matches, parsePattern, type Pattern } from './pattern.ts';
import { isRefused, refuse, type ConflictRefusal } from './refusal.ts';
import type { State } from './states.ts';

/** Where one decision maker can take each state in one move, and from where each can be come to: lists laid end to end. */
export interface Moves {
  /** The moves from state s are `ends[starts[s]]` to `ends[starts[s + 1] - 1]`, in the order of the states. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly backStarts: Int32Array;
  readonly backEnds: Int32Array;
}

/** What one decision maker may change: its options, those it cannot take and those it cannot give up, and the moves that are barred. */
export interface MoveRule {
  readonly own: number;
  readonly untakable: number;
  readonly ungivable: number;
  readonly barred: readonly { readonly from: Pattern; readonly to: Pattern }[];
}

/** No conflict may have more moves than this, all decision makers together. */
export const movesAtMost = 8_000_000;

/** The rule of each decision maker. Refuses a bad pattern or an unknown name in a barred move. */
export function moveRules(model: ConflictModel): readonly MoveRule[] | ConflictRefusal {
  const barred: { readonly maker: string | null; readonly from: Pattern; readonly to: Pattern }[] = [];
  for (const [place, move] of (model.barred ?? []).entries()) {
    const where = `barred[${place}]`;
    const from = parsePattern(move.from, model.options.length, `${where}.from`);
    if (isRefused(from)) return from;
    const to = parsePattern(move.to, model.options.length, `${where}.to`);
    if (isRefused(to)) return to;
    if (move.maker !== undefined && !model.makers.some((maker) => maker.name === move.maker))
      return refuse('unknownMaker', `${where}.maker`, `A barred move names “${move.maker}”, who is no decision maker.`);
    const apart = from.matters & to.matters & (from.taken ^ to.taken);
    const others = model.options.reduce((sum, { maker }, o) => (maker === move.maker ? sum : sum | (1 << o)), 0);
    const all = (1 << model.options.length) - 1;
    if (apart === 0 && from.matters === all && to.matters === all)
      return refuse('noMove', where, `Nobody moves from ${move.from} to itself, so nothing is barred.`);
    if (move.maker !== undefined && (apart & others) !== 0)
      return refuse(
        'noMove',
        where,
        `From ${move.from} to ${move.to} an option of somebody else changes: that is no move of ${move.maker}.`,
      );
    barred.push({ maker: move.maker ?? null, from, to });
  }
  return model.makers.map(({ name }) => {
    const bits = (wanted: (moves: string) => boolean): number =>
      model.options.reduce((sum, o, i) => (o.maker === name && wanted(o.moves ?? 'both') ? sum | (1 << i) : sum), 0);
    return {
      own: bits(() => true),
      untakable: bits((moves) => moves === 'backward'),
      ungivable: bits((moves) => moves === 'forward'),
      barred: barred.filter(({ maker }) => maker === null || maker === name),
    };
  });
}

/** Whether a rule lets its decision maker change one combination of options into another. */
export function mayMove(rule: MoveRule, from: number, to: number): boolean {
  const changed = from ^ to;
  if (changed === 0 || (changed & ~rule.own) !== 0) return false;
  if ((to & changed & rule.untakable) !== 0 || (from & changed & rule.ungivable) !== 0) return false;
  return !rule.barred.some((move) => matches(move.from, from) && matches(move.to, to));
}

/** The moves of each decision maker. Refuses more than `movesAtMost`. */
export function movesOf(states: readonly State[], rules: readonly MoveRule[]): readonly Moves[] | ConflictRefusal {
  const all: Moves[] = [];
  let left = movesAtMost;
  for (const rule of rules) {
    const lists = listsOf(states, rule, left);
    if (lists === null)
      return refuse(
        'tooManyMoves',
        'options',
        `There are more than ${movesAtMost} moves between the states. Say what else cannot be, or leave options out.`,
      );
    const moves = laidOut(lists);
    left -= moves.ends.length;
    all.push(moves);
  }
  return all;
}

// States that differ only in the maker's own options stand together, so only pairs within a group are looked at.
function listsOf(states: readonly State[], rule: MoveRule, limit: number): readonly (readonly number[])[] | null {
  const groups = new Map<number, { readonly state: number; readonly combination: number }[]>();
  for (const [state, { combinations }] of states.entries())
    for (const combination of combinations) {
      const others = combination & ~rule.own;
      const group = groups.get(others);
      if (group === undefined) groups.set(others, [{ state, combination }]);
      else group.push({ state, combination });
    }
  const seen = new Int32Array(states.length).fill(-1);
  let count = 0;
  const lists: number[][] = [];
  for (const [state, { combinations }] of states.entries()) {
    const list: number[] = [];
    seen[state] = state;
    for (const combination of combinations)
      for (const other of groups.get(combination & ~rule.own)!)
        if (seen[other.state] !== state && mayMove(rule, combination, other.combination)) {
          seen[other.state] = state;
          list.push(other.state);
        }
    count += list.length;
    if (count > limit) return null;
    lists.push(list.sort((a, b) => a - b));
  }
  return lists;
}

function laidOut(lists: readonly (readonly number[])[]): Moves {
  const starts = new Int32Array(lists.length + 1);
  const backStarts = new Int32Array(lists.length + 1);
  for (const [s, list] of lists.entries()) {
    starts[s + 1] = starts[s]! + list.length;
    for (const t of list) backStarts[t + 1] = backStarts[t + 1]! + 1;
  }
  for (let s = 0; s < lists.length; s++) backStarts[s + 1] = backStarts[s + 1]! + backStarts[s]!;
  const ends = new Int32Array(starts[lists.length]!);
  const backEnds = new Int32Array(ends.length);
  const next = backStarts.slice();
  for (const [s, list] of lists.entries()) {
    ends.set(list, starts[s]);
    for (const t of list) {
      backEnds[next[t]!] = s;
      next[t] = next[t]! + 1;
    }
  }
  return { starts, ends, backStarts, backEnds };
}
