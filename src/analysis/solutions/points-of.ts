import type { Points } from '../points.ts';
import { efficientAmong, everyPlace } from './candidates.ts';

/** Points from rows of whole totals, one row a package and one total a party: each distinct row once, in the order of `Points`. No rows, no parties. */
export function pointsOf(rows: readonly (readonly number[])[]): Points {
  const sorted = rows.toSorted(byTotals).filter((row, i, all) => i === 0 || byTotals(all[i - 1]!, row) !== 0);
  return {
    parties: rows[0]?.length ?? 0,
    size: sorted.length,
    totals: (rows[0] ?? []).map((_, party) => Float64Array.from(sorted, (row) => row[party]!)),
  };
}

/** The efficient ones of some points. For what comes from a frontier this changes nothing. */
export function efficientOf(points: Points): Points {
  const places = efficientAmong(points, everyPlace(points));
  return {
    parties: points.parties,
    size: places.length,
    totals: points.totals.map((totals) => Float64Array.from(places, (place) => totals[place]!)),
  };
}

function byTotals(a: readonly number[], b: readonly number[]): number {
  const party = a.findIndex((total, p) => total !== b[p]);
  return party < 0 ? 0 : b[party]! - a[party]!;
}
