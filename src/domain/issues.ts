import { currentOf, type CaseFile } from './case-file.ts';
import { areAware, includesAll, type Audience } from './confidentiality.ts';
import { rosterOf } from './parties.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Seat } from './seat.ts';

/** What an answer to an issue can be: one of some options, or a number between two bounds, in a unit, with a step or continuous. */
export type Scale =
  | { readonly kind: 'options'; readonly options: readonly { readonly key: string; readonly name: string }[] }
  | {
      readonly kind: 'range';
      readonly from: number;
      readonly to: number;
      readonly unit: string;
      readonly step: number | null;
    };

/** A matter to be settled. */
export interface Issue {
  readonly kind: 'issue';
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly scale: Scale;
}

/** An answer to an issue: the key of an option, or a number in the issue's unit. */
export type Answer = string | number;

/** The issues of the case that the viewer knows, in the order in which they were put on the agenda. */
export const issues = (file: CaseFile): readonly Issue[] => currentOf(file, 'issue').map((entry) => entry.fact);

export const issueWithKey = (file: CaseFile, key: string): Issue | null =>
  issues(file).find((issue) => issue.key === key) ?? null;

/** The issue with this key that all these seats know, or null. Where those who mediate keep two of one key apart, each reader reads their own. */
export const issueKnownTo = (file: CaseFile, key: string, seats: readonly Seat[]): Issue | null =>
  currentOf(file, 'issue').find((entry) => entry.fact.key === key && includesAll(entry.audience, seats))?.fact ?? null;

/**
 * The refusal of an issue that is there and that some of an audience do not know, since they would read its key here; null where there is none
 * such. `fieldOf` names the field in which an issue was chosen.
 */
export function unknownIssue(
  file: CaseFile,
  keys: readonly string[],
  audience: Audience,
  fieldOf: (key: string) => string,
): Refusal | null {
  const roster = rosterOf(file);
  for (const key of new Set(keys)) {
    const known = currentOf(file, 'issue').filter((entry) => entry.fact.key === key);
    if (known.some((entry) => areAware(entry.audience, audience, roster))) continue;
    const [first] = known;
    if (first !== undefined)
      return refuse(
        'invalid',
        `Some of those who would read this do not know the issue “${first.fact.name}”.`,
        fieldOf(key),
      );
  }
  return null;
}

/** The issues that all these seats know, in the order of the agenda. */
export const issuesKnownTo = (file: CaseFile, seats: readonly Seat[]): readonly Issue[] =>
  currentOf(file, 'issue')
    .filter((entry) => includesAll(entry.audience, seats))
    .map((entry) => entry.fact);

/** Null when an answer lies on an issue's scale; else the sentence that says what would. */
export function checkAnswer(issue: Issue, answer: Answer): string | null {
  const { scale } = issue;
  if (scale.kind === 'options')
    return scale.options.some((option) => option.key === answer)
      ? null
      : `${issue.name}: choose one of ${scale.options.map((option) => option.name).join(', ')}.`;
  const allowed = `${issue.name}: give a number from ${scale.from} to ${scale.to} ${scale.unit}`.trim();
  if (typeof answer !== 'number' || !Number.isFinite(answer) || answer < scale.from || answer > scale.to)
    return `${allowed}.`;
  if (scale.step === null) return null;
  const steps = (answer - scale.from) / scale.step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? null : `${allowed}, in steps of ${scale.step}.`;
}

/** What a person typed, read as an answer to the issue: an option by its key or name, or a number. The text itself where it is neither. */
export function readAnswer(issue: Issue, text: string): Answer {
  const typed = text.trim();
  if (issue.scale.kind === 'range') {
    const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/^(-?\d+),(\d+)$/, '$1.$2');
    return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : typed;
  }
  const fold = (name: string) => name.toLocaleLowerCase('en');
  return issue.scale.options.find((option) => option.key === typed || fold(option.name) === fold(typed))?.key ?? typed;
}

/** The answer as it reads: the option's name, or the number with its unit. */
export function answerInWords(issue: Issue | null, answer: Answer): string {
  if (issue === null) return String(answer);
  if (issue.scale.kind === 'range') return `${numberInWords(Number(answer))} ${issue.scale.unit}`.trim();
  return issue.scale.options.find((option) => option.key === answer)?.name ?? String(answer);
}

/** A number with thin spaces between thousands, the same for every reader. */
export function numberInWords(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
