import type { Points } from '../points.ts';

/**
 * What a concept chooses: every point that ties, by its place, in rising order; none when it has nothing to choose.
 *
 * - `chosen`: some point gives every party more than its disagreement (or the concept does not ask for it).
 * - `touching`: points at or above the disagreement exist, but in each at least one party gains nothing.
 * - `no zone`: no point gives every party its disagreement; nothing is chosen.
 * - `no points`: there was nothing to choose from.
 * - `two parties only`: the concept is not defined for this many parties.
 */
export interface Solution {
  readonly kind: 'chosen' | 'touching' | 'no zone' | 'no points' | 'two parties only';
  readonly places: readonly number[];
}

/** What every concept may look at. All totals are in steps of the grid. */
export interface Bargain {
  /** The efficient points, those that a party would refuse included if they are known. */
  readonly points: Points;
  /** What each party has without an agreement (see `disagreementOf`); a fraction of a step is allowed. */
  readonly disagreement: readonly number[];
  /** Each party's best total over all packages, acceptable or not; whole steps. */
  readonly ideal: readonly number[];
  /** Each party's reservation as it was stated, below its worst package or not; 0 where none was. */
  readonly reservations: readonly number[];
}
