import type { Entangled } from '../frontier/index.ts';
import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Scores } from '../scores.ts';
import { minimumDifference } from '../solutions/index.ts';
import { blocksOf } from './blocks.ts';
import { mostEven, type MostEven } from './most-even.ts';
import type { Effort } from './search.ts';
import { entangledInWords, noneFoundInWords, tiedInWords } from './words.ts';

/** The words that stand beside a minimum-difference solution found by bounding. */
export const minimumDifferenceByBoundingMethod: Method = {
  name: 'Minimum-difference solution, by bounding',
  definition:
    'The efficient package in which what the parties get differs least, whatever each has without an agreement, found from the part of the frontier where nobody has much less than the largest least total.',
  assumes: 'A point of utility means the same to every party, and equality is all that counts.',
  misleads:
    'It may choose a package that a party would refuse, or one that is worse for everybody’s least. Where it is not proved, totals could differ less far from where it looked. GENIUS calls it Kalai–Smorodinsky.',
  source: 'the reading in GENIUS (Lin, Kraus, Baarslag et al. 2014)',
};

/** The efficient packages in which totals differ least, all pairs taken together; `value` and `bound` in steps of the grid. */
export type MinimumDifferenceByBounding = MostEven | Entangled;

/** The minimum-difference solution among all packages that are allowed, acceptable or not. */
export function minimumDifferenceByBounding(scores: Scores, effort: Effort = {}): MinimumDifferenceByBounding {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const zero = new Float64Array(blocks.parties);
  return mostEven(
    blocks,
    {
      from: zero,
      scale: zero.map(() => 1),
      among: scores.parties.map(() => true),
      floors: zero.map(() => -Infinity),
      choose: (points) => minimumDifference(points).places,
      uneven: (totals) =>
        totals.reduce((sum, a, p) => totals.slice(p + 1).reduce((all, b) => all + (a > b ? a - b : b - a), sum), 0n),
      // Each further party adds the distance from the least to the largest at least.
      times: BigInt(Math.max(1, blocks.parties - 1)),
    },
    effort,
  );
}

/** The result in a sentence or two. */
export function minimumDifferenceByBoundingInWords(scores: Scores, found: MinimumDifferenceByBounding): string {
  if ('refused' in found) return entangledInWords;
  switch (found.kind) {
    case 'no zone':
      return 'The conditions exclude every package.';
    case 'unknown':
      return noneFoundInWords(found);
    case 'too many':
      return 'Too many efficient packages lie where totals are near to equal: the one in which they differ least is not worked out.';
    case 'chosen': {
      const { tied, proved, value, bound } = found;
      const pairs = scores.parties.length > 2 ? ', all pairs taken together,' : '';
      const proof = proved
        ? `That they differ less${pairs} in no efficient package is proved.`
        : `It is not proved that this is the best: in another they could differ less${pairs} by at most ${atMost((value - bound) * scores.step)}.`;
      return `${tiedInWords(scores, tied, 'the parties’ totals differ least')}. ${proof} It does not ask whether each party would accept.`;
    }
  }
}
