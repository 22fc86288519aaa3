import { checkOffers, learntProfile, weightiest } from './offers.ts';
import type { Learnt, NothingLearnt, OffersMade } from './offers.ts';
import type { Method } from '../../method.ts';
import type { Package } from '../../scenario.ts';

/**
 * Weights and values from how often a side repeats itself (van Krimpen, Looije and Hajizadeh 2013). All weights start equal; with each
 * new offer, every issue whose answer stayed the same gains 0.2 / issues, and the weights are scaled to sum to 1 again. An answer is
 * worth how often it was offered, beside the most frequent answer of its issue; each answer starts with one count.
 * `sureness` is how far the first and second halves of the movements agree on which of two issues weighs more: the share of pairs they
 * order alike or hold equal, less the share they order oppositely (after Kendall's tau, at least 0); null below five offers.
 */
export function learnByFrequency(made: OffersMade): Learnt | NothingLearnt {
  const refusal = checkOffers(made);
  if (refusal !== null) return refusal;
  const { party, issues, answers, offers } = made;
  const weights = weightsFrom(offers, issues.length);
  const values = answers.map((each, i) => {
    const counts = Array.from({ length: each.size }, () => 1);
    for (const pack of offers) counts[pack[i]!] = counts[pack[i]!]! + 1;
    return counts;
  });
  const half = Math.ceil(offers.length / 2);
  const halves = [offers.slice(0, half + 1), offers.slice(half)].map((part) => weightsFrom(part, issues.length));
  const sureness = offers.length < 5 ? null : Math.max(0, agreement(halves[0]!, halves[1]!));
  const sentence = `Learnt from ${offers.length} offers of ${party}: it held on longest to ${weightiest(issues, weights)}. ${sureWords(sureness)}`;
  return {
    profile: learntProfile(made, 'frequency model', weights, values),
    offers: offers.length,
    sureness,
    sentence,
  };
}

/** The frequency model. */
export const frequencyMethod: Method = {
  name: 'Frequency model',
  definition:
    'A side cares most for the issues on which it moves least, and for the answers that it offers most often.',
  assumes: 'The side begins with what it likes best and gives way first where it costs it least.',
  misleads: 'When a side holds an issue back as a bargaining chip, repeats itself, or moves at random.',
  source: 'van Krimpen, Looije and Hajizadeh 2013',
};

function weightsFrom(offers: readonly Package[], issues: number): readonly number[] {
  const gain = 0.2 / issues;
  let weights: readonly number[] = Array.from({ length: issues }, () => 1 / issues);
  for (let k = 1; k < offers.length; k++) {
    const kept = weights.map((_, i) => offers[k]![i] === offers[k - 1]![i]);
    const total = 1 + gain * kept.filter(Boolean).length;
    weights = weights.map((weight, i) => (weight + (kept[i]! ? gain : 0)) / total);
  }
  return weights;
}

function agreement(one: readonly number[], other: readonly number[]): number {
  let [alike, pairs] = [0, 0];
  for (let i = 0; i < one.length; i++)
    for (let j = 0; j < i; j++) {
      const [first, second] = [signOf(one[i]! - one[j]!), signOf(other[i]! - other[j]!)];
      alike += first === 0 && second === 0 ? 1 : first * second;
      pairs++;
    }
  return pairs === 0 ? 1 : alike / pairs;
}

// Weights that differ in the last places only are equal.
function signOf(difference: number): number {
  return Math.abs(difference) < 1e-12 ? 0 : Math.sign(difference);
}

function sureWords(sureness: number | null): string {
  if (sureness === null) return 'There are too few offers to tell how steady this is.';
  if (sureness >= 0.6) return 'Its earlier and later offers say the same.';
  return sureness >= 0.2 ? 'Its earlier and later offers agree in part.' : 'Its earlier and later offers do not agree.';
}
