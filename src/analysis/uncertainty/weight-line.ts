import { answersIn, valuesOn } from '../preferences/index.ts';
import type { Package, Profile, Scenario } from '../scenario.ts';

/**
 * What happens as one weight of one party takes a larger or smaller share of the sum of its weights, the others keeping their proportions:
 * every utility of that party is a straight line in the share.
 */
export interface WeightLine {
  readonly party: number;
  readonly issue: number;
  /** The share that the weight has now, from 0 to 1. */
  readonly present: number;
  /** The scenario with another share. */
  at(share: number): Scenario;
  /** The party's utility of a package at share 0, and by how much it is more at share 1. */
  utility(pack: Package): { readonly start: number; readonly slope: number };
  /** The same of what it has without an agreement; null if that is not known. */
  reservation(): { readonly start: number; readonly slope: number } | null;
}

/** The line of one weight; null where the party gives weight to nothing, or to nothing else. */
export function weightLine(scenario: Scenario, party: number, issue: number): WeightLine | null {
  const profile = scenario.profiles[party]!;
  const sum = profile.weights.reduce((a, b) => a + b, 0);
  const rest = profile.weights.reduce((a, b, i) => (i === issue ? a : a + b), 0);
  if (rest <= 0) return null;
  const answers = answersIn(scenario);
  const values = profile.values.map((value, i) => valuesOn(value, answers[i]!));
  const weightsAt = (share: number): number[] =>
    profile.weights.map((weight, i) => (i === issue ? sum * share : ((sum * (1 - share)) / rest) * weight));
  const worth = (pack: Package, weights: readonly number[]): number =>
    pack.reduce((total, answer, i) => total + weights[i]! * values[i]![answer]!, beyondOf(profile, pack));
  const utility = (pack: Package): { readonly start: number; readonly slope: number } => {
    const start = worth(pack, weightsAt(0));
    return { start, slope: worth(pack, weightsAt(1)) - start };
  };
  return {
    party,
    issue,
    present: profile.weights[issue]! / sum,
    at: (share) => ({
      ...scenario,
      profiles: scenario.profiles.map((each, p) => (p === party ? { ...each, weights: weightsAt(share) } : each)),
    }),
    utility,
    reservation() {
      if (profile.reservation === null) return null;
      return profile.reservation.kind === 'package'
        ? utility(profile.reservation.package)
        : { start: profile.reservation.utility, slope: 0 };
    },
  };
}

/** What the answers to pairs of issues add, for one party. */
export function beyondOf(profile: Profile, pack: Package): number {
  return profile.interactions.reduce((sum, { issues: [a, b], values }) => sum + values[pack[a]!]![pack[b]!]!, 0);
}
