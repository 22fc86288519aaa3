import fc from 'fast-check';
import { words, type TermPlan } from './steps.ts';

export const word = fc.constantFrom(...words);
export const release = fc.constantFrom('hold', 'float', 'convey');
export const verdict = fc.constantFrom('accept', 'reject', 'acceptIf', 'counter');
export const which = fc.nat({ max: 3 });
export const term: fc.Arbitrary<TermPlan> = fc.record({
  issue: fc.constantFrom('border', 'water', 'prisoners'),
  answer: fc.constantFrom(0, 1),
  release,
  words: fc.oneof(fc.constant(''), word),
});
export const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 3, selector: ({ issue }) => issue });

/** An arbitrary over a choice of these, or null when there is none to choose. */
export const from = <T, U>(
  choices: readonly T[],
  arbitrary: (choice: fc.Arbitrary<T>) => fc.Arbitrary<U>,
): fc.Arbitrary<U> | null => (choices.length === 0 ? null : arbitrary(fc.constantFrom(...choices)));

/** An arbitrary that comes as often as its weight says. */
export interface Weighted<T> {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<T>;
}

export const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T> | null): Weighted<T> | null =>
  arbitrary === null ? null : { weight, arbitrary };

/** One of these that there are. */
export function oneOf<T>(...choices: readonly (fc.Arbitrary<T> | Weighted<T> | null)[]): fc.Arbitrary<T> {
  return fc.oneof(
    ...choices
      .filter((choice) => choice !== null)
      .map((choice) => ('arbitrary' in choice ? choice : { weight: 1, arbitrary: choice })),
  );
}
