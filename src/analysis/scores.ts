import type { Package } from './scenario.ts';

/**
 * A scenario in whole numbers, so that sums are exact, ties are ties, and no order of adding changes a result.
 * One step of the grid is worth the same utility to every party; every sum stays below 2^53.
 */
export interface Scores {
  readonly parties: readonly string[];
  /** How many answers each issue has. */
  readonly sizes: readonly number[];
  /** `of[party][issue][answer]`, whole numbers. */
  readonly of: readonly (readonly Float64Array[])[];
  /** What binds several issues: additions to the score, and combinations that are not allowed. */
  readonly bonds: readonly Bond[];
  /** The least total that each party accepts; -Infinity where nothing binds. */
  readonly floors: readonly number[];
  /** The utility of one step of the grid: utility = total × step. */
  readonly step: number;
  /** By how much a total, in utility, can differ from the stated preferences: 0 when the grid holds them exactly. */
  readonly error: number;
}

/**
 * Issues that act together. Combinations are numbered with the first issue of the scope fastest:
 * place = a0 + size0 × (a1 + size1 × …).
 */
export interface Bond {
  readonly scope: readonly number[];
  /** `of[party][place]`; null if it only forbids. */
  readonly of: readonly Float64Array[] | null;
  /** 1 where the combination is allowed; null if all are. */
  readonly allowed: Uint8Array | null;
}

/** The totals of one package, party by party, in steps of the grid; null if a bond does not allow it. */
export function totalsOf(scores: Scores, pack: Package): Float64Array | null {
  const totals = new Float64Array(scores.parties.length);
  for (let p = 0; p < totals.length; p++)
    for (let i = 0; i < pack.length; i++) totals[p] = totals[p]! + scores.of[p]![i]![pack[i]!]!;
  for (const bond of scores.bonds) {
    const place = placeIn(bond, scores.sizes, pack);
    if (bond.allowed !== null && bond.allowed[place] === 0) return null;
    if (bond.of !== null) for (let p = 0; p < totals.length; p++) totals[p] = totals[p]! + bond.of[p]![place]!;
  }
  return totals;
}

/** Which combination of a bond's issues a package has. */
export function placeIn(bond: Bond, sizes: readonly number[], pack: Package): number {
  let place = 0;
  for (let j = bond.scope.length - 1; j >= 0; j--) place = place * sizes[bond.scope[j]!]! + pack[bond.scope[j]!]!;
  return place;
}

/** How many combinations of answers there are, allowed or not. */
export function outcomesOf(scores: Pick<Scores, 'sizes'>): bigint {
  return scores.sizes.reduce((product, size) => product * BigInt(size), 1n);
}

/** Every combination of answers in turn, allowed or not; for small spaces. The array is used again for the next: copy what you keep. */
export function* eachPackage(sizes: readonly number[]): Generator<number[]> {
  const pack = sizes.map(() => 0);
  for (;;) {
    yield pack;
    let i = 0;
    while (i < sizes.length && ++pack[i]! === sizes[i]) pack[i++] = 0;
    if (i === sizes.length) return;
  }
}
