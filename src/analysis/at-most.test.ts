import fc from 'fast-check';
import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('a bound in words is never below the bound, and hardly above', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (bound) => {
      const told = Number(atMost(bound));
      expect(told).toBeGreaterThanOrEqual(bound * (1 - 1e-11));
      expect(told).toBeLessThanOrEqual(bound * 1.011);
    }),
  );
  expect([0, 0.03, 2.571428, 7.3011857, 3.2e-6, 1234.5, 0.1 + 0.2].map(atMost)).toEqual([
    '0',
    '0.03',
    '2.58',
    '7.31',
    '0.0000032',
    '1240',
    '0.3',
  ]);
});
