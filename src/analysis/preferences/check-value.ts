import type { Answers } from './answers.ts';
import type { Issue, ValueFunction } from '../scenario.ts';
import type { ScenarioProblem } from './problem.ts';

/** Whose value function is checked, on which issue. */
export interface ValuePlace {
  readonly party: string;
  readonly profile: number;
  readonly issue: number;
}

/** What is wrong with the values of one issue: a kind that does not suit it, too few or too many, out of order, or not numbers. */
export function checkValue(
  value: ValueFunction,
  issue: Issue,
  answers: Answers,
  place: ValuePlace,
): readonly ScenarioProblem[] {
  const whose = `The values of ${issue.name} for ${place.party}`;
  const at = { profile: place.profile, issue: place.issue };
  if (value.kind === 'table') {
    if (answers.kind === 'numbers' && answers.sampled !== null) {
      const sentence = `${whose} are a list, but any number may be the answer; give points to be joined by lines, or give the range a step.`;
      return [{ reason: 'value-kind', ...at, sentence }];
    }
    if (value.values.length !== answers.size) {
      const sentence = `${whose} are ${value.values.length}, and it has ${answers.size} answers.`;
      return [{ reason: 'value-count', ...at, sentence }];
    }
    return value.values.every(Number.isFinite) ? [] : [notNumbers(whose, at)];
  }
  if (issue.kind === 'options') {
    const sentence = `${whose} are points on a line, but its options are not numbers; give one value for each option.`;
    return [{ reason: 'value-kind', ...at, sentence }];
  }
  const { points } = value;
  if (!points.every((point) => Number.isFinite(point.at) && Number.isFinite(point.value)))
    return [notNumbers(whose, at)];
  if (points.some((point, k) => k > 0 && point.at <= points[k - 1]!.at)) {
    return [
      { reason: 'points-unordered', ...at, sentence: `${whose} are points that do not run from small to large.` },
    ];
  }
  const [first, last] = [points[0]?.at ?? Infinity, points.at(-1)?.at ?? -Infinity];
  if (first <= issue.from && last >= issue.to) return [];
  const sentence = `${whose} are points that do not reach from ${issue.from} to ${issue.to}.`;
  return [{ reason: 'points-not-covering', ...at, sentence }];
}

function notNumbers(whose: string, at: { readonly profile: number; readonly issue: number }): ScenarioProblem {
  return { reason: 'not-a-number', ...at, sentence: `${whose} hold something that is not a finite number.` };
}
