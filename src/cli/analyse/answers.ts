import { preferences, type Package } from '../../analysis/index.ts';
import type { Answer, Choice } from './analysis.ts';
import type { Compiled } from './compiled.ts';

/** A package by the names of its issues and answers, with what it gives, from its totals in steps of the grid. */
export function choiceOf(compiled: Compiled, pack: Package, totals: ArrayLike<number>): Choice {
  return { utilities: utilitiesOf(compiled, totals), package: answersIn(compiled, pack) };
}

/** Totals as utilities. */
export function utilitiesOf({ scores }: Compiled, totals: ArrayLike<number>): readonly number[] {
  return Array.from(totals, (total) => preferences.utilityOf(scores, total));
}

/** A package as one says it. */
export const packageInWords = (answers: readonly Answer[]): string =>
  answers.map(({ issue, words }) => `${issue}: ${words}`).join('; ');

function answersIn({ agenda }: Compiled, pack: Package): readonly Answer[] {
  return agenda.map(({ issue, answers }, i) => {
    const place = pack[i] ?? 0;
    const words = preferences.answerName(answers, place);
    return { issue: issue.name, answer: answers.kind === 'options' ? words : (answers.numbers[place] ?? 0), words };
  });
}
