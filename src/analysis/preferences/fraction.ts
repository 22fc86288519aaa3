/**
 * The smallest denominator of the fraction that a number was written for: 20 for 0.35, 70 for 0.24285714285714285 (17/70), 7 for 3/7;
 * 0 if there is none. Two readings are tried: the nearest fraction, which must lie within 2^-51 of the number's size (so 0.1 + 0.2 is
 * read as 3/10) and have a denominator of at most 2^20, less for numbers above 1, so that no other such fraction lies there; and a
 * decimal of at most 12 places, as it stands. Where they differ, the decimal is taken if it has a scale below the square of the
 * fraction's denominator (about as many fractions lie up to there): fractions up to 2^14ths of numbers up to 2^14, and decimals of
 * up to nine digits, are never mistaken. The numerator is `Math.round(number * denominator)`.
 */
export function denominatorOf(number: number): number {
  const size = Math.abs(number);
  if (Number.isInteger(number)) return size < exactLimit ? 1 : 0;
  const fraction = nearestFraction(size);
  if (fraction > 0 && fraction <= 1000) return fraction;
  const decimal = decimalPlaces(size);
  return fraction === 0 || (decimal > 0 && decimal < fraction * fraction) ? decimal : fraction;
}

/** The largest whole number that divides both; the other when one is 0. Of whole numbers from 0 to 2^53. */
export function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** The smallest whole number that both divide; Infinity once it is 2^53 or more. */
export function leastCommonMultiple(a: number, b: number): number {
  if (a === b || b === 1) return a;
  if (!(a < exactLimit && b < exactLimit)) return Infinity;
  const multiple = (a / greatestCommonDivisor(a, b)) * b;
  return multiple < exactLimit ? multiple : Infinity;
}

/** Whole numbers below this are exact in a double, and so are their sums. */
export const exactLimit = 2 ** 53;

/** Numbers as whole numbers over one denominator. */
export interface Fractions {
  readonly whole: Float64Array;
  readonly over: number;
}

/** The numbers over their least common denominator; null if one of them is not a fraction that can be held so. */
export function fractionsOf(numbers: readonly number[]): Fractions | null {
  let over = 1;
  for (let i = 0; i < numbers.length; i++) {
    const denominator = denominatorOf(numbers[i]!);
    if (denominator === 0) return null;
    over = leastCommonMultiple(over, denominator);
  }
  const whole = new Float64Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const scaled = numbers[i]! * over;
    // Above 2^50 the product of a rounded number could round to the wrong whole number.
    if (!(Math.abs(scaled) < 2 ** 50)) return null;
    whole[i] = Math.round(scaled) + 0;
  }
  return { whole, over };
}

// The first convergent of the continued fraction (Khinchin 1964) that comes near enough.
function nearestFraction(size: number): number {
  const largest = Math.min(exactLimit, Math.sqrt(2 ** 40 / size));
  const tolerance = size * 2 ** -51;
  let rest = size - Math.floor(size);
  let [above, aboveBefore, below, belowBefore] = [Math.floor(size), 1, 1, 0];
  while (rest > 0) {
    const inverse = 1 / rest;
    const term = Math.floor(inverse);
    rest = inverse - term;
    [above, aboveBefore] = [term * above + aboveBefore, above];
    [below, belowBefore] = [term * below + belowBefore, below];
    if (!(below <= largest)) return 0;
    if (Math.abs(above / below - size) <= tolerance) return below;
  }
  return 0;
}

function decimalPlaces(size: number): number {
  for (let scale = 1e3; scale <= 1e12; scale *= 10) {
    const scaled = Math.round(size * scale);
    if (scaled >= exactLimit) return 0;
    if (scaled > 0 && scaled / scale === size) return scale / greatestCommonDivisor(scaled, scale);
  }
  return 0;
}
