import type { Chance } from '../chance.ts';
import type { Method } from '../method.ts';
import { sampleWeights, type UncertainWeights } from '../preferences/index.ts';
import type { Profile } from '../scenario.ts';
import type { Weighting } from './robustness.ts';

/**
 * So many sets of weights that the parties may have: what is known of a party’s weights where something is (`uncertain`, one for each
 * profile), else its stated weights, each off by up to `off` (a share, such as 0.2) independently of the others and evenly likely.
 */
export function weightingsOf(
  profiles: readonly Profile[],
  uncertain: readonly (UncertainWeights | null)[],
  off: number,
  count: number,
  chance: Chance,
): readonly Weighting[] {
  return Array.from({ length: count }, () =>
    profiles.map(({ weights }, p) => {
      const known = uncertain[p] ?? null;
      if (known !== null) return sampleWeights(known, chance);
      return weights.map((weight) => weight * (1 + off * (2 * chance() - 1)));
    }),
  );
}

/** Weights off by up to a share. */
export const weightingsMethod: Method = {
  name: 'Weights off by up to a share',
  definition:
    'Where a file says what is known of a party’s weights, they are drawn from all that agree with it; otherwise each stated weight is off by up to a given share, up or down, evenly likely and independently of the others.',
  assumes: 'Nothing more is known of the weights, and no two errors go together.',
  misleads: 'The share is a guess of whoever sets it, not a measure of how sure a side is.',
  source: 'Sampling inexact weights: Lahdelma, Hokkanen and Salminen 1998',
};
