import { expect, test } from 'vitest';
import { seeded } from '../../chance.ts';
import { answersOf } from '../answers.ts';
import { learnByBayes } from './bayesian.ts';
import { learnByFrequency } from './frequency.ts';
import { shapesOn } from './shapes.ts';
import type { Learnt, NothingLearnt, OffersMade } from './offers.ts';

const models = [
  ['frequency', learnByFrequency],
  ['Bayesian', (made: OffersMade) => learnByBayes(made)],
] as const;

const concessions = [
  ['evenly to half', (time: number) => 1 - 0.5 * time],
  ['a little', (time: number) => 1 - 0.2 * time],
  ['late', (time: number) => 1 - 0.5 * time ** 3],
  ['early', (time: number) => 1 - 0.4 * Math.sqrt(time)],
] as const;
const ways = models.flatMap(([name, learn]) => concessions.map(([way, asked]) => [name, way, learn, asked] as const));

test.each(ways)(
  'the %s model recovers the order of weights far better than chance from a side that concedes %s',
  (_, __, learn, asked) => {
    const found = Array.from({ length: 80 }, (_, seed) => {
      const { made, weights } = conceding(seed, asked);
      return rankCorrelation(weights, learntFrom(learn(made)).profile.weights);
    });
    const { mean, error } = meanOf(found);
    // By chance the mean would be 0, give or take its standard error.
    expect(mean).toBeGreaterThan(6 * error);
    expect(mean).toBeGreaterThan(0.25);
  },
);

test.each(models)('the %s model finds the best answer of an issue far more often than chance', (_, learn) => {
  const right = Array.from({ length: 100 }, (_, seed) => {
    const { made, values } = conceding(seed);
    const { profile } = learntFrom(learn(made));
    const hits = values.filter((each, i) => bestOf(each) === bestOf(tableOf(profile.values[i]!)));
    return hits.length / values.length;
  });
  const { mean, error } = meanOf(right);
  // One answer in five would be right by chance.
  expect(mean - 0.2).toBeGreaterThan(6 * error);
  expect(mean).toBeGreaterThan(0.6);
});

test.each(models)('the %s model does not depend on the order of the issues', (_, learn) => {
  const { made } = conceding(3);
  const turned: OffersMade = {
    ...made,
    issues: made.issues.toReversed(),
    answers: made.answers.toReversed(),
    offers: made.offers.map((pack) => pack.toReversed()),
  };
  const back = learntFrom(learn(turned)).profile.weights.toReversed();
  learntFrom(learn(made)).profile.weights.forEach((weight, i) => expect(back[i]).toBeCloseTo(weight, 12));
});

