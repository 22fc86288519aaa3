import { gapBetween } from '../headway/index.ts';
import { answerName, type Answers } from '../preferences/index.ts';
import type { Issue, Package } from '../scenario.ts';

/** What is to be settled, as sentences name it and as distances are measured: each issue with its answers, in the order in which packages number them. */
export type Agenda = readonly AgendaItem[];

export interface AgendaItem {
  readonly issue: Issue;
  readonly answers: Answers;
}

/** The agenda of some issues and their answers. */
export function agendaOf(issues: readonly Issue[], answers: readonly Answers[]): Agenda {
  return issues.map((issue, i) => ({ issue, answers: answers[i]! }));
}

/** How far two answers to an issue lie apart, by their places: the share of the range between them, or 1 for two options, which have no distance of their own. */
export function apartOn({ issue, answers }: AgendaItem, a: number, b: number): number {
  return gapBetween(issue, answers.kind === 'options' ? [a, b] : [answers.numbers[a]!, answers.numbers[b]!]);
}

/** The answer of a range that lies nearest to a number, the lower of two that lie as near. For offers between the answers that are considered. */
export function nearestAnswer(answers: Answers & { readonly kind: 'numbers' }, number: number): number {
  const { numbers } = answers;
  let nearest = 0;
  for (let a = 1; a < numbers.length; a++)
    if (Math.abs(numbers[a]! - number) < Math.abs(numbers[nearest]! - number)) nearest = a;
  return nearest;
}

/** A package as a sentence lists it: “Issue: answer; issue: answer”. Only some of the issues, if they are named. */
export function packageInWords(agenda: Agenda, pack: Package, only?: readonly number[]): string {
  return (only ?? pack.map((_, i) => i))
    .map((i) => `${agenda[i]!.issue.name}: ${answerName(agenda[i]!.answers, pack[i]!)}`)
    .join('; ');
}
