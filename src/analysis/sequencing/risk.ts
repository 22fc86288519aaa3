import type { Measure } from './exchange.ts';
import type { Turns } from './turns.ts';

/** What stands on the table at one moment: how many parts of each turn are done, what each party has of it, and who has turns to finish. */
export interface Standing {
  readonly done: Uint8Array;
  readonly balance: Float64Array;
  /** For each party, how many turns are unfinished that it has a hand in. */
  readonly own: Int32Array;
  /** For each party, how many turns are unfinished that another has a hand in. */
  readonly others: Int32Array;
}

/** Before the first step. */
export function startOf({ exchange, turns }: Turns): Standing {
  const standing = {
    done: new Uint8Array(turns.length),
    balance: new Float64Array(exchange.parties.length),
    own: new Int32Array(exchange.parties.length),
    others: new Int32Array(exchange.parties.length),
  };
  for (const turn of turns) count(standing, turn.doers, 1);
  return standing;
}

/** The same standing, apart: changing one leaves the other. */
export function copyOf({ done, balance, own, others }: Standing): Standing {
  return { done: done.slice(), balance: balance.slice(), own: own.slice(), others: others.slice() };
}

/** Does more parts of a turn, or undoes them where `parts` is negative. Changes the standing in place. */
export function advance({ turns, balance }: Turns, standing: Standing, turn: number, parts: number): void {
  const { doers, parts: all } = turns[turn]!;
  if (standing.done[turn] === all) count(standing, doers, 1);
  standing.done[turn] = standing.done[turn]! + parts;
  if (standing.done[turn] === all) count(standing, doers, -1);
  for (let p = 0; p < standing.balance.length; p++)
    standing.balance[p] = standing.balance[p]! + parts * balance[turn]![p]!;
}

/** How much one party has at risk by a measure, in whole numbers; at least 0. */
export function riskOf(turns: Turns, standing: Standing, measure: Measure, party: number): number {
  switch (measure) {
    case 'exposure':
      return standing.others[party] === 0 ? 0 : Math.max(0, -standing.balance[party]!);
    case 'temptation':
      return standing.own[party] === 0 ? 0 : Math.max(0, standing.balance[party]! - turns.end[party]!);
  }
}

/** By how much the worst placed party is beyond its tolerance; negative when all are within. */
export function excessOf(turns: Turns, standing: Standing, measure: Measure): number {
  return turns.tolerances.reduce(
    (worst, tolerance, p) => Math.max(worst, riskOf(turns, standing, measure, p) - tolerance),
    -Infinity,
  );
}

/** What all parties have at risk together. */
export function totalRiskOf(turns: Turns, standing: Standing, measure: Measure): number {
  return turns.tolerances.reduce((sum, _, p) => sum + riskOf(turns, standing, measure, p), 0);
}

/** Whether the next part of a turn may be done. */
export function mayTake({ turns }: Turns, standing: Standing, turn: number): boolean {
  const { parts, after } = turns[turn]!;
  return standing.done[turn]! < parts && after.every((earlier) => standing.done[earlier] === turns[earlier]!.parts);
}

function count(standing: Standing, doers: readonly number[], by: number): void {
  for (let p = 0; p < standing.own.length; p++) {
    if (doers.includes(p)) standing.own[p] = standing.own[p]! + by;
    if (doers.some((doer) => doer !== p)) standing.others[p] = standing.others[p]! + by;
  }
}
