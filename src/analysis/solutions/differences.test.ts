import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../points.ts';
import { efficientOf, pointsOf } from './points-of.ts';
import type { Bargain, Solution } from './solution.ts';
import { solutions } from './solutions.ts';

/** Small totals, so that ties and duplicates are common; disagreements with halves, some out of reach. */
const bargain = (least: number, most: number): fc.Arbitrary<{ rows: number[][]; disagreement: number[] }> =>
  fc.integer({ min: least, max: most }).chain((n) =>
    fc.record({
      rows: fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: n, maxLength: n }), {
        minLength: 1,
        maxLength: 14,
      }),
      disagreement: fc.array(
        fc.integer({ min: -2, max: 14 }).map((half) => half / 2),
        { minLength: n, maxLength: n },
      ),
    }),
  );

const runs = { numRuns: 150 };

describe('what sets the concepts apart', () => {
  it('Nash does not depend on irrelevant alternatives', () => {
    fc.assert(
      fc.property(bargain(2, 4), fc.nat(), ({ rows, disagreement }, pick) => {
        const all = bargainOf(efficientOf(pointsOf(rows)), disagreement);
        const chosen = rowsOf(all.points, solutions.nash.choose(all));
        fc.pre(chosen.length > 0 && solutions.nash.choose(all).kind === 'chosen');
        const kept = rows.filter((row, i) => (pick >> (i % 20)) & 1 || same(row, chosen[pick % chosen.length]!));
        const few = bargainOf(efficientOf(pointsOf(kept)), disagreement);
        const left = chosen.filter((row) => kept.some((other) => same(row, other)));
        expect(rowsOf(few.points, solutions.nash.choose(few))).toEqual(left);
      }),
      runs,
    );
  });

  it('Kalai–Smorodinsky depends on them, and Nash differs from it', () => {
    const disagreement = [0, 0];
    const wide = bargainOf(
      pointsOf([
        [10, 0],
        [7, 5],
        [4, 6],
      ]),
      disagreement,
    );
    const narrow = bargainOf(
      pointsOf([
        [7, 5],
        [4, 6],
      ]),
      disagreement,
    );
    expect(rowsOf(wide.points, solutions.kalaiSmorodinsky.choose(wide))).toEqual([[7, 5]]);
    expect(rowsOf(narrow.points, solutions.kalaiSmorodinsky.choose(narrow))).toEqual([[7, 5]]);
    const pulled = bargainOf(
      pointsOf([
        [20, 0],
        [7, 5],
        [4, 6],
        [9, 3],
      ]),
      disagreement,
    );
    expect(rowsOf(pulled.points, solutions.kalaiSmorodinsky.choose(pulled))).toEqual([[9, 3]]);
    expect(rowsOf(pulled.points, solutions.nash.choose(pulled))).toEqual([[7, 5]]);
  });

  it('Kalai–Smorodinsky is monotone: packages added that leave all ideals alone never lower the least share', () => {
    fc.assert(
      fc.property(bargain(2, 3), bargain(2, 3), ({ rows, disagreement }, { rows: more }) => {
        const n = disagreement.length;
        const before = bargainOf(pointsOf(rows), disagreement);
        const ideal = before.ideal;
        const added = more.filter((row) => row.length === n && row.every((total, p) => total <= ideal[p]!));
        const after = { ...bargainOf(pointsOf([...rows, ...added]), disagreement), ideal };
        const concept = solutions.kalaiSmorodinskyOverall;
        const [old] = rowsOf(before.points, concept.choose(before));
        const [fresh] = rowsOf(after.points, concept.choose(after));
        fc.pre(old !== undefined);
        expect(leastShare(fresh!, disagreement, ideal)).toBeGreaterThanOrEqual(leastShare(old!, disagreement, ideal));
      }),
      runs,
    );
  });

  it('Kalai–Smorodinsky is individually monotone where equal shares can be had: more for one on the way to the same bests never means less for it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 10 })), {
          minLength: 3,
          maxLength: 8,
        }),
        (raises) => {
          const line = Array.from({ length: 31 }, (_, x) => [x, 30 - x]);
          const raised = line.map(([x, y]) => [
            x!,
            Math.min(30, y! + Math.max(0, ...raises.filter(([to]) => x! <= to && to < 30).map(([, by]) => by))),
          ]);
          const [low, high] = [line, raised].map((rows) => bargainOf(efficientOf(pointsOf(rows)), [0, 0]));
          const second = (given: Bargain): number =>
            Math.max(...rowsOf(given.points, solutions.kalaiSmorodinsky.choose(given)).map((row) => row[1]!));
          expect(second(high!)).toBeGreaterThanOrEqual(second(low!));
        },
      ),
      runs,
    );
  });

  it('the egalitarian least gain never falls when packages are added (strong monotonicity)', () => {
    fc.assert(
      fc.property(bargain(2, 3), bargain(2, 3), ({ rows, disagreement }, { rows: more }) => {
        const added = more.filter((row) => row.length === disagreement.length);
        const [before, after] = [rows, [...rows, ...added]].map((r) => bargainOf(pointsOf(r), disagreement));
        const [old] = rowsOf(before!.points, solutions.egalitarian.choose(before!));
        fc.pre(old !== undefined);
        const [fresh] = rowsOf(after!.points, solutions.egalitarian.choose(after!));
        expect(leastGain(fresh!, disagreement)).toBeGreaterThanOrEqual(leastGain(old!, disagreement));
      }),
      runs,
    );
  });

  it('the egalitarian and utilitarian solutions depend on scales', () => {
    const plain = bargainOf(
      pointsOf([
        [6, 2],
        [3, 4],
      ]),
      [0, 0],
    );
    const doubled = bargainOf(
      pointsOf([
        [6, 20],
        [3, 40],
      ]),
      [0, 0],
    );
    for (const name of ['egalitarian', 'utilitarian'] as const)
      expect(solutions[name].choose(doubled)).not.toEqual(solutions[name].choose(plain));
  });

  it('lexicographic maximin is among the egalitarian points', () => {
    fc.assert(
      fc.property(bargain(2, 4), ({ rows, disagreement }) => {
        const given = bargainOf(pointsOf(rows), disagreement);
        const wider = solutions.egalitarian.choose(given).places;
        for (const place of solutions.leximin.choose(given).places) expect(wider).toContain(place);
      }),
      runs,
    );
  });
});

function bargainOf(points: Points, disagreement: readonly number[]): Bargain {
  return {
    points,
    disagreement,
    ideal: points.totals.map((totals) => Math.max(...totals)),
    reservations: disagreement.map((total) => Math.max(0, total)),
  };
}

function rowsOf(points: Points, { places }: Pick<Solution, 'places'>): number[][] {
  return places.map((place) => points.totals.map((totals) => totals[place]!));
}

function leastShare(row: readonly number[], d: readonly number[], ideal: readonly number[]): number {
  return Math.min(...row.flatMap((total, p) => (ideal[p]! > d[p]! ? [(total - d[p]!) / (ideal[p]! - d[p]!)] : [])));
}

function leastGain(row: readonly number[], d: readonly number[]): number {
  return Math.min(...row.map((total, p) => total - d[p]!));
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((total, p) => total === b[p]);
}
