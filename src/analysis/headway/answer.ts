import type { Issue } from '../scenario.ts';

/** What a party answers to an issue: an option by its name, a number of a range, or all the numbers between two. */
export type Answer = string | number | Span;

/** Every number from one to another, both included: “between 5 and 7 years”. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An answer to a range as a span; a single number is a span of no length. Not for options. */
export function spanOf(answer: Answer): Span {
  if (typeof answer === 'object') return answer;
  return { from: Number(answer), to: Number(answer) };
}

/** Whether two answers to the same issue are the same. */
export function isSameAnswer(a: Answer, b: Answer): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return spanOf(a).from === spanOf(b).from && spanOf(a).to === spanOf(b).to;
}

/** Why an answer does not answer an issue, or null when it does. Steps of a range are not checked: talks wander off them. */
export function answerFault(issue: Issue, answer: Answer): 'not an option' | 'not a number' | 'off the range' | null {
  if (issue.kind === 'options')
    return typeof answer === 'string' && issue.options.includes(answer) ? null : 'not an option';
  if (typeof answer === 'string') return 'not a number';
  const { from, to } = spanOf(answer);
  if (!Number.isFinite(from) || !Number.isFinite(to) || from > to) return 'not a number';
  return from < issue.from || to > issue.to ? 'off the range' : null;
}

/** An answer as a mediator would say it, with the unit unless it is left out. */
export function answerInWords(issue: Issue, answer: Answer, unit: 'with unit' | 'without unit' = 'with unit'): string {
  const after = unit === 'with unit' && issue.kind === 'range' && issue.unit ? ` ${issue.unit}` : '';
  return typeof answer === 'object' ? `between ${answer.from} and ${answer.to}${after}` : `${answer}${after}`;
}
