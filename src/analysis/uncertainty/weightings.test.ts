import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../chance.ts';
import type { Profile, Scenario } from '../scenario.ts';
import { robustness, robustnessTogether, type Robustness } from './robustness.ts';
import { weightingsOf } from './weightings.ts';

const profile = (party: string, weights: readonly number[], values: readonly (readonly number[])[]): Profile => ({
  party,
  provenance: { kind: 'fictional' },
  weights,
  values: values.map((each) => ({ kind: 'table', values: each })),
  interactions: [],
  reservation: { kind: 'utility', utility: 4 },
});

const profiles = [
  profile(
    'Hill',
    [3, 2, 1],
    [
      [0, 1, 3],
      [2, 0],
      [0, 4],
    ],
  ),
  profile(
    'Vale',
    [1, 2, 3],
    [
      [3, 2, 0],
      [0, 2],
      [3, 0],
    ],
  ),
];

test('what is known of weights is sampled as it is known, and stated weights are off by up to the share', () => {
  const known = { kind: 'ranking', total: 1, ranking: [[2], [0], [1]] } as const;
  const drawn = weightingsOf(profiles, [known, null], 0.2, 500, seeded(3));
  for (const [hill = [], vale = []] of drawn) {
    expect(hill[2]! >= hill[0]! && hill[0]! >= hill[1]!).toBe(true);
    expect(hill.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
    vale.forEach((weight, i) => expect(Math.abs(weight / (i + 1) - 1)).toBeLessThanOrEqual(0.2));
  }
  const spread = drawn.map(([, vale]) => vale![0]!);
  expect(Math.min(...spread)).toBeLessThan(0.82);
  expect(Math.max(...spread)).toBeGreaterThan(1.18);
  expect(weightingsOf(profiles, [null, null], 0, 2, seeded(1))).toEqual([
    [
      [3, 2, 1],
      [1, 2, 3],
    ],
    [
      [3, 2, 1],
      [1, 2, 3],
    ],
  ]);
});

test('counted in parts it is the same as counted at once', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 23 }), fc.boolean(), (seed, cut, tied) => {
      const scenario: Scenario = {
        issues: [3, 2, 2].map((size, i) => ({
          kind: 'options',
          name: `issue ${i}`,
          options: Array.from({ length: size }, (_, a) => `${a}`),
        })),
        profiles,
        constraints: tied
          ? [{ kind: 'forbidden', name: 'x', answers: [0, 1].map((issue) => ({ issue, anyOf: [0] })) }]
          : [],
      };
      const weightings = weightingsOf(profiles, [null, null], 0.5, 24, seeded(seed));
      const packages = [
        [0, 0, 1],
        [2, 1, 0],
        [1, 1, 1],
      ];
      const counted = (some: typeof weightings) =>
        robustness(scenario, some, packages, { choices: ['nash', 'maxMin'] }) as readonly Robustness[];
      expect(robustnessTogether([counted(weightings.slice(0, cut)), counted(weightings.slice(cut))])).toEqual(
        counted(weightings),
      );
    }),
    { numRuns: 8 },
  );
});

test('what was not asked for is not counted', () => {
  const [one] = robustnessTogether([
    robustness(
      {
        issues: [{ kind: 'options', name: 'x', options: ['a', 'b'] }],
        profiles: [profile('A', [1], [[1, 5]]), profile('B', [1], [[5, 4]])],
        constraints: [],
      },
      [[[1], [1]]],
      [[1]],
    ) as readonly Robustness[],
  ]);
  expect([one?.nash, one?.maxMin, one?.acceptable?.of]).toEqual([null, null, 1]);
});
