import {
  preferences,
  type Issue as Matter,
  type Package,
  type Profile,
  type Scenario,
  type ValueFunction,
} from '../analysis/index.ts';
import { once } from './case-file.ts';
import type { Entry } from './entry.ts';
import { issues, issueWithKey, type Answer, type Issue } from './issues.ts';
import { parties, type Party } from './parties.ts';
import { preferencesOf, type Preferences, type Worth } from './preferences.ts';
import { issueOf, told } from './talks.ts';

/** What this viewer knows of the sides' preferences, in the form that packages are worked out on. */
export interface Valued {
  readonly scenario: Scenario;
  /** The issues in the order of the scenario. */
  readonly issues: readonly Issue[];
  /** Whether ranges are worked through in a few even steps only, since there are three sides or more. */
  readonly coarse: boolean;
  /** The sides with a profile, in the order of the scenario, and the entry that states it. */
  readonly sides: readonly { readonly party: Party; readonly entry: Entry<Preferences> }[];
}

/**
 * The scenario of those sides whose preferences the viewer knows, over the issues that any of them values; null when there is none. A
 * side's best package is worth 100 points to it, which is a choice of unit and not a comparison between sides.
 */
export const valuedIn = once((file): Valued | null => {
  const sides = parties(file).flatMap((party) => {
    const entry = preferencesOf(file, party.key);
    // A weight on an issue that the viewer does not know cannot be counted.
    const counts = entry?.fact.issues.some(({ issue, weight }) => weight > 0 && issueWithKey(file, issue) !== null);
    return entry === null || counts !== true ? [] : [{ party, entry }];
  });
  const agenda = issues(file).filter(({ key }) =>
    sides.some(({ entry }) => entry.fact.issues.some(({ issue }) => issue === key)),
  );
  if (sides.length === 0 || agenda.length === 0) return null;
  const names = told(parties(file));
  const profiles = sides.map(({ party, entry }): Profile => {
    const weights = agenda.map(({ key }) => entry.fact.issues.find(({ issue }) => issue === key)?.weight ?? 0);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return {
      party: names[parties(file).indexOf(party)] ?? party.key,
      provenance: entry.fact.provenance === 'own' ? { kind: 'own' } : { kind: 'analyst', name: entry.by.name },
      weights: weights.map((weight) => weight / total),
      values: agenda.map((issue) => valueOf(issue, entry.fact.issues.find((one) => one.issue === issue.key)?.worth)),
      interactions: [],
      reservation: entry.fact.reservation === null ? null : { kind: 'utility', utility: entry.fact.reservation },
    };
  });
  const coarse = sides.length > 2;
  const matters = agenda.map(issueOf).map((issue) => (coarse ? coarsened(issue) : issue));
  return { scenario: { issues: matters, profiles, constraints: [] }, issues: agenda, coarse, sides };
});

/** How many numbers of a range are worked through where there are three sides or more: with more, efficient packages are past counting. */
const fewNumbers = 6;

/** A range in as few even steps as divide it; the ends alone where none do. */
function coarsened(issue: Matter): Matter {
  if (issue.kind === 'options') return issue;
  const step = issue.step ?? (issue.to - issue.from) / (fewNumbers - 1);
  const steps = Math.round((issue.to - issue.from) / step);
  for (let joined = 1; joined < steps; joined += 1)
    if (steps % joined === 0 && steps / joined < fewNumbers) return { ...issue, step: step * joined };
  return { ...issue, step: step * steps };
}

/** A package of a scenario, as answers to its issues. */
export function answersOfPackage({ scenario, issues: agenda }: Valued, pack: Package): readonly Answer[] {
  const answers = preferences.answersIn(scenario);
  return agenda.map(({ scale }, i) => {
    const of = answers[i];
    const place = pack[i] ?? 0;
    if (of?.kind === 'numbers') return of.numbers[place] ?? 0;
    return scale.kind === 'options' ? (scale.options[place]?.key ?? '') : 0;
  });
}

/** Points on the range or for each option, as the analysis takes them; an option that has no points is worth nothing. */
function valueOf({ scale }: Issue, worth: Worth | undefined): ValueFunction {
  if (scale.kind === 'options')
    return {
      kind: 'table',
      values: scale.options.map(({ key }) => (worth?.kind === 'options' ? (worth.values[key] ?? 0) : 0)),
    };
  return {
    kind: 'piecewise',
    points:
      worth?.kind === 'range'
        ? worth.points
        : [
            { at: scale.from, value: 0 },
            { at: scale.to, value: 0 },
          ],
  };
}
