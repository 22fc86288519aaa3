import { signOf, sumOver, type Aim } from './aim.ts';

/**
 * The sum of the gains, each times a whole number over another (a utilitarian sum; one party's own gain; a sum of shares), among packages that
 * keep every party at its least gain.
 */
export function sumAim(
  floors: ArrayLike<number>,
  times: readonly number[],
  over: Float64Array,
  unit: Float64Array,
): Aim {
  const n = over.length;
  const least = Float64Array.from(floors);
  const plain = over.every((o) => o === 1);
  const weights = over.map((o, p) => times[p]! / o);
  const worth = weights.reduce((most, w, p) => Math.max(most, w * unit[p]!), 0);
  const value = (gains: ArrayLike<number>): number => {
    let sum = 0;
    for (let p = 0; p < n; p++) sum += weights[p]! * gains[p]!;
    return sum;
  };
  const exactly = (gains: ArrayLike<number>): bigint =>
    sumOver(
      times.map((t, p) => BigInt(t) * BigInt(gains[p]!)),
      over,
    );
  const forLeast = (lambda: Float64Array): number => {
    let sum = 0;
    for (let p = 0; p < n; p++) if (lambda[p]! > weights[p]!) sum += (lambda[p]! - weights[p]!) * least[p]!;
    return sum;
  };
  return {
    least,
    value,
    compare: (a, b) => signOf(exactly(a) - exactly(b)),
    start: () => weights.slice(),
    move(lambda, gains, _, size) {
      const slope = gains.map((g, p) => (least[p] === -Infinity ? 0 : (g - least[p]!) / unit[p]!));
      const steepest = slope.reduce((most, d) => Math.max(most, Math.abs(d)), 0);
      if (steepest === 0) return lambda;
      return lambda.map((l, p) => Math.max(weights[p]!, l - (size * worth * slope[p]!) / steepest / unit[p]!));
    },
    fit: (lambda) => lambda.map((l, p) => (least[p] === -Infinity ? weights[p]! : Math.max(l, weights[p]!))),
    bound: (lambda, weighted) => weighted - forLeast(lambda),
    sharpened: (sum) => (plain ? Math.floor(sum) : sum),
    needed: (lambda, sum) => (plain ? Math.floor(sum) + 1 : sum) + forLeast(lambda),
    box: () => least,
    justBelow: (sum) => (plain ? sum - 0.5 : sum - Math.abs(sum) * 1e-12 - 2 ** -60),
  };
}
