/** The same numbers; throws unless all are whole and finite, for only then are gains exact. */
export function whole(numbers: ArrayLike<number>, what: string): Float64Array {
  const all = Float64Array.from(numbers);
  if (!all.every(Number.isSafeInteger))
    throw new RangeError(`${what}: whole numbers of steps are needed, not ${all.join(', ')}`);
  return all;
}

/** Floors as least gains over what is given; -Infinity where nothing binds. */
export function leastGains(floors: readonly number[], from: Float64Array): Float64Array {
  return Float64Array.from(floors, (floor, p) => Math.ceil(floor) - from[p]!);
}

/** A whole number that is at least this. */
export function wholeAbove(x: number): bigint {
  if (!Number.isFinite(x)) throw new RangeError('a product of gains is beyond what a double holds');
  return BigInt(Math.ceil(x));
}
