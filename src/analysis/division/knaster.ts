import type { Method } from '../method.ts';
import {
  asNumber,
  asWritten,
  compare,
  fraction,
  listInWords,
  minus,
  over,
  plus,
  total,
  type Fraction,
} from '../solutions/index.ts';

/** The words that stand beside Knaster's sealed bids. */
export const knasterMethod: Method = {
  name: 'Knaster’s sealed bids',
  definition:
    'Each item goes to the highest bidder; money then passes so that every party has an equal part of the whole by its own bids, and an equal part of what is over.',
  assumes: 'Money can pass, means the same to all, and every party can pay what it bids.',
  misleads: 'When a party is short of money, or bids what it expects of others and not what an item is worth to it.',
  source: 'Knaster, in Steinhaus 1948, Econometrica 16:101–104',
};

/** Who gets which items and what money passes. */
export interface Knaster {
  readonly kind: 'divided';
  /** The holder of each item, by party. */
  readonly holders: readonly number[];
  /** What each party receives in money; below 0, what it pays. They sum to 0. */
  readonly receives: readonly Fraction[];
  /** What each party has in the end by its own bids: items and money. */
  readonly totals: readonly Fraction[];
  /** What each has above its equal part; the same for all. */
  readonly bonus: Fraction;
  /** The items for which several bid most. Any of those could hold them, with other money passing and the same totals. */
  readonly ties: readonly TiedBids[];
}

/** An item and the parties that bid most for it: two or more. */
export interface TiedBids {
  readonly item: number;
  readonly bidders: readonly number[];
}

/** What is wrong with bids, and where. */
export type BidsRefused =
  | { readonly refused: 'no parties' | 'no items' }
  | { readonly refused: 'not one number for each item'; readonly party: number }
  | { readonly refused: 'not a number' | 'below 0'; readonly party: number; readonly item: number };

/**
 * Knaster's division of whole items by bids in money (`bids[party][item]`, read as written), exact. A tied item goes to the tied bidder whose items
 * so far, in the order listed, are worth least to it, then to the one listed first; what each has in the end does not depend on it.
 * Laws: all gain the same above an equal part; the order changes who holds an item only if `ties` has it.
 */
export function knaster(bids: readonly (readonly number[])[]): Knaster | BidsRefused {
  const refused = wrongWith(bids);
  if (refused !== null) return refused;
  const exact = bids.map((list) => list.map(asWritten));
  const worth = exact.map(() => fraction(0n));
  const holders = exact[0]!.map((_, item) => {
    const holder = exact.reduce((best, list, party) => {
      const order = compare(list[item]!, exact[best]![item]!) || compare(worth[best]!, worth[party]!);
      return order > 0 ? party : best;
    }, 0);
    worth[holder] = plus(worth[holder]!, exact[holder]![item]!);
    return holder;
  });
  const count = fraction(BigInt(bids.length));
  const parts = exact.map((list) => over(total(list), count));
  const bonus = over(minus(total(worth), total(parts)), count);
  const totals = parts.map((part) => plus(part, bonus));
  const receives = totals.map((end, p) => minus(end, worth[p]!));
  return { kind: 'divided', holders, receives, totals, bonus, ties: tiesAmong(exact, holders) };
}

/** The result in sentences: one for each party; then one for each tied item and one on why it went where it did, if any is tied. */
export function knasterInWords(
  result: Knaster,
  parties: readonly string[],
  items: readonly string[],
): readonly string[] {
  const each = parties.map((party, p) => {
    const won = items.filter((_, item) => result.holders[item] === p).join(', ') || 'no item';
    const money = asNumber(result.receives[p]!);
    const passes = money < 0 ? `pays ${amount(-money)}` : money > 0 ? `receives ${amount(money)}` : 'pays nothing';
    return `${party} gets ${won} and ${passes}: worth ${amount(asNumber(result.totals[p]!))} to it, ${amount(asNumber(result.bonus))} more than an equal part.`;
  });
  const tied = result.ties.map(({ item, bidders }) => {
    const could = bidders.length === 2 ? 'either' : 'any of them';
    return `${listInWords(bidders.map((p) => parties[p]!))} bid the same for ${items[item]}, the most, so ${could} could have it, with other money passing: all would end with the same.`;
  });
  const order =
    'A tied item goes to the bidder whose items so far are worth least to it, and then follows the order in which items and parties are listed.';
  return [...each, ...tied, ...(tied.length === 0 ? [] : [order])];
}

function tiesAmong(bids: readonly (readonly Fraction[])[], holders: readonly number[]): readonly TiedBids[] {
  return holders.flatMap((holder, item) => {
    const most = bids[holder]![item]!;
    const bidders = bids.flatMap((list, party) => (compare(list[item]!, most) === 0 ? [party] : []));
    return bidders.length < 2 ? [] : [{ item, bidders }];
  });
}

function wrongWith(bids: readonly (readonly number[])[]): BidsRefused | null {
  if (bids.length === 0) return { refused: 'no parties' };
  if (bids[0]!.length === 0) return { refused: 'no items' };
  for (const [party, list] of bids.entries()) {
    if (list.length !== bids[0]!.length) return { refused: 'not one number for each item', party };
    const strange = list.findIndex((bid) => !Number.isFinite(bid));
    if (strange >= 0) return { refused: 'not a number', party, item: strange };
    const negative = list.findIndex((bid) => bid < 0);
    if (negative >= 0) return { refused: 'below 0', party, item: negative };
  }
  return null;
}

function amount(money: number): string {
  return String(Math.round(money * 100) / 100);
}
