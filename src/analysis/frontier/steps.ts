import type { Scores } from '../scores.ts';
import { classesOf, type BondClasses } from './bond-classes.ts';
import { issueOrder } from './issue-order.ts';

/**
 * A scenario as steps, one issue each, for bucket elimination (Dechter 1999). A state is all that the issues still to come can feel of
 * the answers so far: without bonds there is always one. States that no allowed package passes through are gone.
 */
export interface Steps {
  readonly parties: number;
  readonly list: readonly Step[];
  /** What is added to every package; null if no package is allowed at all. */
  readonly base: readonly number[] | null;
  /** `best[step][party][state]`: the most that this party can still gain before that step. */
  readonly best: readonly (readonly ArrayLike<number>[])[];
}

/** One issue settled: transitions from the states before to the states after. */
export interface Step {
  readonly issue: number;
  /** How many states there are after it. */
  readonly states: number;
  /** Transitions, sorted by `to`, then `from`: `begin[to]` is the first into a state. */
  readonly begin: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly answer: Int32Array;
  /** `shift[party][transition]`: what the answer is worth here, whole numbers. */
  readonly shift: readonly Float64Array[];
}

/** Why there is no exact answer by elimination: too many combinations that later issues can feel. */
export interface Entangled {
  readonly refused: 'too many combinations of bound issues';
  /** The issue at which they became too many. */
  readonly issue: number;
  /** At least so many, and the most that is worked through. */
  readonly states: number;
  readonly limit: number;
}

/** The steps of a scenario; refused if more than `limit` states stand side by side. */
export function stepsOf(scores: Scores, limit: number): Steps | Entangled {
  const parties = scores.of.length;
  const order = issueOrder(scores);
  if (scores.bonds.length === 0) return unboundSteps(scores, order);
  const turn: number[] = [];
  order.forEach((issue, s) => (turn[issue] = s));
  const bonds = scores.bonds.map((bond) => classesOf(bond, scores.sizes, turn));
  const base = scores.of.map((_, p) =>
    bonds.reduce(
      (sum, bond) => sum + (bond.issues.length === 0 && bond.first === 0 ? (bond.adds?.[p]![0] ?? 0) : 0),
      0,
    ),
  );
  if (bonds.some((bond) => bond.first < 0)) return { parties, list: [], base: null, best: [] };
  const drafts: Draft[] = [];
  let states: readonly (readonly number[])[] = [bonds.map(() => 0)];
  for (const issue of order) {
    const { draft, after } = draftOf(scores, issue, states, bonds);
    if (after.length > limit)
      return { refused: 'too many combinations of bound issues', issue, states: after.length, limit };
    drafts.push(draft);
    states = after;
  }
  return prune(drafts, states.length, base);
}

/** Without bonds every answer leads from the one state to the one state. */
function unboundSteps(scores: Scores, order: readonly number[]): Steps {
  let most: readonly (readonly number[])[] = scores.of.map(() => [0]);
  const best = [most];
  for (let s = order.length - 1; s >= 0; s--) {
    const issue = order[s]!;
    most = most.map((rest, p) => [rest[0]! + greatest(scores.of[p]![issue]!)]);
    best.push(most);
  }
  best.reverse();
  const list = order.map((issue): Step => {
    const { begin, from, answer } = fanOf(scores.sizes[issue]!);
    const shift = scores.of.map((of) => of[issue]!);
    return { issue, states: 1, begin, from, to: from, answer, shift };
  });
  return { parties: scores.of.length, list, base: scores.of.map(() => 0), best };
}

/** The transitions of so many answers from one state to one state. They are the same for all issues, and never written to. */
function fanOf(size: number): Pick<Step, 'begin' | 'from' | 'answer'> {
  let fan = fans.get(size);
  if (fan === undefined) {
    const answer = new Int32Array(size);
    for (let a = 1; a < size; a++) answer[a] = a;
    fan = { begin: Int32Array.of(0, size), from: new Int32Array(size), answer };
    if (size <= mostKept) fans.set(size, fan);
  }
  return fan;
}

const fans = new Map<number, Pick<Step, 'begin' | 'from' | 'answer'>>();
const mostKept = 256;

function greatest(of: Float64Array): number {
  let most = -Infinity;
  for (let a = 0; a < of.length; a++) most = Math.max(most, of[a]!);
  return most;
}

