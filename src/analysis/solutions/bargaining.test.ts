import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondBestGap, sealedBids, sealedBidsInWords, tradeFigures } from './bilateral-trade.ts';
import { fallback, fallbackInWords } from './fallback.ts';
import { asText, fraction } from './fraction.ts';
import { nash } from './nash.ts';
import { efficientOf, pointsOf } from './points-of.ts';
import { rubinsteinInWords, rubinsteinOffers, rubinsteinShares } from './rubinstein.ts';
import { zeuthen, zeuthenInWords } from './zeuthen.ts';

const runs = { numRuns: 200 };
const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
  minLength: 1,
  maxLength: 15,
});

describe('Zeuthen path', () => {
  it('ends at the largest product between the two offers: the Nash solution, from the two best offers', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const points = efficientOf(pointsOf(rows));
        const path = zeuthen(points, [0, 0], [0, points.size - 1]);
        if ('refused' in path) throw new Error(path.refused);
        const best = nash(points, [0, 0]).places;
        for (const place of path.places) expect(best).toContain(place);
        expect(path.places.length === 2).toBe(path.kind === 'standstill');
        for (const { offers, to, concedes } of path.steps) {
          expect(to[0] - offers[0] + (offers[1] - to[1])).toBeGreaterThan(0);
          expect(concedes.includes(0)).toBe(to[0] !== offers[0]);
          expect(concedes.includes(1)).toBe(to[1] !== offers[1]);
        }
      }),
      runs,
    );
  });

  it('lets the party that bears the smaller risk concede', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const points = efficientOf(pointsOf(rows.map(([a, b]) => [a + 1, b + 1])));
        const path = zeuthen(points, [0, 0], [0, points.size - 1]);
        if ('refused' in path) throw new Error(path.refused);
        for (const { risks, concedes } of path.steps) {
          const [a, b] = risks.map(
            (risk) => (risk!.numerator * risks[0]!.denominator * risks[1]!.denominator) / risk!.denominator,
          );
          expect(concedes).toEqual(a! < b! ? [0] : a! > b! ? [1] : [0, 1]);
        }
      }),
      runs,
    );
  });

  it('bears no risk beyond certainty, and stands apart where there is nothing to agree on', () => {
    const told = (rows: readonly (readonly [number, number])[]) => {
      const points = pointsOf(rows);
      const telling = { points, parties: ['Ana', 'Ben'], disagreement: [5, 5], step: 1 };
      return zeuthenInWords(zeuthen(points, [5, 5], [0, points.size - 1]), telling).join(' ');
    };
    expect(
      told([
        [10, 0],
        [0, 10],
      ]),
    ).toContain('They stand at (');
    expect(
      told([
        [10, 0],
        [8, 6],
        [0, 10],
      ]),
    ).toContain('Ana 100% and Ben 100%');
    expect(
      told([
        [10, 0],
        [8, 6],
        [0, 10],
      ]),
    ).not.toContain('200%');
  });

  it('says each step, and refuses offers that make no sense', () => {
    const points = pointsOf([
      [10, 1],
      [8, 4],
      [4, 6],
      [1, 7],
    ]);
    const telling = { points, parties: ['Ana', 'Ben'], disagreement: [0, 0], step: 1 };
    expect(zeuthenInWords(zeuthen(points, [0, 0], [0, 3]), telling)).toEqual([
      'The risk of breakdown that each could bear: Ana 90% and Ben 85.7%; so Ben offers (Ana 4 and Ben 6).',
      'The risk of breakdown that each could bear: Ana 60% and Ben 83.3%; so Ana offers (Ana 8 and Ben 4).',
      'The risk of breakdown that each could bear: Ana 50% and Ben 33.3%; so Ben offers (Ana 8 and Ben 4).',
      'They meet at (Ana 8 and Ben 4).',
    ]);
    expect(zeuthen(points, [0, 0], [2, 1])).toEqual({ refused: 'offers cross' });
    expect(zeuthen(points, [0, 0], [0, 4])).toEqual({ refused: 'no such place' });
    expect(zeuthen(points, [11, 0], [0, 3])).toEqual({ refused: 'offer below disagreement' });
    expect(zeuthen(pointsOf([[1, 1, 1]]), [0, 0, 0], [0, 0])).toEqual({ refused: 'two parties only' });
    expect(zeuthen(points, [9, 5], [0, 3])).toMatchObject({ kind: 'no zone' });
    expect(
      zeuthen(
        pointsOf([
          [6, 2],
          [2, 6],
        ]),
        [0, 0],
        [0, 1],
      ),
    ).toMatchObject({ kind: 'standstill', places: [0, 1] });
  });
});

