import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Scenario } from '../../../analysis/index.ts';
import { scenarios } from '../../../../tests/support/frontier-scenarios.ts';
import { moving, pictureOf, type Picture } from './picture.ts';
import { received, worker } from './work.ts';

const told = ({ size, totalsAt, packageAt, ...rest }: Picture) => ({
  ...rest,
  places: Array.from({ length: size }, (_, place) => [totalsAt(place), packageAt(place)]),
});

test('what goes from one thread to another is the picture, whole or with a weight on its way, whichever was left out', () => {
  fc.assert(
    fc.property(scenarios, fc.nat(1), fc.array(fc.integer({ min: 0, max: 100 })), (scenario, side, percents) => {
      const dance = [{ party: side, pack: scenario.issues.map(() => 1) }];
      const work = worker();
      const picture = (weight: Parameters<typeof work>[0]['weight']): Picture =>
        received(structuredClone(work({ dance, scenario, weight })));
      expect(told(picture(null))).toEqual(told(pictureOf({ dance }, scenario)));
      percents.forEach((percent, at) => {
        const [held, issue] = [Math.floor(at / 3), Math.floor(at / 3) % scenario.issues.length];
        expect(told(picture({ held, side, issue, to: percent / 100 }))).toEqual(
          told(moving({ dance }, scenario, side, issue)(percent / 100)),
        );
      });
    }),
    { numRuns: 40 },
  );
});

test('an issue may have more answers than two bytes can number', () => {
  const values = (from: number, to: number) =>
    [
      {
        kind: 'piecewise',
        points: [
          { at: 0, value: from },
          { at: 70_000, value: to },
        ],
      },
    ] as const;
  const scenario: Scenario = {
    issues: [{ kind: 'range', name: 'price', from: 0, to: 70_000, step: 1 }],
    profiles: [values(0, 70_000), values(70_000, 0)].map((of, p) => ({
      party: `side ${p}`,
      provenance: { kind: 'own' },
      weights: [1],
      values: of,
      interactions: [],
      reservation: null,
    })),
    constraints: [],
  };
  const picture = received(structuredClone(worker()({ dance: [], scenario, weight: null })));
  expect(picture.size).toBe(70_001);
  expect([picture.packageAt(0), picture.packageAt(70_000)].flat().toSorted((a, b) => a - b)).toEqual([0, 70_000]);
});
