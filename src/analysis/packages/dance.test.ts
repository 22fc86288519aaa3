import { expect, test } from 'vitest';
import type { Scores } from '../scores.ts';
import { danceInWords, danceOf } from './dance.ts';

const of = [
  [new Float64Array([9, 4]), new Float64Array([0, 6])],
  [new Float64Array([0, 5]), new Float64Array([8, 0])],
];
const bond = { scope: [0, 1], of: null, allowed: new Uint8Array([1, 1, 0, 1]) };
const scores: Scores = { parties: ['Ana', 'Ben'], sizes: [2, 2], of, bonds: [bond], floors: [0, 0], step: 1, error: 0 };

test('offers are numbered points, and each step is measured from the same party’s offer before', () => {
  const dance = danceOf(scores, [
    { party: 0, pack: [0, 1] },
    { party: 1, pack: [1, 0] },
    { party: 0, pack: [1, 1] },
    { party: 1, pack: [1, 0] },
  ]);
  expect(dance).toEqual([
    { number: 1, party: 0, totals: [15, 0], allowed: false, step: null },
    { number: 2, party: 1, totals: [4, 13], allowed: true, step: null },
    {
      number: 3,
      party: 0,
      totals: [10, 5],
      allowed: true,
      step: { from: 1, changes: [-5, 5], classes: [null, 'concession'] },
    },
    {
      number: 4,
      party: 1,
      totals: [4, 13],
      allowed: true,
      step: { from: 2, changes: [0, 0], classes: ['silent', null] },
    },
  ]);
  expect(dance.map((point) => danceInWords(scores, point))).toEqual([
    'Offer 1: Ana opens.',
    'Offer 2: Ben opens.',
    'Offer 3: Ana moves from its offer 1 (Ana −5 and Ben +5): concession.',
    'Offer 4: Ben stays at what its offer 2 gives.',
  ]);
});
