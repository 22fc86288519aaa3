import type { Method } from '../method.ts';
import { isSameAnswer, spanOf, type Answer } from './answer.ts';

/** A scale to measure a gap on: options in their order, or a range of numbers. */
export type GapScale =
  | { readonly kind: 'options'; readonly options: readonly string[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/** Which way a gap went: closed altogether, smaller, larger, or seen for the first time. */
export type Direction = 'agreed' | 'narrowing' | 'widening' | 'first';

/** What the gap between answers is. */
export const gapMethod: Method = {
  name: 'Gap between answers',
  definition:
    'On a range, the distance between the outermost answers over the length of the range; among options, the share of pairs of parties whose answers differ. 0 is agreement, 1 the two ends of the range.',
  assumes:
    'The whole range is alike, and the latest answer that is known of each party is the one that counts. Answers that span several numbers agree where they overlap.',
  misleads:
    'Where a range was drawn much wider than anybody’s demands, gaps look small; options have no distance of their own, so a half-way option closes nothing until it is accepted. It says nothing of what an answer is worth.',
  source: 'Position change as in content analysis of negotiation: Druckman 1973',
};

/**
 * The gap between the answers that several sides give: 0 when all are the same, 1 when two lie at the ends of a range.
 * On a range it is the distance between the outermost answers over the length of the range; among options, which have no distance of
 * their own, it is the share of pairs of sides that differ. Answers that span several numbers have no gap where all overlap.
 * The same for any order of sides.
 */
export function gapBetween(scale: GapScale, answers: readonly Answer[]): number {
  if (answers.length < 2) return 0;
  if (scale.kind === 'range') {
    const spans = answers.map(spanOf);
    const apart = Math.max(...spans.map((span) => span.from)) - Math.min(...spans.map((span) => span.to));
    return Math.max(0, apart) / (scale.to - scale.from);
  }
  const pairs = answers.flatMap((a, i) => answers.slice(i + 1).map((b) => !isSameAnswer(a, b)));
  return pairs.filter(Boolean).length / pairs.length;
}

/** Which way a gap went, from what it was (null: not known before) to what it is. */
export function directionOf(before: number | null, now: number): Direction {
  if (now === 0) return 'agreed';
  if (before === null) return 'first';
  return now < before ? 'narrowing' : 'widening';
}
