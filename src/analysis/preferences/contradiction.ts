import { clauseOf } from './bonds.ts';
import { satisfy } from './satisfiable.ts';
import type { Allowance } from './satisfiable.ts';
import type { Constraint } from '../scenario.ts';
import type { Method } from '../method.ts';

/** Whether constraints leave any package at all, and if not, which of them cannot hold together. */
export type Contradiction =
  | { readonly kind: 'none' }
  | { readonly kind: 'undecided' }
  | {
      readonly kind: 'contradiction';
      /** Sets of constraints, each by its place, that cannot be met. */
      readonly sets: readonly (readonly number[])[];
      /** True when no smaller set contradicts itself and these are all of that size; false when the search was cut off: the one set was thinned, one constraint at a time, as far as could be decided. */
      readonly smallest: boolean;
    };

/**
 * The smallest sets of constraints that no package can meet. A set contradicts itself only if it holds one constraint of every
 * correction set (constraints whose removal lets the rest be met), so the smallest hitting sets of the correction sets found so far are
 * tried in order of size until one contradicts itself (Ignatiev, Previti, Liffiton and Marques-Silva 2015); then all of that size are
 * found. After `steps` steps of search (100,000 unless told) it falls back to an irreducible set, found by leaving out one at a time.
 */
export function contradictionIn(
  sizes: readonly number[],
  constraints: readonly Constraint[],
  steps = 100_000,
): Contradiction {
  const clauses = constraints.map((constraint) => clauseOf(constraint, sizes));
  return smallestConflicts(constraints.length, steps, (chosen, allowance) => {
    const found = satisfy(
      sizes,
      chosen.map((c) => clauses[c]!),
      allowance,
    );
    if (found === null || found === 'undecided') return found;
    return clauses.flatMap((clause, c) => (clause.some(({ issue, mask }) => mask[found[issue]!] === 1) ? [c] : []));
  });
}

/** Smallest contradicting sets of constraints. */
export const contradictionMethod: Method = {
  name: 'Smallest contradicting set',
  definition:
    'The fewest constraints that no package can meet together: drop any one of them and the rest of the set can be met.',
  assumes: 'Every constraint is meant as stated, and the answers listed are all that are possible.',
  misleads: 'When another, larger contradiction remains after one is mended: check again after each change.',
  source: 'Ignatiev, Previti, Liffiton and Marques-Silva 2015',
};

/** All of the chosen things that can hold beside those asked for; null if those asked for cannot hold together. */
export type Together = (chosen: readonly number[], allowance: Allowance) => readonly number[] | null | 'undecided';

/** The smallest sets of `count` things that cannot hold together, for any `together` that only shrinks as more is asked. */
export function smallestConflicts(count: number, steps: number, together: Together): Contradiction {
  const everything = Array.from({ length: count }, (_, c) => c);
  const whole = together(everything, { steps });
  if (whole === 'undecided') return { kind: 'undecided' };
  if (whole !== null) return { kind: 'none' };
  const sets = smallestSets(everything, { steps }, together);
  if (sets !== null) return { kind: 'contradiction', sets, smallest: true };
  return { kind: 'contradiction', sets: [irreducible(everything, steps, together)], smallest: false };
}

function smallestSets(
  everything: readonly number[],
  allowance: Allowance,
  together: Together,
): readonly (readonly number[])[] | null {
  const corrections: (readonly number[])[] = [];
  const found: (readonly number[])[] = [];
  for (let size = 0; size <= everything.length; size++) {
    for (;;) {
      const candidate = hittingSet(corrections, size, found, allowance);
      if (candidate === 'undecided') return null;
      if (candidate === null) break;
      const held = together(candidate, allowance);
      if (held === 'undecided') return null;
      if (held === null) {
        found.push([...candidate].sort((a, b) => a - b));
        continue;
      }
      const correction = correctionFrom(everything, held, allowance, together);
      if (correction === null) return null;
      corrections.push(correction);
    }
    if (found.length > 0) return found.sort(firstDifference);
  }
  return found;
}

// Adds to what holds, one at a time, whatever can hold with it; the rest is a smallest correction.
function correctionFrom(
  everything: readonly number[],
  held: readonly number[],
  allowance: Allowance,
  together: Together,
): readonly number[] | null {
  let kept = held;
  const out: number[] = [];
  for (const c of everything) {
    if (kept.includes(c)) continue;
    const more = together([...kept, c], allowance);
    if (more === 'undecided') return null;
    if (more === null) out.push(c);
    else kept = more;
  }
  return out;
}

// A set of at most this size that has one of every correction and is none of those found; null if there is none.
function hittingSet(
  corrections: readonly (readonly number[])[],
  size: number,
  found: readonly (readonly number[])[],
  allowance: Allowance,
): readonly number[] | null | 'undecided' {
  const extend = (chosen: readonly number[]): readonly number[] | null | 'undecided' => {
    if (--allowance.steps < 0) return 'undecided';
    const missed = corrections.find((correction) => !correction.some((c) => chosen.includes(c)));
    if (missed === undefined) return found.some((set) => set.every((c) => chosen.includes(c))) ? null : chosen;
    if (chosen.length === size) return null;
    for (const c of missed) {
      const whole = extend([...chosen, c]);
      if (whole !== null) return whole;
    }
    return null;
  };
  return extend([]);
}

function irreducible(everything: readonly number[], steps: number, together: Together): readonly number[] {
  let set = everything;
  for (const c of everything) {
    const rest = set.filter((other) => other !== c);
    // A question that stays open counts as "can hold", so the set may keep more than it needs, but never too little.
    if (together(rest, { steps }) === null) set = rest;
  }
  return set;
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  const j = a.findIndex((c, k) => c !== b[k]);
  return j === -1 ? 0 : a[j]! - b[j]!;
}
