import { expect, test } from 'vitest';
import { randomTable } from '../../../tests/support/analysis/tables.ts';
import type { Scores } from '../scores.ts';
import { endsOf } from './ends.ts';
import { objectionsInWords, objectionsTo, type Objections } from './objections.ts';
import type { OnTheTable } from './table.ts';

const of = [
  [new Float64Array([9, 4]), new Float64Array([0, 6])],
  [new Float64Array([0, 5]), new Float64Array([8, 0])],
];
const scores: Scores = { parties: ['Ana', 'Ben'], sizes: [2, 2], of, bonds: [], floors: [5, 6], step: 1, error: 0 };
const { agenda } = randomTable(() => 0.1, scores);
const table: OnTheTable = {
  agenda,
  offers: [
    [0, 1],
    [1, 0],
  ],
};

function made(pack: readonly number[], lines: Parameters<typeof objectionsTo>[3] = []): Objections {
  const objections = objectionsTo(scores, table, pack, lines, endsOf(scores));
  if ('refused' in objections) throw new Error(objections.refused);
  return objections;
}

test('each reason stands on its own: red line, reservation, offer in all and by issue, share', () => {
  const objections = made([1, 1], [{ party: 1, issue: 1, beyond: [1] }]);
  expect(objections.of).toEqual([
    [
      { kind: 'less than its offer in all', by: 5 },
      { kind: 'less than it asked for', issue: 0, answer: 1, offered: 0, by: 5 },
    ],
    [
      { kind: 'beyond its red line', issue: 1, answer: 1 },
      { kind: 'below its reservation', by: 1 },
      { kind: 'less than its offer in all', by: 8 },
      { kind: 'less than it asked for', issue: 1, answer: 1, offered: 0, by: 8 },
      { kind: 'smaller share than another', share: -1 / 7, other: 0, others: 0.5 },
    ],
  ]);
});

test('the words name the figures and no motive', () => {
  const objections = made([1, 1], [{ party: 1, issue: 1, beyond: [1] }]);
  expect(objectionsInWords(scores, table, 1, objections)).toBe(
    'Ben might refuse it. option 1 on “issue 1” lies beyond its red line. It would have 1 more without an agreement. ' +
      'Its own latest offer would give it 8 more. On “issue 1” it asked for option 0 and would get option 1, which costs it 8. ' +
      'It would be worse off than without an agreement, while Ana would gain 50% of what it could.',
  );
});

test('a package that gives a side all it asked for leaves nothing to say', () => {
  expect(made([0, 1]).of[0]).toEqual([]);
  expect(objectionsInWords(scores, table, 0, made([0, 1]))).toBe(
    'Nothing that is known here speaks against it for Ana.',
  );
});

test('a package that a constraint forbids is refused', () => {
  const bond = { scope: [0], of: null, allowed: new Uint8Array([1, 0]) };
  expect(objectionsTo({ ...scores, bonds: [bond] }, table, [1, 1], [], endsOf(scores))).toEqual({
    refused: 'not allowed',
  });
});

test('where both would be worse off, it does not say that one gains less than nothing', () => {
  const worse: Scores = { ...scores, floors: [14, 12] };
  const objections = objectionsTo(worse, table, [1, 0], [], endsOf(worse));
  if ('refused' in objections) throw new Error(objections.refused);
  expect(JSON.stringify(objections)).not.toMatch(/would gain [-−]/);
});
