/** A range that holds a share with a stated confidence. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The standard normal quantile that leaves 2.5% on each side. */
const z95 = 1.959963984540054;

/**
 * The confidence interval of a share seen `hits` times in `of` (Wilson 1927, score interval): 95% unless another normal quantile is given.
 * From 0 to 1 when nothing was seen.
 */
export function wilson(hits: number, of: number, z: number = z95): Interval {
  if (of === 0) return { from: 0, to: 1 };
  const share = hits / of;
  const shrink = 1 + (z * z) / of;
  const centre = (share + (z * z) / (2 * of)) / shrink;
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { from: hits === 0 ? 0 : Math.max(0, centre - half), to: hits === of ? 1 : Math.min(1, centre + half) };
}
