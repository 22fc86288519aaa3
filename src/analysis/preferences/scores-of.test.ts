import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachPackage, outcomesOf, totalsOf } from '../scores.ts';
import { scoresOf, utilityOf } from './scores-of.ts';
import type { Profile, Scenario } from '../scenario.ts';

test('the points of people are held as they stand', () => {
  const { scores, notes } = scoresOf(
    scenarioOf(
      [[60, 40]],
      [
        [
          [0, 100],
          [100, 25],
        ],
      ],
    ),
  );
  expect(scores.of[0]!.map((issue) => [...issue])).toEqual([
    [0, 6000],
    [4000, 1000],
  ]);
  expect([scores.step, scores.error, notes]).toEqual([1, 0, []]);
});

test('0.1 + 0.2 ties with 0.3, and the grid is the coarsest that holds the numbers', () => {
  const { scores } = scoresOf(
    scenarioOf(
      [[1, 1, 0.5]],
      [
        [
          [0.1, 0.3],
          [0.2, 0],
          [17 / 70, 3 / 7],
        ],
      ],
    ),
  );
  expect(scores.error).toBe(0);
  expect(Math.round(1 / scores.step)).toBe(140);
  expect(totalsOf(scores, [0, 0, 0])).toEqual(totalsOf(scores, [1, 1, 0]));
  expect(utilityOf(scores, totalsOf(scores, [1, 1, 0])![0]!)).toBe(0.3 + 17 / 140);
});

