import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../points.ts';
import { asNumber } from './fraction.ts';
import { hullOf } from './hull.ts';
import { kalaiSmorodinskyLottery } from './kalai-smorodinsky-lottery.ts';
import { efficientOf, pointsOf } from './points-of.ts';
import { raiffaContinuous, raiffaContinuousMethod, raiffaDiscrete, raiffaInWords } from './raiffa.ts';
import { reach } from './reach.ts';

const rowsFor = (n: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: n, maxLength: n }), {
    minLength: 1,
    maxLength: 12,
  });
const runs = { numRuns: 100 };

describe('the hull', () => {
  it('has all points on or inside it and turns at every corner', () => {
    fc.assert(
      fc.property(rowsFor(2), (rows) => {
        const points = pointsOf(rows);
        const corners = hullOf(points).map((place) => points.totals.map((totals) => totals[place]!));
        for (const [i, corner] of corners.entries()) {
          const next = corners[i + 1];
          if (next === undefined) continue;
          const [nx, ny] = [next[1]! - corner[1]!, corner[0]! - next[0]!];
          expect(nx > 0 && ny > 0).toBe(true);
          for (const row of [...rows, ...corners]) {
            const above = nx * (row[0]! - corner[0]!) + ny * (row[1]! - corner[1]!);
            expect(above).toBeLessThanOrEqual(0);
            expect(above < 0 || !corners.includes(row) || row === corner || row === next).toBe(true);
          }
        }
        expect(corners[0]![0]).toBe(Math.max(...rows.map((row) => row[0]!)));
        expect(corners.at(-1)![1]).toBe(Math.max(...rows.map((row) => row[1]!)));
      }),
      runs,
    );
  });
});

describe('reach', () => {
  it('gives a lottery that gets there, and no further than the best of all its duals', () => {
    fc.assert(
      fc.property(
        rowsFor(3),
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 3, maxLength: 3 }),
        (rows, direction, from) => {
          fc.pre(direction.some((part) => part > 0));
          const points = pointsOf(rows);
          const far = reach(points, from, direction);
          const bound = dualBound(points, from, direction);
          const inside = dualBound(points, from, [1, 1, 1]) >= 0;
          expect(far !== null).toBe(inside);
          if (far === null) return;
          expect(far.distance).toBeCloseTo(bound, 6);
          expect(far.mix.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
          for (const [p, totals] of points.totals.entries()) {
            const mean = far.mix.reduce((sum, { place, share }) => sum + share * totals[place]!, 0);
            expect(mean).toBeGreaterThanOrEqual(from[p]! + far.distance * direction[p]! - 1e-6);
          }
        },
      ),
      runs,
    );
  });
});

describe('the Kalai–Smorodinsky lottery', () => {
  it('is the same for two parties as for three of which one gains nothing and loses nothing', () => {
    fc.assert(
      fc.property(
        rowsFor(2),
        fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 })),
        (rows, d) => {
          const two = kalaiSmorodinskyLottery(pointsOf(rows), d);
          const three = kalaiSmorodinskyLottery(pointsOf(rows.map((row) => [...row, 7])), [...d, 7]);
          expect('totals' in three).toBe('totals' in two);
          if (!('totals' in two) || !('totals' in three)) return;
          for (const p of [0, 1]) {
            expect(three.totals[p]).toBeCloseTo(two.totals[p]!, 5);
            expect(three.ideal[p]).toBeCloseTo(two.ideal[p]!, 5);
            const mean = two.mix.reduce((sum, { place, share }) => sum + share * pointsOf(rows).totals[p]![place]!, 0);
            expect(mean).toBeCloseTo(two.totals[p]!, 6);
            expect(asNumber(two.exact![p]!)).toBe(two.totals[p]);
          }
        },
      ),
      runs,
    );
  });

  it('gives all the same share, whatever the scales', () => {
    fc.assert(
      fc.property(
        rowsFor(3),
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 3, maxLength: 3 }),
        (rows, scales) => {
          const plain = kalaiSmorodinskyLottery(pointsOf(rows), [0, 0, 0]);
          const scaled = kalaiSmorodinskyLottery(
            pointsOf(rows.map((row) => row.map((t, p) => t * scales[p]!))),
            [0, 0, 0],
          );
          if (!('totals' in plain) || !('totals' in scaled)) throw new Error('no zone');
          const shares = plain.totals.flatMap((total, p) => (plain.ideal[p]! > 0 ? [total / plain.ideal[p]!] : []));
          for (const share of shares) expect(share).toBeCloseTo(shares[0]!, 6);
          for (const [p, total] of plain.totals.entries()) expect(scaled.totals[p]! / scales[p]!).toBeCloseTo(total, 4);
        },
      ),
      runs,
    );
  });

  it('may find a zone for a draw where no package is acceptable, and says when there is none', () => {
    expect(
      kalaiSmorodinskyLottery(
        pointsOf([
          [10, 0],
          [0, 10],
        ]),
        [4, 4],
      ),
    ).toMatchObject({ kind: 'chosen', totals: [5, 5] });
    expect(
      kalaiSmorodinskyLottery(
        pointsOf([
          [10, 0],
          [0, 10],
        ]),
        [5, 5],
      ),
    ).toMatchObject({ kind: 'touching', totals: [5, 5] });
    expect(
      kalaiSmorodinskyLottery(
        pointsOf([
          [10, 0],
          [0, 10],
        ]),
        [6, 6],
      ),
    ).toEqual({ kind: 'no zone' });
    expect(
      kalaiSmorodinskyLottery(
        pointsOf([
          [10, 0, 5],
          [0, 10, 5],
        ]),
        [6, 6, 0],
      ),
    ).toEqual({ kind: 'no zone' });
  });
});

