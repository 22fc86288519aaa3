import type { Package } from '../../scenario.ts';

/** What a party said of two packages: that it would rather have the first, or that they are worth the same to it. */
export interface Choice {
  readonly kind: 'rather' | 'same';
  readonly packages: readonly [Package, Package];
}

/** How often each answer is in the first package of a choice, less how often it is in the second: all issues' answers in one row. */
export function differenceOf(sizes: readonly number[], { packages: [first, second] }: Choice): readonly number[] {
  return sizes.flatMap((size, i) =>
    Array.from({ length: size }, (_, a) => (first[i] === a ? 1 : 0) - (second[i] === a ? 1 : 0)),
  );
}
