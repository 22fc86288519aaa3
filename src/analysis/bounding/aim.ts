/**
 * What a search wants most of, as a function of the parties' gains that never falls when a gain rises. Each aim knows its own Lagrangian
 * bound: for suitable multipliers, the weighted sum of the gains limits the aim (Everett 1963; Fisher 1981). Gains are whole numbers.
 */
export interface Aim {
  /** The least gain of each party that is allowed; -Infinity where nothing binds. */
  readonly least: Float64Array;
  /** The aim itself, in floating point: good to a relative error of 1e-13 of the sum of its terms. */
  value(gains: ArrayLike<number>): number;
  /** The sign of a's value minus b's, exactly. */
  compare(a: ArrayLike<number>, b: ArrayLike<number>): number;
  /** Multipliers to begin with. */
  start(): Float64Array;
  /** Multipliers a step of this size (1 at first, then less) lower on the bound, where these gains were best for them; the same ones if there is no step. */
  move(lambda: Float64Array, gains: Float64Array, weighted: number, size: number): Float64Array;
  /** The nearest multipliers for which the bound holds. */
  fit(lambda: Float64Array): Float64Array;
  /** The most that the aim can be where the weighted sum of gains is at most this. */
  bound(lambda: Float64Array, weighted: number): number;
  /** The most that the aim can be if it is at most this: a whole number where all its values are whole. */
  sharpened(bound: number): number;
  /** A weighted sum of gains that everything allowed and strictly better than this value reaches. */
  needed(lambda: Float64Array, value: number): number;
  /** The least gain of each party that something strictly better than this value has. */
  box(value: number): Float64Array;
  /** A little less than this value: what ties with it is strictly better than that. */
  justBelow(value: number): number;
}

/** By how much the gains are below the least that is allowed, each in its unit; 0 where they are allowed. */
export function lackOf(least: Float64Array, unit: Float64Array, gains: ArrayLike<number>): number {
  let lack = 0;
  for (let p = 0; p < least.length; p++) if (gains[p]! < least[p]!) lack += (least[p]! - gains[p]!) / unit[p]!;
  return lack;
}

/** Multipliers after a mirror step that keeps the sum of multiplier × scale at 1 (exponentiated gradient: Kivinen and Warmuth 1997). */
export function onSimplex(lambda: Float64Array, scale: Float64Array, slope: Float64Array, size: number): Float64Array {
  let mean = 0;
  for (let p = 0; p < slope.length; p++) mean += slope[p]! * lambda[p]! * scale[p]!;
  const steepest = slope.reduce((most, d) => Math.max(most, Math.abs(d - mean)), 0);
  if (steepest < 1e-15) return lambda;
  const moved = lambda.map((l, p) =>
    Math.max(1e-6, l * scale[p]! * Math.exp((-1.2 * size * (slope[p]! - mean)) / steepest)),
  );
  const sum = moved.reduce((s, x) => s + x, 0);
  return moved.map((x, p) => x / sum / scale[p]!);
}

/** The sign of a - b where floating point is sure of it; otherwise what `exactly` says. For values without cancellation. */
export function closely(a: number, b: number, exactly: () => number): number {
  const sure = 1e-12 * Math.max(Math.abs(a), Math.abs(b));
  if (a > b + sure) return 1;
  return a < b - sure ? -1 : exactly();
}

/** The sign of a whole number. */
export function signOf(x: bigint): number {
  return x > 0n ? 1 : x < 0n ? -1 : 0;
}

/** The sum of whole numbers, each over its denominator, times the product of all denominators. */
export function sumOver(numerators: readonly bigint[], over: Float64Array): bigint {
  const whole = Array.from(over, BigInt);
  return numerators.reduce(
    (sum, x, p) => sum + whole.reduce((product, o, q) => (q === p ? product : product * o), x),
    0n,
  );
}
