import type { Measure } from './exchange.ts';
import { advance, excessOf, startOf, totalRiskOf, type Standing } from './risk.ts';
import type { Turns } from './turns.ts';

/** The best orders, in whole numbers. */
export interface Found {
  /** By how much the worst placed party is beyond its tolerance at the worst moment. */
  readonly excess: number;
  /** The least that any order could have there: equal to `excess` when it is proven. */
  readonly atLeast: number;
  readonly proven: boolean;
  /** Turns in order, one entry for each part; equally good, at most as many as asked for. */
  readonly orders: readonly (readonly number[])[];
  readonly more: boolean;
}

/** Up to so many stages (the product of the parts of each turn, plus one) the search is exact: 20 undivided turns and a little more. */
export const stagesAtMost = 2 ** 21;

/** How many stages an exchange can be at, whatever the order: for each turn, the number of its parts and one. */
export function stagesOf({ turns }: Turns): number {
  return turns.reduce((product, { parts }) => product * (parts + 1), 1);
}

/**
 * All orders with the least excess over the tolerances at the worst moment; among these, with the least risk summed over all moments
 * and parties; among these, with the fewest changes of who acts. Exact, by dynamic programming over the stages (Held & Karp 1962,
 * with the greatest in place of the sum), for up to `stagesAtMost` of them.
 */
export function searchAll(turns: Turns, measure: Measure, limit: number, heard: Heard = () => undefined): Found {
  const board = stages(turns, measure, (share) => heard(0.45 * share));
  const excess = worstOnTheWay(turns, board).at(-1)!;
  heard(0.6);
  const sums = leastSums(turns, board, excess);
  heard(0.75);
  const acts = actsOf(turns);
  const changes = fewestChanges(turns, board, excess, sums, acts);
  const orders: (readonly number[])[] = [];
  for (const order of ordersBack(turns, board, sums, acts, changes)) {
    if (orders.length === limit) return { excess, atLeast: excess, proven: true, orders, more: true };
    orders.push(order);
  }
  return { excess, atLeast: excess, proven: true, orders, more: false };
}

/** Hears now and then what share of the work is done, from 0 to 1, as near as that is known. */
export type Heard = (share: number) => void;

interface Stages {
  /** The number of a stage is the sum of `done × stride`. */
  readonly strides: readonly number[];
  /** Infinity where the stage breaks the order that is asked for. */
  readonly excess: Float64Array;
  readonly risk: Float64Array;
}

function stages(turns: Turns, measure: Measure, heard: Heard): Stages {
  const size = stagesOf(turns);
  const strides: number[] = [];
  turns.turns.reduce((stride, { parts }) => (strides.push(stride), stride * (parts + 1)), 1);
  const excess = new Float64Array(size);
  const risk = new Float64Array(size);
  const standing = startOf(turns);
  for (let stage = 0; stage < size; stage++) {
    if (stage > 0) countUp(turns, standing);
    if (stage % 65_536 === 65_535) heard(stage / size);
    const ordered = turns.turns.every(
      ({ after }, t) => standing.done[t] === 0 || after.every((a) => standing.done[a] === turns.turns[a]!.parts),
    );
    excess[stage] = ordered ? excessOf(turns, standing, measure) : Infinity;
    risk[stage] = ordered ? totalRiskOf(turns, standing, measure) : Infinity;
  }
  return { strides, excess, risk };
}

function countUp(turns: Turns, standing: Standing): void {
  for (let t = 0; ; t++) {
    const { parts } = turns.turns[t]!;
    if (standing.done[t]! < parts) return advance(turns, standing, t, 1);
    advance(turns, standing, t, -parts);
  }
}

function worstOnTheWay({ turns }: Turns, { strides, excess }: Stages): Float64Array {
  const worst = excess.slice();
  for (let stage = 1; stage < worst.length; stage++) {
    if (excess[stage] === Infinity) continue;
    let before = Infinity;
    for (let t = 0; t < turns.length; t++)
      if (isDone(stage, strides[t]!, turns[t]!.parts)) before = Math.min(before, worst[stage - strides[t]!]!);
    worst[stage] = Math.max(excess[stage]!, before);
  }
  return worst;
}

function leastSums({ turns }: Turns, { strides, excess, risk }: Stages, limit: number): Float64Array {
  const sums = new Float64Array(excess.length).fill(Infinity);
  sums[0] = risk[0]!;
  for (let stage = 1; stage < sums.length; stage++) {
    if (excess[stage]! > limit) continue;
    let before = Infinity;
    for (let t = 0; t < turns.length; t++)
      if (isDone(stage, strides[t]!, turns[t]!.parts)) before = Math.min(before, sums[stage - strides[t]!]!);
    sums[stage] = before + risk[stage]!;
  }
  return sums;
}

// Who acts in each turn, as a number: turns with the same doers have the same.
function actsOf({ turns }: Turns): readonly number[] {
  const keys = turns.map(({ doers }) => doers.join());
  const distinct = [...new Set(keys)];
  return keys.map((key) => distinct.indexOf(key));
}

const never = 0xffff;

// changes[stage × acts + act]: the fewest changes on the way to a stage by an order with the least sum whose last act is that one.
function fewestChanges(
  { turns }: Turns,
  { strides, excess, risk }: Stages,
  limit: number,
  sums: Float64Array,
  acts: readonly number[],
): Uint16Array {
  const kinds = Math.max(...acts) + 1;
  const changes = new Uint16Array(sums.length * kinds).fill(never);
  for (let stage = 1; stage < sums.length; stage++) {
    if (excess[stage]! > limit) continue;
    for (let t = 0; t < turns.length; t++) {
      const before = stage - strides[t]!;
      if (!isDone(stage, strides[t]!, turns[t]!.parts) || sums[before]! + risk[stage]! !== sums[stage]) continue;
      let least = before === 0 ? 0 : never;
      for (let act = 0; act < kinds && before > 0; act++) {
        const so = changes[before * kinds + act]!;
        if (so < never) least = Math.min(least, so + (act === acts[t] ? 0 : 1));
      }
      const place = stage * kinds + acts[t]!;
      changes[place] = Math.min(changes[place]!, least);
    }
  }
  return changes;
}

function* ordersBack(
  { turns }: Turns,
  { strides, risk }: Stages,
  sums: Float64Array,
  acts: readonly number[],
  changes: Uint16Array,
): Generator<readonly number[]> {
  const kinds = Math.max(...acts) + 1;
  const last = sums.length - 1;
  const fewest = Math.min(...changes.subarray(last * kinds));
  yield* before(last, fewest, -1);

  // All orders to a stage whose changes, with the one to the act that comes next, are so many.
  function* before(stage: number, left: number, next: number): Generator<readonly number[]> {
    if (stage === 0) {
      if (left === 0) yield [];
      return;
    }
    for (let t = 0; t < turns.length; t++) {
      const earlier = stage - strides[t]!;
      if (!isDone(stage, strides[t]!, turns[t]!.parts) || sums[earlier]! + risk[stage]! !== sums[stage]) continue;
      const here = left - (next === -1 || next === acts[t] ? 0 : 1);
      if (changes[stage * kinds + acts[t]!] !== here) continue;
      for (const order of before(earlier, here, acts[t]!)) yield [...order, t];
    }
  }
}

function isDone(stage: number, stride: number, parts: number): boolean {
  return Math.floor(stage / stride) % (parts + 1) > 0;
}
