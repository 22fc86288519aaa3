import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../points.ts';
import { asText, fraction, minus, ofDouble, over, type Fraction } from './fraction.ts';
import { kalaiSmorodinskyLottery, type Lottery } from './kalai-smorodinsky-lottery.ts';
import { efficientOf, pointsOf } from './points-of.ts';
import { raiffaContinuous, raiffaDiscrete, type RaiffaPath } from './raiffa.ts';
import { rubinsteinOffers, rubinsteinShares } from './rubinstein.ts';
import { zeuthen } from './zeuthen.ts';

/** Small totals, so that ties and straight lines are common; disagreements with halves, some out of reach. */
const bargain = (n: number): fc.Arbitrary<{ rows: number[][]; disagreement: number[] }> =>
  fc.record({
    rows: fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: n, maxLength: n }), {
      minLength: 1,
      maxLength: 10,
    }),
    disagreement: fc.array(
      fc.integer({ min: -2, max: 16 }).map((half) => half / 2),
      { minLength: n, maxLength: n },
    ),
  });

/** For each party, by what its totals are multiplied and what is then added. */
const scales = fc.array(fc.tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -1000, max: 1000 })), {
  minLength: 3,
  maxLength: 3,
});
type Scales = readonly (readonly [number, number])[];

const runs = { numRuns: 300 };
const swapped = <T>([a, b]: readonly T[]): [T, T] => [b!, a!];
const rotated = <T>([a, b, c]: readonly T[]): T[] => [b!, c!, a!];
const turned = (n: number) => (n === 2 ? swapped : rotated);
const rescaled = (row: readonly number[], by: Scales): number[] => row.map((total, p) => total * by[p]![0] + by[p]![1]);
const rowAt = (points: Points, place: number): number[] => points.totals.map((totals) => totals[place]!);
const frontier = (rows: readonly (readonly number[])[]): Points => efficientOf(pointsOf(rows));

describe('Zeuthen', () => {
  const offers = fc.tuple(fc.nat(), fc.nat());
  const told = (points: Points, path: ReturnType<typeof zeuthen>, turn: <T>(pair: readonly T[]) => readonly T[]) => {
    if ('refused' in path) return path;
    const rows = (places: readonly number[]) => places.map((place) => turn(rowAt(points, place)));
    return {
      kind: path.kind,
      steps: path.steps.map(({ offers, risks, concedes, to }) => ({
        offers: turn(rows(offers)),
        risks: turn(risks.map((risk) => risk && asText(risk))),
        concedes: turn([0, 1].map((party) => concedes.some((one) => one === party))),
        to: turn(rows(to)),
      })),
      places: rows(path.places).map(String).sort(),
    };
  };
  const same = <T>(pair: readonly T[]): readonly T[] => pair;

  it('does not depend on who is named first', () => {
    fc.assert(
      fc.property(bargain(2), offers, ({ rows, disagreement }, [i, j]) => {
        const [one, other] = [frontier(rows), frontier(rows.map(swapped))];
        const [a, b] = [i % one.size, j % one.size];
        const last = one.size - 1;
        const path = zeuthen(one, disagreement, [a, b]);
        const mirrored = zeuthen(other, swapped(disagreement), [last - b, last - a]);
        expect(told(other, mirrored, swapped)).toEqual(told(one, path, same));
      }),
      runs,
    );
  });

  it('does not depend on the scale and zero of any party', () => {
    fc.assert(
      fc.property(bargain(2), offers, scales, ({ rows, disagreement }, [i, j], by) => {
        const [one, other] = [frontier(rows), frontier(rows.map((row) => rescaled(row, by)))];
        const places: [number, number] = [i % one.size, j % one.size];
        expect(zeuthen(other, rescaled(disagreement, by), places)).toEqual(zeuthen(one, disagreement, places));
      }),
      runs,
    );
  });
});

