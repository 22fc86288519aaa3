import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../../chance.ts';
import { cancellation } from './cancellation.ts';
import { checkChoices } from './check-choices.ts';
import { differenceOf } from './choice.ts';
import { valuesFromChoices } from './choices.ts';
import { hybridWeights } from './hybrid-conjoint.ts';
import { valuesAgainstRanking, valuesFromRanking } from './ranked-options.ts';
import { swingsAgainstRanking, swingWeights } from './swing-weights.ts';
import type { Choice } from './choice.ts';
import type { Chance } from '../../chance.ts';

const rather = (first: readonly number[], second: readonly number[]): Choice => ({
  kind: 'rather',
  packages: [first, second],
});
const same = (first: readonly number[], second: readonly number[]): Choice => ({
  kind: 'same',
  packages: [first, second],
});

test('swing weights are the points over their sum, and a ranking that they break is named', () => {
  const names = ['price', 'date', 'place'];
  expect(swingWeights(names, [100, 60, 40])).toMatchObject({
    weights: [0.5, 0.3, 0.2],
    sentence: expect.stringContaining('price matters most: it carries 50%'),
  });
  expect(swingWeights(names, [50, 50, 0])).toMatchObject({
    sentence: expect.stringContaining('price and date matter most, alike'),
  });
  expect([[], [NaN, 1, 1], [1, -1, 1], [0, 0, 0]].map((points) => swingWeights(names, points))).toMatchObject(
    ['no-issues', 'not-a-number', 'negative', 'all-zero'].map((refused) => ({ refused })),
  );
  expect(swingsAgainstRanking(names, [100, 60, 40], [[0], [1, 2]])).toEqual([]);
  expect(swingsAgainstRanking(names, [100, 40, 60], [[0], [1], [2]])).toEqual([
    { above: 1, below: 2, sentence: 'date (40) is ranked above place (60), and its swing was given fewer points.' },
  ]);
});

test('ranked options lie at even steps, which is the mean of all values in that order', () => {
  const options = ['a', 'b', 'c', 'd'];
  expect(valuesFromRanking(options, [[2], [0, 3], [1]])).toMatchObject({ values: [0.5, 0, 1, 0.5] });
  expect(valuesFromRanking(options, [[0, 1], [2]])).toMatchObject({ refused: 'not-a-ranking' });
  expect(valuesAgainstRanking(options, [0.5, 0, 1, 0.5], [[2], [0, 3], [1]])).toEqual([]);
  expect(
    valuesAgainstRanking(options, [0.5, 0.6, 1, 0.4], [[2], [0, 3], [1]]).map(({ above, below }) => [above, below]),
  ).toEqual([
    [0, 3],
    [0, 1],
    [3, 1],
  ]);
  const chance = seeded(2);
  const inner = Array.from({ length: 20_000 }, () => Math.max(chance(), chance()));
  expect(inner.reduce((sum, each) => sum + each, 0) / inner.length).toBeCloseTo(2 / 3, 2);
});

test('choices that additive weights made are explained, and the values found agree with every one', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, count) => {
      const chance = seeded(seed);
      const sizes = [3, 2, 4];
      const truth = sizes.map((size) => Array.from({ length: size }, () => Math.floor(chance() * 6)));
      const choices = Array.from({ length: count }, () =>
        chosenBy(truth, packageOf(sizes, chance), packageOf(sizes, chance)),
      );
      expect(checkChoices(sizes, choices)).toEqual([]);
      fc.pre(choices.some((choice) => choice.kind === 'rather'));
      const found = valuesFromChoices(sizes, choices);
      if (!('weights' in found)) throw new Error(found.sentence);
      expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      const worth = (pack: readonly number[]): number =>
        pack.reduce((sum, a, i) => sum + found.weights[i]! * found.values[i]![a]!, 0);
      for (const { kind, packages } of choices) {
        const won = worth(packages[0]) - worth(packages[1]);
        expect(kind === 'same' ? Math.abs(won) < 1e-6 : won >= found.margin - 1e-6).toBe(true);
      }
      expect(found.margin).toBeGreaterThan(0);
    }),
  );
});

