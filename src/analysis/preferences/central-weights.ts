import { tightened } from './uncertain.ts';
import type { Method } from '../method.ts';
import type { UncertainWeights } from './uncertain.ts';

/**
 * One set of weights in the middle of what is possible. A ranking gives the rank-order centroid, which is the mean over all weights
 * in that order (Barron and Barrett 1996); intervals give the point the same share of the way between all least and all most weights
 * at which they sum to the total (not the mean of the region, which has no short form); samples give their mean.
 */
export function centralWeights(uncertain: UncertainWeights): readonly number[] {
  switch (uncertain.kind) {
    case 'ranking':
      return centroidOf(uncertain.ranking, uncertain.total);
    case 'intervals': {
      const intervals = tightened(uncertain);
      const least = intervals.reduce((sum, each) => sum + each.least, 0);
      const room = intervals.reduce((sum, each) => sum + each.most - each.least, 0);
      const share = room === 0 ? 0 : (uncertain.total - least) / room;
      return intervals.map((each) => each.least + share * (each.most - each.least));
    }
    case 'samples': {
      const { samples } = uncertain;
      return samples[0]!.map((_, i) => samples.reduce((sum, sample) => sum + sample[i]!, 0) / samples.length);
    }
  }
}

/** The rank-order centroid weights of so many issues, weightiest first, summing to 1: the k-th is the mean of 1/j over places j from k. */
export function rankOrderCentroid(issues: number): readonly number[] {
  const weights: number[] = [];
  for (let j = issues, sum = 0; j >= 1; j--) {
    sum += 1 / j;
    weights.unshift(sum / issues);
  }
  return weights;
}

/** Rank-order centroid weights. */
export const rankOrderCentroidMethod: Method = {
  name: 'Rank-order centroid weights',
  definition: 'The mean of all sets of weights that agree with the stated order of the issues.',
  assumes: 'The order is right, and before it was stated every set of weights was as likely as any other.',
  misleads: 'When issues are nearly equal in weight: the centroid spreads them widely.',
  source: 'Barron and Barrett 1996',
};

function centroidOf(ranking: readonly (readonly number[])[], total: number): readonly number[] {
  const centroid = rankOrderCentroid(ranking.flat().length);
  const weights: number[] = [];
  let place = 0;
  for (const group of ranking) {
    const share = centroid.slice(place, place + group.length).reduce((sum, weight) => sum + weight, 0) / group.length;
    for (const issue of group) weights[issue] = share * total;
    place += group.length;
  }
  return weights;
}
