import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asNumber, asText, compare, fraction, minus, plus, times, total, type Fraction } from '../solutions/index.ts';
import { adjustedWinnerSteps } from './adjusted-winner-words.ts';
import { adjustedWinner } from './adjusted-winner.ts';
import { claimsRefusedInWords, soundClaims, type Claims } from './claims.ts';
import { worth, type Division } from './division.ts';
import { knaster, knasterInWords } from './knaster.ts';
import { proportionalAllocation } from './proportional-allocation.ts';

/** Points that sum to 100, with many ties and noughts. */
const hundred = (items: number): fc.Arbitrary<number[]> =>
  fc
    .array(
      fc.integer({ min: 0, max: 20 }).map((cut) => cut * 5),
      { minLength: items - 1, maxLength: items - 1 },
    )
    .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 100])
    .map((cuts) => cuts.slice(1).map((cut, i) => cut - cuts[i]!));
const claims: fc.Arbitrary<Claims> = fc
  .integer({ min: 1, max: 7 })
  .chain((items) => fc.tuple(hundred(items), hundred(items)))
  .map(([a, b]) => ({ parties: ['Ana', 'Ben'], items: a.map((_, i) => `item ${i + 1}`), points: [a, b] }));
const runs = { numRuns: 300 };
const one = fraction(1n);
const half = fraction(50n);

describe.each([
  ['Adjusted Winner', adjustedWinner],
  ['proportional allocation', proportionalAllocation],
] as const)('%s', (_, divide) => {
  it('gives both the same, at least 50 each, and no reason for envy', () => {
    fc.assert(
      fc.property(claims, (claims) => {
        const { shares, totals, points } = dividedBy(divide, claims);
        expect(compare(totals[0], totals[1])).toBe(0);
        expect(compare(totals[0], half)).toBeGreaterThanOrEqual(0);
        const rest = shares.map((share) => minus(one, share));
        expect(compare(worth(points[0], rest), totals[0])).toBeLessThanOrEqual(0);
        expect(compare(worth(points[1], shares), totals[1])).toBeLessThanOrEqual(0);
        expect(shares.every((s) => compare(s, fraction(0n)) >= 0 && compare(s, one) <= 0)).toBe(true);
      }),
      runs,
    );
  });

  it('gives the same totals whatever the order of parties and items, or the scale of points', () => {
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 9 }), (claims, factor) => {
        const [a, b] = claims.points;
        const turned: Claims = {
          ...claims,
          points: [b.toReversed(), a.toReversed().map((worth) => (worth * factor) / 8)],
        };
        const before = dividedBy(divide, claims);
        const after = dividedBy(divide, turned);
        expect(after.totals.map(asText)).toEqual(before.totals.map(asText));
      }),
      runs,
    );
  });
});

