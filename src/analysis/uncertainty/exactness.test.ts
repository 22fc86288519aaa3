import { expect, test } from 'vitest';
import type { Scenario } from '../scenario.ts';
import { whatWouldMakeAcceptable } from './acceptance.ts';
import { robustness, robustnessInWords } from './robustness.ts';
import { wilson } from './wilson.ts';

test('packages with equal totals are counted alike, however their numbers were written', () => {
  const options = (name: string) => ({ kind: 'options', name, options: ['no', 'yes'] }) as const;
  const side = (party: string, values: readonly number[]): Scenario['profiles'][number] => ({
    party,
    provenance: { kind: 'fictional' },
    weights: [1, 1, 1],
    values: ['a', 'b', 'c'].map(() => ({ kind: 'table', values })),
    interactions: [],
    reservation: { kind: 'utility', utility: 0 },
  });
  const scenario: Scenario = {
    issues: ['a', 'b', 'c'].map(options),
    profiles: [side('Ana', [0, 1]), side('Ben', [1, 0])],
    constraints: [],
  };
  for (const weights of [
    [0.1, 0.2, 0.3],
    [0.3, 0.6, 0.9],
    [1 / 7, 2 / 7, 3 / 7],
  ]) {
    const found = robustness(
      scenario,
      [[weights, [0.25, 0.25, 0.5]]],
      [
        [1, 1, 0],
        [0, 0, 1],
      ],
    );
    if ('refused' in found) throw new Error(found.refused);
    expect(found.map(({ efficient }) => efficient.times)).toEqual([1, 1]);
  }
});

test('what was not decided is told for each choice, and no share is made of it', () => {
  const often = (times: number, of: number) => ({
    times,
    of,
    share: of === 0 ? 0 : times / of,
    interval: wilson(times, of),
  });
  const words = robustnessInWords('It', {
    package: [0],
    samples: 100,
    efficient: often(90, 100),
    acceptable: often(100, 100),
    nash: often(0, 0),
    maxMin: often(5, 5),
  });
  expect(words).not.toMatch(/product of gains in/);
  expect(words).toContain('In 100 it was not decided whether it has the largest product of gains.');
  expect(words).toContain('In 95 it was not decided whether it has the largest least gain.');
});

test('all of the weight on one issue is enough where it just suffices, in whatever order the issues stand', () => {
  for (const order of [
    [0, 1, 2],
    [1, 2, 0],
    [2, 1, 0],
  ]) {
    const weights = order.map((i) => [0.7, 0.2, 0.1][i]!);
    const pack = order.map((i) => (i === 2 ? 1 : 0));
    const found = whatWouldMakeAcceptable(
      {
        issues: order.map((i) => ({ kind: 'options', name: `issue ${i}`, options: ['no', 'yes'] })),
        profiles: [
          {
            party: 'Ana',
            provenance: { kind: 'fictional' },
            weights,
            values: order.map(() => ({ kind: 'table', values: [0, 1] })),
            interactions: [],
            reservation: { kind: 'utility', utility: 1 },
          },
        ],
        constraints: [],
      },
      pack,
    );
    expect(found).toMatchObject([{ standing: { kind: 'short', weights: { distance: expect.closeTo(1.8, 6) } } }]);
  }
});