describe('Rubinstein', () => {
  it.each([
    [0.9, 0.9, 0.526316],
    [0.9, 0.8, 0.714286],
    [0.8, 0.9, 0.357143],
    [0.95, 0.95, 0.512821],
  ])('with patience %f and %f gives the first proposer %f', (first, second, share) => {
    const shares = rubinsteinShares([first, second]);
    if ('refused' in shares) throw new Error(shares.refused);
    expect(shares.proposer).toBeCloseTo(share, 6);
    expect(shares.proposer + shares.responder).toBeCloseTo(1, 12);
    const pie = pointsOf(Array.from({ length: 100_001 }, (_, i) => [i, 100_000 - i]));
    const offers = rubinsteinOffers(pie, [0, 0], [first, second]);
    if (!('offers' in offers)) throw new Error('no offers');
    for (const place of offers.offers[0]) expect(pie.totals[0]![place]! / 1e5).toBeCloseTo(share, 3);
  });

  it('finds the extreme stationary equilibria that trying all pairs of offers finds', () => {
    const patience = fc.integer({ min: 0, max: 15 }).map((sixteenths) => sixteenths / 16);
    fc.assert(
      fc.property(pairs, patience, patience, (rows, d1, d2) => {
        const points = efficientOf(pointsOf(rows));
        const [x, y] = [points.totals[0]!, points.totals[1]!];
        const all = Array.from({ length: points.size }, (_, i) => i);
        const firsts = (b: number): number => all.find((i) => y[i]! >= d2 * y[b]!)!;
        const seconds = (a: number): number => all.findLast((i) => x[i]! >= d1 * x[a]!)!;
        const stable = all.flatMap((a) => all.flatMap((b) => (firsts(b) === a && seconds(a) === b ? [[a, b]] : [])));
        const result = rubinsteinOffers(points, [0, 0], [d1, d2]);
        if (!('offers' in result)) throw new Error('no offers');
        const own = stable.map(([a]) => a!);
        const others = stable.map(([, b]) => b!);
        expect(result.offers).toEqual([
          [Math.min(...own), Math.max(...own)],
          [Math.max(...others), Math.min(...others)],
        ]);
      }),
      runs,
    );
  });

  it('takes an offer that just suffices, whatever a double makes of the product', () => {
    for (let percent = 1; percent < 100; percent++)
      for (let whole = 20; whole <= 200; whole += 20) {
        const least = (percent * whole) / 100;
        if (!Number.isInteger(least) || least === 0) continue;
        // The second party just accepts the middle point, which is better for the first than giving way altogether.
        const offers = rubinsteinOffers(
          pointsOf([
            [whole, 0],
            [whole - 1, least],
            [0, whole],
          ]),
          [0, 0],
          [0.99, percent / 100],
        );
        if (!('offers' in offers)) throw new Error(JSON.stringify(offers));
        expect([percent, whole, offers.offers[0][1]]).toEqual([percent, whole, 1]);
      }
  });

  it('refuses patience of 1 or more, and says what it found', () => {
    expect(rubinsteinShares([0.5, 1])).toMatchObject({ refused: 'patience must be at least 0 and below 1', party: 1 });
    expect(rubinsteinShares([Number.NaN, 0.5])).toMatchObject({ party: 0 });
    const points = pointsOf([
      [10, 1],
      [8, 4],
      [4, 6],
      [1, 7],
    ]);
    const telling = { points, parties: ['Ana', 'Ben'], disagreement: [0, 0], step: 1 };
    expect(rubinsteinInWords(rubinsteinOffers(points, [0, 0], [0.5, 0.5]), telling, [0.5, 0.5])[0]).toBe(
      'If Ana offers first and a round’s delay leaves Ana 50% and Ben 50% of its gains, they agree at once on Ana 8 and Ben 4.',
    );
    expect(rubinsteinOffers(points, [11, 11], [0.5, 0.5])).toEqual({ kind: 'no zone' });
  });
});

