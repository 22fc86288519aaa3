import { compare, over, plus, total, type Fraction } from '../solutions/index.ts';
import type { SoundClaims } from './claims.ts';
import { worth } from './division.ts';

/** Where other divisions, also with at most one item split, give both parties the same totals as this one. */
export interface Ties {
  /**
   * Items on which the points of the two stand in one ratio and which both have a part of, in the order listed: two or more, or none.
   * Each of them is given out otherwise in some other division with these totals.
   */
  readonly alike: readonly number[];
  /** Whether the parties can also change places on those items, so that each has there what the other has here. */
  readonly mirrored: boolean;
  /** Items to which neither gives points: either party can have them. */
  readonly worthless: readonly number[];
}

/**
 * The ties of an efficient division with equal totals: they are the same in every order of parties and items. Two divisions with these
 * totals differ only on items whose ratio is that of the last item to pass (null if none passed) and on those that are worthless to both.
 */
export function tiesOf({ points }: SoundClaims, shares: readonly Fraction[], lastToPass: number | null): Ties {
  const [first, second] = points;
  const all = first.map((_, item) => item);
  const worthless = all.filter((item) => first[item]!.numerator === 0n && second[item]!.numerator === 0n);
  if (lastToPass === null) return { alike: [], mirrored: false, worthless };
  const ratio = over(first[lastToPass]!, second[lastToPass]!);
  const same = all.filter(
    (item) => second[item]!.numerator > 0n && compare(over(first[item]!, second[item]!), ratio) === 0,
  );
  const whole = total(same.map((item) => first[item]!));
  const firsts = worth(
    same.map((item) => first[item]!),
    same.map((item) => shares[item]!),
  );
  const shared = firsts.numerator > 0n && compare(firsts, whole) < 0;
  if (same.length < 2 || !shared) return { alike: [], mirrored: false, worthless };
  return { alike: same, mirrored: compare(plus(firsts, firsts), whole) === 0, worthless };
}
