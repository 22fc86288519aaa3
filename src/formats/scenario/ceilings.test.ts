import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Frontier } from '../../analysis/index.ts';
import { underCeilings } from './ceilings.ts';

type Point = readonly number[];

const dominates = (a: Point, b: Point) => a.every((x, i) => x >= (b[i] ?? 0)) && a.some((x, i) => x > (b[i] ?? 0));
const efficient = (points: readonly Point[]) =>
  points.filter((point) => !points.some((other) => dominates(other, point)));
const distinct = (points: readonly Point[]) => [...new Map(points.map((point) => [point.join(), point])).values()];
const falling = (points: readonly Point[]) =>
  [...points].sort((a, b) => {
    const i = a.findIndex((x, party) => x !== b[party]);
    return i < 0 ? 0 : (b[i] ?? 0) - (a[i] ?? 0);
  });

/** A frontier of these points; the package behind each is its place among them. */
function frontierOf(points: readonly Point[], parties: number): Frontier {
  const sorted = falling(distinct(efficient(points)));
  return {
    parties,
    size: sorted.length,
    totals: Array.from({ length: parties }, (_, party) => Float64Array.from(sorted, (point) => point[party] ?? 0)),
    exact: true,
    packageAt: (place) => [place],
    *packagesAt(place) {
      yield [place];
    },
  };
}

it('under ceilings the frontier is that of all packages with their totals cut off', () => {
  const pointsOf = (parties: number) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 8 }), { minLength: parties, maxLength: parties }), {
      minLength: 1,
      maxLength: 30,
    });
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 4 })
        .chain((parties) =>
          fc.tuple(
            pointsOf(parties),
            fc.array(fc.option(fc.integer({ min: 2, max: 8 })), { minLength: parties, maxLength: parties }),
          ),
        ),
      ([points, ceilings]) => {
        const before = frontierOf(points, ceilings.length);
        const after = underCeilings(
          before,
          ceilings.map((each) => (each === null ? null : each / 4)),
          1 / 4,
        );
        const cut = points.map((point) => point.map((x, i) => Math.min(x, ceilings[i] ?? Infinity)));
        const found = Array.from({ length: after.size }, (_, place) =>
          after.totals.map((totals) => totals[place] ?? 0),
        );
        expect(found).toEqual(falling(distinct(efficient(cut))));
        for (let place = 0; place < after.size; place += 1)
          for (const [behind = 0] of [after.packageAt(place), ...after.packagesAt(place)])
            expect(before.totals.map((totals, i) => Math.min(totals[behind] ?? 0, ceilings[i] ?? Infinity))).toEqual(
              found[place],
            );
      },
    ),
  );
});
