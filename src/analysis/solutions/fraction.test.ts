import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asNumber,
  asText,
  asWritten,
  compare,
  fraction,
  minus,
  ofDouble,
  over,
  plus,
  times,
  total,
} from './fraction.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
  .map(([n, d]) => fraction(n, d));

describe('fractions', () => {
  it('obey the laws of arithmetic in lowest terms', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
        expect(b.numerator === 0n || asText(times(over(a, b), b)) === asText(a)).toBe(true);
        expect(Math.sign(compare(a, b))).toBe(Math.sign(asNumber(a) - asNumber(b)));
        expect(total([a, b, c])).toEqual(plus(plus(c, a), b));
      }),
    );
  });

  it('read numbers as written or as doubles', () => {
    expect([33.3, 0.1, 1e21, 1e-7, -2.5, 0].map((x) => asText(asWritten(x)))).toEqual([
      '333/10',
      '1/10',
      '1000000000000000000000',
      '1/10000000',
      '-5/2',
      '0',
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(asNumber(ofDouble(x)) - x).toBe(0);
      }),
    );
    expect(() => asWritten(Number.NaN)).toThrow('finite');
    expect(() => fraction(1n, 0n)).toThrow('denominator');
  });

  it('become the nearest double even when both parts are beyond doubles', () => {
    expect(asNumber(fraction(3n * 10n ** 400n + 1n, 10n ** 400n))).toBeCloseTo(3, 12);
    expect(asNumber(fraction(1n, 10n ** 400n))).toBe(0);
  });
});
