import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, inOrder, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { seeded } from '../chance.ts';
import type { Frontier } from '../points.ts';
import type { Scores } from '../scores.ts';
import { frontierOf } from './frontier.ts';
import { sliderOf, type Slider, type SliderStart } from './slider.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

test('where nothing needs rounding, a move equals computing everything anew', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 2, max: 5 }), fc.integer({ min: 0, max: 4 }), (seed, parties, weight) => {
      const chance = seeded(seed);
      const plain = randomScores(chance, { parties, issues: 4, answers: 4, bonds: 1, floors: true, most: 6 });
      const party = Math.floor(chance() * parties);
      const issue = Math.floor(chance() * 4);
      const bonds = plain.bonds.filter(({ scope }) => !scope.includes(issue)).map((bond) => ({ ...bond, of: null }));
      // The weight is 2 and the others sum to 3: from weight 2 to w, the rest goes from 3 to 5 − w, and the scores are thirds.
      const scores = weighted({ ...plain, bonds }, party, issue, 2, 3);
      const moved = weighted({ ...plain, bonds }, party, issue, weight, 5 - weight);
      const frontier = slider(scores, { party, issue, weight: 2, others: 3 }).at(weight);
      const brute = bruteForce(moved);
      expect(frontier.exact).toBe(true);
      expect(pointsOf(frontier)).toEqual(brute.points);
      for (let place = 0; place < frontier.size; place++) {
        const packages = inOrder(frontier.packagesAt(place));
        expect(packages).toEqual(brute.packages[place]);
        expect(packages).toContainEqual(frontier.packageAt(place));
      }
    }),
    { numRuns: 300 },
  );
});

test('otherwise it is within the two steps that it states', () => {
  fc.assert(
    fc.property(
      seeds,
      fc.integer({ min: 2, max: 4 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (seed, parties, weight) => {
        const scores = randomScores(seeded(seed), { parties, issues: 4, answers: 4, most: 50 });
        const frontier = slider(scores, { party: 0, issue: 1, weight: 3, others: 7 }).at(weight);
        const exactly = scores.of.map((of, p) =>
          of.map((column, i) => (p === 0 ? column.map((s) => s * (i === 1 ? weight / 3 : (10 - weight) / 7)) : column)),
        );
        const brute = bruteForce({ ...scores, of: exactly });
        const within = frontier.exact === true ? 0 : frontier.exact.within;
        expect(within).toBeLessThanOrEqual(2);
        const here = pointsOf(frontier);
        for (const point of brute.points) {
          const gaps = here.map((other) => Math.max(...point.map((total, p) => total - other[p]!)));
          expect(Math.min(...gaps)).toBeLessThanOrEqual(within + 1e-9);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a weight of 0 comes up when it is known what the answers are worth, and all weight can go to one issue', () => {
  const scores = randomScores(seeded(4), { parties: 2, issues: 3, answers: [3, 3, 3], most: 9 });
  const from = (weight: number): Scores => weighted(scores, 0, 1, weight, 4 - weight);
  const perWeight = Array.from(scores.of[0]![1]!);
  const zero = slider(from(0), { party: 0, issue: 1, weight: 0, others: 4, perWeight });
  for (const weight of [0, 1, 2, 4]) expect(pointsOf(zero.at(weight))).toEqual(bruteForce(from(weight)).points);
  expect(() => sliderOf(from(0), { party: 0, issue: 1, weight: 0, others: 4 })).toThrow('a weight of 0');
  expect(() => zero.at(4.5)).toThrow('4.5 is not a weight of the slider');
});

test('all weight is a weight, also where the weights add up to a hair less than one', () => {
  const scores = randomScores(seeded(5), { parties: 2, issues: 3, answers: [3, 3, 3], most: 9 });
  const start = { party: 0, issue: 1, weight: 0.5 - Number.EPSILON, others: 0.5 };
  expect(start.weight + start.others).toBeLessThan(1);
  const all = slider(scores, start).at(1);
  expect(all.size).toBeGreaterThan(0);
});

test('an issue that is bound, or a party that gains from combinations, is refused', () => {
  const scores = randomScores(seeded(1), { parties: 2, issues: 3, answers: [2, 2, 2] });
  const gains = { scope: [0, 1], of: [Float64Array.of(0, 0, 0, 1), new Float64Array(4)], allowed: null };
  const start = { party: 0, issue: 2, weight: 1, others: 1 };
  expect(sliderOf({ ...scores, bonds: [gains] }, start)).toMatchObject({ refused: expect.stringContaining('bound') });
  expect(sliderOf({ ...scores, bonds: [gains] }, { ...start, party: 1 })).toHaveProperty('at');
  expect(sliderOf({ ...scores, bonds: [gains] }, { ...start, party: 1, issue: 0 })).toHaveProperty('refused');
  expect(frontierOf(scores)).toHaveProperty('exact', true);
});

function slider(scores: Scores, start: SliderStart): Slider {
  const made = sliderOf(scores, start);
  if ('refused' in made) throw new Error(made.refused);
  return made;
}

/** One party's scores times what its weights are: whole multiples, so that nothing is rounded. */
function weighted(scores: Scores, party: number, issue: number, weight: number, others: number): Scores {
  const of = scores.of.map((columns, p) =>
    columns.map((column, i) => (p === party ? column.map((score) => score * (i === issue ? weight : others)) : column)),
  );
  return { ...scores, of };
}

function pointsOf(frontier: Frontier): readonly (readonly number[])[] {
  return Array.from({ length: frontier.size }, (_, place) => frontier.totals.map((column) => column[place]!));
}

test('where a floor binds and the rest was thinned, nothing is claimed of what may be better', () => {
  const scores: Scores = {
    parties: ['A', 'B'],
    sizes: [1, 3],
    of: [
      [Float64Array.of(7), Float64Array.of(0, 18, 9)],
      [Float64Array.of(3), Float64Array.of(14, 4, 7)],
    ],
    bonds: [],
    floors: [7, 9],
    step: 0.01,
    error: 0,
  };
  const slider = sliderOf(scores, { party: 0, issue: 0, weight: 1, others: 1 }, { budget: { points: 2 } });
  if ('refused' in slider) throw new Error(slider.refused);
  expect(slider.at(1).exact).toEqual({ within: Infinity });
});
