import { conflict } from '../../analysis/index.ts';

/** Why a combination cannot be read, in a sentence. */
export interface Unread {
  readonly unread: string;
}

export const isUnread = (value: object): value is Unread => 'unread' in value;

/**
 * Reads which options are taken and which are not, as the analysis takes it: one letter for each option. It is written as options joined
 * by `&`, each by number or in double quotes, with `-` before one that is not taken; or as the letters themselves.
 */
export function readCombination(text: string, options: readonly string[]): { readonly pattern: string } | Unread {
  const letters = text.toUpperCase();
  if (/^[YN-]*[YN][YN-]*$/.test(letters))
    return letters.length === options.length
      ? { pattern: letters }
      : { unread: `“${text}” has ${letters.length} letters, and there are ${options.length} options.` };
  const statement = conflict.parseStatement(text, options);
  if ('fault' in statement) return { unread: statement.words };
  const taken = new Map<number, 'Y' | 'N'>();
  return joined(statement, taken)
    ? { pattern: options.map((_, o) => taken.get(o) ?? '-').join('') }
    : {
        unread: `“${text}” is more than one combination. Join options by “&” only, each once, and write another line.`,
      };
}

/** Reads a line of what cannot be: a combination, or that at most, at least or exactly one of some options is taken. */
export function readCombinations(
  text: string,
  options: readonly string[],
): { readonly patterns: readonly string[] } | Unread {
  const [, how, list] = /^(at most|at least|exactly) one of (.+)$/i.exec(text) ?? [];
  if (how === undefined || list === undefined) {
    const one = readCombination(text, options);
    return isUnread(one) ? one : { patterns: [one.pattern] };
  }
  const among: number[] = [];
  for (const part of list.split(/,|\band\b|\bor\b/).filter((word) => word.trim() !== '')) {
    const option = conflict.parseStatement(part.trim(), options);
    if ('fault' in option) return { unread: option.words };
    if (option.kind !== 'option') return { unread: 'After “one of”, give options, with commas between.' };
    among.push(option.option);
  }
  const where = (letter: 'Y' | 'N', places: readonly number[]): string =>
    options.map((_, o) => (places.includes(o) ? letter : '-')).join('');
  const pairs = among.flatMap((a, i) => among.slice(i + 1).map((b) => where('Y', [a, b])));
  const none = where('N', among);
  switch (how.toLowerCase()) {
    case 'at most':
      return { patterns: pairs };
    case 'at least':
      return { patterns: [none] };
    default:
      return { patterns: [...pairs, none] };
  }
}

/** A combination as it is written: `1 & -3`. */
export const writtenCombination = (pattern: string): string =>
  pattern
    .split('')
    .flatMap((letter, o) => (letter === '-' ? [] : [letter === 'Y' ? `${o + 1}` : `-${o + 1}`]))
    .join(' & ');

/** A combination in words: `open the weir, and not pay`. */
export const combinationInWords = (pattern: string, options: readonly { readonly name: string }[]): string =>
  pattern
    .split('')
    .flatMap((letter, o) => (letter === '-' ? [] : [letter === 'Y' ? options[o]!.name : `not ${options[o]!.name}`]))
    .join(', and ');

function joined(statement: conflict.Statement, taken: Map<number, 'Y' | 'N'>): boolean {
  const take = (option: number, letter: 'Y' | 'N'): boolean => {
    if (taken.has(option)) return false;
    taken.set(option, letter);
    return true;
  };
  switch (statement.kind) {
    case 'option':
      return take(statement.option, 'Y');
    case 'not':
      return statement.of.kind === 'option' && take(statement.of.option, 'N');
    case 'and':
      return joined(statement.left, taken) && joined(statement.right, taken);
    case 'or':
    case 'if':
    case 'iff':
      return false;
  }
}
