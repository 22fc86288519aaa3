import { signOf, sumOver, type Aim } from './aim.ts';

/** Less of the sum of what the parties lack, each divided by its scale: 0 where no gain is below 0, else below 0. */
export function shortfallAim(scale: Float64Array): Aim {
  const n = scale.length;
  const value = (gains: ArrayLike<number>): number => {
    let sum = 0;
    for (let p = 0; p < n; p++) sum += Math.min(0, gains[p]! / scale[p]!);
    return sum;
  };
  const exactly = (gains: ArrayLike<number>): bigint =>
    sumOver(
      Array.from(gains, (g) => BigInt(Math.min(0, g))),
      scale,
    );
  return {
    least: new Float64Array(n).fill(-Infinity),
    value,
    compare: (a, b) => signOf(exactly(a) - exactly(b)),
    start: () => scale.map((s) => 1 / s),
    move(lambda, gains, _, size) {
      const steepest = gains.reduce((most, g, p) => Math.max(most, Math.abs(g / scale[p]!)), 0);
      if (steepest === 0) return lambda;
      return lambda.map((l, p) => {
        const moved = l * scale[p]! - (0.5 * size * gains[p]!) / scale[p]! / steepest;
        return Math.min(1, Math.max(0, moved)) / scale[p]!;
      });
    },
    fit: (lambda) => lambda.map((l, p) => Math.min(l, 1 / scale[p]!)),
    bound: (_, weighted) => Math.min(0, weighted),
    sharpened: (sum) => sum,
    needed: (_, sum) => sum,
    box: (sum) => scale.map((s) => Math.floor(sum * s * (1 + 1e-12))),
    justBelow: (sum) => sum - Math.abs(sum) * 1e-12 - 2 ** -60,
  };
}
