import { problemWith, type Form, type Problem } from '../form.ts';

/** One line that must be there: trimmed, its spaces made single. `missing` is the sentence when it is empty. */
export function typedLine(form: Form, field: string, missing: string, most = 200): string | Problem {
  const text = form.text(field).trim().replace(/\s+/g, ' ');
  if (text === '') return problemWith(field, missing);
  return text.length > most
    ? problemWith(field, `This is ${text.length} characters long; give at most ${most}.`)
    : text;
}

/** Words that may be left out: trimmed, their line ends kept. */
export function typedWords(form: Form, field: string, most = 20_000): string | Problem {
  const text = form.text(field).trim();
  return text.length > most
    ? problemWith(field, `This is ${text.length} characters long; give at most ${most}.`)
    : text;
}

/** A number written with a point or a comma, and with spaces between thousands or without; null when it is none, or too large to be held. */
export function numberIn(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^-?\d+(\.\d+)?$/.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : null;
}

/** The lines of a text that hold something, trimmed. */
export const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
