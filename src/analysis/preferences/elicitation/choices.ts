import { checkChoices } from './check-choices.ts';
import { differenceOf } from './choice.ts';
import type { Choice } from './choice.ts';
import type { ChoiceProblem } from './check-choices.ts';
import type { Method } from '../../method.ts';

/** Weights and values that explain choices, or what stands in their way. */
export type ChoiceValues =
  | {
      readonly kind: 'values';
      /** Sum to 1. */
      readonly weights: readonly number[];
      /** `values[issue][answer]`, from 0 to 1. */
      readonly values: readonly (readonly number[])[];
      /** By how much utility the better package wins in the closest choice. */
      readonly margin: number;
      readonly sentence: string;
    }
  | {
      readonly refused: 'no-choices' | 'not-explained';
      readonly problems: readonly ChoiceProblem[];
      readonly sentence: string;
    };

/**
 * Additive weights and values under which every choice comes out as stated, with the widest margin for their size: of all values that
 * put each chosen package at least one unit above the rejected one, those with the least sum of squares (the maximum-margin rule of
 * Boser, Guyon and Vapnik 1992 on the differences of answers). There is exactly one such set of values, so no order of choices, issues or answers
 * changes it. It is found by Hildreth's method (1957) to about nine digits. Values of an issue are then measured from its least.
 */
export function valuesFromChoices(sizes: readonly number[], choices: readonly Choice[]): ChoiceValues {
  const problems = checkChoices(sizes, choices);
  if (problems.length > 0) {
    return { refused: 'not-explained', problems, sentence: problems.map((problem) => problem.sentence).join(' ') };
  }
  const asked = choices.map((choice) => ({
    strict: choice.kind === 'rather',
    difference: differenceOf(sizes, choice),
  }));
  if (!asked.some((each) => each.strict)) {
    return { refused: 'no-choices', problems, sentence: 'No choice says that one package is better than another.' };
  }
  const parts = widest(asked.filter(({ difference }) => difference.some((each) => each !== 0)));
  let start = 0;
  const contributions = sizes.map((size) => {
    const part = parts.slice(start, (start += size));
    const least = Math.min(...part);
    return part.map((each) => (each - least < 1e-9 ? 0 : each - least));
  });
  const spreads = contributions.map((part) => Math.max(...part));
  const total = spreads.reduce((sum, spread) => sum + spread, 0);
  const values = contributions.map((part, i) => part.map((each) => (spreads[i] === 0 ? 0 : each / spreads[i]!)));
  const margin =
    Math.min(...asked.filter((each) => each.strict).map(({ difference }) => dot(difference, parts))) / total;
  const sentence = `All ${choices.length} choices are explained; the closest is won by ${(100 * margin).toFixed(1)}% of the whole scale. Other values would explain them too: these are the ones with the clearest margin.`;
  return { kind: 'values', weights: spreads.map((spread) => spread / total), values, margin, sentence };
}

/** Values from choices between packages. */
export const choicesMethod: Method = {
  name: 'Choices between packages',
  definition:
    'The additive values under which all choices come out as stated, each with as clear a margin as possible.',
  assumes: 'What an answer is worth does not depend on the others, and the choices were considered.',
  misleads:
    'With few choices: many other values explain them as well, and answers that no choice sets apart get middling values.',
  source: 'Luce and Tukey 1964 (additive model); Hildreth 1957 and Boser, Guyon and Vapnik 1992 (the rule)',
};

interface Asked {
  readonly strict: boolean;
  readonly difference: readonly number[];
}

function widest(asked: readonly Asked[]): readonly number[] {
  const parts = asked[0]!.difference.map(() => 0);
  const multiples = asked.map(() => 0);
  for (let sweep = 0; sweep < 20_000; sweep++) {
    let moved = 0;
    for (let c = 0; c < asked.length; c++) {
      const { strict, difference } = asked[c]!;
      const short = ((strict ? 1 : 0) - dot(difference, parts)) / dot(difference, difference);
      const step = strict ? Math.max(short, -multiples[c]!) : short;
      multiples[c] = multiples[c]! + step;
      for (let j = 0; j < parts.length; j++) parts[j] = parts[j]! + step * difference[j]!;
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < 1e-11) break;
  }
  return parts;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}
