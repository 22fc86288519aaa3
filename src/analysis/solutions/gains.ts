import type { Points } from '../points.ts';

/** How much each point gives each party above a base: roughly, as doubles, and exactly, in whole numbers of one common unit. */
export interface Gains {
  readonly parties: number;
  /** The gain in steps, correctly rounded; its sign and its being 0 are exact. */
  of(party: number, place: number): number;
  /** The gain in units of 2⁻ᵏ steps, k the same for all parties. */
  exactly(party: number, place: number): bigint;
  /** The exact gain of any whole total over the party's base, in the same unit. */
  exactlyOf(party: number, total: number): bigint;
}

/** The gains over a base in steps, which may have fractions. A base that is not finite is a bug and throws. */
export function gainsOver(points: Points, base: readonly number[]): Gains {
  const bits = BigInt(Math.max(0, ...base.map(fractionBits)));
  const scale = 2 ** Number(bits);
  const exactBase = base.map((total) => BigInt(total * scale));
  const exactlyOf = (party: number, total: number): bigint => (BigInt(total) << bits) - exactBase[party]!;
  return {
    parties: points.parties,
    of: (party, place) => points.totals[party]![place]! - base[party]!,
    exactly: (party, place) => exactlyOf(party, points.totals[party]![place]!),
    exactlyOf,
  };
}

function fractionBits(total: number): number {
  if (!Number.isFinite(total)) throw new RangeError(`a base of ${total} is not finite`);
  let bits = 0;
  for (let scaled = total; !Number.isInteger(scaled); scaled *= 2) bits++;
  return bits;
}
