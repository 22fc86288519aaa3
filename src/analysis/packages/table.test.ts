import { expect, test } from 'vitest';
import { answersOf } from '../preferences/index.ts';
import type { Issue } from '../scenario.ts';
import { agendaOf, nearestAnswer } from './agenda.ts';
import { asShare, distancesOf, distanceTo } from './table.ts';

const range = (from: number, to: number, step: number): Issue => ({ kind: 'range', name: 'range', from, to, step });
const made = (issues: readonly Issue[]) =>
  agendaOf(
    issues,
    issues.map((issue) => answersOf(issue)),
  );

test('the grid holds every answer of every range, so that equal distances are equal', () => {
  const agenda = made([
    range(10, 60, 1),
    range(3, 12, 1),
    range(0, 40, 0.5),
    { kind: 'options', name: 'o', options: ['a', 'b'] },
  ]);
  const distances = distancesOf({
    agenda,
    offers: [
      [0, 0, 0, 0],
      [50, null, 40, 1],
    ],
  });
  expect(distances).toMatchObject({ grid: 3600, error: 0 });
  expect(distanceTo(distances, 0, [25, 3, 8, 1])).toBe(1800 + 1200 + 360 + 3600);
  expect(asShare(distances, distanceTo(distances, 0, [50, 9, 80, 1]))).toBe(1);
  expect(distanceTo(distances, 1, [50, 7, 40, 1])).toBe(0);
});

test('ranges that no grid holds are rounded, and it is told', () => {
  const agenda = made([range(0, 1021, 1), range(0, 1031, 1)]);
  const distances = distancesOf({ agenda, offers: [[0, 0]] });
  expect(distances.error).toBeGreaterThan(0);
  expect(Math.abs(distances.of[0]![0]![510]! / distances.grid - 510 / 1021)).toBeLessThanOrEqual(distances.error);
});

test('a number between the answers counts as the nearest of them', () => {
  const answers = answersOf(range(0, 10, 2.5));
  if (answers.kind !== 'numbers') throw new Error('a range has numbers');
  expect([0, 1, 1.25, 1.3, 9.9].map((number) => nearestAnswer(answers, number))).toEqual([0, 0, 0, 1, 4]);
});
