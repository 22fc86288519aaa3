import type { Chance } from '../chance.ts';
import { efficientOften, packageOf } from '../frontier/index.ts';
import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { percent } from '../solutions/words.ts';
import { wilson } from '../uncertainty/wilson.ts';

/** What a robust package is. */
export const robustMethod: Method = {
  name: 'Robust package',
  definition:
    'Of the packages that are efficient by the stated points and leave no party below its reservation, the one that stays efficient in most of the sampled weightings.',
  assumes:
    'The samples say what is uncertain about the weights: here each is off by up to so much, independently of the others.',
  misleads:
    'When many packages lie close together none of them stays efficient often, and the best of them is hardly better than its neighbours. That it stays efficient does not make it fair.',
  source: 'Acceptability analysis: Lahdelma, Hokkanen and Salminen 1998; interval: Wilson 1927',
};

/** Sampled weightings for the robust suggestion: by how much weights may be off, and the factors (see `mostOftenEfficient`). */
export interface Wavering {
  readonly off: number;
  readonly factors: readonly Float64Array[];
}

/** So many weightings in which each weight is off by up to a share, evenly likely and independently of the others. */
export function waveringOf({ parties, sizes }: Scores, off: number, samples: number, chance: Chance): Wavering {
  const factor = (): number => 1 - off + 2 * off * chance();
  return { off, factors: parties.map(() => Float64Array.from({ length: samples * sizes.length }, factor)) };
}

/** A package that stays efficient in many weightings, and in how many. */
export interface Robust {
  readonly pack: Package;
  readonly totals: readonly number[];
  readonly count: number;
  readonly samples: number;
}

/**
 * The packages, of those that `candidate` accepts by their totals, that are efficient in most of the weightings: all that tie. `factors[party]`
 * holds, sample after sample, one factor for the weight of each issue. Empty for other than two parties, with bonds, or where ties are
 * past counting.
 */
export function mostOftenEfficient(
  scores: Scores,
  factors: readonly Float64Array[],
  candidate: (totals: readonly number[]) => boolean,
): readonly Robust[] {
  if (scores.parties.length !== 2 || scores.bonds.length > 0) return [];
  const found = efficientOften({ sizes: scores.sizes, values: scores.of, weights: factors });
  if ('refused' in found) return [];
  const { packages, counts, samples } = found;
  const order = [...packages.keys()].sort((a, b) => counts[b]! - counts[a]! || packages[a]! - packages[b]!);
  const best: Robust[] = [];
  for (const i of order) {
    const count = counts[i]!;
    if (best.length > 0 && best[0]!.count > count) break;
    const pack = packageOf(packages[i]!, scores.sizes);
    const totals = [...(totalsOf(scores, pack) ?? [])];
    if (candidate(totals)) best.push({ pack, totals, count, samples });
  }
  return best;
}

/** How robust a package is, in a sentence; `off` is by how much each weight may be off, as a share. */
export function robustInWords({ count, samples }: Robust, off: number): string {
  const { from, to } = wilson(count, samples);
  return `Of the efficient packages that leave nobody below its reservation this one stays efficient most often when weights are off by up to ${percent(off)}: in ${count} of ${samples} sampled weightings (${percent(count / samples)}; between ${percent(from)} and ${percent(to)} with 95% confidence).`;
}
