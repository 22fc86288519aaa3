import { added } from './adding.ts';
import { mayManage, type Actor } from './authority.ts';
import { currentOf, type CaseFile } from './case-file.ts';
import type { Setting } from './confidentiality.ts';
import type { Making } from './entry.ts';
import { isRefusal, refuse, type Decision } from './refusal.ts';

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

/** Puts an issue on the agenda for those in `knownTo`. Refuses a key or a name that is there already, and a scale without room. */
export function addIssue(
  file: CaseFile,
  actor: Actor,
  input: Omit<Issue, 'kind'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'change the agenda');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...issue } = input;
  if (issueWithKey(file, issue.key) !== null) return refuse('duplicate', issue.name, 'name');
  const { scale } = issue;
  if (scale.kind === 'options' && scale.options.length < 2)
    return refuse('invalid', `${issue.name}: give at least two options.`, 'options');
  if (scale.kind === 'range' && !(scale.from < scale.to))
    return refuse('invalid', `${issue.name}: the range must run from a lower to a higher number.`, 'from');
  return added(file, { kind: 'issue', ...issue }, knownTo, make);
}

/** The issues of the case that the viewer knows, in the order in which they were put on the agenda. */
export const issues = (file: CaseFile): readonly Issue[] => currentOf(file, 'issue').map((entry) => entry.fact);

export const issueWithKey = (file: CaseFile, key: string): Issue | null =>
  issues(file).find((issue) => issue.key === key) ?? null;

/** Whether an answer lies on an issue's scale; if not, the sentence that says what would. */
export function checkAnswer(issue: Issue, answer: Answer): 'fits' | string {
  const { scale } = issue;
  if (scale.kind === 'options')
    return scale.options.some((option) => option.key === answer)
      ? 'fits'
      : `${issue.name}: choose one of ${scale.options.map((option) => option.name).join(', ')}.`;
  const allowed = `${issue.name}: give a number from ${scale.from} to ${scale.to} ${scale.unit}`.trim();
  if (typeof answer !== 'number' || !Number.isFinite(answer) || answer < scale.from || answer > scale.to)
    return `${allowed}.`;
  if (scale.step === null) return 'fits';
  const steps = (answer - scale.from) / scale.step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 ? 'fits' : `${allowed}, in steps of ${scale.step}.`;
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
