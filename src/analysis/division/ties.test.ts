import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asText, compare, fraction, minus, over, type Fraction } from '../solutions/index.ts';
import { adjustedWinnerInWords, adjustedWinnerSteps } from './adjusted-winner-words.ts';
import { adjustedWinner, type AdjustedWinner } from './adjusted-winner.ts';
import type { Claims } from './claims.ts';
import { divisionOf } from './division.ts';
import { knaster, knasterInWords, type Knaster } from './knaster.ts';
import { proportionalAllocation } from './proportional-allocation.ts';

const names = ['Alpha', 'Beta', 'Gamma', 'Delta'];
const runs = { numRuns: 200 };
/** Lists of small whole numbers, so that equal points, equal ratios and noughts are common. */
const lists = (parties: number, atMost: number): fc.Arbitrary<number[][]> =>
  fc.integer({ min: 1, max: 4 }).chain((items) =>
    fc.array(fc.array(fc.integer({ min: 0, max: atMost }), { minLength: items, maxLength: items }), {
      minLength: parties,
      maxLength: parties,
    }),
  );
const anyPoints = fc
  .constantFrom(2, 4, 12)
  .chain((atMost) => lists(2, atMost))
  .filter((points) => points.every((list) => list.some((worth) => worth > 0)))
  .map(([a, b]) => [a!, b!] as const);

describe('ties of Adjusted Winner', () => {
  it('and totals are the same in every order, and so is the division where there are no ties', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const listed = divided(points);
        for (const items of orders(points[0].length))
          for (const turned of [false, true]) {
            const [a, b] = points.map((list) => items.map((item) => list[item]!));
            const other = divided(turned ? [b!, a!] : [a!, b!]);
            expect(other.totals.map(asText)).toEqual(listed.totals.map(asText));
            const back = (places: readonly number[]) => places.map((place) => items[place]!).toSorted(rising);
            expect(back(other.ties.alike)).toEqual(listed.ties.alike);
            expect(back(other.ties.worthless)).toEqual(listed.ties.worthless);
            expect(other.ties.mirrored).toBe(listed.ties.mirrored);
            const shares = listed.shares.map((_, item) => {
              const share = other.shares[items.indexOf(item)]!;
              return turned ? minus(fraction(1n), share) : share;
            });
            const same = shares.map(asText).join() === listed.shares.map(asText).join();
            expect(same || saysTied(listed)).toBe(true);
          }
      }),
      runs,
    );
  });

  it('are on just the items that are given out otherwise in some other division with these totals', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const result = divided(points);
        const equal = asGood(result);
        expect(equal).toContainEqual(result.shares.map(asText));
        const varied = points[0].flatMap((_, item) =>
          new Set(equal.map((shares) => shares[item]!)).size > 1 ? [item] : [],
        );
        expect([...result.ties.alike, ...result.ties.worthless].toSorted(rising)).toEqual(varied);
        expect(saysTied(result)).toBe(equal.length > 1);
      }),
      runs,
    );
  });

  it('can be mirrored just where the parties can change places on the tied items', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const { claims, shares, totals, ties } = divided(points);
        const mirror = shares.map((share, item) => (ties.alike.includes(item) ? minus(fraction(1n), share) : share));
        const same = divisionOf(claims, mirror).totals.map(asText).join() === totals.map(asText).join();
        expect(ties.mirrored).toBe(same && ties.alike.length > 0);
      }),
      runs,
    );
  });

  it('are told where all is alike', () => {
    const result = divided([
      [40, 40, 20],
      [40, 40, 20],
    ]);
    expect(adjustedWinnerInWords(result)).toBe(
      'P gets Gamma and 3/4 of Beta; Q gets Alpha and 1/4 of Beta. Each has 50 of its own 100 points. Alpha, Beta and Gamma are tied: they can be divided otherwise so that both have just as much.',
    );
    expect(adjustedWinnerSteps(result)[0]).toBe(
      'Both give Alpha, Beta and Gamma the same points, and from the other items P has 0 and Q 0, so either could have them; for now they go to P, which is listed first.',
    );
    expect(adjustedWinnerSteps(result).slice(-2)).toEqual([
      'Alpha, Beta and Gamma are tied, since the points of P and Q stand in the same ratio on each: they can be divided otherwise so that both have just as much, for one with P and Q changing places on them.',
      'This one passes those with more points first, and then follows the order in which items and parties are listed.',
    ]);
  });

  it('are told where any of some items could be split', () => {
    const result = divided([
      [40, 40, 20],
      [30, 30, 40],
    ]);
    expect(result.ties).toEqual({ alike: [0, 1], mirrored: false, worthless: [] });
    expect(adjustedWinnerSteps(result).at(-2)).toBe(
      'Alpha and Beta are tied, since the points of P and Q stand in the same ratio on each: they can be divided otherwise so that both have just as much.',
    );
  });

  it('are told where neither values an item, and not where one tied item is halved', () => {
    const result = divided([
      [60, 40, 0],
      [30, 70, 0],
    ]);
    const words = 'Neither gives Gamma any points, so either could have it.';
    expect(adjustedWinnerInWords(result)).toContain(` ${words}`);
    expect(adjustedWinnerSteps(result).at(-1)).toBe(words);
    const halved = divided([
      [40, 30, 30],
      [30, 40, 30],
    ]);
    expect(halved.shares.map(asText)).toEqual(['1', '0', '1/2']);
    expect(saysTied(halved)).toBe(false);
  });
});