describe('Rubinstein', () => {
  const patience = fc.constantFrom(0, 0.1, 0.25, 1 / 3, 0.5, 0.7, 0.75, 0.9, 0.99);
  const told = (points: Points, result: ReturnType<typeof rubinsteinOffers>) =>
    'offers' in result
      ? { kind: result.kind, offers: result.offers.map((range) => range.map((place) => rowAt(points, place))) }
      : { kind: 'kind' in result ? result.kind : result.refused, offers: [] };

  it('offers the same by each party, whoever is named first, also where some points are dominated', () => {
    fc.assert(
      fc.property(bargain(2), patience, patience, ({ rows, disagreement }, d1, d2) => {
        for (const of of [pointsOf, frontier]) {
          const [one, other] = [of(rows), of(rows.map(swapped))];
          const result = told(one, rubinsteinOffers(one, disagreement, [d1, d2]));
          const mirrored = told(other, rubinsteinOffers(other, swapped(disagreement), [d2, d1]));
          expect(mirrored.kind).toBe(result.kind);
          expect(mirrored.offers.map((range) => range.map(swapped)).toReversed()).toEqual(result.offers);
        }
      }),
      runs,
    );
  });

  it('does not depend on the scale and zero of any party', () => {
    fc.assert(
      fc.property(bargain(2), patience, patience, scales, ({ rows, disagreement }, d1, d2, by) => {
        const [one, other] = [frontier(rows), frontier(rows.map((row) => rescaled(row, by)))];
        const result = rubinsteinOffers(one, disagreement, [d1, d2]);
        expect(rubinsteinOffers(other, rescaled(disagreement, by), [d1, d2])).toEqual(result);
      }),
      runs,
    );
  });

  it('divides a pie by who offers first and by patience, and by nothing else', () => {
    fc.assert(
      fc.property(patience, patience, (d1, d2) => {
        const [one, other] = [rubinsteinShares([d1, d2]), rubinsteinShares([d2, d1])];
        if ('refused' in one || 'refused' in other) throw new Error('refused');
        // Each is offered just what waiting to offer itself would be worth to it.
        expect(one.responder).toBeCloseTo(d2 * other.proposer, 12);
        expect(other.responder).toBeCloseTo(d1 * one.proposer, 12);
      }),
      runs,
    );
  });
});

describe.each([
  ['discrete', raiffaDiscrete, 1e-6, 60],
  ['continuous', raiffaContinuous, 1e-3, 12],
] as const)('Raiffa’s %s solution', (_, solve, within, few) => {
  // For three parties each step is three linear programmes.
  const runsFor = (n: number) => (n === 2 ? runs : { numRuns: few });

  it.each([2, 3])('turns with the order of %i parties', (n) => {
    fc.assert(
      fc.property(bargain(n), ({ rows, disagreement }) => {
        const turn = turned(n);
        const path = solve(frontier(rows), disagreement);
        const other = solve(frontier(rows.map((row) => turn(row))), turn(disagreement));
        expectAlike(other, mapped(path, turn), within);
      }),
      runsFor(n),
    );
  });

  it.each([2, 3])('does not depend on the scale and zero of any of %i parties', (n) => {
    fc.assert(
      fc.property(bargain(n), scales, ({ rows, disagreement }, by) => {
        const path = solve(frontier(rows), disagreement);
        const other = solve(frontier(rows.map((row) => rescaled(row, by))), rescaled(disagreement, by));
        const back = (totals: readonly number[]): number[] => totals.map((total, p) => (total - by[p]![1]) / by[p]![0]);
        expectAlike(mapped(other, back), path, within);
      }),
      runsFor(n),
    );
  });
});

it('Raiffa’s discrete solution ends, also where rounding leaves the parties very different room', () => {
  const rows = [
    [1, 0, 1, 7],
    [10, 4, 4, 12],
    [12, 0, 12, 6],
    [4, 1, 12, 8],
    [3, 1, 10, 12],
    [10, 5, 5, 6],
  ];
  expect(raiffaDiscrete(pointsOf(rows), [3.5, 3.5, 0.5, 4]).kind).toBe('chosen');
  const three = [
    [12, 5, 2],
    [8, 9, 3],
    [5, 12, 0],
  ];
  const path = raiffaDiscrete(pointsOf(three), [0, 0, 0.5]);
  if (!('totals' in path)) throw new Error(path.kind);
  expectClose(path.totals, [238 / 27, 221 / 27, 151 / 54], 1e-8);
});

