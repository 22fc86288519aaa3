import type { Analysis } from './analysis.ts';
import { isMark, markedPoints } from './marks.ts';

/** How wide and high the field of a plot is, in letters. */
const field = { width: 60, height: 18 } as const;

/**
 * The frontier of two parties in letters: dots for efficient points, letters for solutions, stars where several fall on one spot, and dotted lines at
 * what each has without an agreement. The first party’s utility grows to the right, the second’s upwards.
 */
export function plotOf(analysis: Analysis): readonly string[] {
  const { parties, frontier } = analysis;
  const [across, up] = parties;
  if (across === undefined || up === undefined || parties.length !== 2 || frontier.points.length === 0) return [];
  const chosen = markedPoints(analysis);
  const all = [
    ...frontier.points,
    ...chosen.map(({ utilities }) => utilities),
    parties.map(({ disagreement }) => disagreement),
  ];
  const x = scaleOf(
    all.map(([first = 0]) => first),
    field.width,
  );
  const y = scaleOf(
    all.map(([, second = 0]) => second),
    field.height,
  );
  const rows = Array.from({ length: field.height }, () => Array.from({ length: field.width }, () => ' '));
  const put = (row: number, column: number, mark: (before: string) => string): void => {
    const line = rows[field.height - 1 - row];
    if (line !== undefined) line[column] = mark(line[column] ?? ' ');
  };
  for (let row = 0; row < field.height; row++) put(row, x.at(across.disagreement), () => '┊');
  for (let column = 0; column < field.width; column++)
    put(y.at(up.disagreement), column, (before) => (before === ' ' ? '┈' : '┼'));
  for (const [first = 0, second = 0] of frontier.points) put(y.at(second), x.at(first), () => '·');
  for (const { marks, utilities } of chosen) {
    const [first = 0, second = 0] = utilities;
    const mark = marks.length === 1 ? (marks[0] ?? '*') : '*';
    put(y.at(second), x.at(first), (before) => (isMark(before) ? '*' : mark));
  }
  const [top, bottom] = [brief(y.most), brief(y.least)];
  const margin = Math.max(top.length, bottom.length);
  const beside = (row: number) => (row === 0 ? top : row === field.height - 1 ? bottom : '').padStart(margin);
  const [left, right] = [brief(x.least), brief(x.most)];
  return [
    `${' '.repeat(margin)} ↑ ${up.name}`,
    ...rows.map((row, at) => `${beside(at)} │${row.join('').trimEnd()}`),
    `${' '.repeat(margin)} └${'─'.repeat(field.width)}→ ${across.name}`,
    `${' '.repeat(margin + 2)}${left}${right.padStart(field.width - left.length)}`,
  ];
}

/** A number for the edge of a plot or a table. */
export const brief = (number: number): string => String(Number(number.toPrecision(6)) + 0);

function scaleOf(numbers: readonly number[], cells: number) {
  let [least, most] = [Infinity, -Infinity];
  for (const number of numbers) [least, most] = [Math.min(least, number), Math.max(most, number)];
  const span = most - least || 1;
  return { least, most, at: (number: number) => Math.round(((number - least) / span) * (cells - 1)) };
}