test('the order of choices and of issues changes nothing', () => {
  const choices = [rather([0, 0], [1, 1]), rather([1, 0], [2, 1]), same([0, 1], [2, 0])];
  const one = valuesFromChoices([3, 2], choices);
  const other = valuesFromChoices(
    [2, 3],
    choices.toReversed().map(({ kind, packages: [a, b] }) => ({ kind, packages: [a.toReversed(), b.toReversed()] })),
  );
  if (!('weights' in one) || !('weights' in other)) throw new Error('not explained');
  other.weights.toReversed().forEach((weight, i) => expect(weight).toBeCloseTo(one.weights[i]!, 8));
});

test('choices that go round are named as the shortest circle', () => {
  const [a, b, c, d] = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const;
  const problems = checkChoices([2, 2], [rather(a, b), rather(c, d), rather(b, d), same(d, c), rather(d, a)]);
  expect(problems).toMatchObject([{ reason: 'intransitive', choices: [1, 3] }]);
  const three = checkChoices([2, 2], [rather(a, b), rather(b, d), rather(d, a)]);
  expect(three).toMatchObject([{ reason: 'intransitive', choices: [0, 1, 2] }]);
  expect(three[0]!.sentence).toMatch(/^Choices 1, 2 and 3 go round in a circle/);
});

test('transitive choices that no additive weights explain are found, with the counting that proves it', () => {
  // Better with the first answer of the second issue under one answer of the first, worse under the other.
  const choices = [rather([0, 2], [1, 2]), rather([0, 0], [0, 1]), rather([1, 1], [1, 0])];
  const problems = checkChoices([2, 3], choices);
  expect(problems).toMatchObject([{ reason: 'not-additive', choices: [1, 2], times: [1, 1], smallest: true }]);
  expect(valuesFromChoices([2, 3], choices)).toMatchObject({ refused: 'not-explained', problems });
});

test('sets that no additive weights explain are the smallest of all, and their multiples cancel exactly', () => {
  const sizes = [2, 3, 2];
  let faulty = 0;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const chance = seeded(seed);
      const choices = Array.from({ length: 7 }, (_, c): Choice => ({
        kind: c === 6 ? 'same' : 'rather',
        packages: [packageOf(sizes, chance), packageOf(sizes, chance)],
      }));
      const problems = checkChoices(sizes, choices);
      const explained = (chosen: readonly number[]): boolean =>
        separable(
          sizes,
          chosen.map((c) => choices[c]!),
        );
      if (problems.some((problem) => problem.reason === 'same-package' || problem.reason === 'intransitive')) return;
      const whole = choices.map((_, c) => c);
      expect(explained(whole)).toBe(problems.length === 0);
      if (problems.length === 0) return;
      faulty++;
      for (const problem of problems) {
        if (problem.reason !== 'not-additive') throw new Error(problem.reason);
        for (const left of problem.choices) expect(explained(problem.choices.filter((c) => c !== left))).toBe(true);
        const signs = signedSums(
          sizes,
          problem.choices.map((c) => choices[c]!),
          problem.times,
        );
        expect(signs).toContain(true);
      }
    }),
    { numRuns: 80, seed: 5 },
  );
  expect(faulty).toBeGreaterThan(10);
});

test('cancelling multiples are exact: one for each column that must, none where numbers keep all positive', () => {
  expect(
    cancellation([
      { numbers: [1, -1], free: false },
      { numbers: [-2, 2], free: false },
    ]),
  ).toEqual([2n, 1n].map((each) => expect.toSatisfy((found: bigint) => found % each === 0n && found > 0n)));
  expect(
    cancellation([
      { numbers: [1, -1], free: false },
      { numbers: [1, 2], free: false },
    ]),
  ).toBe(null);
  expect(
    cancellation([
      { numbers: [1, 0], free: false },
      { numbers: [1, 0], free: true },
    ]),
  ).not.toBe(null);
});

