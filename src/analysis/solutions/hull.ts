import type { Points } from '../points.ts';

/**
 * For two parties: the places of the corners of what lotteries over the points can give with nothing wasted, from the first party's best to
 * the second's. Points on a straight line between two corners are left out. Exact (cross products in whole numbers). Andrew 1979.
 */
export function hullOf(points: Points): readonly number[] {
  const [first, second] = points.totals;
  const corners: number[] = [];
  for (let place = 0; place < points.size; place++) {
    const last = corners.at(-1);
    if (last !== undefined && second![place]! <= second![last]!) continue;
    while (corners.length > 1 && !turnsOutward(first!, second!, corners.at(-2)!, corners.at(-1)!, place)) corners.pop();
    corners.push(place);
  }
  return corners;
}

/** True if b lies strictly outside the line from a to c, all three running from the first party's best to the second's. */
function turnsOutward(x: Float64Array, y: Float64Array, a: number, b: number, c: number): boolean {
  const [left, right] = [(x[a]! - x[b]!) * (y[c]! - y[b]!), (x[b]! - x[c]!) * (y[b]! - y[a]!)];
  if (Math.abs(left - right) > 1e-12 * (left + right)) return left < right;
  return (
    (BigInt(x[a]!) - BigInt(x[b]!)) * (BigInt(y[c]!) - BigInt(y[b]!)) <
    (BigInt(x[b]!) - BigInt(x[c]!)) * (BigInt(y[b]!) - BigInt(y[a]!))
  );
}
