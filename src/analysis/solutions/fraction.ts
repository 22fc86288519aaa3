/** An exact number: `numerator / denominator`, in lowest terms, the denominator above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The fraction in lowest terms. A denominator of 0 is a bug and throws. */
export function fraction(numerator: bigint, denominator: bigint = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const common = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / common, denominator: denominator / common };
}

/** The number that a person wrote, exactly: 33.3 is 333/10. Throws for a number that is not finite. */
export function asWritten(number: number): Fraction {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number));
  if (parts === null) throw new RangeError(`${number} is not a finite number`);
  const decimals = parts[3] ?? '';
  const digits = BigInt(parts[2]! + decimals) * (parts[1] === '-' ? -1n : 1n);
  const exponent = Number(parts[4] ?? 0) - decimals.length;
  return exponent >= 0 ? fraction(digits * 10n ** BigInt(exponent)) : fraction(digits, 10n ** BigInt(-exponent));
}

/** The double itself, exactly: 0.1 is 3602879701896397/2⁵⁵. Throws for a number that is not finite. */
export function ofDouble(number: number): Fraction {
  if (!Number.isFinite(number)) throw new RangeError(`${number} is not a finite number`);
  let bits = 0n;
  let scaled = number;
  for (; !Number.isInteger(scaled); scaled *= 2) bits++;
  return fraction(BigInt(scaled), 1n << bits);
}

/** a + b. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a − b. */
export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a × b. */
export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a ÷ b; throws if b is 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Below 0 if a is less than b, 0 if they are equal, above 0 if a is more. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The sum of the list; 0 for an empty one. */
export function total(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(plus, fraction(0n));
}

/** The nearest double, or its neighbour. */
export function asNumber({ numerator, denominator }: Fraction): number {
  const size = numerator < 0n ? -numerator : numerator;
  const shift = 64 - (size.toString(2).length - denominator.toString(2).length);
  const quotient = shift >= 0 ? (size << BigInt(shift)) / denominator : size / (denominator << BigInt(-shift));
  const half = Math.trunc(shift / 2);
  return Number(numerator < 0n ? -quotient : quotient) * 2 ** -half * 2 ** (half - shift);
}

/** As it is written: `5/6`, or `3` for a whole number. */
export function asText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
