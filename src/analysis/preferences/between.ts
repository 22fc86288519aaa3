import type { Answers } from './answers.ts';
import type { Scenario } from '../scenario.ts';
import { valuesOn } from './value.ts';

/**
 * For each party, how much more than some package that is considered one with numbers between may give it, the same one for all parties: half the
 * greatest change of value from one considered number to the next, times the weight, summed over the ranges without a step. 0 where there
 * is none. Infinity where an interaction or a constraint names such a range: it says nothing of the numbers between.
 */
export function betweenNumbers(
  { profiles, constraints }: Pick<Scenario, 'profiles' | 'constraints'>,
  answers: readonly Answers[],
): readonly number[] {
  const sampled = answers.map((each) => each.kind === 'numbers' && each.sampled !== null);
  const isBound =
    constraints.some((constraint) => constraint.answers.some(({ issue }) => sampled[issue])) ||
    profiles.some(({ interactions }) => interactions.some(({ issues }) => issues.some((issue) => sampled[issue])));
  return profiles.map(({ weights, values }) =>
    answers.reduce((sum, of, issue) => {
      if (sampled[issue] !== true) return sum;
      const on = valuesOn(values[issue]!, of);
      const change = on.slice(1).reduce((most, value, k) => Math.max(most, Math.abs(value - on[k]!)), 0);
      return isBound ? Infinity : sum + (weights[issue]! * change) / 2;
    }, 0),
  );
}
