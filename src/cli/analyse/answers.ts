import { preferences, type Package, type packages } from '../../analysis/index.ts';
import type { Answer, Choice } from './analysis.ts';
import type { Compiled } from './compiled.ts';

/** What packages are measured and named by. */
export type Measured = Pick<Compiled, 'scores' | 'agenda'>;

/** A package by the names of its issues and answers, with what it gives, from its totals in steps of the grid. */
export function choiceOf(compiled: Measured, pack: Package, totals: ArrayLike<number>): Choice {
  return { utilities: utilitiesOf(compiled, totals), package: answersIn(compiled, pack) };
}

/** Totals as utilities. */
export function utilitiesOf({ scores }: Measured, totals: ArrayLike<number>): readonly number[] {
  return Array.from(totals, (total) => preferences.utilityOf(scores, total));
}

/** A package as one says it. */
export const packageInWords = (answers: readonly Answer[]): string =>
  answers.map(({ issue, words }) => `${issue}: ${words}`).join('; ');

/** The answers of a package, or of an offer: what it leaves open is left out. */
export function answersIn({ agenda }: Measured, pack: packages.Offer): readonly Answer[] {
  return agenda.flatMap(({ issue, answers }, i) => {
    const place = pack[i] ?? null;
    if (place === null) return [];
    const words = preferences.answerName(answers, place);
    return [{ issue: issue.name, answer: answers.kind === 'options' ? words : (answers.numbers[place] ?? 0), words }];
  });
}
