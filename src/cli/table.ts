import { styleText } from 'node:util';
import type { Io } from './io.ts';
import { wrapped } from './wrapped.ts';

const gap = '  ';
/** The narrowest that a column is made. */
const least = 8;

/** A table of texts with a head, in lines of at most `columns`: the widest columns give way first, and their texts run on below. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  io: Pick<Io, 'colours'>,
  columns = 80,
): readonly string[] {
  const widths = head.map((title, index) => Math.max(title.length, ...rows.map((row) => (row[index] ?? '').length)));
  const room = columns - gap.length * (head.length - 1);
  while (sum(widths) > room && Math.max(...widths) > least) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join(gap)
      .trimEnd();
  const lines = (row: readonly string[]) => {
    const parts = row.map((cell, index) => wrapped(cell, widths[index] ?? 0));
    return Array.from({ length: Math.max(...parts.map((part) => part.length)) }, (_, nth) =>
      line(parts.map((part) => part[nth] ?? '')),
    );
  };
  return [...lines(head).map((text) => strong(text, io)), ...rows.flatMap(lines)];
}

/** A heading, set off where the terminal can. */
export const strong = (text: string, { colours }: Pick<Io, 'colours'>): string =>
  colours ? styleText('bold', text, { validateStream: false }) : text;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