const fraction = (most: number) => fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 1, max: most }));
const party = fc.record({
  weights: fc.array(fraction(60), { minLength: 3, maxLength: 3 }),
  values: fc.array(fc.array(fraction(30), { minLength: 2, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
  added: fc.array(fraction(12), { minLength: 4, maxLength: 4 }),
});

test('totals of fractions equal sums of exact fractions whenever the grid says that it is exact', () => {
  let exact = 0;
  fc.assert(
    fc.property(party, party, (one, other) => {
      const parties = [one, other];
      const scenario = scenarioOf(
        parties.map(({ weights }) => weights.map(divided)),
        parties.map(({ values }) => values.map((each) => each.map(divided))),
        parties.map(({ added }) => [
          { issues: [2, 0] as const, values: [added.slice(0, 2).map(divided), added.slice(2).map(divided)] },
        ]),
      );
      const { scores } = scoresOf(scenario);
      if (scores.error > 0) return;
      exact++;
      const over = BigInt(Math.round(1 / scores.step));
      for (const pack of eachPackage(scores.sizes))
        totalsOf(scores, pack)!.forEach((total, p) => {
          const { weights, values, added } = parties[p]!;
          const terms = weights.map(([top, bottom], i) => {
            const [above, below] = values[i]![pack[i]!]!;
            return [BigInt(top) * BigInt(above), BigInt(bottom) * BigInt(below)] as const;
          });
          const [top, bottom] = added[2 * pack[2]! + pack[0]!]!;
          const [above, below] = [...terms, [BigInt(top), BigInt(bottom)] as const].reduce(([a, b], [c, d]) => [
            a * d + c * b,
            b * d,
          ]);
          expect(BigInt(total) * below).toBe(above * over);
        });
    }),
    { numRuns: 200 },
  );
  expect(exact).toBeGreaterThan(100);
});

test('numbers of no short form are within the stated error of exact sums, and rounding is told', () => {
  const real = fc.double({ min: 0, max: 1, noNaN: true });
  const table = fc.array(fc.array(real, { minLength: 3, maxLength: 3 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(real, { minLength: 4, maxLength: 4 }), table, (weights, values) => {
      const { scores, notes } = scoresOf(scenarioOf([weights], [values]));
      expect(notes.some((note) => note.kind === 'rounded')).toBe(scores.error > 0);
      // A double is a whole number of 2^-1074ths; 2^1100 holds every product here closely enough to compare.
      const pack = [0, 1, 2, 0];
      const exactly = weights.reduce((sum, w, i) => sum + scaled(w, 600n) * scaled(values[i]![pack[i]!]!, 600n), 0n);
      const total = BigInt(totalsOf(scores, pack)![0]!);
      const missed = total * scaled(scores.step, 1200n) - exactly;
      const slack = 8n * 2n ** 1151n;
      expect(missed < 0n ? -missed : missed).toBeLessThanOrEqual(scaled(scores.error, 1200n) + slack);
    }),
    { numRuns: 200 },
  );
});

test('numbers too small to multiply are rounded to nothing, with an error that says so', () => {
  const { scores } = scoresOf(scenarioOf([[5e-324]], [[[0.3, 0.1]]]));
  expect([...scores.of[0]![0]!]).toEqual([0, 0]);
  expect(scores.error > 0 && scores.error < 1e-290).toBe(true);
});

test('the order of parties, issues and answers changes nothing but the order of scores', () => {
  const whole = fc.integer({ min: 0, max: 40 });
  const table = fc.array(fc.array(whole, { minLength: 2, maxLength: 4 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      table,
      fc.array(whole, { minLength: 3, maxLength: 3 }),
      fc.integer({ min: 1, max: 13 }),
      (t, w, over) => {
        const values = t.map((each) => each.map((v) => v / over));
        const others = values.map((each) => each.map((v) => 1 - v));
        const forth = scoresOf(scenarioOf([w, [1, 2, 3]], [values, others])).scores;
        const back = scoresOf(
          scenarioOf(
            [[3, 2, 1], w.toReversed()],
            [others, values].map((each) => each.map((v) => v.toReversed()).toReversed()),
          ),
        ).scores;
        expect([back.step, back.error]).toEqual([forth.step, forth.error]);
        const turned = back.of.map((each) => each.map((scores) => [...scores].reverse()).reverse()).reverse();
        expect(turned).toEqual(forth.of.map((each) => each.map((scores) => [...scores])));
      },
    ),
  );
});

test('a reservation is held as exactly as the points, and one that was rounded is reached by what it was rounded from', () => {
  const values = [0.6, 1].map((most) => [0, most]).toReversed();
  const reserved = (utility: number): readonly [floor: number, steps: number] => {
    const { scores } = scoresOf(scenarioOf([[0.35, 0.65]], [values], undefined, [{ kind: 'utility', utility }]));
    return [scores.floors[0]!, Math.round(1 / scores.step)];
  };
  // Totals of 0.35 and 0.39 are whole hundredths.
  expect([0.39, 0.35, 0].map(reserved)).toEqual([39, 35, 0].map((floor) => [floor, 100]));
  expect(reserved(0.3901)).toEqual([3901, 10_000]);
  // A tolerance of 1e-9 of what the party has at stake: 0.39 reaches it.
  const [floor, steps] = reserved(0.3900000001);
  expect(floor / steps).toBeLessThanOrEqual(0.39);
  expect(floor / steps).toBeGreaterThan(0.39 - 2e-9);
});

test('a package reserved is worth what it would be worth as an agreement, and an unknown one never binds', () => {
  const added = [
    {
      issues: [0, 1] as const,
      values: [
        [0, 0],
        [5, -2.5],
      ],
    },
  ];
  const { scores } = scoresOf(
    scenarioOf(
      [
        [2, 3],
        [1, 1],
      ],
      [
        [
          [0, 4],
          [1, 2],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ],
      [added, []],
      [{ kind: 'package', package: [1, 1] }, null],
    ),
  );
  expect(scores.floors).toEqual([totalsOf(scores, [1, 1])![0], -Infinity]);
  expect(utilityOf(scores, scores.floors[0]!)).toBe(8 + 6 - 2.5);
});

test('constraints allow exactly the packages that they say', () => {
  const place = fc.integer({ min: 0, max: 2 });
  const answer = fc.record({ issue: place, anyOf: fc.uniqueArray(place, { minLength: 1, maxLength: 2 }) });
  const constraint = fc.record({
    kind: fc.constantFrom('forbidden' as const, 'required' as const),
    name: fc.constant('c'),
    answers: fc.uniqueArray(answer, { minLength: 1, maxLength: 3, selector: ({ issue }) => issue }),
  });
  fc.assert(
    fc.property(fc.array(constraint, { maxLength: 4 }), (constraints) => {
      const three = [0, 1, 2].map(() => [0, 1, 2]);
      const { scores } = scoresOf({ ...scenarioOf([[1, 1, 1]], [three]), constraints });
      for (const pack of eachPackage(scores.sizes)) {
        const met = constraints.every(({ kind, answers }) => {
          const given = answers.map(({ issue, anyOf }) => anyOf.includes(pack[issue]!));
          return kind === 'required' ? given.some(Boolean) : !given.every(Boolean);
        });
        expect(totalsOf(scores, pack) !== null).toBe(met);
      }
      expect(new Set(scores.bonds.map((bond) => bond.scope.join())).size).toBe(scores.bonds.length);
    }),
  );
});

test('a range without a step is sampled at its ends, even steps and every bend, and lines are reckoned exactly', () => {
  const line = (bend: number): Profile['values'] => [
    {
      kind: 'piecewise',
      points: [
        { at: 0, value: 0 },
        { at: bend, value: 1 },
        { at: 1, value: 0.5 },
      ],
    },
  ];
  const profiles = [0.3, 0.55].map((bend, p) => ({ ...profileOf(`P${p}`, [3], []), values: line(bend) }));
  const issues = [{ kind: 'range', name: 'share', from: 0, to: 1, step: null } as const];
  const { scores, answers, notes } = scoresOf({ issues, profiles, constraints: [] }, { samples: 10 });
  expect(answers[0]).toMatchObject({
    numbers: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 1],
    sampled: { steps: 10, bends: 1 },
  });
  expect(notes.map((note) => note.kind)).toEqual(['weights-as-they-stand', 'weights-as-they-stand', 'sampled']);
  expect(scores.error).toBe(0);
  expect(utilityOf(scores, scores.of[0]![0]![1]!)).toBe(1);
  expect(outcomesOf(scores)).toBe(12n);
});

function divided([top, bottom]: readonly [number, number]): number {
  return top / bottom;
}

function scaled(number: number, bits: bigint): bigint {
  let exponent = 0;
  let mantissa = number;
  while (!Number.isInteger(mantissa)) [mantissa, exponent] = [mantissa * 2, exponent + 1];
  const shift = bits - BigInt(exponent);
  return shift >= 0n ? BigInt(mantissa) << shift : BigInt(mantissa) >> -shift;
}

function scenarioOf(
  weights: readonly (readonly number[])[],
  values: readonly (readonly (readonly number[])[])[],
  interactions: readonly Profile['interactions'][] = [],
  reservations: readonly Profile['reservation'][] = [],
): Scenario {
  return {
    issues: values[0]!.map((each, i) => ({ kind: 'options', name: `I${i}`, options: each.map((_, a) => `a${a}`) })),
    profiles: weights.map((each, p) => ({
      ...profileOf(`P${p}`, each, values[p]!),
      interactions: interactions[p] ?? [],
      reservation: reservations[p] ?? null,
    })),
    constraints: [],
  };
}

function profileOf(party: string, weights: readonly number[], values: readonly (readonly number[])[]): Profile {
  return {
    party,
    provenance: { kind: 'fictional' },
    weights,
    values: values.map((each) => ({ kind: 'table', values: each })),
    interactions: [],
    reservation: null,
  };
}

test('weights of 1 throughout are no weights, and nothing is noted of what they sum to', () => {
  const issues = ['a', 'b', 'c'].map((name) => ({ kind: 'options', name, options: ['yes', 'no'] }) as const);
  const notesWith = (weights: readonly number[]) =>
    scoresOf({
      issues,
      profiles: [
        profileOf('P', weights, [
          [7, 0],
          [5, 0],
          [0, 3],
        ]),
      ],
      constraints: [],
    }).notes;
  expect(notesWith([1, 1, 1])).toEqual([]);
  expect(notesWith([1, 1, 2]).map(({ kind }) => kind)).toEqual(['weights-as-they-stand']);
});
