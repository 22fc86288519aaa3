import type { Answers } from '../answers.ts';
import type { Package, Profile } from '../../scenario.ts';

/** The offers that one side made, first to last, and the issues that they answer. */
export interface OffersMade {
  readonly party: string;
  readonly issues: readonly string[];
  readonly answers: readonly Answers[];
  readonly offers: readonly Package[];
}

/** A side's preferences as they were learnt from its offers: always labelled so, and with how sure the learning is. */
export interface Learnt {
  readonly profile: Profile;
  /** How many offers it was learnt from. */
  readonly offers: number;
  /** From 0 (knows nothing more than before) to 1 (sure); null if too few offers were made to tell. See the method for its meaning. */
  readonly sureness: number | null;
  readonly sentence: string;
}

/** Why nothing can be learnt. */
export interface NothingLearnt {
  readonly refused: 'too-few-offers' | 'offer-shape';
  readonly sentence: string;
}

/** Why nothing can be learnt from these offers; null if something can. A single offer shows no movement. */
export function checkOffers({ party, answers, offers }: OffersMade): NothingLearnt | null {
  const fits = (pack: Package): boolean =>
    pack.length === answers.length && pack.every((a, i) => Number.isInteger(a) && a >= 0 && a < answers[i]!.size);
  const wrong = offers.findIndex((pack) => !fits(pack));
  if (wrong !== -1) {
    return {
      refused: 'offer-shape',
      sentence: `Offer ${wrong + 1} of ${party} does not give one answer to each issue.`,
    };
  }
  if (offers.length >= 2) return null;
  return {
    refused: 'too-few-offers',
    sentence: `${party} has made fewer than two whole offers, with an answer to every issue: there is nothing to learn from.`,
  };
}

/** What was learnt, as a profile that says so. Weights are scaled to sum to 1, values of each issue to a highest of 1. */
export function learntProfile(
  { party, offers }: OffersMade,
  model: string,
  weights: readonly number[],
  values: readonly (readonly number[])[],
): Profile {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return {
    party,
    provenance: { kind: 'learnt', from: `${offers.length} offers of ${party}, ${model}` },
    weights: weights.map((weight) => weight / sum),
    values: values.map((each) => {
      const most = Math.max(...each);
      return { kind: 'table', values: each.map((value) => value / most) };
    }),
    interactions: [],
    reservation: null,
  };
}

/** The issues that seem to weigh most, as the beginning of a sentence. */
export function weightiest(issues: readonly string[], weights: readonly number[]): string {
  const most = Math.max(...weights);
  return issues.filter((_, i) => most - weights[i]! <= 1e-9 * most).join(' and ');
}
