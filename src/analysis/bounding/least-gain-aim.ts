import { closely, onSimplex, signOf, type Aim } from './aim.ts';

/**
 * The least gain among some parties, each divided by its scale (whole numbers above 0): Kalai 1977; with ideal gains as the scale, Kalai and
 * Smorodinsky 1975. The other parties have at least `least`, which must be finite for them.
 */
export function leastGainAim(
  floors: ArrayLike<number>,
  scale: Float64Array,
  among: readonly boolean[] = Array.from(scale, () => true),
): Aim {
  const n = scale.length;
  const least = Float64Array.from(floors);
  const plain = scale.every((s) => s === 1);
  const value = (gains: ArrayLike<number>): number => {
    let t = Infinity;
    for (let p = 0; p < n; p++) if (among[p]!) t = Math.min(t, gains[p]! / scale[p]!);
    return t;
  };
  /** What the multipliers of those counted weigh, and what those of the others are sure to come to. */
  const weight = (lambda: Float64Array): number =>
    lambda.reduce((sum, l, p) => (among[p]! ? sum + l * scale[p]! : sum), 0);
  const others = (lambda: Float64Array): number =>
    lambda.reduce((sum, l, p) => (among[p]! ? sum : sum + l * least[p]!), 0);
  const bound = (lambda: Float64Array, weighted: number): number => (weighted - others(lambda)) / weight(lambda);
  return {
    least,
    value,
    compare: (a, b) =>
      closely(value(a), value(b), () => compareRatios(leastRatio(a, scale, among), leastRatio(b, scale, among))),
    start: () => scale.map((s) => 1 / s / n),
    move(lambda, gains, weighted, size) {
      const now = bound(lambda, weighted);
      const slope = gains.map((g, p) => (among[p]! ? g / scale[p]! - now : (g - least[p]!) / scale[p]!));
      return onSimplex(lambda, scale, slope, size);
    },
    fit: (lambda) => lambda,
    bound,
    sharpened: (t) => (plain ? Math.floor(t) : t),
    needed: (lambda, t) => (plain ? Math.floor(t) + 1 : t) * weight(lambda) + others(lambda),
    box: (t) =>
      least.map((l, p) => {
        if (!among[p]!) return l;
        const gain = t * scale[p]!;
        return Math.max(l, plain ? Math.floor(t) + 1 : Math.ceil(gain - Math.abs(gain) * 1e-12));
      }),
    justBelow: (t) => (plain ? t - 0.5 : t - Math.abs(t) * 1e-12 - 2 ** -60),
  };
}

/** The gain that is least for its scale, and that scale. */
export function leastRatio(
  gains: ArrayLike<number>,
  scale: ArrayLike<number>,
  among: readonly boolean[] = Array.from(scale, () => true),
): readonly [bigint, bigint] {
  let least: readonly [bigint, bigint] | null = null;
  for (let p = 0; p < gains.length; p++) {
    if (!among[p]!) continue;
    const ratio = [BigInt(gains[p]!), BigInt(scale[p]!)] as const;
    if (least === null || compareRatios(ratio, least) < 0) least = ratio;
  }
  return least!;
}

/** The sign of a - b, for fractions with denominators above 0. */
export function compareRatios(a: readonly [bigint, bigint], b: readonly [bigint, bigint]): number {
  return signOf(a[0] * b[1] - b[0] * a[1]);
}

/** The least whole gain whose share of its scale is at least this fraction. */
export function leastWhole([gain, over]: readonly [bigint, bigint], scale: number): number {
  const product = gain * BigInt(scale);
  const down = product / over;
  return Number(product > 0n && down * over !== product ? down + 1n : down);
}
