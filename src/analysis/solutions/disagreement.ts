import type { Method } from '../method.ts';

/** The words that stand beside a disagreement point. */
export const disagreementMethod: Method = {
  name: 'Disagreement point',
  definition:
    'What each party has without an agreement: its reservation, if it stated one that is not below its worst package; else its worst package.',
  assumes: 'A reservation is what the party would really have, not what it says to bargain.',
  misleads:
    'Where a reservation is unknown the worst package stands in for it, which makes a party look weaker than it is; most solutions move with it.',
  source: 'Nash 1953, Econometrica 21:128–140; that the worst package stands in for a reservation is a convention',
};

/**
 * The disagreement point, in the units of its inputs (steps of the grid). `reservations`: one for each party, null or -Infinity where none
 * is stated (so `floors` of the scores fit). `minima`: each party's least total over all packages that are allowed.
 */
export function disagreementOf(reservations: readonly (number | null)[], minima: readonly number[]): readonly number[] {
  return minima.map((least, party) => Math.max(reservations[party] ?? -Infinity, least));
}

/** Where the disagreement point comes from, party by party, in a sentence. `step`: the utility of one step of the grid. */
export function disagreementInWords(
  parties: readonly string[],
  reservations: readonly (number | null)[],
  minima: readonly number[],
  step: number,
): string {
  const each = disagreementOf(reservations, minima).map((total, party) => {
    const stated = reservations[party] ?? -Infinity;
    const origin =
      stated === -Infinity
        ? 'its worst package, for no reservation is known'
        : stated < minima[party]!
          ? 'its worst package, which is better than its reservation'
          : 'its reservation';
    return `${parties[party]} ${Number((total * step).toPrecision(6))} (${origin})`;
  });
  return `Without an agreement: ${each.join('; ')}.`;
}
