import fc from 'fast-check';
import type { Scenario } from '../../src/analysis/index.ts';

/** Scenarios of two sides with options alone, by chance. */
export const scenarios = fc
  .array(
    fc.record({
      weights: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })),
      values: fc.tuple(
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
      ),
    }),
    { minLength: 2, maxLength: 6 },
  )
  .map((issues): Scenario => ({
    issues: issues.map((_, i) => ({ kind: 'options', name: `issue ${i}`, options: ['a', 'b', 'c'] })),
    profiles: ([0, 1] as const).map((p) => {
      const total = issues.reduce((sum, { weights }) => sum + weights[p], 0);
      return {
        party: `side ${p}`,
        provenance: { kind: 'own' },
        weights: issues.map(({ weights }) => weights[p] / total),
        values: issues.map(({ values }) => ({ kind: 'table', values: values[p] })),
        interactions: [],
        reservation: { kind: 'utility', utility: 20 },
      };
    }),
    constraints: [],
  }));
