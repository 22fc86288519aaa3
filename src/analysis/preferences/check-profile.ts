import { checkValue } from './check-value.ts';
import { valuesOn } from './value.ts';
import type { Answers } from './answers.ts';
import type { Issue, Profile } from '../scenario.ts';
import type { ScenarioProblem } from './problem.ts';

/**
 * What is wrong with one party's preferences, given issues that are in order. All weights may be zero only if interactions give the
 * party something to care about. A negative reservation is refused unless some answers or interactions are worth less than 0 to the
 * party, so that its utilities can be negative as well: otherwise it could never bind, and is most likely a slip.
 */
export function checkProfile(
  profile: Profile,
  p: number,
  issues: readonly Issue[],
  answers: readonly Answers[],
): readonly ScenarioProblem[] {
  const problems = [
    ...checkWeights(profile, p, issues),
    ...checkValues(profile, p, issues, answers),
    ...profile.interactions.flatMap((_, k) => checkInteraction(profile, p, k, issues, answers)),
  ];
  return problems.length > 0 ? problems : [...checkSize(profile, p, answers), ...checkReservation(profile, p, answers)];
}

function checkWeights(
  { party, weights, interactions }: Profile,
  profile: number,
  issues: readonly Issue[],
): readonly ScenarioProblem[] {
  if (weights.length !== issues.length) {
    const sentence = `${party} has ${weights.length} weights for ${issues.length} issues.`;
    return [{ reason: 'weight-count', profile, sentence }];
  }
  const problems = weights.flatMap((weight, issue): readonly ScenarioProblem[] => {
    const { name } = issues[issue]!;
    if (!Number.isFinite(weight)) {
      return [
        {
          reason: 'not-a-number',
          profile,
          issue,
          sentence: `The weight of ${name} for ${party} is ${weight}, not a finite number.`,
        },
      ];
    }
    if (weight >= 0) return [];
    return [
      {
        reason: 'negative-weight',
        profile,
        issue,
        sentence: `The weight of ${name} for ${party} is ${weight}; a weight is at least 0.`,
      },
    ];
  });
  if (problems.length > 0 || interactions.length > 0 || weights.some((weight) => weight > 0)) return problems;
  return [
    {
      reason: 'weights-all-zero',
      profile,
      sentence: `All weights of ${party} are 0: every package would be worth the same to it.`,
    },
  ];
}

function checkValues(
  profile: Profile,
  p: number,
  issues: readonly Issue[],
  answers: readonly Answers[],
): readonly ScenarioProblem[] {
  const { party, values } = profile;
  if (values.length === issues.length) {
    return values.flatMap((value, i) => checkValue(value, issues[i]!, answers[i]!, { party, profile: p, issue: i }));
  }
  const sentence = `${party} has values for ${values.length} issues, and there are ${issues.length}.`;
  return [{ reason: 'value-count', profile: p, sentence }];
}

function checkInteraction(
  { party, interactions }: Profile,
  profile: number,
  interaction: number,
  issues: readonly Issue[],
  answers: readonly Answers[],
): readonly ScenarioProblem[] {
  const {
    issues: [a, b],
    values,
  } = interactions[interaction]!;
  if (answers[a] === undefined || answers[b] === undefined || a === b) {
    const sentence = `An interaction of ${party} must join two different issues, by their places.`;
    return [{ reason: 'interaction-issue', profile, interaction, sentence }];
  }
  const pair = `${issues[a]!.name} with ${issues[b]!.name}`;
  const [rows, columns] = [answers[a].size, answers[b].size];
  if (values.length !== rows || values.some((row) => row.length !== columns)) {
    const sentence = `The interaction of ${pair} for ${party} needs ${rows} rows of ${columns} numbers.`;
    return [{ reason: 'interaction-shape', profile, interaction, sentence }];
  }
  if (values.every((row) => row.every(Number.isFinite))) return [];
  const sentence = `The interaction of ${pair} for ${party} holds something that is not a finite number.`;
  return [{ reason: 'not-a-number', profile, interaction, sentence }];
}

function checkSize(profile: Profile, p: number, answers: readonly Answers[]): readonly ScenarioProblem[] {
  const most = totalOf(profile, answers, (numbers) => numbers.reduce((m, x) => Math.max(m, Math.abs(x)), 0));
  if (most < 1e150) return [];
  return [{ reason: 'too-large', profile: p, sentence: `The numbers of ${profile.party} are too large to add up.` }];
}

function checkReservation(profile: Profile, p: number, answers: readonly Answers[]): readonly ScenarioProblem[] {
  const { party, reservation } = profile;
  if (reservation === null) return [];
  if (reservation.kind === 'package') {
    const pack = reservation.package;
    const known = (answer: number, i: number): boolean =>
      Number.isInteger(answer) && answer >= 0 && answer < answers[i]!.size;
    if (pack.length === answers.length && pack.every(known)) return [];
    const sentence = `What ${party} has without an agreement must give one of its answers to each of the ${answers.length} issues.`;
    return [{ reason: 'reservation-package', profile: p, sentence }];
  }
  const { utility } = reservation;
  if (!Number.isFinite(utility) || Math.abs(utility) > 1e150) {
    const sentence = `The reservation value of ${party} is ${utility}, not a finite number; leave it out if it is not known.`;
    return [{ reason: 'not-a-number', profile: p, sentence }];
  }
  const least = totalOf(profile, answers, (numbers) => numbers.reduce((m, x) => Math.min(m, x), Infinity));
  if (utility >= 0 || least < 0) return [];
  const sentence = `The reservation value of ${party} is ${utility}, below anything a package can give it; leave it out if it is not known.`;
  return [{ reason: 'negative-reservation', profile: p, sentence }];
}

function totalOf(profile: Profile, answers: readonly Answers[], pick: (numbers: readonly number[]) => number): number {
  const weighted = answers.map((each, i) => profile.weights[i]! * pick(valuesOn(profile.values[i]!, each)));
  return [...weighted, ...profile.interactions.map(({ values }) => pick(values.flat()))].reduce((sum, x) => sum + x, 0);
}