/** Transitions before the hopeless ones are left out: from, to, answer, and what each party gains. */
interface Draft {
  readonly issue: number;
  readonly before: number;
  readonly from: number[];
  readonly to: number[];
  readonly answer: number[];
  readonly shift: readonly number[][];
}

function draftOf(
  scores: Scores,
  issue: number,
  states: readonly (readonly number[])[],
  bonds: readonly BondClasses[],
): { readonly draft: Draft; readonly after: readonly (readonly number[])[] } {
  const touched = bonds.flatMap((bond, b) => {
    const depth = bond.issues.indexOf(issue);
    return depth < 0 ? [] : [{ b, bond, depth, closes: depth === bond.issues.length - 1 }];
  });
  const size = scores.sizes[issue]!;
  const draft: Draft = { issue, before: states.length, from: [], to: [], answer: [], shift: scores.of.map(() => []) };
  const after: (readonly number[])[] = touched.length === 0 ? [...states] : [];
  const known = new Map<string, number>();
  states.forEach((state, from) => {
    answers: for (let answer = 0; answer < size; answer++) {
      const gains = scores.of.map((of) => of[issue]![answer]!);
      let to = from;
      if (touched.length > 0) {
        const classes = [...state];
        for (const { b, bond, depth, closes } of touched) {
          const next = bond.next[depth]![classes[b]! * size + answer]!;
          if (next < 0) continue answers;
          if (closes) bond.adds?.forEach((adds, p) => (gains[p] = gains[p]! + adds[next]!));
          classes[b] = closes ? 0 : next;
        }
        const key = classes.join();
        to = known.get(key) ?? after.push(classes) - 1;
        known.set(key, to);
      }
      draft.from.push(from);
      draft.to.push(to);
      draft.answer.push(answer);
      gains.forEach((gain, p) => draft.shift[p]!.push(gain));
    }
  });
  return { draft, after };
}

/** Leaves out states from which no package can be finished, numbers the rest anew, and finds what each party can still gain. */
function prune(drafts: readonly Draft[], ends: number, base: readonly number[]): Steps {
  const parties = base.length;
  const list: Step[] = [];
  let number = Int32Array.from({ length: ends }, (_, s) => s);
  let best: readonly Float64Array[] = base.map(() => new Float64Array(ends));
  const all = [best];
  for (const draft of drafts.toReversed()) {
    const alive = draft.from.flatMap((_, t) => (number[draft.to[t]!]! >= 0 ? [t] : []));
    const before = new Int32Array(draft.before).fill(-1);
    let count = 0;
    for (const t of alive) if (before[draft.from[t]!]! < 0) before[draft.from[t]!] = count++;
    const of = (column: readonly number[]): number[] => alive.map((t) => column[t]!);
    list.unshift(
      sorted(
        draft.issue,
        best[0]!.length,
        of(draft.from).map((s) => before[s]!),
        of(draft.to).map((s) => number[s]!),
        of(draft.answer),
        draft.shift.map(of),
      ),
    );
    const { from, to, shift } = list[0]!;
    best = Array.from({ length: parties }, (_, p) => {
      const most = new Float64Array(count).fill(-Infinity);
      for (let t = 0; t < from.length; t++)
        most[from[t]!] = Math.max(most[from[t]!]!, shift[p]![t]! + all[0]![p]![to[t]!]!);
      return most;
    });
    all.unshift(best);
    number = before;
  }
  return { parties, list, base: all[0]![0]?.length === 0 ? null : base, best: all };
}

function sorted(
  issue: number,
  states: number,
  from: readonly number[],
  to: readonly number[],
  answer: readonly number[],
  shift: readonly (readonly number[])[],
): Step {
  const order = [...from.keys()].sort((a, b) => to[a]! - to[b]! || from[a]! - from[b]! || a - b);
  const begin = new Int32Array(states + 1);
  for (const s of to) begin[s + 1] = begin[s + 1]! + 1;
  for (let s = 0; s < states; s++) begin[s + 1] = begin[s + 1]! + begin[s]!;
  const of = (column: readonly number[]): Int32Array => Int32Array.from(order, (t) => column[t]!);
  return {
    issue,
    states,
    begin,
    from: of(from),
    to: of(to),
    answer: of(answer),
    shift: shift.map((column) => Float64Array.from(order, (t) => column[t]!)),
  };
}
