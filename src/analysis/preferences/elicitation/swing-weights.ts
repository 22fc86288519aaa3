import type { Method } from '../../method.ts';

/** Weights from swings, or why there are none. */
export type SwingWeights =
  | { readonly kind: 'weights'; readonly weights: readonly number[]; readonly sentence: string }
  | { readonly refused: 'no-issues' | 'not-a-number' | 'negative' | 'all-zero'; readonly sentence: string };

/** Two issues on which the swing points and the stated order say opposite things. */
export interface SwingConflict {
  /** Ranked above the other, and given fewer points. */
  readonly above: number;
  readonly below: number;
  readonly sentence: string;
}

/**
 * Weights from swing points: how much it would matter to go from the worst answer of an issue to its best, the most important swing
 * being given 100 and the others their share of that. Weights are the points over their sum, and sum to 1; values must then run from
 * 0 at the worst answer to 1 at the best (von Winterfeldt and Edwards 1986).
 */
export function swingWeights(names: readonly string[], points: readonly number[]): SwingWeights {
  if (points.length === 0) return { refused: 'no-issues', sentence: 'No swings were given.' };
  const wrong = points.findIndex((each) => !Number.isFinite(each));
  if (wrong !== -1) return { refused: 'not-a-number', sentence: `The swing on ${names[wrong]!} is not a number.` };
  const below = points.findIndex((each) => each < 0);
  if (below !== -1) return { refused: 'negative', sentence: `The swing on ${names[below]!} is below 0.` };
  const sum = points.reduce((total, each) => total + each, 0);
  if (sum === 0) return { refused: 'all-zero', sentence: 'All swings are 0: nothing here would matter.' };
  const most = Math.max(...points);
  const heaviest = names.filter((_, i) => points[i] === most);
  const sentence =
    heaviest.length === 1
      ? `The swing from worst to best on ${heaviest[0]!} matters most: it carries ${percent(most / sum)} of the weight.`
      : `The swings on ${heaviest.join(' and ')} matter most, alike: each carries ${percent(most / sum)} of the weight.`;
  return { kind: 'weights', weights: points.map((each) => each / sum), sentence };
}

/** Where swing points go against a stated order of the issues (groups of places, most important first; within a group no order). */
export function swingsAgainstRanking(
  names: readonly string[],
  points: readonly number[],
  ranking: readonly (readonly number[])[],
): readonly SwingConflict[] {
  return ranking.flatMap((group, g) =>
    group.flatMap((above) =>
      ranking
        .slice(g + 1)
        .flat()
        .filter((below) => points[above]! < points[below]!)
        .map((below) => {
          const [one, other] = [`${names[above]!} (${points[above]!})`, `${names[below]!} (${points[below]!})`];
          return { above, below, sentence: `${one} is ranked above ${other}, and its swing was given fewer points.` };
        }),
    ),
  );
}

/** Swing weights. */
export const swingWeightsMethod: Method = {
  name: 'Swing weights',
  definition:
    'An issue weighs what going from its worst answer to its best is worth, beside the same step on the other issues.',
  assumes: 'Values run from the worst answer to the best of this agenda, and the party thought of that whole step.',
  misleads:
    'When people answer how important an issue is in general: the weight must shrink when the answers come close together.',
  source: 'von Winterfeldt and Edwards 1986',
};

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
