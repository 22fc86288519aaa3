import type { Measure } from './exchange.ts';
import { advance, copyOf, excessOf, mayTake, startOf, type Standing } from './risk.ts';
import type { Turns } from './turns.ts';

/** What is known of the least excess that any order has at its worst moment, in whole numbers. */
export interface Bound {
  /** The least excess itself; null if the effort or the limit ended the search first. */
  readonly excess: number | null;
  /** No order has less than this. */
  readonly atLeast: number;
  /** How many stages were come to. */
  readonly effort: number;
}

/**
 * The least excess over the tolerances that any order has at its worst moment, without the order. From the start it goes to every
 * stage that can be come to without exceeding a threshold, and raises the threshold to the least that goes further (a bottleneck
 * shortest path). Ends early, with a bound, once it has come to more than `effort` stages, or when the threshold comes to `limit`.
 */
export function leastExcess(turns: Turns, measure: Measure, effort: number, limit: number = Infinity): Bound {
  const start = startOf(turns);
  const end = String.fromCharCode(...turns.turns.map(({ parts }) => parts));
  const first = String.fromCharCode(...start.done);
  const seen = new Set([first]);
  const open = [first];
  let threshold = excessOf(turns, start, measure);
  let blocked: { readonly stage: string; readonly excess: number }[] = [];
  while (threshold < limit) {
    while (open.length > 0) {
      const stage = open.pop()!;
      if (stage === end) return { excess: threshold, atLeast: threshold, effort: seen.size };
      if (seen.size > effort) return { excess: null, atLeast: threshold, effort: seen.size };
      const standing = standingAt(turns, start, stage);
      for (let t = 0; t < turns.turns.length; t++) {
        if (!mayTake(turns, standing, t)) continue;
        const next = stage.slice(0, t) + String.fromCharCode(standing.done[t]! + 1) + stage.slice(t + 1);
        if (seen.has(next)) continue;
        seen.add(next);
        advance(turns, standing, t, 1);
        const excess = excessOf(turns, standing, measure);
        advance(turns, standing, t, -1);
        if (excess <= threshold) open.push(next);
        else if (excess < limit) blocked.push({ stage: next, excess });
      }
    }
    threshold = blocked.reduce((least, { excess }) => Math.min(least, excess), limit);
    for (const { stage, excess } of blocked) if (excess === threshold) open.push(stage);
    blocked = blocked.filter(({ excess }) => excess > threshold);
  }
  return { excess: null, atLeast: limit, effort: seen.size };
}

// A stage is a word: its letters count the parts that are done of each turn. There may be more stages than numbers are exact for.
function standingAt(turns: Turns, start: Standing, stage: string): Standing {
  const standing = copyOf(start);
  for (let t = 0; t < stage.length; t++) {
    const done = stage.charCodeAt(t);
    if (done > 0) advance(turns, standing, t, done);
  }
  return standing;
}