it('proportional allocation is the same in every order', () => {
  fc.assert(
    fc.property(anyPoints, ([a, b]) => {
      const listed = proportionalAllocation(claimsOf([a, b]), 'scaled');
      if ('refused' in listed) throw new Error(listed.refused);
      for (const items of orders(a.length)) {
        const [own, others] = [a, b].map((list) => items.map((item) => list[item]!));
        const other = proportionalAllocation(claimsOf([others!, own!]), 'scaled');
        if ('refused' in other) throw new Error(other.refused);
        expect(items.map((item) => asText(listed.shares[item]!))).toEqual(
          other.shares.map((share) => asText(minus(fraction(1n), share))),
        );
      }
    }),
    { numRuns: 100 },
  );
});

describe('ties of Knaster’s sealed bids', () => {
  const anyBids = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom(1, 3, 9))
    .chain(([p, most]) => lists(p, most));

  it('and totals are the same in every order, and so are holders and money where there are no ties', () => {
    fc.assert(
      fc.property(anyBids, (bids) => {
        const listed = bid(bids);
        const words = knasterInWords(listed, ['Ana', 'Ben', 'Cy'].slice(0, bids.length), names);
        expect(words.length > bids.length).toBe(listed.ties.length > 0);
        for (const parties of orders(bids.length))
          for (const items of orders(bids[0]!.length)) {
            const other = bid(parties.map((party) => items.map((item) => bids[party]![item]!)));
            expect(other.totals.map(asText)).toEqual(parties.map((party) => asText(listed.totals[party]!)));
            const ties = other.ties.map(({ item, bidders }) => ({
              item: items[item]!,
              bidders: bidders.map((place) => parties[place]!).toSorted(rising),
            }));
            expect(ties.toSorted((a, b) => a.item - b.item)).toEqual(listed.ties);
            const tied = new Set(listed.ties.map(({ item }) => item));
            const untied = items.filter((item) => !tied.has(item));
            expect(untied.map((item) => parties[other.holders[items.indexOf(item)]!])).toEqual(
              untied.map((item) => listed.holders[item]),
            );
            const paid = parties.map((party) => asText(listed.receives[party]!));
            expect(tied.size > 0 || other.receives.map(asText).join() === paid.join()).toBe(true);
          }
      }),
      runs,
    );
  });

  it('name just the highest bidders of items that have several', () => {
    fc.assert(
      fc.property(anyBids, (bids) => {
        const expected = bids[0]!.flatMap((_, item) => {
          const most = Math.max(...bids.map((list) => list[item]!));
          const bidders = bids.flatMap((list, party) => (list[item] === most ? [party] : []));
          return bidders.length > 1 ? [{ item, bidders }] : [];
        });
        expect(bid(bids).ties).toEqual(expected);
      }),
      runs,
    );
  });

  it('are told', () => {
    const words = knasterInWords(
      bid([
        [10, 4],
        [10, 2],
        [10, 4],
      ]),
      ['Ana', 'Ben', 'Cy'],
      ['house', 'car'],
    );
    expect(words.slice(3)).toEqual([
      'Ana, Ben and Cy bid the same for house, the most, so any of them could have it, with other money passing: all would end with the same.',
      'Ana and Cy bid the same for car, the most, so either could have it, with other money passing: all would end with the same.',
      'A tied item goes to the bidder whose items so far are worth least to it, and then follows the order in which items and parties are listed.',
    ]);
  });
});

/** Every division with at most one item split that gives both the totals of this one, by trying all of them. */
function asGood({ claims, totals }: AdjustedWinner): readonly (readonly string[])[] {
  const [a, b] = claims.points;
  const found = new Map<string, readonly string[]>();
  const tried = (shares: readonly Fraction[]): void => {
    const other = divisionOf(claims, shares).totals;
    if (([0, 1] as const).some((party) => compare(other[party], totals[party]) !== 0)) return;
    found.set(shares.map(asText).join(), shares.map(asText));
  };
  for (let code = 0; code < 2 ** a.length; code++) {
    const shares = a.map((_, item) => fraction(BigInt((code >> item) & 1)));
    tried(shares);
    for (const [item, share] of shares.entries()) {
      const [own, others] = [a[item]!, b[item]!];
      if (share.numerator > 0n || (own.numerator === 0n && others.numerator === 0n)) continue;
      const without = divisionOf(claims, shares).totals;
      const part =
        own.numerator > 0n ? over(minus(totals[0], without[0]), own) : over(minus(without[1], totals[1]), others);
      if (part.numerator > 0n && compare(part, fraction(1n)) < 0) tried(shares.with(item, part));
    }
  }
  return [...found.values()];
}

/** Whether sentence, steps and result say that there is a tie; they must agree. */
function saysTied(result: AdjustedWinner): boolean {
  const tied = result.ties.alike.length + result.ties.worthless.length > 0;
  const words = /are tied:|Neither gives/;
  expect(words.test(adjustedWinnerInWords(result))).toBe(tied);
  expect(adjustedWinnerSteps(result).some((step) => /are tied, since|^Neither gives/.test(step))).toBe(tied);
  return tied;
}

const rising = (a: number, b: number): number => a - b;

/** All orders of 0 … n − 1. */
function orders(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return orders(n - 1).flatMap((order) => Array.from({ length: n }, (_, place) => order.toSpliced(place, 0, n - 1)));
}

function claimsOf([a, b]: readonly [readonly number[], readonly number[]]): Claims {
  return { parties: ['P', 'Q'], items: names.slice(0, a.length), points: [a, b] };
}

function divided(points: readonly [readonly number[], readonly number[]]): AdjustedWinner {
  const result = adjustedWinner(claimsOf(points), 'scaled');
  if ('refused' in result) throw new Error(result.refused);
  return result;
}

function bid(bids: readonly (readonly number[])[]): Knaster {
  const result = knaster(bids);
  if ('refused' in result) throw new Error(result.refused);
  return result;
}
