import { contradictionIn } from './contradiction.ts';
import type { Answers } from './answers.ts';
import type { Constraint, Issue } from '../scenario.ts';
import type { ScenarioProblem } from './problem.ts';

/** The most combinations of answers that one constraint may bind. */
export const widestConstraint = 2 ** 22;

/** What is wrong with the constraints: names that are not there, too many combinations at once, or sets that no package can meet. */
export function checkConstraints(
  constraints: readonly Constraint[],
  issues: readonly Issue[],
  answers: readonly Answers[],
): readonly ScenarioProblem[] {
  const problems = constraints.flatMap((constraint, c) => checkConstraint(constraint, c, issues, answers));
  if (problems.length > 0 || constraints.length === 0) return problems;
  const sizes = answers.map((each) => each.size);
  const contradiction = contradictionIn(sizes, constraints);
  if (contradiction.kind === 'none') return [];
  if (contradiction.kind === 'undecided') {
    const sentence = 'Whether the constraints leave any package could not be decided in the time allowed.';
    return [{ reason: 'constraints-undecided', sentence }];
  }
  return contradiction.sets.map((set) => {
    const names = set.map((c) => constraints[c]!.name).join('; ');
    const only = contradiction.smallest ? 'No smaller set contradicts itself.' : 'There may be a smaller set.';
    const sentence =
      set.length === 1
        ? `No package can meet this constraint: ${names}.`
        : `No package can meet these ${set.length} constraints together: ${names}. ${only}`;
    return { reason: 'constraints-contradict', constraints: set, sentence };
  });
}

function checkConstraint(
  { name, answers: named }: Constraint,
  constraint: number,
  issues: readonly Issue[],
  answers: readonly Answers[],
): readonly ScenarioProblem[] {
  const problem = (reason: ScenarioProblem['reason'], sentence: string): readonly ScenarioProblem[] => [
    { reason, constraint, sentence },
  ];
  if (named.length === 0 || named.some(({ anyOf }) => anyOf.length === 0)) {
    return problem('constraint-empty', `The constraint ${name} names no answers.`);
  }
  const missing = named.find(({ issue }) => answers[issue] === undefined);
  if (missing !== undefined) {
    return problem(
      'constraint-issue',
      `The constraint ${name} names issue number ${missing.issue + 1}, which is not there.`,
    );
  }
  for (const { issue, anyOf } of named) {
    const { size } = answers[issue]!;
    const unknown = anyOf.find((answer) => !Number.isInteger(answer) || answer < 0 || answer >= size);
    if (unknown === undefined) continue;
    const sentence = `The constraint ${name} names answer number ${unknown + 1} of ${issues[issue]!.name}, which has ${size}.`;
    return [{ reason: 'constraint-answer', constraint, issue, sentence }];
  }
  const places = [...new Set(named.map(({ issue }) => issue))].reduce((n, issue) => n * answers[issue]!.size, 1);
  if (places <= widestConstraint) return [];
  return problem(
    'constraint-too-wide',
    `The constraint ${name} binds ${places} combinations of answers; the most is ${widestConstraint}.`,
  );
}
