import type { Profile } from '../scenario.ts';

/** A party's preferences whose weights are known only in part; the weights in the profile are the central ones. */
export interface UncertainProfile {
  readonly profile: Profile;
  readonly weights: UncertainWeights;
}

/** What is known of a party's weights: bounds, an order, or samples of what they may be. They sum to `total` (1, 100). */
export type UncertainWeights =
  | {
      readonly kind: 'intervals';
      readonly total: number;
      /** One for each issue. */
      readonly intervals: readonly { readonly least: number; readonly most: number }[];
    }
  | {
      readonly kind: 'ranking';
      readonly total: number;
      /** Groups of issues by their places, weightiest group first; within a group the order is not known. */
      readonly ranking: readonly (readonly number[])[];
    }
  | { readonly kind: 'samples'; readonly samples: readonly (readonly number[])[] };

/** Why uncertain weights cannot be used. */
export interface UncertainRefusal {
  readonly refused:
    | 'issue-count'
    | 'not-a-number'
    | 'bounds-crossed'
    | 'bounds-miss-total'
    | 'not-a-ranking'
    | 'no-samples';
  readonly sentence: string;
}

/** What is wrong with uncertain weights for so many issues; null if nothing is. The other functions expect weights that passed. */
export function checkUncertain(uncertain: UncertainWeights, issues: number): UncertainRefusal | null {
  if (uncertain.kind === 'samples') return checkSamples(uncertain.samples, issues);
  if (!(uncertain.total > 0 && Number.isFinite(uncertain.total))) {
    return { refused: 'not-a-number', sentence: 'What the weights sum to must be a number above 0.' };
  }
  if (uncertain.kind === 'intervals') return checkIntervals(uncertain, issues);
  const named = uncertain.ranking.flat();
  const complete =
    named.length === issues && Array.from({ length: issues }, (_, i) => i).every((i) => named.includes(i));
  if (complete && uncertain.ranking.every((group) => group.length > 0)) return null;
  return { refused: 'not-a-ranking', sentence: 'A ranking must name each issue once.' };
}

/**
 * Intervals without what cannot happen: no weight can be more than what the least of the others leave, nor less than what the most of
 * the others leave.
 */
export function tightened({ total, intervals }: Extract<UncertainWeights, { kind: 'intervals' }>): readonly Interval[] {
  const least = intervals.reduce((sum, each) => sum + each.least, 0);
  const most = intervals.reduce((sum, each) => sum + each.most, 0);
  return intervals.map((each) => ({
    least: Math.min(Math.max(each.least, total - (most - each.most)), each.most),
    most: Math.max(Math.min(each.most, total - (least - each.least)), each.least),
  }));
}

/** From the least to the most that a weight may be. */
export interface Interval {
  readonly least: number;
  readonly most: number;
}

function checkIntervals(
  { total, intervals }: Extract<UncertainWeights, { kind: 'intervals' }>,
  issues: number,
): UncertainRefusal | null {
  if (intervals.length !== issues) return wrongCount(intervals.length, issues);
  if (!intervals.every(({ least, most }) => least >= 0 && Number.isFinite(most))) {
    return { refused: 'not-a-number', sentence: 'The bounds of a weight must be numbers from 0.' };
  }
  if (intervals.some(({ least, most }) => !(least <= most))) {
    return { refused: 'bounds-crossed', sentence: 'A weight has a lower bound above its upper bound.' };
  }
  const least = intervals.reduce((sum, each) => sum + each.least, 0);
  const most = intervals.reduce((sum, each) => sum + each.most, 0);
  const slack = 1e-9 * total;
  if (least <= total + slack && most >= total - slack) return null;
  // Twelve digits: without what adding decimals leaves behind, and enough to differ from the total.
  const [low, high] = [least, most].map((sum) => Number(sum.toPrecision(12)));
  const sentence =
    least > total
      ? `The lower bounds alone sum to ${low}, more than ${total}, which all weights sum to.`
      : `The upper bounds together sum to ${high}, less than ${total}, which all weights sum to.`;
  return { refused: 'bounds-miss-total', sentence };
}

function checkSamples(samples: readonly (readonly number[])[], issues: number): UncertainRefusal | null {
  if (samples.length === 0) return { refused: 'no-samples', sentence: 'There are no samples of the weights.' };
  const wrong = samples.find((sample) => sample.length !== issues);
  if (wrong !== undefined) return wrongCount(wrong.length, issues);
  if (samples.every((sample) => sample.every((weight) => weight >= 0 && Number.isFinite(weight)))) return null;
  return { refused: 'not-a-number', sentence: 'A sample holds a weight that is not a number from 0.' };
}

function wrongCount(given: number, issues: number): UncertainRefusal {
  return { refused: 'issue-count', sentence: `Weights for ${given} issues were given, and there are ${issues}.` };
}
