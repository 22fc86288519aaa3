import {
  answersOf,
  valuesOn,
  type Issue,
  type Profile,
  type Scenario,
  type ValueFunction,
} from '../../../analysis/index.ts';

/** How an issue is written: as options with a value for each, or as a range over which every party’s value is a straight line. */
export type IssueForm =
  | { readonly kind: 'options'; readonly name: string; readonly options: readonly string[] }
  | { readonly kind: 'line'; readonly name: string; readonly range: Extract<Issue, { kind: 'range' }> };

/** Beyond so many options a range is not written as options. */
const mostOptions = 10_000;

/**
 * The forms in which the issues are written. A range stays a range where `isHeld` says that the format has such ranges and each party’s value is a
 * straight line over it; otherwise it is written as one option for each step, and refused where it has none.
 */
export function issueForms(
  { issues, profiles }: Scenario,
  isHeld: (range: Extract<Issue, { kind: 'range' }>) => boolean,
): { readonly forms: readonly IssueForm[]; readonly lost: readonly string[] } | { readonly refused: string } {
  const lost: string[] = [];
  const forms: IssueForm[] = [];
  for (const [i, issue] of issues.entries()) {
    const { name } = issue;
    if (issue.kind === 'options') {
      forms.push({ kind: 'options', name, options: issue.options });
    } else if (isHeld(issue) && profiles.every(({ values }) => isStraight(values[i]))) {
      forms.push({ kind: 'line', name, range: issue });
    } else if (issue.step === null) {
      return {
        refused: `“${name}” may be any number of its range, and is not worth a straight line to everybody; this format has no place for that. Give it a step.`,
      };
    } else {
      const answers = answersOf(issue);
      if (answers.kind !== 'numbers' || answers.size > mostOptions)
        return { refused: `“${name}” has more than ${mostOptions} answers, too many to write one by one.` };
      forms.push({ kind: 'options', name, options: answers.numbers.map(String) });
      lost.push(
        `“${name}” becomes a list of ${answers.size} options, since this format cannot say of a range what its answers are worth here.`,
      );
    }
  }
  return { forms, lost };
}

/** The values of the options of an issue that is written so. */
export function optionValues(profile: Profile, i: number, issue: Issue): readonly number[] {
  const value = profile.values[i];
  return value === undefined ? [] : valuesOn(value, answersOf(issue));
}

/** The values at the two ends of a range that is written as a line. */
export function endValues(profile: Profile, i: number): readonly [number, number] {
  const value = profile.values[i];
  return value?.kind === 'piecewise' ? [value.points[0]?.value ?? 0, value.points.at(-1)?.value ?? 0] : [0, 0];
}

const isStraight = (value: ValueFunction | undefined): boolean =>
  value?.kind === 'piecewise' && value.points.length === 2;