describe('Raiffa', () => {
  it('halves a straight frontier in one step, and thirds one of three', () => {
    const straight = raiffaDiscrete(
      pointsOf([
        [10, 0],
        [0, 20],
      ]),
      [0, 0],
    );
    expect(straight).toMatchObject({
      kind: 'chosen',
      path: [
        [0, 0],
        [5, 10],
      ],
    });
    const three = raiffaDiscrete(
      pointsOf([
        [9, 0, 0],
        [0, 9, 0],
        [0, 0, 9],
      ]),
      [0, 0, 0],
    );
    expectClose(three, [3, 3, 3], 1e-9);
    expectClose(
      raiffaContinuous(
        pointsOf([
          [9, 0, 0],
          [0, 9, 0],
          [0, 0, 9],
        ]),
        [0, 0, 0],
      ),
      [3, 3, 3],
      1e-6,
    );
  });

  it('follows, for two parties, the midpoints of what each could have alone', () => {
    fc.assert(
      fc.property(rowsFor(2), (rows) => {
        const points = efficientOf(pointsOf(rows));
        let here = [0, 0];
        for (let i = 0; i < 80; i++) {
          const [x, y] = aloneOn(points, here);
          here = [(here[0]! + x) / 2, (here[1]! + y) / 2];
        }
        expectClose(raiffaDiscrete(points, [0, 0]), here, 1e-4);
      }),
      { numRuns: 40 },
    );
  });

  it('follows, for two parties, the differential equation', () => {
    fc.assert(
      fc.property(rowsFor(2), (rows) => {
        const points = efficientOf(pointsOf(rows));
        let here = [0, 0];
        for (let i = 0; i < 12_000; i++) {
          const [x, y] = aloneOn(points, here);
          here = [here[0]! + (x - here[0]!) / 1000, here[1]! + (y - here[1]!) / 1000];
        }
        expectClose(raiffaContinuous(points, [0, 0]), here, 3);
      }),
      { numRuns: 8 },
    );
  });

  it('says so when there is nothing to draw for', () => {
    expect(
      raiffaDiscrete(
        pointsOf([
          [10, 0],
          [0, 10],
        ]),
        [6, 6],
      ),
    ).toEqual({ kind: 'no zone' });
    const points = pointsOf([
      [10, 0],
      [0, 10],
    ]);
    const telling = { points, parties: ['Ana', 'Ben'], disagreement: [0, 0], step: 0.1 };
    expect(raiffaInWords(raiffaContinuous(points, [0, 0]), telling, raiffaContinuousMethod)).toMatch(
      /^Raiffa’s continuous solution gives Ana 0\.5 and Ben 0\.5 on average/,
    );
  });
});

function expectClose(path: ReturnType<typeof raiffaDiscrete>, totals: readonly number[], within: number): void {
  if (!('totals' in path)) throw new Error(path.kind);
  for (const [p, total] of totals.entries()) expect(Math.abs(path.totals[p]! - total)).toBeLessThanOrEqual(within);
}

/** The most of each party in lotteries that leave the other what it has, by interpolation between every two points. */
function aloneOn(points: Points, here: readonly number[]): [number, number] {
  const rows = Array.from({ length: points.size }, (_, i) => [points.totals[0]![i]!, points.totals[1]![i]!]);
  const most = (wanted: 0 | 1): number => {
    const other = 1 - wanted;
    const level = here[other]!;
    let best = here[wanted]!;
    for (const a of rows) {
      if (a[other]! >= level) best = Math.max(best, a[wanted]!);
      else
        for (const b of rows)
          if (b[other]! > level)
            best = Math.max(
              best,
              a[wanted]! + ((level - a[other]!) / (b[other]! - a[other]!)) * (b[wanted]! - a[wanted]!),
            );
    }
    return best;
  };
  return [most(0), most(1)];
}

/** The least, over all corners of the dual, of max w·(u − from) with w·direction = 1: weights that make some points equal and others 0. */
function dualBound(points: Points, from: readonly number[], direction: readonly number[]): number {
  const rows = Array.from({ length: points.size }, (_, i) => points.totals.map((totals, p) => totals[i]! - from[p]!));
  const units = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const flat = [...units, ...rows.flatMap((a, i) => rows.slice(i + 1).map((b) => a.map((v, p) => v - b[p]!)))];
  let least = Infinity;
  for (const [i, a] of flat.entries())
    for (const b of flat.slice(i + 1)) {
      const cross = [a[1]! * b[2]! - a[2]! * b[1]!, a[2]! * b[0]! - a[0]! * b[2]!, a[0]! * b[1]! - a[1]! * b[0]!];
      const along = cross.reduce((sum, c, p) => sum + c * direction[p]!, 0);
      if (along === 0) continue;
      const weights = cross.map((c) => c / along);
      if (weights.some((w) => w < 0)) continue;
      least = Math.min(least, Math.max(...rows.map((row) => row.reduce((sum, v, p) => sum + v * weights[p]!, 0))));
    }
  return least;
}
