import { closely, onSimplex, signOf, type Aim } from './aim.ts';

/**
 * The product of the gains (Nash 1950), each of which must be at least 1 and at least its floor. `unit` is what each party could gain at
 * most. The bound: the geometric mean of multiplier × gain is at most their arithmetic mean.
 */
export function productAim(floors: ArrayLike<number>, unit: Float64Array): Aim {
  const n = unit.length;
  const least = Float64Array.from(floors, (floor) => Math.max(1, floor));
  const value = (gains: ArrayLike<number>): number => {
    let product = 1;
    for (let p = 0; p < n; p++) product *= gains[p]!;
    return product;
  };
  return {
    least,
    value,
    compare: (a, b) => closely(value(a), value(b), () => signOf(productOf(a) - productOf(b))),
    start: () => unit.map((u) => 1 / u / n),
    move(lambda, gains, weighted, size) {
      const slope = gains.map((g, p) => (n * g) / unit[p]! / Math.max(weighted, 1e-12) - 1 / (lambda[p]! * unit[p]!));
      return onSimplex(lambda, unit, slope, size);
    },
    fit: (lambda) => lambda,
    bound(lambda, weighted) {
      if (weighted <= 0) return 0;
      let log = n * Math.log(weighted / n);
      for (let p = 0; p < n; p++) log -= Math.log(lambda[p]!);
      return Math.exp(log) * (1 + 1e-10);
    },
    sharpened: Math.floor,
    needed(lambda, product) {
      if (product <= 0) return 0;
      let log = Math.log(product);
      for (let p = 0; p < n; p++) log += Math.log(lambda[p]!);
      return n * Math.exp(log / n) * (1 - 1e-11);
    },
    box(product) {
      return least.map((l, p) => {
        let others = 1;
        for (let q = 0; q < n; q++) if (q !== p) others *= unit[q]!;
        return Math.max(l, Math.ceil((product / others) * (1 - 1e-12)));
      });
    },
    justBelow: (product) => product * (1 - 1e-12),
  };
}

/** The product of whole gains, exactly. */
export function productOf(gains: ArrayLike<number>): bigint {
  return Array.from(gains, BigInt).reduce((product, g) => product * g, 1n);
}
