import type { Profile, Scenario } from '../../../analysis/index.ts';
import { answersIn, answersOf, valuesOn } from '../../../analysis/index.ts';
import { rounded } from '../number-in.ts';
import { leastOf } from '../profile.ts';

/** A party’s preferences with every value between 0 and 1, the best answer to each issue at 1, as GENIUS and GeniusWeb have them. */
export interface InUnits {
  /** By what the values of each issue are divided. */
  readonly tops: readonly number[];
  readonly weights: readonly number[];
  /** By what utilities were divided. */
  readonly unit: number;
}

/**
 * A profile in units: weight × greatest value becomes the weight. `sum`: what the best package may be worth at most (`atMost`) or must be worth
 * (`exactly`) is 1; where it is worth something else, everything is divided by that; with `any` nothing is. Refuses values below 0, which such
 * formats do not hold.
 */
export function inUnits(
  profile: Profile,
  issues: Scenario['issues'],
  sum: 'atMost' | 'exactly' | 'any',
): (InUnits & { readonly lost: readonly string[] }) | { readonly refused: string } {
  const below = profile.values.findIndex((value) => leastOf(value) < 0);
  if (below >= 0)
    return {
      refused: `Some answers to “${issues[below]?.name ?? ''}” are worth less than 0 to ${profile.party}; this format holds values from 0 to 1.`,
    };
  const greatest = profile.values.map((value, i) => {
    const issue = issues[i];
    return issue === undefined ? 0 : valuesOn(value, answersOf(issue)).reduce((top, each) => Math.max(top, each), 0);
  });
  const most = greatest.reduce((total, top, i) => total + top * (profile.weights[i] ?? 0), 0);
  const isOff = { atMost: most > 1 + 1e-9, exactly: Math.abs(most - 1) > 1e-12, any: false }[sum];
  const unit = isOff && most > 0 ? most : 1;
  // An issue without worth keeps its weight, which changes nothing, unless the weights must sum to 1.
  const share = (top: number) => (top > 0 ? top : sum === 'exactly' ? 0 : 1);
  return {
    tops: greatest.map((top) => (top > 0 ? top : 1)),
    weights: greatest.map((top, i) => ((profile.weights[i] ?? 0) * share(top)) / unit),
    unit,
    lost:
      unit === 1
        ? []
        : [`The points of ${profile.party} are divided by ${rounded(unit)}, so that its best package is worth 1.`],
  };
}

/** What a party has without an agreement, in utility; null if unknown. A package is counted as what it is worth. */
export function reservedUtility(profile: Profile, issues: Scenario['issues']): number | null {
  const { reservation, weights, values, interactions } = profile;
  if (reservation === null || reservation.kind === 'utility') return reservation?.utility ?? null;
  const pack = reservation.package;
  const answers = answersIn({ issues, profiles: [profile] });
  const parts = issues.map((_, i) => {
    const [value, own] = [values[i], answers[i]];
    return value === undefined || own === undefined ? 0 : (weights[i] ?? 0) * (valuesOn(value, own)[pack[i] ?? 0] ?? 0);
  });
  const added = interactions.map(({ issues: [a, b], values: worth }) => worth[pack[a] ?? 0]?.[pack[b] ?? 0] ?? 0);
  return [...parts, ...added].reduce((sum, each) => sum + each, 0);
}
