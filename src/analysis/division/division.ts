import { fraction, minus, times, total, type Fraction } from '../solutions/index.ts';
import type { SoundClaims } from './claims.ts';

/** Who gets how much of each item, and what that is worth to each party in its own points. */
export interface Division {
  /** The first party's share of each item, from 0 to 1; the second has the rest. */
  readonly shares: readonly Fraction[];
  readonly totals: readonly [Fraction, Fraction];
}

/** The division that gives the first party these shares. */
export function divisionOf({ points }: SoundClaims, shares: readonly Fraction[]): Division {
  const rest = shares.map((share) => minus(fraction(1n), share));
  return { shares, totals: [worth(points[0], shares), worth(points[1], rest)] };
}

/** What shares of the items are worth to a party. */
export function worth(points: readonly Fraction[], shares: readonly Fraction[]): Fraction {
  return total(points.map((point, item) => times(point, shares[item]!)));
}
