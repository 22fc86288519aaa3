import type { packages, Package } from '../../analysis/index.ts';
import {
  answersOfPackage,
  answerOf,
  issues,
  placeOfAnswer,
  readAnswer,
  type CaseFile,
  type Issue,
} from '../../domain/index.ts';
import { problemWith, type Form, type Problem } from '../form.ts';
import type { Ground } from './ground.ts';

/** A package as parameters of an address, in the names that the forms of terms have: `terms.water=20&terms.border=old`. */
export function termsQuery({ valued }: Ground, pack: Package): string {
  const answers = answersOfPackage(valued, pack);
  return new URLSearchParams(
    valued.issues.map(({ key }, i): [string, string] => [`terms.${key}`, String(answers[i] ?? '')]),
  ).toString();
}

/** A package as one word of an address: `water:20,border:old`. */
export function inOneWord({ valued }: Ground, pack: Package): string {
  const answers = answersOfPackage(valued, pack);
  return valued.issues.map(({ key }, i) => `${key}:${String(answers[i] ?? '')}`).join(',');
}

/** The package that such a word stands for, or what is wrong with it in a sentence about `field`. */
export function readWord(file: CaseFile, ground: Ground, word: string, field: string): Package | Problem {
  const given = new Map(
    word
      .split(',')
      .filter((part) => part.trim() !== '')
      .map((part): [string, string] => {
        const [key = '', ...rest] = part.split(':');
        return [key, rest.join(':')];
      }),
  );
  return readPackage(file, ground, given, () => field);
}

/** The package that a form of terms holds. */
export function readTermsAsPackage(
  file: CaseFile,
  ground: Ground,
  form: Form,
  names: readonly string[],
): Package | Problem {
  const given = new Map(
    names.filter((name) => name.startsWith('terms.')).map((name) => [name.slice('terms.'.length), form.text(name)]),
  );
  return readPackage(file, ground, given, (key) => `terms.${key}`);
}

function readPackage(
  file: CaseFile,
  { valued, table }: Ground,
  given: ReadonlyMap<string, string>,
  fieldOf: (key: string) => string,
): Package | Problem {
  const gone = [...given].find(
    ([key, text]) => text.trim() !== '' && !valued.issues.some((issue) => issue.key === key),
  );
  if (gone !== undefined) return problemWith('issues', goneInWords(file, gone[0]));
  const pack: number[] = [];
  for (const [i, issue] of valued.issues.entries()) {
    const text = (given.get(issue.key) ?? '').trim();
    if (text === '')
      return problemWith(fieldOf(issue.key), `${issue.name}: give an answer; a package answers every issue.`);
    const place = placeIn(issue, table.agenda[i], text);
    if (place === null) return problemWith(fieldOf(issue.key), `${issue.name}: ${allowedInWords(issue, text)}`);
    pack.push(place);
  }
  return pack;
}

function placeIn(issue: Issue, item: packages.AgendaItem | undefined, text: string): number | null {
  const answer = readAnswer(issue, text);
  const { scale } = issue;
  if (scale.kind === 'options') {
    if (!scale.options.some(({ key }) => key === answer)) return null;
  } else if (typeof answer !== 'number' || answer < scale.from || answer > scale.to) return null;
  const found = placeOfAnswer(item, answerOf(issue, answer));
  // A range without a step takes any number; the nearest that is worked with stands for it, and the page shows which.
  return found === null || (!found.exact && scale.kind === 'range' && scale.step !== null) ? null : found.place;
}

function allowedInWords({ scale }: Issue, text: string): string {
  if (scale.kind === 'options')
    return `“${text}” is not, or no longer, one of its options. Choose one of ${scale.options.map(({ name }) => name).join(', ')}.`;
  const steps = scale.step === null ? '' : `, in steps of ${scale.step}`;
  return `${`give a number from ${scale.from} to ${scale.to} ${scale.unit}`.trim()}${steps}.`;
}

function goneInWords(file: CaseFile, key: string): string {
  const issue = issues(file).find((known) => known.key === key);
  return issue === undefined
    ? `“${key}” is not, or no longer, an issue on the agenda. Leave it out, or start again from the issues that there are.`
    : `No points are given on ${issue.name}, so it is left out of packages here. Give points on it first, under Preferences.`;
}
