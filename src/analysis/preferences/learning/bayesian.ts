import { shapesOn } from './shapes.ts';
import { checkOffers, learntProfile, weightiest } from './offers.ts';
import type { Learnt, NothingLearnt, OffersMade } from './offers.ts';
import type { Method } from '../../method.ts';
import type { Package } from '../../scenario.ts';

/**
 * What the side is taken to do: ask for all of its best at its first offer and for `last` of it at its last, give or take `spread`
 * (a standard deviation). At the k-th of n offers it asks for 1 - (1 - last) × ((k - 1) / (n - 1)) ^ pace: early movers have a pace below
 * 1, late movers above.
 */
export interface Concession {
  readonly last: number;
  readonly pace: number;
  readonly spread: number;
}

/** The concessions thought possible unless told otherwise, each as likely as any other before the offers are seen. */
export const usualConcessions: readonly Concession[] = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4].flatMap((last) =>
  [1 / 3, 1, 3].map((pace) => ({ last, pace, spread: 0.1 })),
);

/**
 * Weights and values by Bayes' rule (Hindriks and Tykhonov 2008). Hypotheses: each issue has one of the ranks 1 to m, whose weight is
 * 2 × rank / (m × (m + 1)); each issue's values have one of the shapes of `shapesOn`; the side concedes in one of the given ways. An offer
 * is the likelier under a hypothesis the nearer its utility lies to what a side that concedes so would ask at that moment (a normal
 * law). As in their scalable form, each issue's rank and shape is judged with the other issues at their expected contributions; the ways
 * of conceding are then weighed by how well each foretold the expected utility of every next offer. All hypotheses start alike.
 * `sureness` is one less the mean share of doubt left (entropy over that of the start) in ranks and shapes.
 */
export function learnByBayes(
  made: OffersMade,
  concessions: readonly Concession[] = usualConcessions,
): Learnt | NothingLearnt {
  const refusal = checkOffers(made);
  if (refusal !== null) return refusal;
  const { party, issues, answers, offers } = made;
  const count = issues.length;
  const rankWeights = Array.from({ length: count }, (_, r) => (2 * (r + 1)) / (count * (count + 1)));
  const shapes = answers.map((each) => shapesOn(each.size));
  const judged = concessions.map((concession) => judge(offers, rankWeights, shapes, concession));
  const likeliest = Math.max(...judged.map((each) => each.evidence));
  const trust = judged.map((each) => Math.exp(each.evidence - likeliest));
  const beliefs = answers.map((_, i) => ({
    ranks: mixed(
      trust,
      judged.map((each) => each.beliefs[i]!.ranks),
    ),
    shaped: mixed(
      trust,
      judged.map((each) => each.beliefs[i]!.shaped),
    ),
  }));
  const weights = beliefs.map((belief) => mean(belief.ranks, rankWeights));
  const values = beliefs.map((belief, i) =>
    Array.from({ length: answers[i]!.size }, (_, a) =>
      mean(
        belief.shaped,
        shapes[i]!.map((shape) => shape[a]!),
      ),
    ),
  );
  const doubts = beliefs.flatMap((belief) => [belief.ranks, belief.shaped]).filter((each) => each.length > 1);
  const sureness = doubts.length === 0 ? 1 : 1 - doubts.reduce((sum, each) => sum + doubt(each), 0) / doubts.length;
  const last = mean(
    trust,
    concessions.map((each) => each.last),
  );
  const sentence = `Learnt from ${offers.length} offers of ${party}: ${weightiest(issues, weights)} seems to weigh most, if its last offer still gives it about ${percent(last)} of its best. ${percent(sureness)} of the doubt at the start is gone.`;
  return { profile: learntProfile(made, 'Bayesian model', weights, values), offers: offers.length, sureness, sentence };
}

