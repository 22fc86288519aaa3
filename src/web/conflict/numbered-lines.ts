import { problemWith, type Form, type Problem } from '../form.ts';

/** A line of a text area that holds something, trimmed, with its number as people count. */
export interface NumberedLine {
  readonly line: number;
  readonly text: string;
}

/** The lines of a field that hold something. Every kind of dash and minus reads as one. */
export const numberedLines = (form: Form, field: string): readonly NumberedLine[] =>
  form
    .text(field)
    .split('\n')
    .map((text, i) => ({ line: i + 1, text: text.trim().replace(/[\u2010-\u2015\u2212]/g, '-') }))
    .filter(({ text }) => text !== '');

/** A problem with one line of a field. */
export const problemOnLine = (field: string, line: number, sentence: string): Problem =>
  problemWith(field, `Line ${line}: ${sentence}`);
