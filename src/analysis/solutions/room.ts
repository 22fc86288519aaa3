import type { Points } from '../points.ts';
import { hullOf } from './hull.ts';
import { reach } from './reach.ts';

/** How much each party could still gain from a point while the others keep what they have; null outside what lotteries give. */
export type Room = (here: readonly number[]) => readonly number[] | null;

/** The room in lotteries over the points, or anything less, in doubles. For two parties it is read off the hull; for more, a linear programme each. */
export function roomIn(points: Points): Room {
  if (points.parties !== 2)
    return (here) => {
      const far = here.map((_, p) =>
        reach(
          points,
          here,
          here.map((_, q) => (p === q ? 1 : 0)),
        ),
      );
      return far.some((one) => one === null) ? null : far.map((one) => one!.distance);
    };
  const corners = hullOf(points);
  const [first, second] = points.totals.map((totals) => Float64Array.from(corners, (place) => totals[place]!));
  const [firstRising, secondFalling] = [first!.toReversed(), second!.toReversed()];
  const hair = [first!, second!].map(
    (column) => 1e-12 * column.reduce((most, total) => Math.max(most, Math.abs(total)), 0),
  );
  return ([x, y]) => {
    // On the hull itself there is no room; doubles may put the point a hair to either side of it.
    const room = [mostAt(second!, first!, y!) - x!, mostAt(firstRising, secondFalling, x!) - y!].map((most, p) =>
      Math.abs(most) <= hair[p]! ? 0 : most,
    );
    return room.some((most) => !(most >= 0)) ? null : room;
  };
}

/** The most of one coordinate on the hull where the other, which rises along it, is at least a level; NaN where it nowhere is. */
function mostAt(rising: Float64Array, wanted: Float64Array, level: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! >= level) high = middle;
    else low = middle + 1;
  }
  if (low === rising.length) return Number.NaN;
  if (low === 0) return wanted[0]!;
  const share = (level - rising[low - 1]!) / (rising[low]! - rising[low - 1]!);
  return wanted[low - 1]! + share * (wanted[low]! - wanted[low - 1]!);
}
