import { denominatorOf, leastCommonMultiple } from '../preferences/index.ts';
import type { Scores } from '../scores.ts';

/** Scores on a finer grid, and totals that are whole numbers of its steps. */
export interface Finer {
  readonly scores: Scores;
  readonly totals: readonly number[];
}

/**
 * The scores on the coarsest grid on which these totals, too, are whole: the same ones where they are whole already. A total between two
 * steps is read as the fraction that it was written for. Null where sums on such a grid would not stay below 2^53.
 */
export function finerGrid(scores: Scores, totals: readonly number[]): Finer | null {
  const times = totals.reduce((common, total) => {
    const over = denominatorOf(total);
    return over === 0 ? Infinity : leastCommonMultiple(common, over);
  }, 1);
  if (times === 1) return { scores, totals };
  const together = [...extentsOf(scores), ...totals].reduce((sum, extent) => sum + Math.abs(extent), 0);
  if (!(together * times < 2 ** 53) || scores.step > 1) return null;
  const scaled = (column: Float64Array): Float64Array => column.map((value) => value * times);
  return {
    scores: {
      ...scores,
      of: scores.of.map((issues) => issues.map(scaled)),
      bonds: scores.bonds.map((bond) => ({ ...bond, of: bond.of?.map(scaled) ?? null })),
      floors: scores.floors.map((floor) => floor * times),
      step: scores.step / times,
    },
    totals: totals.map((total) => Math.round(total * times) + 0),
  };
}

/** The largest score of each party in each issue and each bond. */
function extentsOf(scores: Scores): readonly number[] {
  const bonds = scores.bonds.flatMap(({ of }) => of ?? []);
  return [...scores.of.flat(), ...bonds].map((column) => column.reduce((most, v) => Math.max(most, Math.abs(v)), 0));
}
