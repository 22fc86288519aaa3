import type { Method } from '../method.ts';
import { fraction, over, plus } from '../solutions/index.ts';
import {
  partInWords,
  pointsInWords,
  soundClaims,
  type Claims,
  type ClaimsRefused,
  type Reading,
  type SoundClaims,
} from './claims.ts';
import { divisionOf, type Division } from './division.ts';

/** The words that stand beside a proportional allocation. */
export const proportionalAllocationMethod: Method = {
  name: 'Proportional allocation',
  definition: 'Every item is divided in proportion to the points that the two parties give it.',
  assumes: 'As Adjusted Winner, and that every item can be split.',
  misleads:
    'It leaves something on the table: another division gives both more. What it gains for that is that a party wins less by bending its points.',
  source: 'Brams & Taylor 1996, Fair Division, ch. 4',
};

/** A proportional allocation. */
export interface ProportionalAllocation extends Division {
  readonly kind: 'divided';
  readonly claims: SoundClaims;
}

/**
 * The proportional allocation, exact: the first party gets a ÷ (a + b) of an item to which the parties give a and b points (half, where both
 * give 0); or what is wrong with the claims. Laws: equal totals, no envy, at least 50 points each; not efficient.
 */
export function proportionalAllocation(
  claims: Claims,
  reading: Reading = 'as stated',
): ProportionalAllocation | ClaimsRefused {
  const sound = soundClaims(claims, reading);
  if ('refused' in sound) return sound;
  const shares = sound.points[0].map((worth, item) => {
    const both = plus(worth, sound.points[1][item]!);
    return both.numerator === 0n ? fraction(1n, 2n) : over(worth, both);
  });
  return { kind: 'divided', claims: sound, ...divisionOf(sound, shares) };
}

/** The result in a sentence. */
export function proportionalAllocationInWords({ claims, shares, totals }: ProportionalAllocation): string {
  const [first, second] = claims.parties;
  const each = claims.items.map((item, i) => `${partInWords(shares[i]!)} of ${item}`);
  return `${first} gets ${each.join(', ')}, and ${second} the rest. Each has ${pointsInWords(totals[0])} of its own 100 points.`;
}
