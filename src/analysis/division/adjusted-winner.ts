import type { Method } from '../method.ts';
import { compare, fraction, minus, over, plus, total, type Fraction } from '../solutions/index.ts';
import { soundClaims, type Claims, type ClaimsRefused, type Reading, type SoundClaims } from './claims.ts';
import { divisionOf, type Division } from './division.ts';
import { tiesOf, type Ties } from './ties.ts';

/** The words that stand beside an Adjusted Winner division. */
export const adjustedWinnerMethod: Method = {
  name: 'Adjusted Winner',
  definition:
    'Each item goes to the party that gives it more points; then items pass from the party that is ahead to the other, cheapest first in proportion, until both have the same; at most one item is split.',
  assumes:
    'Two parties with true points; what an item is worth does not depend on the others; any item could be split, and half of it is worth half.',
  misleads:
    'When a party has guessed the other’s points and bends its own, when items belong together, or when the item to be split cannot be.',
  source: 'Brams & Taylor 1996, Fair Division; Brams & Taylor 1999, The Win-Win Solution',
};

/** An Adjusted Winner division, with each step on the way. */
export interface AdjustedWinner extends Division {
  readonly kind: 'divided';
  readonly claims: SoundClaims;
  readonly steps: readonly AdjustedWinnerStep[];
  /** The item that is split and the party that is left with this part of it, not all; null if none is. */
  readonly split: { readonly item: number; readonly from: 0 | 1; readonly keeps: Fraction } | null;
  /** Where other divisions are as good; which of them this is can follow the order in which parties and items are listed. */
  readonly ties: Ties;
}

/** What happened, in order. */
export type AdjustedWinnerStep =
  /** An item goes to the party that gives it more points. */
  | { readonly kind: 'won'; readonly item: number; readonly by: 0 | 1 }
  /** Tied items go to the side with fewer points from the others; `even` if they had the same: then for now to the party listed first. */
  | {
      readonly kind: 'tied';
      readonly items: readonly number[];
      readonly to: 0 | 1;
      readonly even: boolean;
      readonly before: Totals;
    }
  /** What each has before anything passes over. */
  | { readonly kind: 'initial'; readonly totals: Totals }
  /** An item, or a part of it, passes to the party that is behind. */
  | {
      readonly kind: 'passed';
      readonly item: number;
      readonly from: 0 | 1;
      readonly part: Fraction;
      readonly ratio: Fraction;
      readonly totals: Totals;
    };

type Totals = readonly [Fraction, Fraction];

/**
 * The Adjusted Winner division, exact; or what is wrong with the claims. Items that both value alike go, all of them, to the side with fewer
 * points from the other items (if those are equal, to the party listed first). Among items that pass at the same ratio, the one with more
 * points passes first, then the one listed first. The order never changes the totals; where it changes the division, `ties` says so.
 * Laws: equal totals, no envy, efficient among all divisions of divisible items, at least 50 points each, at most one item split, and
 * `ties` is empty exactly if no other division with at most one item split has these totals.
 */
export function adjustedWinner(claims: Claims, reading: Reading = 'as stated'): AdjustedWinner | ClaimsRefused {
  const sound = soundClaims(claims, reading);
  if ('refused' in sound) return sound;
  const { holders, steps } = firstHands(sound);
  const shares = holders.map((holder) => fraction(holder === 0 ? 1n : 0n));
  const initial = divisionOf(sound, shares).totals;
  steps.push({ kind: 'initial', totals: initial });
  const ahead = compare(initial[0], initial[1]) >= 0 ? 0 : 1;
  let totals = initial;
  let split: AdjustedWinner['split'] = null;
  let last: number | null = null;
  for (const item of passingOrder(sound, holders, ahead)) {
    const lead = minus(totals[ahead], totals[1 - ahead]!);
    if (lead.numerator === 0n) break;
    const both = plus(sound.points[0][item]!, sound.points[1][item]!);
    const needed = over(lead, both);
    const part = compare(needed, one) < 0 ? needed : one;
    const left = minus(one, part);
    shares[item] = ahead === 0 ? left : part;
    totals = divisionOf(sound, shares).totals;
    const ratio = over(sound.points[ahead][item]!, sound.points[1 - ahead]![item]!);
    steps.push({ kind: 'passed', item, from: ahead, part, ratio, totals });
    last = item;
    if (left.numerator > 0n) split = { item, from: ahead, keeps: left };
  }
  const ties = tiesOf(sound, shares, last);
  return { kind: 'divided', claims: sound, ...divisionOf(sound, shares), steps, split, ties };
}

const one = fraction(1n);

/** Who has each item before anything passes over. */
function firstHands({ points }: SoundClaims): { holders: readonly (0 | 1)[]; steps: AdjustedWinnerStep[] } {
  const orders = points[0].map((worth, item) => compare(worth, points[1][item]!));
  const wonBy = (party: 0 | 1): Fraction =>
    total(points[party].filter((_, item) => (party === 0 ? orders[item]! > 0 : orders[item]! < 0)));
  const before: Totals = [wonBy(0), wonBy(1)];
  const tiedTo = compare(before[0], before[1]) <= 0 ? 0 : 1;
  const holders = orders.map((order): 0 | 1 => (order > 0 ? 0 : order < 0 ? 1 : tiedTo));
  const tied = orders.flatMap((order, item) => (order === 0 ? [item] : []));
  const steps: AdjustedWinnerStep[] = holders.flatMap((by, item) =>
    orders[item] === 0 ? [] : [{ kind: 'won', item, by }],
  );
  if (tied.length > 0)
    steps.push({ kind: 'tied', items: tied, to: tiedTo, even: compare(before[0], before[1]) === 0, before });
  return { holders, steps };
}

/** The items that one party holds and the other values, by the points they cost the holder for each that they bring the other. */
function passingOrder({ points }: SoundClaims, holders: readonly (0 | 1)[], from: 0 | 1): readonly number[] {
  const [own, others] = [points[from], points[1 - from]!];
  return holders
    .flatMap((holder, item) => (holder === from && others[item]!.numerator > 0n ? [item] : []))
    .sort(
      (a, b) => compare(over(own[a]!, others[a]!), over(own[b]!, others[b]!)) || compare(own[b]!, own[a]!) || a - b,
    );
}
