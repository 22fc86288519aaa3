import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { reach } from './reach.ts';
import { roomIn } from './room.ts';
import { figure, listInWords, type Telling } from './words.ts';

/** The words that stand beside Raiffa's discrete solution. */
export const raiffaDiscreteMethod: Method = {
  name: 'Raiffa’s discrete solution',
  definition:
    'Step by step, all parties settle for an equal chance of each one’s having its best draw between packages that the others would still accept; what they then have is the next step’s fallback.',
  assumes: 'The parties would accept draws between packages, and interim agreements that they improve on together.',
  misleads: 'When interim agreements bind nobody. The point is an expectation, not a package.',
  source: 'Raiffa 1953; Luce & Raiffa 1957, Games and Decisions, §6.7',
};

/** The words that stand beside Raiffa's continuous solution. */
export const raiffaContinuousMethod: Method = {
  name: 'Raiffa’s continuous solution',
  definition:
    'As the discrete solution with steps without end: at each moment all move towards the most that each could still get, in proportion to it.',
  assumes: 'The parties would accept draws between packages, and very many small interim agreements.',
  misleads: 'As the discrete solution. It is computed in small steps, so the last decimals depend on their size.',
  source: 'Raiffa 1953; Luce & Raiffa 1957, §6.7; Livne 1989, Mathematics of Operations Research 14:1–14',
};

/** A path from the disagreement to the frontier of what lotteries over the points give; totals in steps. */
export type RaiffaPath =
  | {
      readonly kind: 'chosen';
      /** The interim agreements, the disagreement first and the solution last. */
      readonly path: readonly (readonly number[])[];
      readonly totals: readonly number[];
    }
  | { readonly kind: 'no zone' | 'no points' };

/**
 * Raiffa's discrete solution: dₖ₊₁ = dₖ + (ideal(dₖ) − dₖ) / n, where each part of the ideal is the party's most in lotteries (or anything less)
 * that leave the others what they have; until no party can gain more than 1e-9 of its first range, then straight on. Any number of parties.
 * Give all efficient points, also those below the disagreement (in steps): draws may use them.
 */
export function raiffaDiscrete(points: Points, disagreement: readonly number[]): RaiffaPath {
  return walk(points, disagreement, { stride: 1 / points.parties, midpoint: false, until: 1e-9 });
}

/**
 * Raiffa's continuous solution: d′ = ideal(d) − d, by the midpoint method (Runge 1895) in steps of 1/`parts` of the way to the ideal, and
 * straight along the last direction once at most a thousandth of the first range is left. With 100 parts it is good to about 1e-3 of the range.
 */
export function raiffaContinuous(points: Points, disagreement: readonly number[], parts = 100): RaiffaPath {
  return walk(points, disagreement, { stride: 1 / parts, midpoint: true, until: 1e-3 });
}

/** The result of either in a sentence; `method` is the one that it came from. */
export function raiffaInWords(path: RaiffaPath, telling: Telling, method: Method): string {
  switch (path.kind) {
    case 'no points':
      return 'There are no packages to draw from.';
    case 'no zone':
      return 'Not even a draw between packages gives every party what it has without an agreement.';
    case 'chosen': {
      const each = telling.parties.map((party, p) => `${party} ${figure(path.totals[p]! * telling.step)}`);
      return `${method.name} gives ${listInWords(each)} on average, after ${path.path.length - 1} interim ${path.path.length === 2 ? 'agreement' : 'agreements'}.`;
    }
  }
}

interface Walk {
  /** Each step, as a part of the way to the ideal. */
  readonly stride: number;
  /** Whether the direction is taken at the middle of the step. */
  readonly midpoint: boolean;
  /** What is left, as a part of the first range, when it stops. */
  readonly until: number;
}

function walk(points: Points, start: readonly number[], { stride, midpoint, until }: Walk): RaiffaPath {
  if (points.size === 0) return { kind: 'no points' };
  const roomAt = roomIn(points);
  const first = roomAt(start);
  if (first === null) return { kind: 'no zone' };
  const path = [start];
  let here = start;
  let room = first;
  while (room.some((most, p) => most > until * first[p]!) && path.length < 20_000) {
    const direction = midpoint ? (roomAt(along(here, room, stride / 2)) ?? room) : room;
    here = along(here, direction, stride);
    path.push(here);
    room = roomAt(here) ?? room.map(() => 0);
  }
  if (room.some((most) => most > 0)) {
    here = along(here, room, reach(points, here, room)?.distance ?? 0);
    path.push(here);
  }
  return { kind: 'chosen', path, totals: here };
}

function along(from: readonly number[], direction: readonly number[], distance: number): readonly number[] {
  return from.map((total, p) => total + direction[p]! * distance);
}
