import { wrapped } from './wrapped.ts';

/** The width of what is written to a terminal. */
export const columns = 80;

/** A text, set in. */
export const indented = (text: string): readonly string[] => wrapped(text, columns - 3).map((line) => `   ${line}`);

/** One item of a list, its further lines set in below it. */
export const item = (text: string): readonly string[] =>
  wrapped(text, columns - 2).map((line, l) => `${l === 0 ? '–' : ' '} ${line}`);

/** Sentences as a list that is set in. */
export const listed = (sentences: readonly string[]): readonly string[] =>
  sentences.flatMap((sentence) => wrapped(sentence, columns - 5).map((line, l) => `   ${l === 0 ? '–' : ' '} ${line}`));

/** A name as a heading begins: with a capital. */
export const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
