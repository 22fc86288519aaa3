import type { Points } from '../points.ts';
import type { Solution } from './solution.ts';

/** The points that give every party at least its disagreement, and whether one of them gives every party more. */
export interface Candidates {
  readonly kind: Extract<Solution['kind'], 'chosen' | 'touching' | 'no zone' | 'no points'>;
  /** In rising order. */
  readonly places: readonly number[];
}

/** The individually rational points: a package below what a party has anyway is never a candidate. */
export function candidatesIn(points: Points, disagreement: readonly number[]): Candidates {
  const places: number[] = [];
  let strict = false;
  for (let place = 0; place < points.size; place++) {
    let least = Infinity;
    for (let p = 0; p < points.parties; p++) least = Math.min(least, points.totals[p]![place]! - disagreement[p]!);
    if (least >= 0) places.push(place);
    strict ||= least > 0;
  }
  const kind = points.size === 0 ? 'no points' : places.length === 0 ? 'no zone' : strict ? 'chosen' : 'touching';
  return { kind, places };
}

/** Each party's best total among these places: the ideal point. Empty places give -Infinity. */
export function idealAmong(points: Points, places: readonly number[]): readonly number[] {
  return points.totals.map((totals) => places.reduce((best, place) => Math.max(best, totals[place]!), -Infinity));
}

/** All places of the points, in rising order. */
export function everyPlace(points: Points): readonly number[] {
  return Array.from({ length: points.size }, (_, place) => place);
}

/**
 * Those of these places (in rising order) that no other of them dominates. A concept that looks at the least gain alone ties points that
 * are only weakly efficient; this leaves them out. Relies on the order of `Points`: what dominates a point stands before it.
 */
export function efficientAmong(points: Points, places: readonly number[]): readonly number[] {
  const kept: number[] = [];
  let second = -Infinity;
  for (const place of places) {
    if (points.parties === 2) {
      if (points.totals[1]![place]! <= second) continue;
      second = points.totals[1]![place]!;
    } else if (kept.some((other) => points.totals.every((totals) => totals[other]! >= totals[place]!))) continue;
    kept.push(place);
  }
  return kept;
}
