import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded, type Profile, type Scenario } from '../../analysis/index.ts';
import type { Question } from './analysis.ts';
import { solutionNames, solutionsAmong } from './bargain.ts';
import { solutionByBounding } from './by-bounding.ts';
import { compile } from './compiled.ts';
import { frontiersOf } from './frontiers.ts';

/** Small scenarios in whole points, with interactions, a forbidden combination, and reservations that may lie between two points. */
function scenarioBy(seed: number, parties: number, between: readonly number[]): Scenario {
  const chance = seeded(seed);
  const whole = (most: number): number => Math.floor(chance() * (most + 1));
  const sizes = Array.from({ length: 4 }, () => 2 + whole(2));
  const reservation = (): Profile['reservation'] => {
    const kind = whole(3);
    if (kind === 0) return null;
    if (kind === 1) return { kind: 'package', package: sizes.map((size) => whole(size - 1)) };
    return { kind: 'utility', utility: 4 + whole(16) + between[whole(between.length - 1)]! };
  };
  const pairs = Array.from({ length: sizes[0]! }, () => Array.from({ length: sizes[1]! }, () => whole(5)));
  return {
    issues: sizes.map((size, i) => ({
      kind: 'options',
      name: `issue ${i}`,
      options: Array.from({ length: size }, (_, a) => `option ${a}`),
    })),
    profiles: Array.from({ length: parties }, (_, p) => ({
      party: `party ${p}`,
      provenance: { kind: 'fictional' },
      weights: sizes.map(() => 1),
      values: sizes.map((size) => ({ kind: 'table', values: Array.from({ length: size }, () => whole(12)) })),
      interactions: p === 0 ? [{ issues: [0, 1], values: pairs }] : [],
      reservation: reservation(),
    })),
    constraints: [
      {
        kind: 'forbidden',
        name: 'not both',
        answers: [
          { issue: 1, anyOf: [0] },
          { issue: 2, anyOf: [1] },
        ],
      },
    ],
  };
}

const questionOf = (scenario: Scenario): Question => ({
  scenario,
  ceilings: scenario.profiles.map(() => null),
  budget: 100_000,
  samples: 20,
});

test('what is proved by bounding is what the concept chooses over the whole frontier', () => {
  const proved = new Map<string, number>();
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 4 }), (seed, parties) => {
      const question = questionOf(scenarioBy(seed, parties, [0, 0.5, 0.25]));
      const compiled = compile(question);
      const { acceptable, all } = frontiersOf(compiled, question, () => undefined);
      if ('refused' in acceptable || 'refused' in all) throw new Error('it was refused');
      const exact = solutionsAmong(compiled, { acceptable, all });
      for (const [s, name] of solutionNames.entries()) {
        const found = solutionByBounding({ question, name, why: 'budget' });
        const wanted = exact[s]!.chosen.map(({ utilities }) => utilities);
        const chosen = found.chosen.map(({ utilities }) => utilities);
        expect(found.sentence).not.toMatch(/NaN|undefined|Infinity/);
        if (!found.proved || chosen.length === 0) continue;
        proved.set(name, (proved.get(name) ?? 0) + 1);
        for (const each of chosen) expect([name, wanted]).toEqual([name, expect.arrayContaining([each])]);
        const isAll = name === 'minimumSpread' || name === 'minimumDifference';
        expect([name, chosen.length]).toEqual([name, isAll ? wanted.length : 1]);
      }
    }),
    { numRuns: 60 },
  );
  for (const name of solutionNames) expect([name, (proved.get(name) ?? 0) > 10]).toEqual([name, name !== 'equalArea']);
});

test('equal areas are left open with the reason, but where there are no two parties', () => {
  const at = (parties: number) =>
    solutionByBounding({ question: questionOf(scenarioBy(1, parties, [0])), name: 'equalArea', why: 'budget' });
  expect(at(2)).toMatchObject({
    chosen: [],
    proved: false,
    sentence:
      'The equal-area solution needs the whole frontier, for it is defined by the areas under all of it; that would be larger than the budget, and so it is not worked out.',
  });
  expect(at(3)).toMatchObject({
    chosen: [],
    proved: true,
    sentence: 'The equal-area solution is defined for two parties only.',
  });
});

test('a reservation that no grid holds counts as the next step, and is said to', () => {
  const scenario = scenarioBy(2, 2, [0]);
  const [first, second] = scenario.profiles as [Profile, Profile];
  const odd = {
    ...scenario,
    profiles: [{ ...first, reservation: { kind: 'utility', utility: 4 * Math.PI } as const }, second],
  };
  const found = solutionByBounding({ question: questionOf(odd), name: 'nash', why: 'budget' });
  expect(found.proved).toBe(false);
  expect(found.sentence).toContain('a reservation between two steps of the grid counts as the next step');
  const utilitarian = solutionByBounding({ question: questionOf(odd), name: 'utilitarian', why: 'budget' });
  expect(utilitarian.proved).toBe(true);
});
