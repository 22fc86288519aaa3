import fc from 'fast-check';
import { expect, test } from 'vitest';
import { denominatorOf, fractionsOf, greatestCommonDivisor, leastCommonMultiple } from './fraction.ts';

test('every fraction that a double holds unmistakably is read back in lowest terms', () => {
  const whole = fc.integer({ min: 1, max: 2 ** 14 });
  fc.assert(
    fc.property(whole, whole, (top, bottom) => {
      const common = greatestCommonDivisor(top, bottom);
      const lowest = bottom / common;
      expect(denominatorOf(top / bottom)).toBe(lowest);
      expect(denominatorOf(-top / bottom)).toBe(lowest);
    }),
    { numRuns: 2000 },
  );
});

test('decimals of up to nine places are read as they are written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 9 }), (digits, places) => {
      const written = Number(`${digits}e-${places}`);
      const lowest = 10 ** places / greatestCommonDivisor(digits, 10 ** places);
      expect(denominatorOf(written)).toBe(lowest);
    }),
    { numRuns: 2000 },
  );
});

test('noise in the last places is read through, and what is no fraction is not called one', () => {
  expect([0.1 + 0.2, 1 - 0.9, 0.24285714285714285, 3 / 7, 0, 5, -2.5].map(denominatorOf)).toEqual([
    10, 10, 70, 7, 1, 1, 2,
  ]);
  expect([Math.PI, Math.SQRT1_2, 1e-300, 2 ** 60, NaN, Infinity].map(denominatorOf)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(fractionsOf([0.5, Math.E])).toBe(null);
  expect(fractionsOf([0.5, 1 / 3, -2])).toEqual({ whole: Float64Array.of(3, 2, -12), over: 6 });
});

test('a multiple too large to be exact is infinite', () => {
  expect([leastCommonMultiple(4, 6), leastCommonMultiple(2 ** 40, 3 ** 20), leastCommonMultiple(Infinity, 3)]).toEqual([
    12,
    Infinity,
    Infinity,
  ]);
});
