import type { Method } from '../method.ts';
import { searchBeam } from './beam.ts';
import type { Exchange, Measure } from './exchange.ts';
import { isRefused, type ExchangeRefusal } from './refusal.ts';
import { advance, riskOf, startOf } from './risk.ts';
import { type Heard, searchAll, stagesAtMost, stagesOf } from './search.ts';
import { benefitTo, turnsOf, type Turns } from './turns.ts';

/** What the pages say of sequencing. */
export const sequencingMethod: Method = {
  name: 'Sequencing of reciprocal steps',
  definition:
    'Finds the order of steps in which, at the worst moment, no side stands to lose more than its tolerance if all others stopped; or, if there is none, comes nearest to that.',
  assumes:
    'That the points say what each step costs and gives, that points of different sides can be compared, that whatever is done cannot be undone, and that each step is seen to be done before the next.',
  misleads:
    'When trust, the wish to be seen to keep one’s word, or a guarantor holds the sides to their steps: then more exposure is bearable than the tolerance says. And when a step is worth less by itself than with the others.',
  source: 'Sandholm & Lesser 1995; Sandholm & Ferrandon 2000',
};

/** The best orders of an exchange, and how far each party is at risk in them. Amounts are in points. */
export interface Sequence {
  readonly measure: Measure;
  readonly turns: Turns;
  /** By how much the worst placed party is beyond its tolerance at the worst moment; 0 or less: the tolerances are kept. */
  readonly excess: number;
  readonly withinTolerance: boolean;
  /** Whether no order has a smaller excess; else none has one below `atLeast`. */
  readonly proven: boolean;
  readonly atLeast: number;
  /** Equally good orders, each a list of moments; the first 24 of them. Where not all were looked at, one. */
  readonly orders: readonly (readonly Moment[])[];
  /** Whether there are more orders as good, or, where not all were looked at, may be as good or better placed otherwise. */
  readonly more: boolean;
}

/** The state of things after one turn, or one part of it. */
export interface Moment {
  readonly turn: number;
  /** Which part of the turn was done, from 1. */
  readonly part: number;
  /** For each party, in points: the costs it has borne, the benefits it has had, and what it has at risk. */
  readonly given: readonly number[];
  readonly received: readonly number[];
  readonly risk: readonly number[];
}

/** How many equally good orders are listed. */
export const ordersAtMost = 24;

/**
 * Puts the steps of an exchange in order so that the greatest excess of any party's risk over its tolerance is least; ties by the least
 * risk in all, then by the fewest changes of who acts; what is still tied is all returned. Exact up to `stagesAtMost` stages (20 turns
 * and more where steps have parts); beyond, a good order with a bound on the excess, said in `proven`, and not always the best of those that tie. `heard` is told how far it is. Refuses what `turnsOf` refuses.
 */
export function sequenceSteps(
  exchange: Exchange,
  measure: Measure = 'exposure',
  heard?: Heard,
): Sequence | ExchangeRefusal {
  const turns = turnsOf(exchange);
  if (isRefused(turns)) return turns;
  const found =
    stagesOf(turns) <= stagesAtMost ? searchAll(turns, measure, ordersAtMost, heard) : searchBeam(turns, measure);
  return {
    measure,
    turns,
    excess: found.excess / turns.scale,
    withinTolerance: found.excess <= 0,
    proven: found.proven,
    atLeast: found.atLeast / turns.scale,
    orders: found.orders.map((order) => momentsOf(turns, order, measure)),
    more: found.more,
  };
}

/** What stands on the table after each turn of an order (turns by place, one entry for each part). */
export function momentsOf(turns: Turns, order: readonly number[], measure: Measure): readonly Moment[] {
  const { exchange, scale } = turns;
  const standing = startOf(turns);
  const given = exchange.parties.map(() => 0);
  const received = exchange.parties.map(() => 0);
  return order.map((turn) => {
    advance(turns, standing, turn, 1);
    const { steps, parts } = turns.turns[turn]!;
    for (const s of steps)
      for (const [p, party] of exchange.parties.entries()) {
        const { by, cost } = exchange.steps[s]!;
        if (by === party) given[p] = given[p]! + Math.round(cost * scale) / parts;
        else received[p] = received[p]! + Math.round(benefitTo(exchange.steps[s]!, party) * scale) / parts;
      }
    return {
      turn,
      part: standing.done[turn]!,
      given: given.map((whole) => whole / scale),
      received: received.map((whole) => whole / scale),
      risk: exchange.parties.map((_, p) => riskOf(turns, standing, measure, p) / scale),
    };
  });
}
