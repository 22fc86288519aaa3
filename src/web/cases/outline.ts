import type { Institution, Scale, Standing } from '../../domain/index.ts';
import { withKeys } from './keys.ts';

/** A line of what was typed that cannot be read, in a sentence. */
export interface Unread {
  readonly unread: string;
}

/** The lines of a text that say something, without the space around them. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The parties that were typed, one name a line. */
export const partiesIn = (text: string) =>
  withKeys(
    linesOf(text).map((name) => ({ name, description: '' })),
    'party',
    ['mediation'],
  );

const standings: ReadonlyMap<string, Standing> = new Map([
  ['lead', 'lead'],
  ['in the lead', 'lead'],
  ['supporting', 'supporting'],
  ['guarantor', 'guarantor'],
  ['observer', 'observer'],
]);

/** The institutions that were typed, one a line: `name | standing`. A single one that names no standing has the lead. */
export function institutionsIn(text: string, taken: readonly string[]): readonly Omit<Institution, 'kind'>[] | Unread {
  const lines = linesOf(text);
  const read: { name: string; standing: Standing }[] = [];
  for (const [at, line] of lines.entries()) {
    const [name = '', written = lines.length === 1 ? 'lead' : '', ...more] = line.split('|').map((part) => part.trim());
    const standing = standings.get(written.toLowerCase());
    if (name === '' || standing === undefined || more.length > 0)
      return {
        unread: `Line ${at + 1}, “${line}”: write the name, then | and one of lead, supporting, guarantor, observer.`,
      };
    read.push({ name, standing });
  }
  return withKeys(read, 'institution', ['mediation', ...taken]);
}

interface TypedIssue {
  readonly key: string;
  readonly name: string;
  readonly scale: Scale;
}

/** The issues that were typed, one a line: `name: option | option`, or `name: 0–100 unit step 5`. */
export function issuesIn(text: string): readonly TypedIssue[] | Unread {
  const read: { name: string; scale: Scale }[] = [];
  for (const [at, line] of linesOf(text).entries()) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim();
    const scale = name === '' ? null : scaleIn(line.slice(colon + 1).trim());
    if (scale === null)
      return {
        unread: `Line ${at + 1}, “${line}”: write the name, then : and either options with | between them (open | shut) or a range of numbers with its unit (0–100 km step 5).`,
      };
    if (read.some((other) => other.name === name))
      return { unread: `Line ${at + 1}: the issue “${name}” stands here twice.` };
    read.push({ name, scale });
  }
  return withKeys(read, 'issue', []);
}

const number = String.raw`-?\d[\d \u00a0\u202f]*(?:[.,]\d+)?`;
const range = new RegExp(
  String.raw`^(${number})\s*(?:–|—|-|\.\.|to)\s*(${number})(?![\d.,])\s*(.*?)(?:\s*\bstep\s+(${number}))?$`,
  'i',
);

function scaleIn(text: string): Scale | null {
  if (text.includes('|')) {
    const options = text.split('|').map((option) => ({ name: option.trim() }));
    return options.some(({ name }) => name === '')
      ? null
      : { kind: 'options', options: withKeys(options, 'option', []) };
  }
  const [whole, from = '', to = '', unit = '', step] = range.exec(text) ?? [];
  if (whole === undefined) return null;
  return {
    kind: 'range',
    from: numberIn(from),
    to: numberIn(to),
    unit: unit.trim(),
    step: step === undefined ? null : numberIn(step),
  };
}

const numberIn = (text: string): number => Number(text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
