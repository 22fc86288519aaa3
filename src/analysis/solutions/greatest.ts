/**
 * The places with the greatest value, all that tie, decided exactly. `rough` is the value as a double, scaled so that its error is well
 * below `slack`; only the places within `slack` of the best are compared again in whole numbers.
 */
export function greatest(
  places: readonly number[],
  rough: (place: number) => number,
  exact: (place: number) => bigint,
  slack = 1e-11,
): readonly number[] {
  const values = Float64Array.from(places, rough);
  const bar = values.reduce((best, value) => Math.max(best, value), -Infinity) - slack;
  const near = places.filter((_, i) => values[i]! >= bar);
  if (near.length < 2) return near;
  const exactly = near.map(exact);
  const best = exactly.reduce((a, b) => (a > b ? a : b));
  return near.filter((_, i) => exactly[i] === best);
}
