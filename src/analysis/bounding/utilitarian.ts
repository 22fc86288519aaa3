import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { greatestSum } from './elimination.ts';
import { largestSum, type LargestSum } from './largest-sum.ts';
import type { Effort } from './search.ts';
import { leastGains, whole } from './whole.ts';
import { givesInWords, noneFoundInWords, proofInWords } from './words.ts';

/** The words that stand beside a utilitarian solution found directly. */
export const utilitarianDirectlyMethod: Method = {
  name: 'Utilitarian solution, directly',
  definition:
    'The package with the largest sum of what the parties get. Where nothing ties issues together it is the best answer to each issue by itself.',
  assumes: 'A point of utility means the same to every party.',
  misleads:
    'When scales differ: the party with the larger numbers decides. It may leave one party with next to nothing. Other packages can tie.',
  source: 'Bentham 1789, Harsanyi 1955; with conditions: bucket elimination, Dechter 1999',
};

/** What a utilitarian sum is taken over. */
export interface UtilitarianOptions {
  /** How often a party's totals count; whole numbers, 1 for all unless given. */
  readonly weights?: readonly number[];
  /** Only packages that reach the floors of the scores (true unless given). */
  readonly individuallyRational?: boolean;
}

/**
 * The largest sum of totals: by elimination, and if that package does not reach the floors, by bounding among those that do. Weighted sums
 * must stay below 2^53.
 */
export function utilitarianDirectly(
  scores: Scores,
  { weights = scores.parties.map(() => 1), individuallyRational = true }: UtilitarianOptions = {},
  effort: Effort = {},
): LargestSum {
  const times = [...whole(weights, 'weights')];
  const greatest = greatestSum(scores, times);
  if ('refused' in greatest) return greatest;
  const [first] = greatest.packages();
  if (first === undefined) return { kind: 'no zone' };
  const totals = totalsOf(scores, first)!;
  const floors = individuallyRational ? scores.floors : scores.floors.map(() => -Infinity);
  const meets = (pack: Package): boolean => totalsOf(scores, pack)!.every((total, p) => total >= floors[p]!);
  if (meets(first))
    return {
      kind: 'chosen',
      package: first,
      totals,
      sum: greatest.sum,
      bound: greatest.sum,
      proved: true,
      gap: 0,
      *ties() {
        for (const pack of greatest.packages()) if (meets(pack)) yield pack;
      },
    };
  const from = new Float64Array(scores.parties.length);
  return largestSum(scores, leastGains(scores.floors, from), { from, times, scale: from.map(() => 1) }, effort);
}

/** The result in a sentence or two. */
export function utilitarianDirectlyInWords(scores: Scores, found: LargestSum): string {
  if ('refused' in found || found.kind !== 'chosen') return noneFoundInWords(found);
  return `The package with the largest sum gives ${givesInWords(scores, found.totals)}. ${proofInWords(found.proved, `the sum could be larger by at most ${atMost(found.gap * scores.step)}`)}`;
}