test('ratings that follow the stated weights leave them, and others draw them their way', () => {
  const values = [
    [0, 1],
    [0, 1],
    [0, 1],
  ];
  const stated = { weights: [50, 30, 20], values };
  const rated = (weights: readonly number[]) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((k) => {
      const pack = [k & 1, (k >> 1) & 1, (k >> 2) & 1];
      return { package: pack, rating: 2 + 0.1 * pack.reduce((sum, a, i) => sum + a * weights[i]!, 0) };
    });
  const kept = hybridWeights(stated, rated([50, 30, 20]));
  if (!('weights' in kept)) throw new Error(kept.sentence);
  kept.weights.forEach((weight, i) => expect(weight).toBeCloseTo(stated.weights[i]!, 9));
  expect(kept.explained.before).toBeCloseTo(1, 9);
  const drawn = hybridWeights(stated, rated([20, 30, 50]), 0.1);
  if (!('weights' in drawn)) throw new Error(drawn.sentence);
  expect(drawn.weights[0]).toBeLessThan(30);
  expect(drawn.weights[2]).toBeGreaterThan(35);
  expect(drawn.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
  expect(drawn.explained.after).toBeGreaterThan(drawn.explained.before);
  const trusted = hybridWeights(stated, rated([20, 30, 50]), 1e9);
  if (!('weights' in trusted)) throw new Error(trusted.sentence);
  trusted.weights.forEach((weight, i) => expect(weight).toBeCloseTo(stated.weights[i]!, 4));
  // Where ratings speak against a weight it is 0, and what is told is explained by the weights that are returned.
  const packs = [0, 1, 2, 3, 4, 5, 6, 7].map((k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1]);
  const against = hybridWeights(
    { weights: [1, 1, 1], values },
    packs.map((pack) => ({ package: pack, rating: 3 * pack[0]! + 3 * pack[1]! - 2 * pack[2]! })),
    0.05,
  );
  if (!('weights' in against)) throw new Error(against.sentence);
  expect(against.weights[2]).toBe(0);
  expect(against.explained.after).toBeCloseTo(18 / 22, 2);
  expect(hybridWeights(stated, rated([-50, -30, -20]))).toMatchObject({ refused: 'ratings-against-statement' });
  expect(hybridWeights(stated, rated([0, 0, 0]))).toMatchObject({ refused: 'ratings-do-not-differ' });
  expect(hybridWeights(stated, rated([1, 1, 1]).slice(6))).toMatchObject({ refused: 'too-few-ratings' });
  expect(hybridWeights(stated, [{ package: [0, 0, 2], rating: 1 }])).toMatchObject({ refused: 'rating-shape' });
});

function packageOf(sizes: readonly number[], chance: Chance): readonly number[] {
  return sizes.map((size) => Math.floor(chance() * size));
}

function chosenBy(truth: readonly (readonly number[])[], one: readonly number[], other: readonly number[]): Choice {
  const worth = (pack: readonly number[]): number => pack.reduce((sum, a, i) => sum + truth[i]![a]!, 0);
  if (worth(one) === worth(other)) return same(one, other);
  return worth(one) > worth(other) ? rather(one, other) : rather(other, one);
}

// The perceptron rule ends exactly if some values explain the choices; equal pairs are asked for by projection.
function separable(sizes: readonly number[], choices: readonly Choice[]): boolean {
  const columns = choices.map((choice) => ({ numbers: differenceOf(sizes, choice), strict: choice.kind === 'rather' }));
  const flat = columns.filter((each) => !each.strict && each.numbers.some((n) => n !== 0)).map((each) => each.numbers);
  const project = (numbers: readonly number[]): readonly number[] =>
    flat.reduce<readonly number[]>((left, by) => {
      const factor = dot(left, by) / dot(by, by);
      return left.map((each, j) => each - factor * by[j]!);
    }, numbers);
  const asked = columns.filter((each) => each.strict).map((each) => project(each.numbers));
  let values = sizes.flatMap((size) => Array.from({ length: size }, () => 0));
  for (let round = 0; round < 2000; round++) {
    const missed = asked.filter((numbers) => dot(numbers, values) <= 1e-9);
    if (missed.length === 0) return true;
    values = values.map((each, j) => each + missed[0]![j]!);
  }
  return false;
}

// Whether the choices, counted so often, cancel for one of the ways to read those that say "the same".
function signedSums(
  sizes: readonly number[],
  choices: readonly Choice[],
  times: readonly number[],
): readonly boolean[] {
  const free = choices.map((choice) => choice.kind === 'same');
  return [1, -1].map((sign) => {
    const sums = choices
      .map((choice, k) => differenceOf(sizes, choice).map((each) => each * times[k]! * (free[k] ? sign : 1)))
      .reduce((one, other) => one.map((each, j) => each + other[j]!));
    return sums.every((each) => each === 0);
  });
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, each, j) => sum + each * b[j]!, 0);
}
