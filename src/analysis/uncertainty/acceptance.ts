import type { Method } from '../method.ts';
import { answersIn, scoresOf, utilityOf, valuesOn } from '../preferences/index.ts';
import type { Package, Profile, Scenario } from '../scenario.ts';
import { totalsOf } from '../scores.ts';
import { figure, listInWords } from '../solutions/words.ts';
import { beyondOf } from './weight-line.ts';

/** The words that stand beside what would make a package acceptable. */
export const acceptanceMethod: Method = {
  name: 'What would have to be true for a package to be acceptable',
  definition:
    'For each party that the package leaves short: how low its reservation would have to be, or the least change of its weights, counted as the sum of all changes with the whole weight kept, that lifts the package to its reservation.',
  assumes:
    'Values of answers, conditions and the other parties are as stated; only the reservation or only the weights are wrong.',
  misleads:
    'It says what a party would have to want, not that it could come to want it. The least change is usually lopsided: one issue loses, one gains.',
  source:
    'Least change in the city-block distance, a continuous knapsack: Dantzig 1957; inverse decision analysis: Barron & Schmidt 1988',
};

/** What would have to be true for one party. */
export interface PartyAcceptance {
  readonly party: number;
  /** What the package is worth to it, in utility. */
  readonly worth: number;
  readonly standing:
    | { readonly kind: 'accepts'; readonly above: number }
    /** Nobody knows what it has without an agreement. */
    | { readonly kind: 'no reservation known' }
    | {
        readonly kind: 'short';
        /** By how much, in utility. */
        readonly by: number;
        /** The reservation would have to be at most this. */
        readonly reservationAtMost: number;
        /** The least change of weights; null if no weights would do. */
        readonly weights: LeastChange | null;
      };
}

/** Other weights with the same sum. */
export interface LeastChange {
  readonly weights: readonly number[];
  /** The sum of all changes, as a share of the sum of the weights (2 at most). */
  readonly distance: number;
}

/** What would have to be true for every party; refused if the conditions do not allow the package. */
export function whatWouldMakeAcceptable(
  scenario: Scenario,
  pack: Package,
): readonly PartyAcceptance[] | { readonly refused: 'not allowed' } {
  const { scores } = scoresOf(scenario);
  const totals = totalsOf(scores, pack);
  if (totals === null) return { refused: 'not allowed' };
  return scenario.profiles.map((profile, party) => {
    const worth = utilityOf(scores, totals[party]!);
    const floor = scores.floors[party]!;
    if (profile.reservation === null) return { party, worth, standing: { kind: 'no reservation known' } };
    const stated = profile.reservation.kind === 'utility' ? profile.reservation.utility : utilityOf(scores, floor);
    const above = stated === worth ? 0 : worth - stated;
    if (totals[party]! >= floor) return { party, worth, standing: { kind: 'accepts', above: Math.max(0, above) } };
    const weights = leastChange(scenario, profile, pack);
    return { party, worth, standing: { kind: 'short', by: -above, reservationAtMost: worth, weights } };
  });
}

/**
 * Weight goes from the issues on which the package does worst for the party to that on which it does best, until it is enough. Issues that do
 * equally well share alike, so that no order of issues matters.
 */
function leastChange(scenario: Scenario, profile: Profile, pack: Package): LeastChange | null {
  const answers = answersIn(scenario);
  const valueOf = (one: Package): number[] =>
    one.map((answer, i) => valuesOn(profile.values[i]!, answers[i]!)[answer]!);
  const alternative = profile.reservation!;
  const against = alternative.kind === 'package' ? valueOf(alternative.package) : null;
  const merits = valueOf(pack).map((value, i) => value - (against?.[i] ?? 0));
  const needed =
    (alternative.kind === 'package' ? beyondOf(profile, alternative.package) : alternative.utility) -
    beyondOf(profile, pack);
  const sum = profile.weights.reduce((a, b) => a + b, 0);
  const best = Math.max(...merits);
  // Weights that were written down as shares may add up to a hair less than one.
  const hair = 1e-9 * Math.max(Math.abs(needed), Math.abs(sum * best));
  if (sum * best < needed - hair) return null;
  let lack = needed - merits.reduce((total, merit, i) => total + merit * profile.weights[i]!, 0);
  let moved = 0;
  const weights = [...profile.weights];
  for (const merit of [...new Set(merits)].sort((a, b) => a - b)) {
    if (lack <= 0 || merit === best) break;
    const givers = merits.flatMap((m, i) => (m === merit ? [i] : []));
    const held = givers.reduce((total, i) => total + weights[i]!, 0);
    const amount = Math.min(held, lack / (best - merit));
    for (const i of givers) weights[i] = held === 0 ? 0 : weights[i]! * (1 - amount / held);
    lack -= amount * (best - merit);
    moved += amount;
  }
  const takers = merits.flatMap((m, i) => (m === best ? [i] : []));
  for (const i of takers) weights[i] = weights[i]! + moved / takers.length;
  return { weights, distance: sum === 0 ? 0 : (2 * moved) / sum };
}

/** What would have to be true, one sentence a party. */
export function acceptanceInWords(
  scenario: Pick<Scenario, 'profiles' | 'issues'>,
  found: readonly PartyAcceptance[] | { readonly refused: 'not allowed' },
): readonly string[] {
  if ('refused' in found) return ['The conditions do not allow this package.'];
  return found.map(({ party, worth, standing }) => {
    const { party: name, weights } = scenario.profiles[party]!;
    switch (standing.kind) {
      case 'accepts':
        return `${name} can accept: the package is worth ${figure(worth)} to it, ${figure(standing.above)} more than no agreement.`;
      case 'no reservation known':
        return `What ${name} has without an agreement is not known, so whether ${figure(worth)} is enough is not known either.`;
      case 'short': {
        const alone = `${name} is short by ${figure(standing.by)}: it could accept if what it has without an agreement were worth ${figure(standing.reservationAtMost)} at most`;
        if (standing.weights === null) return `${alone}; no other weights on the issues would do.`;
        const changes = standing.weights.weights.flatMap((weight, i) =>
          Math.abs(weight - weights[i]!) < 1e-9
            ? []
            : [`${scenario.issues[i]!.name} at ${figure(weight)} instead of ${figure(weights[i]!)}`],
        );
        return `${alone}, or if it weighed ${listInWords(changes)}.`;
      }
    }
  });
}
