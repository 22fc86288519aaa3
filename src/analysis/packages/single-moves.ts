import type { Package } from '../scenario.ts';
import { placeIn, type Scores } from '../scores.ts';

/** Every change of one answer of a package, issue by issue. */
export interface SingleMoves {
  readonly count: number;
  /** The moves of issue i are those from `begins[i]` to below `begins[i + 1]`. */
  readonly begins: readonly number[];
  readonly issue: Int32Array;
  readonly to: Int32Array;
  /** `gains[party][move]`, in steps of the grid. */
  readonly gains: readonly Float64Array[];
  /** 1 if the package is allowed after this move alone. */
  readonly allowed: Uint8Array;
  /** 1 if it is allowed, no party loses by it, and some party gains. */
  readonly harmless: Uint8Array;
  /** Whether two issues share a bond. */
  bound(i: number, j: number): boolean;
}

/** All single moves from a package. */
export function singleMovesFrom(scores: Scores, pack: Package): SingleMoves {
  const { sizes, bonds } = scores;
  const begins = [0];
  for (const size of sizes) begins.push(begins.at(-1)! + size - 1);
  const count = begins.at(-1)!;
  const [issue, to] = [new Int32Array(count), new Int32Array(count)];
  const gains = scores.of.map(() => new Float64Array(count));
  const [allowed, harmless] = [new Uint8Array(count).fill(1), new Uint8Array(count)];
  const touching = sizes.map((_, i) => bonds.filter(({ scope }) => scope.includes(i)));
  const standing = new Map(bonds.map((bond) => [bond, placeIn(bond, sizes, pack)]));
  const changed = [...pack];
  let m = 0;
  for (let i = 0; i < sizes.length; i++) {
    for (let a = 0; a < sizes[i]!; a++) {
      if (a === pack[i]) continue;
      changed[i] = a;
      issue[m] = i;
      to[m] = a;
      for (let p = 0; p < gains.length; p++) gains[p]![m] = scores.of[p]![i]![a]! - scores.of[p]![i]![pack[i]!]!;
      for (const bond of touching[i]!) {
        const [before, after] = [standing.get(bond)!, placeIn(bond, sizes, changed)];
        if (bond.allowed?.[after] === 0) allowed[m] = 0;
        for (let p = 0; p < gains.length && bond.of !== null; p++)
          gains[p]![m] = gains[p]![m]! + bond.of[p]![after]! - bond.of[p]![before]!;
      }
      const lost = gains.some((of) => of[m]! < 0);
      harmless[m] = allowed[m] === 1 && !lost && gains.some((of) => of[m]! > 0) ? 1 : 0;
      m++;
    }
    changed[i] = pack[i]!;
  }
  const bound = (i: number, j: number): boolean => touching[i]!.some(({ scope }) => scope.includes(j));
  return { count, begins, issue, to, gains, allowed, harmless, bound };
}
