import { answersIn } from './answers.ts';
import { checkConstraints } from './check-constraints.ts';
import { checkIssues } from './check-issues.ts';
import { checkProfile } from './check-profile.ts';
import type { Samples } from './answers.ts';
import type { Scenario } from '../scenario.ts';
import type { ScenarioProblem } from './problem.ts';

/** The most parties that a scenario may have. */
export const mostParties = 8;

/**
 * What is wrong with a scenario; none if it can be used. Everything that is found is told, but what stands on a faulty part (values on
 * a faulty issue, say) is looked at only once that part is in order. Weights that do not sum to 1 or 100 are no problem: see `scoresOf`.
 */
export function checkScenario(scenario: Scenario, how: Samples = {}): readonly ScenarioProblem[] {
  const problems = [...checkParties(scenario), ...checkIssues(scenario.issues)];
  if (problems.length > 0) return problems;
  const answers = answersIn(scenario, how);
  return [
    ...scenario.profiles.flatMap((profile, p) => checkProfile(profile, p, scenario.issues, answers)),
    ...checkConstraints(scenario.constraints, scenario.issues, answers),
  ];
}

function checkParties({ profiles }: Scenario): readonly ScenarioProblem[] {
  const names = profiles.map((profile) => profile.party);
  const same = names.flatMap((name, profile): readonly ScenarioProblem[] =>
    names.indexOf(name) === profile
      ? []
      : [{ reason: 'same-party', profile, sentence: `Two parties are called ${name}.` }],
  );
  if (names.length < 2) {
    const sentence = names.length === 0 ? 'There are no parties.' : 'There is one party; an agreement needs two.';
    return [{ reason: 'too-few-parties', sentence }];
  }
  if (names.length <= mostParties) return same;
  const sentence = `There are ${names.length} parties; the most is ${mostParties}.`;
  return [{ reason: 'too-many-parties', sentence }, ...same];
}
