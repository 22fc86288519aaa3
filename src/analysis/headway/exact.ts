/** A share on a grid of 2^-44, so that sums of some hundreds are exact, and what differs only by rounding is the same. */
export const onGrid = (share: number): number => Math.round(share * grid) / grid;

/** The sum of some numbers, the same in whatever order they come. */
export const sumOf = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b).reduce((sum, number) => sum + number, 0);

const grid = 2 ** 44;