test.each(models)('what the %s model says is labelled as learnt, with how sure it is', (_, learn) => {
  const { made } = conceding(1);
  const learnt = learntFrom(learn(made));
  expect(learnt.profile.provenance).toMatchObject({
    kind: 'learnt',
    from: expect.stringMatching(/^20 offers of Upstream, .* model$/),
  });
  expect(learnt.profile.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  expect(learnt.sureness).toBeGreaterThan(0);
  expect(learnt.sureness).toBeLessThanOrEqual(1);
  expect(learnt.sentence).toMatch(/^Learnt from 20 offers of Upstream/);
  expect(learn({ ...made, offers: made.offers.slice(0, 1) })).toMatchObject({ refused: 'too-few-offers' });
  expect(learn({ ...made, offers: [...made.offers, [9, 0, 0, 0, 0]] })).toMatchObject({ refused: 'offer-shape' });
});

test('the frequency model counts as published: what stays gains, and an answer is worth how often it was offered', () => {
  const answers = [2, 2].map((size) =>
    answersOf({ kind: 'options', name: 'x', options: Array.from({ length: size }, (_, a) => `${a}`) }),
  );
  const learnt = learntFrom(
    learnByFrequency({
      party: 'A',
      issues: ['x', 'y'],
      answers,
      offers: [
        [0, 0],
        [0, 1],
      ],
    }),
  );
  // (0.5 + 0.1) / 1.1 and 0.5 / 1.1.
  expect(learnt.profile.weights[0]).toBeCloseTo(0.6 / 1.1, 12);
  expect(learnt.profile.values).toEqual([
    { kind: 'table', values: [1, 1 / 3] },
    { kind: 'table', values: [1, 1] },
  ]);
  expect(learnt.sureness).toBe(null);
});

test('a side that never moves says the same throughout', () => {
  const answers = [2, 2].map((size) =>
    answersOf({ kind: 'options', name: 'x', options: Array.from({ length: size }, (_, a) => `${a}`) }),
  );
  const offers = Array.from({ length: 8 }, () => [0, 1]);
  expect(learntFrom(learnByFrequency({ party: 'A', issues: ['x', 'y'], answers, offers })).sureness).toBe(1);
});

test('shapes rise, fall or peak once, from 0 to 1', () => {
  expect(shapesOn(3)).toEqual([
    [1, 0.5, 0],
    [0, 1, 0],
    [0, 0.5, 1],
  ]);
  expect(shapesOn(1)).toEqual([[1]]);
  expect(shapesOn(1000)).toHaveLength(21);
});

// A side with random weights whose values rise or fall, that asks for what it wants at each time, from 0 to 1, as a share of its best.
function conceding(
  seed: number,
  asks: (time: number) => number = (time) => 1 - 0.5 * time,
): {
  made: OffersMade;
  weights: readonly number[];
  values: readonly (readonly number[])[];
} {
  const chance = seeded(seed + 1);
  const raw = Array.from({ length: 5 }, () => 0.1 + chance());
  const sum = raw.reduce((total, each) => total + each, 0);
  const weights = raw.map((each) => each / sum);
  const values = weights.map(() => {
    const inner = [chance(), chance(), chance()].sort((a, b) => a - b);
    const rising = [0, ...inner, 1];
    return chance() < 0.5 ? rising : rising.reverse();
  });
  const worth = (pack: readonly number[]): number =>
    pack.reduce((total, a, i) => total + weights[i]! * values[i]![a]!, 0);
  const offers = Array.from({ length: 20 }, (_, k) => {
    const asked = asks(k / 19);
    // The first of random packages that comes within 0.02 of what is asked; the best package first of all.
    for (let attempt = 0; k > 0 && attempt < 20_000; attempt++) {
      const pack = values.map(() => Math.floor(chance() * 5));
      if (Math.abs(worth(pack) - asked) <= 0.02 + attempt / 40_000) return pack;
    }
    return values.map(bestOf);
  });
  const issues = weights.map((_, i) => `issue ${i}`);
  const answers = issues.map((name) => answersOf({ kind: 'options', name, options: ['a', 'b', 'c', 'd', 'e'] }));
  return { made: { party: 'Upstream', issues, answers, offers }, weights, values };
}

function learntFrom(found: Learnt | NothingLearnt): Learnt {
  if ('refused' in found) throw new Error(found.sentence);
  return found;
}

function tableOf(value: Learnt['profile']['values'][number]): readonly number[] {
  return value.kind === 'table' ? value.values : [];
}

function bestOf(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const ranks = (numbers: readonly number[]): readonly number[] =>
    numbers.map((each) => numbers.filter((n) => n < each).length + numbers.filter((n) => n === each).length / 2);
  const [a, b] = [ranks(one), ranks(other)];
  const middle = one.length / 2;
  const [ab, aa, bb] = [
    [a, b],
    [a, a],
    [b, b],
  ].map(([x, y]) => x!.reduce((sum, each, i) => sum + (each - middle) * (y![i]! - middle), 0));
  return aa === 0 || bb === 0 ? 0 : ab! / Math.sqrt(aa! * bb!);
}

function meanOf(numbers: readonly number[]): { mean: number; error: number } {
  const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const variance = numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (numbers.length - 1);
  return { mean, error: Math.sqrt(variance / numbers.length) };
}
