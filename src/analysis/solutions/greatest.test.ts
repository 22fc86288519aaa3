import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nash } from './nash.ts';
import { kalaiSmorodinsky } from './kalai-smorodinsky.ts';
import { equalArea } from './equal-area.ts';
import { efficientOf, pointsOf } from './points-of.ts';

describe('exact ties', () => {
  it('decides products that doubles cannot tell apart', () => {
    const half = 2 ** 43;
    const rows = [-2, -1, 0, 1, 2].map((k) => [half + k, half - k]);
    expect(nash(pointsOf(rows), [0, 0]).places).toEqual([2]);
    expect(nash(pointsOf(rows.filter(([a]) => a !== half)), [0, 0]).places).toEqual([1, 2]);
    expect(nash(pointsOf(rows), [0.25, 0]).places).toEqual([2]);
    expect(nash(pointsOf(rows), [2.5, 0.5]).places).toEqual([1]);
  });

  it('is not led astray where rounding puts the wrong product first', () => {
    const root = fc.integer({ min: 2 ** 20, max: 2 ** 22 });
    const most = fc.integer({ min: 2 ** 45, max: 2 ** 46 });
    fc.assert(
      fc.property(root, root, most, most, (a, b, first, second) => {
        fc.pre(a > b + 1);
        const rows = [
          [first, 0],
          [0, second],
          [a * a, b * b],
          [a * b + 1, a * b - 1],
        ];
        expect(nash(pointsOf(rows), [0, 0]).places).toEqual([1]);
      }),
      { endOnFailure: true },
    );
  });

  it('finds the largest products of large random totals as whole numbers do', () => {
    const total = fc.integer({ min: 1, max: 2 ** 44 });
    fc.assert(
      fc.property(fc.array(fc.tuple(total, total, total), { minLength: 1, maxLength: 30 }), (rows) => {
        const points = efficientOf(pointsOf(rows));
        const products = Array.from({ length: points.size }, (_, i) =>
          points.totals.reduce((product, totals) => product * BigInt(totals[i]!), 1n),
        );
        const best = products.reduce((a, b) => (a > b ? a : b));
        expect(nash(points, [0, 0, 0]).places).toEqual(products.flatMap((value, i) => (value === best ? [i] : [])));
      }),
      { endOnFailure: true },
    );
  });

  it('decides shares that doubles cannot tell apart', () => {
    const big = 2 ** 50;
    const rows = [
      [3 * big, 0],
      [big, big - 1],
      [big - 1, big],
      [0, 3 * big],
    ];
    expect(kalaiSmorodinsky(pointsOf(rows), [0, 0]).places).toEqual([1, 2]);
    expect(kalaiSmorodinsky(pointsOf([...rows, [3 * big + 1, -1]]), [0, 0]).places).toEqual([2, 3]);
    expect(kalaiSmorodinsky(pointsOf([...rows.slice(0, 3), [0, 3 * big - 3]]), [0, 0]).places).toEqual([1]);
    expect(equalArea(pointsOf(rows), [0, 0]).places).toEqual([1, 2]);
  });

  it('names a zone that touches, an empty one and an empty list', () => {
    const touching = pointsOf([
      [5, 2],
      [3, 4],
    ]);
    expect(nash(touching, [4, 2])).toEqual({ kind: 'touching', places: [0] });
    expect(nash(touching, [3, 2]).kind).toBe('touching');
    expect(nash(touching, [3, 2]).places).toEqual([0, 1]);
    expect(nash(touching, [6, 5])).toEqual({ kind: 'no zone', places: [] });
    expect(nash({ parties: 2, size: 0, totals: [new Float64Array(), new Float64Array()] }, [0, 0])).toEqual({
      kind: 'no points',
      places: [],
    });
  });

  it('never takes two losses for a gain', () => {
    expect(
      nash(
        pointsOf([
          [1, 1],
          [6, 5],
        ]),
        [5, 5],
      ).places,
    ).toEqual([0]);
    expect(nash(pointsOf([[1, 1]]), [5, 5]).kind).toBe('no zone');
  });
});
