import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Points } from '../points.ts';
import { candidatesIn } from './candidates.ts';
import { efficientOf, pointsOf } from './points-of.ts';
import type { Bargain, Solution } from './solution.ts';
import { solutions, type SolutionName } from './solutions.ts';

const names = Object.keys(solutions) as SolutionName[];
const rational: readonly SolutionName[] = names.filter(
  (name) => name !== 'minimumDifference' && name !== 'productOfUtilities',
);
/** Efficient and the same over all points as over the efficient ones. */
const efficient: readonly SolutionName[] = rational.filter((name) => name !== 'minimumSpread');
const scaleFree: SolutionName[] = [
  'nash',
  'kalaiSmorodinsky',
  'kalaiSmorodinskyOverall',
  'relativeUtilitarian',
  'equalArea',
  'minimumSpread',
];

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

describe.each(names)('%s', (name) => {
  const { choose } = solutions[name];

  it('chooses something exactly when there is something to choose, in rising order', () => {
    fc.assert(
      fc.property(bargain(2, 4), ({ rows, disagreement }) => {
        const given = bargainOf(efficientOf(pointsOf(rows)), disagreement);
        const { kind, places } = choose(given);
        const zone = candidatesIn(given.points, disagreement).kind;
        const expected =
          name === 'equalArea' && given.points.parties > 2
            ? 'two parties only'
            : rational.includes(name)
              ? zone
              : 'chosen';
        expect(kind).toBe(expected);
        expect(places.length > 0).toBe(kind === 'chosen' || kind === 'touching');
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
      runs,
    );
  });

  it('chooses what the definition, written the obvious way, chooses', () => {
    fc.assert(
      fc.property(bargain(2, 4), ({ rows, disagreement }) => {
        const given = bargainOf(efficientOf(pointsOf(rows)), disagreement);
        fc.pre(name !== 'equalArea' || given.points.parties === 2);
        expect(rowsOf(given.points, choose(given))).toEqual(obvious(name, given));
      }),
      runs,
    );
  });

  it('does not depend on the order of parties', () => {
    fc.assert(
      fc.property(bargain(2, 4), fc.nat(), ({ rows, disagreement }, turn) => {
        const rotate = <T>(list: readonly T[]): T[] =>
          list.map((_, i) => list[(i + (turn % list.length)) % list.length]!).reverse();
        const before = bargainOf(efficientOf(pointsOf(rows)), disagreement);
        const after = bargainOf(efficientOf(pointsOf(rows.map(rotate))), rotate(disagreement));
        const expected = rowsOf(before.points, choose(before)).map(rotate);
        expect(sorted(rowsOf(after.points, choose(after)))).toEqual(sorted(expected));
      }),
      runs,
    );
  });

  it('treats parties alike on symmetric sets', () => {
    fc.assert(
      fc.property(bargain(2, 2), ({ rows, disagreement }) => {
        const mirror = rows.flatMap(([a, b]) => [
          [a!, b!],
          [b!, a!],
        ]);
        const given = bargainOf(efficientOf(pointsOf(mirror)), [disagreement[0]!, disagreement[0]!]);
        const chosen = rowsOf(given.points, choose(given));
        expect(sorted(chosen.map((row) => row.toReversed()))).toEqual(sorted(chosen));
      }),
      runs,
    );
  });
});

describe.each(rational)('%s', (name) => {
  const { choose } = solutions[name];

  it('gives every party at least its disagreement', () => {
    fc.assert(
      fc.property(bargain(2, 4), ({ rows, disagreement }) => {
        const given = bargainOf(pointsOf(rows), disagreement);
        for (const row of rowsOf(given.points, choose(given)))
          expect(row.every((total, p) => total >= disagreement[p]!)).toBe(true);
      }),
      runs,
    );
  });
});

describe.each(efficient)('%s', (name) => {
  const { choose } = solutions[name];

  it('is efficient: over all points it chooses the same as over the efficient ones', () => {
    fc.assert(
      fc.property(bargain(2, 4), ({ rows, disagreement }) => {
        const all = bargainOf(pointsOf(rows), disagreement);
        const few = bargainOf(efficientOf(all.points), disagreement);
        expect(rowsOf(all.points, choose(all))).toEqual(rowsOf(few.points, choose(few)));
      }),
      runs,
    );
  });
});

describe.each(scaleFree)('%s', (name) => {
  const { choose } = solutions[name];

  it('does not depend on the scale and zero of any party', () => {
    fc.assert(
      fc.property(
        bargain(2, 4),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 })), {
          minLength: 4,
          maxLength: 4,
        }),
        ({ rows, disagreement }, scales) => {
          const rescale = (row: readonly number[]): number[] =>
            row.map((total, p) => total * scales[p]![0] + scales[p]![1]);
          const before = bargainOf(efficientOf(pointsOf(rows)), disagreement);
          const after = bargainOf(efficientOf(pointsOf(rows.map(rescale))), rescale(disagreement));
          expect(choose(after)).toEqual(choose(before));
        },
      ),
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

/** The definitions over lists, with small whole numbers and halves, which doubles add, multiply and compare exactly; ratios by cross-multiplying. */
function obvious(name: SolutionName, { points, disagreement: d, ideal, reservations }: Bargain): number[][] {
  const all = rowsOf(points, { places: Array.from({ length: points.size }, (_, i) => i) });
  const inside = all.filter((row) => row.every((total, p) => total >= d[p]!));
  const near = d.map((_, p) => Math.max(...inside.map((row) => row[p]!)));
  const gains = (row: number[]): number[] => row.map((total, p) => total - d[p]!);
  const shares = (row: number[], best: readonly number[]): number[] => {
    const ranges = best.map((total, p) => total - d[p]!);
    const live = ranges.flatMap((range, p) => (range > 0 ? [p] : []));
    return live.map((p) => live.reduce((value, q) => (q === p ? value : value * ranges[q]!), row[p]! - d[p]!));
  };
  const best = (rows: number[][], score: (row: number[]) => number): number[][] => {
    const top = Math.max(...rows.map(score));
    return rows.filter((row) => score(row) === top);
  };
  const least = (list: number[]): number => (list.length === 0 ? 0 : Math.min(...list));
  const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
  const product = (list: number[]): number => list.reduce((a, b) => a * b, 1);
  const spread = (list: number[]): number => (list.length === 0 ? 0 : Math.max(...list) - Math.min(...list));
  switch (name) {
    case 'nash':
      return best(inside, (row) => product(gains(row)));
    case 'kalaiSmorodinsky':
      return best(inside, (row) => least(shares(row, near)));
    case 'kalaiSmorodinskyOverall':
      return best(inside, (row) => least(shares(row, ideal)));
    case 'egalitarian':
      return best(inside, (row) => least(gains(row)));
    case 'leximin':
      return inside.filter((row) => inside.every((other) => !laterThan(gains(other), gains(row))));
    case 'utilitarian':
      return best(inside, sum);
    case 'relativeUtilitarian':
      return best(inside, (row) => sum(shares(row, ideal)));
    case 'minimumSpread':
      return best(inside, (row) => -spread(shares(row, ideal)));
    case 'minimumDifference':
      return best(all, (row) => -sum(row.flatMap((a) => row.map((b) => Math.abs(a - b)))));
    case 'productOfUtilities':
      return best(all, (row) => product(row.map((total, p) => total - reservations[p]!)));
    case 'equalArea':
      return best(inside, (row) => -Math.abs(areaBeside(gains(row), inside.map(gains))));
  }
}

/** Counts half-unit squares of the acceptable set above a point, less those to its right. */
function areaBeside([x, y]: number[], gains: number[][]): number {
  let difference = 0;
  for (let a = 0; a < 14; a += 0.5)
    for (let b = 0; b < 14; b += 0.5) {
      if (!gains.some(([gx, gy]) => a < gx! && b < gy!)) continue;
      difference += Number(b >= y!) - Number(a >= x!);
    }
  return difference;
}

function laterThan(a: number[], b: number[]): boolean {
  const [x, y] = [a, b].map((list) => list.toSorted((p, q) => p - q));
  const at = x!.findIndex((value, i) => value !== y![i]);
  return at >= 0 && x![at]! > y![at]!;
}

function sorted(rows: readonly (readonly number[])[]): string[] {
  return rows.map((row) => row.join()).sort();
}