describe('Adjusted Winner', () => {
  it('splits at most one item, and says which', () => {
    fc.assert(
      fc.property(claims, (claims) => {
        const result = adjustedWinner(claims);
        if ('refused' in result) throw new Error(result.refused);
        const parts = result.shares.flatMap(({ denominator }, item) => (denominator === 1n ? [] : [item]));
        expect(parts).toEqual(result.split === null ? [] : [result.split.item]);
        const words = adjustedWinnerSteps(result);
        expect(words.some((sentence) => sentence.includes('only item to be split'))).toBe(result.split !== null);
      }),
      runs,
    );
  });

  it('is efficient: some positive weights make every share the best for their weighted sum', () => {
    fc.assert(
      fc.property(claims, (claims) => {
        const { shares, points } = dividedBy(adjustedWinner, claims);
        const wins = points[0].map((a, item) => ({ a, b: points[1][item]!, share: shares[item]! }));
        for (const giver of wins)
          for (const taker of wins) {
            if (giver.share.numerator === 0n || compare(taker.share, one) === 0) continue;
            expect(compare(times(giver.a, taker.b), times(taker.a, giver.b))).toBeGreaterThanOrEqual(0);
          }
      }),
      runs,
    );
  });

  it('gives each at least as much as proportional allocation does', () => {
    fc.assert(
      fc.property(claims, (claims) => {
        const winner = dividedBy(adjustedWinner, claims);
        const proportional = dividedBy(proportionalAllocation, claims);
        expect(compare(winner.totals[0], proportional.totals[0])).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('gives the best of all equal divisions that a fine search finds', () => {
    fc.assert(
      fc.property(claims, (claims) => {
        fc.pre(claims.items.length <= 4);
        const { totals } = dividedBy(adjustedWinner, claims);
        const [a, b] = claims.points;
        const n = a.length;
        for (let code = 0; code < 5 ** n; code++) {
          const shares = a.map((_, i) => (Math.floor(code / 5 ** i) % 5) / 4);
          const first = shares.reduce((sum, s, i) => sum + s * a[i]!, 0);
          const second = shares.reduce((sum, s, i) => sum + (1 - s) * b[i]!, 0);
          expect(Math.min(first, second)).toBeLessThanOrEqual(asNumber(totals[0]) + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('claims', () => {
  const good: Claims = {
    parties: ['Ana', 'Ben'],
    items: ['north', 'south'],
    points: [
      [60, 40],
      [30, 70],
    ],
  };

  it.each([
    [
      { ...good, items: [], points: [[], []] },
      { refused: 'no items' },
      'There is nothing to divide: name at least one item.',
    ],
    [
      { ...good, points: [[60, 40], [100]] },
      { refused: 'not one number for each item', party: 1, given: 1, items: 2 },
      'Ben has 1 numbers for 2 items.',
    ],
    [
      {
        ...good,
        points: [
          [60, Number.NaN],
          [30, 70],
        ],
      },
      { refused: 'not a number', party: 0, item: 1 },
      'Ana gives south NaN points, which is not a number.',
    ],
    [
      {
        ...good,
        points: [
          [60, 40],
          [-30, 130],
        ],
      },
      { refused: 'below 0', party: 1, item: 0 },
      'Ben gives north -30 points, which is below 0.',
    ],
    [
      {
        ...good,
        points: [
          [0, 0],
          [30, 70],
        ],
      },
      { refused: 'all points are 0', party: 0 },
      'Ana gives every item 0 points.',
    ],
    [
      {
        ...good,
        points: [
          [60, 40],
          [30, 60],
        ],
      },
      { refused: 'points do not sum to 100', party: 1 },
      'The points of Ben sum to 90, not 100. They can be scaled to 100 if that is meant.',
    ],
  ] as const)('are refused: %j', (claims, refused, words) => {
    const result = soundClaims(claims, 'as stated');
    if (!('refused' in result)) throw new Error('not refused');
    expect(result).toMatchObject(refused);
    expect(claimsRefusedInWords(result, claims)).toBe(words);
    expect(adjustedWinner(claims)).toEqual(result);
    expect(proportionalAllocation(claims)).toEqual(result);
  });

  it('are scaled when that is asked for, and it is said', () => {
    const result = adjustedWinner(
      {
        ...good,
        points: [
          [6, 4],
          [30, 70],
        ],
      },
      'scaled',
    );
    if ('refused' in result) throw new Error(result.refused);
    expect(result.claims.scaled).toEqual([0]);
    expect(adjustedWinnerSteps(result)[0]).toBe(
      'The points of Ana did not sum to 100; each was multiplied so that they do.',
    );
    expect(result.totals.map(asText)).toEqual(dividedBy(adjustedWinner, good).totals.map(asText));
  });

  it('are read as the decimals that were written', () => {
    const thirds: Claims = {
      ...good,
      items: ['a', 'b', 'c'],
      points: [
        [33.3, 33.3, 33.4],
        [0.1, 0.2, 99.7],
      ],
    };
    expect(soundClaims(thirds, 'as stated')).not.toHaveProperty('refused');
  });
});

describe('Knaster’s sealed bids', () => {
  const bids = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([n, m]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: m, maxLength: m }), {
      minLength: n,
      maxLength: n,
    }),
  );

  it('gives every party the same above an equal part, balances, and does not depend on order', () => {
    fc.assert(
      fc.property(bids, (bids) => {
        const result = knaster(bids);
        const turned = knaster(bids.toReversed().map((list) => list.toReversed()));
        if ('refused' in result || 'refused' in turned) throw new Error('refused');
        expect(asText(total(result.receives))).toBe('0');
        expect(result.bonus.numerator).toBeGreaterThanOrEqual(0n);
        for (const [p, list] of bids.entries()) {
          const items = list.reduce((sum, bid, i) => (result.holders[i] === p ? sum + bid : sum), 0);
          const sum = list.reduce((a, b) => a + b, 0);
          const end = plus(fraction(BigInt(items)), result.receives[p]!);
          expect(asText(end)).toBe(asText(plus(fraction(BigInt(sum), BigInt(bids.length)), result.bonus)));
          expect(asText(end)).toBe(asText(result.totals[p]!));
        }
        for (const [i, holder] of result.holders.entries())
          expect(bids[holder]![i]).toBe(Math.max(...bids.map((list) => list[i]!)));
        expect(turned.totals.toReversed().map(asText)).toEqual(result.totals.map(asText));
      }),
      runs,
    );
  });

  it('says who pays whom, and refuses bids that make no sense', () => {
    const result = knaster([
      [10, 4],
      [6, 2],
    ]);
    if ('refused' in result) throw new Error(result.refused);
    expect(knasterInWords(result, ['Ana', 'Ben'], ['house', 'car'])).toEqual([
      'Ana gets house, car and pays 5.5: worth 8.5 to it, 1.5 more than an equal part.',
      'Ben gets no item and receives 5.5: worth 5.5 to it, 1.5 more than an equal part.',
    ]);
    expect(knaster([])).toEqual({ refused: 'no parties' });
    expect(knaster([[]])).toEqual({ refused: 'no items' });
    expect(knaster([[1], [1, 2]])).toEqual({ refused: 'not one number for each item', party: 1 });
    expect(knaster([[1], [-1]])).toEqual({ refused: 'below 0', party: 1, item: 0 });
    expect(knaster([[Number.POSITIVE_INFINITY]])).toEqual({ refused: 'not a number', party: 0, item: 0 });
  });
});

function dividedBy(
  divide: typeof adjustedWinner | typeof proportionalAllocation,
  claims: Claims,
): Division & { readonly points: readonly [readonly Fraction[], readonly Fraction[]] } {
  const result = divide(claims, 'scaled');
  if ('refused' in result) throw new Error(result.refused);
  return { ...result, points: result.claims.points };
}
