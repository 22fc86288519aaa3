import type { Measure } from './exchange.ts';
import { leastExcess } from './least-excess.ts';
import { advance, copyOf, excessOf, mayTake, startOf, totalRiskOf, type Standing } from './risk.ts';
import type { Found } from './search.ts';
import type { Turns } from './turns.ts';

/** How many orders begun are kept at each step. */
export const beamWidth = 200;
/** How many stages are looked at for the bound. */
export const boundEffort = 100_000;

/**
 * A good order where there are too many stages to look at all: step by step, the 200 best beginnings are kept. It is not proven to be
 * best; `atLeast` says what no order can go below (see `leastExcess`). Among beginnings
 * that are equally good the kept ones depend on the order in which the steps were given.
 */
export function searchBeam(turns: Turns, measure: Measure): Found {
  const acts = turns.turns.map(({ doers }) => doers.join());
  const start = startOf(turns);
  let beam: readonly Beginning[] = [
    { standing: start, excess: excessOf(turns, start, measure), risk: 0, changes: 0, order: [] },
  ];
  const length = turns.turns.reduce((sum, { parts }) => sum + parts, 0);
  for (let step = 0; step < length; step++) {
    const next = new Map<string, Beginning>();
    for (const beginning of beam)
      for (let t = 0; t < turns.turns.length; t++) {
        if (!mayTake(turns, beginning.standing, t)) continue;
        const longer = taken(turns, measure, acts, beginning, t);
        const key = `${longer.standing.done.join()} ${acts[t]}`;
        const rival = next.get(key);
        if (rival === undefined || better(longer, rival) < 0) next.set(key, longer);
      }
    beam = [...next.values()].sort(better).slice(0, beamWidth);
  }
  const [best] = beam;
  const { atLeast } = leastExcess(turns, measure, boundEffort);
  return { excess: best!.excess, atLeast, proven: atLeast === best!.excess, orders: [best!.order], more: true };
}

interface Beginning {
  readonly standing: Standing;
  readonly excess: number;
  readonly risk: number;
  readonly changes: number;
  readonly order: readonly number[];
}

function better(a: Beginning, b: Beginning): number {
  return a.excess - b.excess || a.risk - b.risk || a.changes - b.changes;
}

function taken(turns: Turns, measure: Measure, acts: readonly string[], from: Beginning, turn: number): Beginning {
  const standing = copyOf(from.standing);
  advance(turns, standing, turn, 1);
  const last = from.order.at(-1);
  return {
    standing,
    excess: Math.max(from.excess, excessOf(turns, standing, measure)),
    risk: from.risk + totalRiskOf(turns, standing, measure),
    changes: from.changes + (last === undefined || acts[last] === acts[turn] ? 0 : 1),
    order: [...from.order, turn],
  };
}
