import type { Gains } from './gains.ts';

/** Each party's gain as a share of the most that it could gain: 0 at the disagreement, 1 at its ideal. */
export interface Ratios {
  /** The parties that can gain at all; the others have no share and are left out. */
  readonly parties: readonly number[];
  of(party: number, place: number): number;
  /** The share in whole numbers of one unit that is the same for all parties. */
  exactly(party: number, place: number): bigint;
}

/** The shares of the way from the base of the gains to an ideal in whole steps. */
export function ratiosTo(gains: Gains, ideal: readonly number[]): Ratios {
  const ranges = ideal.map((best, party) => gains.exactlyOf(party, best));
  const parties = ranges.flatMap((range, party) => (range > 0n ? [party] : []));
  const product = parties.reduce((all, party) => all * ranges[party]!, 1n);
  const weights = ranges.map((range) => (range > 0n ? product / range : 0n));
  const unit = ideal.map((best, party) => rangeIn(gains, party, best));
  return {
    parties,
    of: (party, place) => gains.of(party, place) / unit[party]!,
    exactly: (party, place) => gains.exactly(party, place) * weights[party]!,
  };
}

/** The range as a double in steps, from the exact one: the unit of the exact gains is found from a gain of one step. */
function rangeIn(gains: Gains, party: number, best: number): number {
  const step = gains.exactlyOf(party, 1) - gains.exactlyOf(party, 0);
  return Number(gains.exactlyOf(party, best)) / Number(step);
}
