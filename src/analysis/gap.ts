/** A scale to measure a gap on: options in their order, or a range of numbers. */
export type GapScale =
  | { readonly kind: 'options'; readonly options: readonly string[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/** Which way a gap went: closed altogether, smaller, larger, or seen for the first time. */
export type Direction = 'agreed' | 'narrowing' | 'widening' | 'first';

/**
 * The gap between the answers that several sides give: 0 when all are the same, 1 when two lie at the ends of a range.
 * On a range it is the distance between the outermost answers over the length of the range; among options, which have no distance of
 * their own, it is the share of pairs of sides that differ. The same for any order of sides.
 */
export function gapBetween(scale: GapScale, answers: readonly (string | number)[]): number {
  if (answers.length < 2) return 0;
  if (scale.kind === 'range') {
    const numbers = answers.map(Number);
    return (Math.max(...numbers) - Math.min(...numbers)) / (scale.to - scale.from);
  }
  const pairs = answers.flatMap((a, i) => answers.slice(i + 1).map((b) => a !== b));
  return pairs.filter(Boolean).length / pairs.length;
}

/** Which way a gap went, from what it was (null: not known before) to what it is. */
export function directionOf(before: number | null, now: number): Direction {
  if (now === 0) return 'agreed';
  if (before === null) return 'first';
  return now < before ? 'narrowing' : 'widening';
}
