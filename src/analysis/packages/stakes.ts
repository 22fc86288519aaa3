import type { Scores } from '../scores.ts';

/**
 * What each party has at stake: the distance between the best and the worst that its scores allow, issue by issue and bond by bond, in
 * steps of the grid. Gains of different parties are compared as shares of their stakes, so that a party whose points run to 1000 does
 * not count ten times one whose points run to 100. Bonds that cannot be at their best together make the stake an upper bound.
 */
export function stakesOf(scores: Scores): readonly number[] {
  return scores.of.map((issues, p) => {
    const bonds = scores.bonds.flatMap(({ of }) => (of === null ? [] : [of[p]!]));
    return [...issues, ...bonds].reduce((sum, values) => sum + span(values), 0);
  });
}

/** The distance between the highest and the lowest of some scores. */
export function span(values: Float64Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return values.length === 0 ? 0 : most - least;
}

/** How good a set of gains is: the least gain and the sum of the gains, as shares of the stakes. */
export interface Worth {
  readonly least: number;
  readonly total: number;
}

/**
 * What measures gains (in steps, one for each party) by the stakes. A party with nothing at stake is left out, since nothing is a gain to
 * it. No order of parties changes a result: shares are summed from the smallest up, and where all stakes are equal the sums are of whole numbers.
 */
export function measuredBy(stakes: readonly number[]): (gains: ArrayLike<number>) => Worth {
  const held = stakes.flatMap((stake, p) => (stake > 0 ? [p] : []));
  if (held.length === 0) return () => ({ least: 0, total: 0 });
  const common = stakes[held[0]!]!;
  if (held.every((p) => stakes[p] === common))
    return (gains) => {
      let [least, total] = [Infinity, 0];
      for (let h = 0; h < held.length; h++) {
        const gain = gains[held[h]!]!;
        total += gain;
        if (gain < least) least = gain;
      }
      return { least: least / common, total: total / common };
    };
  return (gains) => {
    const shares = sharesOf(gains, stakes);
    let total = 0;
    for (let h = 0; h < shares.length; h++) total += shares[h]!;
    return { least: shares[0]!, total };
  };
}

/** Gains as shares of the stakes, smallest first. */
export function sharesOf(gains: ArrayLike<number>, stakes: readonly number[]): readonly number[] {
  const shares: number[] = [];
  for (let p = 0; p < stakes.length; p++) if (stakes[p]! > 0) shares.push(gains[p]! / stakes[p]!);
  if (shares.length !== 2) return shares.sort((a, b) => a - b);
  return shares[0]! <= shares[1]! ? shares : [shares[1]!, shares[0]!];
}

/** Negative when the first is worth more: the least gain larger, or as large and the total larger. */
export function byWorth(a: Worth, b: Worth): number {
  return b.least - a.least || b.total - a.total;
}

/** Negative when the first shares are better by leximin: the least larger, or as large and the next larger, and so on (Sen 1970). Both as `sharesOf` gives them. */
export function byLeximin(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return b[k]! - a[k]!;
  return 0;
}
