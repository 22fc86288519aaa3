import type { Points } from '../points.ts';

/** How far one gets, and the lottery that gets there. */
export interface Reach {
  /** In lengths of the direction; 0 or more. */
  readonly distance: number;
  /** The points and the chance of each; the chances sum to 1. At most one point more than there are parties. */
  readonly mix: readonly { readonly place: number; readonly share: number }[];
}

/** Below this, relative to the size of the numbers, a value counts as 0. */
const nought = 1e-11;

/**
 * The furthest that one can go from a point in a direction (no part below 0, some above) within what lotteries over the points give, or
 * anything less; null if the start itself is not within it. In doubles, good to about 1e-9 of the size of the points.
 * A linear programme, one column a point: revised simplex in two phases (Dantzig 1963), with Bland's rule when it lingers.
 */
export function reach(points: Points, from: readonly number[], direction: readonly number[]): Reach | null {
  if (points.size === 0) return null;
  const programme = programmeOf(points, from, direction);
  const basis = startingBasis(programme);
  if (basis.includes(programme.help)) {
    const shortfall = optimise(programme, basis, programme.help, -1);
    if (shortfall < -1e-9) return null;
    expel(programme, basis);
  }
  const distance = optimise(programme, basis, programme.far, 1) / programme.scale;
  const values = inverseOf(programme, basis).map((row) => row[programme.rows - 1]!);
  const mix = basis
    .map((place, i) => ({ place, share: Math.max(0, values[i]!) }))
    .filter(({ place, share }) => place < points.size && share > nought);
  return { distance: Math.max(0, distance), mix };
}

/**
 * Rows: one for each party (what the lottery gives above the start, less distance × direction, less what is wasted = 0), and one that the
 * chances sum to 1. Columns: the points, then a waste for each party, then the distance (`far`), then a help that lifts every party (`help`).
 */
interface Programme {
  readonly rows: number;
  readonly far: number;
  readonly help: number;
  readonly points: number;
  /** The value of the column `far` is distance × scale. */
  readonly scale: number;
  readonly entry: (row: number, column: number) => number;
}

function programmeOf(points: Points, from: readonly number[], direction: readonly number[]): Programme {
  const n = points.parties;
  const size = points.size;
  const units = points.totals.map(
    (totals, p) => totals.reduce((most, total) => Math.max(most, Math.abs(total - from[p]!)), 0) || 1,
  );
  const longest = Math.max(...direction.map((part, p) => part / units[p]!));
  return {
    rows: n + 1,
    scale: longest,
    far: size + n,
    help: size + n + 1,
    points: size,
    entry: (row, column) => {
      if (row === n) return column < size ? 1 : 0;
      if (column < size) return (points.totals[row]![column]! - from[row]!) / units[row]!;
      if (column < size + n) return column - size === row ? -1 : 0;
      return column === size + n ? -direction[row]! / units[row]! / longest : 1;
    },
  };
}

/** One point with chance 1, the wastes, and the help in the place of the worst row if the point falls short of the start. */
function startingBasis({ rows, points, help, entry }: Programme): number[] {
  let [best, bestLeast, bestRow] = [0, -Infinity, 0];
  for (let place = 0; place < points; place++) {
    let [least, at] = [Infinity, 0];
    for (let row = 0; row < rows - 1; row++) {
      const value = entry(row, place);
      if (value < least) [least, at] = [value, row];
    }
    if (least > bestLeast) [best, bestLeast, bestRow] = [place, least, at];
  }
  const wastes = Array.from({ length: rows - 1 }, (_, row) => (bestLeast < 0 && row === bestRow ? help : points + row));
  return [...wastes, best];
}

/** Improves the basis in place until nothing adds to `sign` × the value of one column; gives that value. */
function optimise(programme: Programme, basis: number[], wanted: number, sign: 1 | -1): number {
  const { rows, far, help, entry } = programme;
  for (let round = 0; ; round++) {
    const inverse = inverseOf(programme, basis);
    const at = basis.indexOf(wanted);
    const prices = at < 0 ? Array.from({ length: rows }, () => 0) : inverse[at]!.map((value) => sign * value);
    // Where the parts of a direction differ greatly the prices are large, and so is the rounding of what a column is worth.
    const rounding = prices.reduce((sum, price) => sum + Math.abs(price), 0) * 1e-14;
    let [entering, most] = [-1, Math.max(nought, rounding)];
    for (let column = 0; column <= far; column++) {
      if (basis.includes(column)) continue;
      let worth = column === wanted ? sign : 0;
      for (let row = 0; row < rows; row++) worth -= prices[row]! * entry(row, column);
      if (worth <= most) continue;
      entering = column;
      if (round > 200) break;
      most = worth;
    }
    const values = inverse.map((row) => row[rows - 1]!);
    if (entering < 0) return at < 0 ? 0 : sign * values[at]!;
    const change = inverse.map((line) => line.reduce((sum, value, row) => sum + value * entry(row, entering), 0));
    let [leaving, least] = [-1, Infinity];
    for (let i = 0; i < rows; i++) {
      if (change[i]! <= nought) continue;
      const ratio = Math.max(0, values[i]!) / change[i]!;
      if (ratio < least - 1e-14 || (ratio <= least + 1e-14 && leaving >= 0 && better(basis, i, leaving, help)))
        [leaving, least] = [i, ratio];
    }
    if (leaving < 0 || round > 5000) throw new Error('the linear programme of a reach did not end');
    basis[leaving] = entering;
  }
}

/** The help leaves first; else the lowest column (Bland 1977). */
function better(basis: readonly number[], a: number, b: number, help: number): boolean {
  return basis[a] === help || (basis[b] !== help && basis[a]! < basis[b]!);
}

/** Puts another column in the place of the help, whose value is 0. */
function expel(programme: Programme, basis: number[]): void {
  const at = basis.indexOf(programme.help);
  if (at < 0) return;
  const line = inverseOf(programme, basis)[at]!;
  for (let column = programme.far; column >= 0; column--) {
    if (basis.includes(column)) continue;
    const change = line.reduce((sum, value, row) => sum + value * programme.entry(row, column), 0);
    if (Math.abs(change) < 1e-7) continue;
    basis[at] = column;
    return;
  }
}

/** The inverse of the basis, by elimination with the largest pivot; the last column holds the values, for the right-hand side is (0, …, 0, 1). */
function inverseOf({ rows, entry }: Programme, basis: readonly number[]): number[][] {
  const table = Array.from({ length: rows }, (_, row) => [
    ...basis.map((column) => entry(row, column)),
    ...Array.from({ length: rows }, (_, j) => (j === row ? 1 : 0)),
  ]);
  for (let i = 0; i < rows; i++) {
    let pivot = i;
    for (let row = i + 1; row < rows; row++) if (Math.abs(table[row]![i]!) > Math.abs(table[pivot]![i]!)) pivot = row;
    [table[i], table[pivot]] = [table[pivot]!, table[i]!];
    const lead = table[i]![i]!;
    table[i] = table[i]!.map((value) => value / lead);
    for (let row = 0; row < rows; row++) {
      const factor = table[row]![i]!;
      if (row !== i && factor !== 0) table[row] = table[row]!.map((value, j) => value - factor * table[i]![j]!);
    }
  }
  return table.map((row) => row.slice(rows));
}
