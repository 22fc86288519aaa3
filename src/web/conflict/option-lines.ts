import type { conflict } from '../../analysis/index.ts';
import { isProblem, type Form, type Problem } from '../form.ts';
import { numberedLines, problemOnLine, type NumberedLine } from './numbered-lines.ts';

/** Who decides on what, as typed. */
export interface OptionLines {
  /** Those who decide, in the order in which they are first named. */
  readonly makers: readonly string[];
  readonly options: readonly conflict.Option[];
  /** The line of each option. */
  readonly lines: readonly number[];
}

/** What stands behind an option that does not go both ways. */
export const marks = {
  forward: '(cannot be undone)',
  backward: '(cannot be taken up again)',
} as const satisfies Partial<Record<NonNullable<conflict.Option['moves']>, string>>;

/**
 * Reads lines such as `Upstream: open the weir (cannot be undone)`: who decides, a colon, one option. A name and a colon alone is one
 * who decides on nothing, and only looks on.
 */
export function readOptions(form: Form): OptionLines | Problem {
  const makers: string[] = [];
  const options: conflict.Option[] = [];
  const lines: number[] = [];
  for (const typed of numberedLines(form, 'options')) {
    const read = readLine(typed);
    if (isProblem(read)) return read;
    if (!makers.includes(read.maker)) makers.push(read.maker);
    if (read.name === '') continue;
    options.push(read);
    lines.push(typed.line);
  }
  return { makers, options, lines };
}

function readLine({ line, text }: NumberedLine): conflict.Option | Problem {
  const [, name = '', what = ''] = /^([^:]*):\s*(.*)$/.exec(text) ?? [];
  const maker = single(name);
  if (maker === '')
    return problemOnLine(
      'options',
      line,
      'write who decides, a colon, and what it may do, such as “Upstream: open the weir”.',
    );
  if (maker.length > 200 || what.length > 200)
    return problemOnLine('options', line, 'a name and an option have at most 200 characters each.');
  const moves = (['forward', 'backward'] as const).find((way) => what.toLowerCase().endsWith(marks[way]));
  const option = single(moves === undefined ? what : what.slice(0, -marks[moves].length));
  if (moves === undefined && /\([^)]*\b(undo|undone|again)\b[^)]*\)$/i.test(what))
    return problemOnLine('options', line, `write the mark as “${marks.forward}” or “${marks.backward}”.`);
  if (moves !== undefined && option === '')
    return problemOnLine('options', line, 'say what may be done, before the mark.');
  return { name: option, maker, ...(moves !== undefined && { moves }) };
}

const single = (text: string): string => text.trim().replace(/\s+/g, ' ');