describe('the Kalai–Smorodinsky lottery', () => {
  /** What a draw gives, the ideal, and what is drawn, in exact words where there are any. */
  const told = (points: Points, lottery: Lottery, turn: <T>(row: readonly T[]) => readonly T[]) =>
    'mix' in lottery
      ? {
          kind: lottery.kind,
          exact: turn(lottery.exact!.map(asText)),
          ideal: turn(lottery.ideal),
          mix: lottery.mix
            .map(({ place, share }) => `${turn(rowAt(points, place)).join()}: ${share.toFixed(9)}`)
            .sort(),
        }
      : lottery;

  it('turns, exactly, with the order of two parties', () => {
    fc.assert(
      fc.property(bargain(2), ({ rows, disagreement }) => {
        const [one, other] = [frontier(rows), frontier(rows.map(swapped))];
        const lottery = kalaiSmorodinskyLottery(one, disagreement);
        const mirrored = kalaiSmorodinskyLottery(other, swapped(disagreement));
        expect(told(other, mirrored, swapped)).toEqual(told(one, lottery, (row) => row));
      }),
      runs,
    );
  });

  it('does not depend, exactly, on the scale and zero of either of two parties', () => {
    fc.assert(
      fc.property(bargain(2), scales, ({ rows, disagreement }, by) => {
        const [one, other] = [frontier(rows), frontier(rows.map((row) => rescaled(row, by)))];
        const lottery = kalaiSmorodinskyLottery(one, disagreement);
        const scaled = kalaiSmorodinskyLottery(other, rescaled(disagreement, by));
        expect(scaled.kind).toBe(lottery.kind);
        if (!('exact' in lottery) || !('exact' in scaled)) return;
        const back = (total: Fraction, p: number): Fraction =>
          over(minus(total, ofDouble(by[p]![1])), fraction(BigInt(by[p]![0])));
        expect(scaled.exact!.map(back).map(asText)).toEqual(lottery.exact!.map(asText));
        expect(scaled.mix.map(({ place }) => place)).toEqual(lottery.mix.map(({ place }) => place));
      }),
      runs,
    );
  });

  // Several draws can give the same to three parties, so what they give is compared.
  it('turns with the order of three parties, and does not depend on their scales', () => {
    fc.assert(
      fc.property(bargain(3), scales, ({ rows, disagreement }, by) => {
        const lottery = kalaiSmorodinskyLottery(frontier(rows), disagreement);
        const other = kalaiSmorodinskyLottery(frontier(rows.map(rotated)), rotated(disagreement));
        const scaled = kalaiSmorodinskyLottery(
          frontier(rows.map((row) => rescaled(row, by))),
          rescaled(disagreement, by),
        );
        expect([other.kind, scaled.kind]).toEqual([lottery.kind, lottery.kind]);
        if (!('totals' in lottery) || !('totals' in other) || !('totals' in scaled)) return;
        for (const what of ['totals', 'ideal'] as const) {
          expectClose(other[what], rotated(lottery[what]), 1e-6);
          expectClose(
            scaled[what].map((total, p) => (total - by[p]![1]) / by[p]![0]),
            lottery[what],
            1e-6,
          );
        }
      }),
      runs,
    );
  });
});

function mapped(path: RaiffaPath, map: (totals: readonly number[]) => readonly number[]): RaiffaPath {
  return 'totals' in path ? { kind: path.kind, path: path.path.map(map), totals: map(path.totals) } : path;
}

function expectAlike(path: RaiffaPath, other: RaiffaPath, within: number): void {
  expect(path.kind).toBe(other.kind);
  if ('totals' in path && 'totals' in other) expectClose(path.totals, other.totals, within);
}

function expectClose(totals: readonly number[], others: readonly number[], within: number): void {
  const apart = totals.map((total, p) => Math.abs(total - others[p]!));
  expect(Math.max(...apart), `${totals.join()} and ${others.join()}`).toBeLessThanOrEqual(within);
}
