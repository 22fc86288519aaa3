import type { Method } from '../../method.ts';

/** Values from a ranking of the options, or why there are none. */
export type RankedValues =
  | { readonly kind: 'values'; readonly values: readonly number[]; readonly sentence: string }
  | { readonly refused: 'not-a-ranking'; readonly sentence: string };

/** Two options whose values and stated order say opposite things. */
export interface ValueConflict {
  /** Ranked above the other, and given a lower value; or ranked alike, and given another value. */
  readonly above: number;
  readonly below: number;
  readonly sentence: string;
}

/**
 * Values from a ranking of all options of an issue: groups of places, best first, those in a group equally good. The best is worth 1,
 * the worst 0, and the groups between lie at even steps: the mean of all values in that order (order statistics of even chance).
 */
export function valuesFromRanking(options: readonly string[], ranking: readonly (readonly number[])[]): RankedValues {
  const named = ranking.flat();
  const complete = named.length === options.length && options.every((_, a) => named.includes(a));
  if (!complete || ranking.some((group) => group.length === 0)) {
    return { refused: 'not-a-ranking', sentence: 'A ranking must name each option once.' };
  }
  const values = options.map(() => 1);
  ranking.forEach((group, g) => {
    for (const option of group)
      values[option] = ranking.length === 1 ? 1 : (ranking.length - 1 - g) / (ranking.length - 1);
  });
  const order = ranking.map((group) => group.map((a) => options[a]!).join(' and ')).join(', then ');
  const sentence = `From best to worst: ${order}. The steps between are taken as equal, which the ranking does not say.`;
  return { kind: 'values', values, sentence };
}

/** Where stated values go against a stated order of the options. */
export function valuesAgainstRanking(
  options: readonly string[],
  values: readonly number[],
  ranking: readonly (readonly number[])[],
): readonly ValueConflict[] {
  const conflicts: ValueConflict[] = [];
  const named = (option: number): string => `${options[option]!} (${values[option]!})`;
  ranking.forEach((group, g) => {
    group.forEach((above, k) => {
      for (const below of group.slice(k + 1))
        if (values[above] !== values[below])
          conflicts.push({
            above,
            below,
            sentence: `${named(above)} and ${named(below)} are ranked alike, and their values differ.`,
          });
      for (const below of ranking.slice(g + 1).flat())
        if (values[above]! <= values[below]!)
          conflicts.push({
            above,
            below,
            sentence: `${named(above)} is ranked above ${named(below)}, and its value is not higher.`,
          });
    });
  });
  return conflicts;
}

/** Values from a ranking of options. */
export const rankedOptionsMethod: Method = {
  name: 'Ranked options',
  definition: 'The best option is worth 1, the worst 0, and those between lie at even steps in the stated order.',
  assumes: 'Nothing is known about the steps, so that they are taken at their mean.',
  misleads: 'When one option is far better, or far worse, than all others.',
  source: 'Barron and Barrett 1996 (even chance over what an order allows)',
};
