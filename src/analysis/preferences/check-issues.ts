import { stepsIn } from './answers.ts';
import type { Issue } from '../scenario.ts';
import type { ScenarioProblem } from './problem.ts';

/** The most answers that one issue may have. */
export const mostAnswers = 100_000;

/** What is wrong with the issues: none, two of one name, no answers, a range that is empty or that its step does not fit. */
export function checkIssues(issues: readonly Issue[]): readonly ScenarioProblem[] {
  if (issues.length === 0) return [{ reason: 'no-issues', sentence: 'There are no issues: nothing is to be settled.' }];
  return issues.flatMap((issue, i) => [
    ...checkName(issues, i),
    ...(issue.kind === 'options' ? checkOptions(issue, i) : checkRange(issue, i)),
  ]);
}

function checkName(issues: readonly Issue[], i: number): readonly ScenarioProblem[] {
  const { name } = issues[i]!;
  if (issues.findIndex((issue) => issue.name === name) === i) return [];
  return [{ reason: 'same-issue', issue: i, sentence: `Two issues are called ${name}.` }];
}

function checkOptions(
  { name, options }: Extract<Issue, { kind: 'options' }>,
  issue: number,
): readonly ScenarioProblem[] {
  if (options.length === 0) return [{ reason: 'no-answers', issue, sentence: `The issue ${name} has no options.` }];
  if (options.length > mostAnswers) return [tooMany(name, issue)];
  if (new Set(options).size === options.length) return [];
  const twice = options.find((option, a) => options.indexOf(option) !== a)!;
  return [{ reason: 'same-answer', issue, sentence: `Two options of ${name} are called ${twice}.` }];
}

function checkRange(range: Extract<Issue, { kind: 'range' }>, issue: number): readonly ScenarioProblem[] {
  const { name, from, to, step } = range;
  if (![from, to, step ?? 1].every(Number.isFinite)) {
    return [{ reason: 'not-a-number', issue, sentence: `An end or the step of ${name} is not a finite number.` }];
  }
  if (from > to || (from === to && step === null)) {
    return [
      {
        reason: 'empty-range',
        issue,
        sentence: `The issue ${name} runs from ${from} to ${to}, which holds no numbers.`,
      },
    ];
  }
  if (step === null) return [];
  if (step <= 0 || stepsIn(range) === null) {
    const sentence = `The step of ${name}, ${step}, does not lead from ${from} to ${to} a whole number of times.`;
    return [{ reason: 'step-does-not-fit', issue, sentence }];
  }
  return stepsIn(range)! < mostAnswers ? [] : [tooMany(name, issue)];
}

function tooMany(name: string, issue: number): ScenarioProblem {
  const sentence = `The issue ${name} has more than ${mostAnswers} answers; give it a wider step, or fewer options.`;
  return { reason: 'too-many-answers', issue, sentence };
}