/** The Bayesian model. */
export const bayesianMethod: Method = {
  name: 'Bayesian model',
  definition:
    "Of many possible weights and values, those under which the side's offers look like an even concession gain belief.",
  assumes:
    'The side starts near its best and gives way steadily, in one of the ways listed, and the options of an issue stand in an order along which values rise, fall, or peak once.',
  misleads:
    'When the side does not concede in one of these ways: then it is sure of what is wrong, and may turn the order of weights round.',
  source: 'Hindriks and Tykhonov 2008',
};

interface Belief {
  readonly ranks: readonly number[];
  readonly shaped: readonly number[];
}

type Shapes = readonly (readonly (readonly number[])[])[];

function judge(
  offers: readonly Package[],
  rankWeights: readonly number[],
  shapes: Shapes,
  { last, pace, spread }: Concession,
): { readonly beliefs: readonly Belief[]; readonly evidence: number } {
  let beliefs: readonly Belief[] = shapes.map((each) => ({
    ranks: even(rankWeights.length),
    shaped: even(each.length),
  }));
  let evidence = 0;
  offers.forEach((pack, k) => {
    const asked = 1 - (1 - last) * (k / (offers.length - 1)) ** pace;
    const next = updated(beliefs, rankWeights, shapes, pack, asked, spread);
    beliefs = next.beliefs;
    evidence += next.evidence;
  });
  return { beliefs, evidence };
}

// Every issue is judged by the beliefs from before this offer, so that the order of issues does not matter.
function updated(
  beliefs: readonly Belief[],
  rankWeights: readonly number[],
  shapes: Shapes,
  pack: Package,
  asked: number,
  spread: number,
): { readonly beliefs: readonly Belief[]; readonly evidence: number } {
  const raw = beliefs.map((belief) => mean(belief.ranks, rankWeights));
  const scale = raw.reduce((sum, weight) => sum + weight, 0);
  const weights = raw.map((weight) => weight / scale);
  const given = shapes.map((each, i) => each.map((shape) => shape[pack[i]!]!));
  const values = beliefs.map((belief, i) => mean(belief.shaped, given[i]!));
  const total = weights.reduce((sum, weight, i) => sum + weight * values[i]!, 0);
  const next = beliefs.map((belief, i) => {
    const others = total - weights[i]! * values[i]!;
    // With another weight for this issue, the others share what is left.
    const left = 1 - weights[i]!;
    const byRank = rankWeights.map((weight) => {
      const share = left === 0 ? 0 : (others * (1 - weight)) / left;
      return likelihood(share + weight * values[i]!, asked, spread);
    });
    const byShape = given[i]!.map((value) => likelihood(others + weights[i]! * value, asked, spread));
    return { ranks: revised(belief.ranks, byRank), shaped: revised(belief.shaped, byShape) };
  });
  return { beliefs: next, evidence: -((total - asked) ** 2) / (2 * spread * spread) - Math.log(spread) };
}

function mixed(trust: readonly number[], beliefs: readonly (readonly number[])[]): readonly number[] {
  return beliefs[0]!.map((_, h) =>
    mean(
      trust,
      beliefs.map((each) => each[h]!),
    ),
  );
}

function likelihood(utility: number, asked: number, spread: number): number {
  return Math.exp(-((utility - asked) ** 2) / (2 * spread * spread));
}

// Keeps every hypothesis barely alive, so that none is lost to rounding.
function revised(before: readonly number[], likelihoods: readonly number[]): readonly number[] {
  const raw = before.map((belief, h) => belief * Math.max(likelihoods[h]!, 1e-12));
  const sum = raw.reduce((total, each) => total + each, 0);
  return raw.map((each) => Math.max(each / sum, 1e-12));
}

function even(count: number): readonly number[] {
  return Array.from({ length: count }, () => 1 / count);
}

function mean(chances: readonly number[], numbers: readonly number[]): number {
  let [sum, total] = [0, 0];
  for (let h = 0; h < chances.length; h++) {
    sum += chances[h]! * numbers[h]!;
    total += chances[h]!;
  }
  return sum / total;
}

function doubt(chances: readonly number[]): number {
  return -chances.reduce((sum, each) => sum + each * Math.log(each), 0) / Math.log(chances.length);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