describe('fallback bargaining', () => {
  it.each([
    [['abcde', 'cbade', 'debca'], 3, ['b']],
    [['abcd', 'dcba'], 3, ['b', 'c']],
    [['abc', 'bca', 'cab'], 3, ['a', 'b', 'c']],
  ])('from %j at depth %i gives %j', (rankings, depth, options) => {
    const result = fallback(rankings.map((ranking) => ranking.split('')));
    if (!('options' in result)) throw new Error('no agreement');
    expect(result.depth).toBe(depth);
    expect(result.options.toSorted()).toEqual(options);
  });

  it('is efficient, makes the worst rank as good as possible, and is at least middling for all of two', () => {
    const ranking = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(ranking, { minLength: 2, maxLength: 4 }), (rankings) => {
        const result = fallback(rankings);
        if (!('options' in result)) throw new Error('no agreement');
        const ranks = (option: string): number[] => rankings.map((list) => list.indexOf(option) + 1);
        const worst = (option: string): number => Math.max(...ranks(option));
        const least = Math.min(...rankings[0]!.map(worst));
        expect(result.depth).toBe(least);
        expect(result.options.toSorted()).toEqual(rankings[0]!.filter((o) => worst(o) === least).toSorted());
        expect(result.depth).toBeLessThanOrEqual(rankings.length === 2 ? 4 : 6);
        for (const option of result.options)
          for (const other of rankings[0]!)
            expect(ranks(other).every((rank, p) => rank < ranks(option)[p]!)).toBe(false);
      }),
      runs,
    );
  });

  it('with a quota, claims no more than its support', () => {
    const result = fallback(
      [
        ['x', 'y'],
        ['x', 'y'],
        ['z', 'y', 'x'],
      ],
      2,
    );
    expect(fallbackInWords(result, ['A', 'B', 'C'])).toBe(
      'Falling back together, 2 of 3 parties meet at choice number 1, on x: no option has enough support at a better rank, nor more at this one.',
    );
  });

  it('can end in an impasse, take a quota, and refuse', () => {
    expect(fallback([['a'], ['b']])).toEqual({ kind: 'impasse' });
    expect(
      fallback(
        [
          ['a', 'b'],
          ['b', 'c'],
          ['b', 'd'],
        ],
        2,
      ),
    ).toEqual({
      kind: 'agreement',
      depth: 1,
      options: ['b'],
      support: 2,
    });
    expect(fallback([['a', 'a']])).toEqual({ refused: 'ranked twice', party: 0, option: 'a' });
    expect(fallback([])).toEqual({ refused: 'no rankings' });
    expect(fallback([['a']], 2)).toMatchObject({ refused: expect.stringContaining('quota') });
    expect(
      fallbackInWords(
        fallback([
          ['north', 'south'],
          ['south', 'north'],
        ]),
        ['Ana', 'Ben'],
      ),
    ).toBe(
      'Falling back together, all of Ana and Ben meet at choice number 2, on north and south: no option leaves the party that falls furthest with a better rank.',
    );
  });
});

describe('bilateral trade', () => {
  it('has the figures of Myerson and Satterthwaite for uniform values', () => {
    const first = tradeFigures(fraction(0n));
    const second = tradeFigures(secondBestGap);
    expect(asText(first.gains)).toBe('1/6');
    expect([second.probability, second.gains, second.efficiency].map(asText)).toEqual(['9/32', '9/64', '27/32']);
  });

  it('trades where values lie exactly a quarter apart', () => {
    for (let hundredths = 0; hundredths <= 75; hundredths++)
      expect([hundredths, sealedBids(hundredths / 100, (hundredths + 25) / 100).price]).not.toContain(null);
  });

  it('trades by sealed bids exactly when the buyer’s value exceeds the seller’s by a quarter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (s, b) => {
        fc.pre(b - s !== 250);
        const { seller, buyer, price } = sealedBids(s / 1000, b / 1000);
        expect(price !== null).toBe(b - s > 250);
        expect(seller >= s / 1000 && buyer <= b / 1000).toBe(true);
        expect(seller).toBeCloseTo(s <= 750 ? (2 / 3) * (s / 1000) + 1 / 4 : s / 1000, 12);
        expect(buyer).toBeCloseTo(b >= 250 ? (2 / 3) * (b / 1000) + 1 / 12 : b / 1000, 12);
      }),
      runs,
    );
    expect(sealedBidsInWords(0.5, 0.6)).toBe(
      'A seller with value 0.5 asks 0.5833 and a buyer with value 0.6 bids 0.4833, so there is no trade, although both could have gained.',
    );
  });
});
