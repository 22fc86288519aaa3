import type { Clause } from './bonds.ts';

/** Whether some package meets all the clauses: one that does, null if none does, or that the search ran out of steps. */
export type Satisfaction = readonly number[] | null | 'undecided';

/** Steps that a search may still take, shared by the searches of one question. */
export interface Allowance {
  steps: number;
}

/**
 * A package that meets all clauses, by branching on the clause with the fewest ways left (Davis, Logemann and Loveland 1962, on
 * domains of answers instead of true and false). Complete: null is a proof that there is none.
 */
export function satisfy(sizes: readonly number[], clauses: readonly Clause[], allowance: Allowance): Satisfaction {
  return search(
    sizes.map((size) => new Uint8Array(size).fill(1)),
    clauses,
    allowance,
  );
}

function search(domains: readonly Uint8Array[], clauses: readonly Clause[], allowance: Allowance): Satisfaction {
  if (--allowance.steps < 0) return 'undecided';
  const open: Clause[] = [];
  let tightest: Clause | null = null;
  for (const clause of clauses) {
    if (clause.some(({ issue, mask }) => within(domains[issue]!, mask))) continue;
    const ways = clause.filter(({ issue, mask }) => meet(domains[issue]!, mask));
    if (ways.length === 0) return null;
    open.push(ways);
    if (tightest === null || ways.length < tightest.length) tightest = ways;
  }
  if (tightest === null) return domains.map((domain) => domain.indexOf(1));
  let left = domains;
  for (const { issue, mask } of tightest) {
    const found = search(restrict(left, issue, mask, 1), open, allowance);
    if (found !== null) return found;
    // From here on this way was not taken.
    left = restrict(left, issue, mask, 0);
    if (!left[issue]!.includes(1)) return null;
  }
  return null;
}

function within(domain: Uint8Array, mask: Uint8Array): boolean {
  return domain.every((possible, answer) => possible === 0 || mask[answer] === 1);
}

function meet(domain: Uint8Array, mask: Uint8Array): boolean {
  return domain.some((possible, answer) => possible === 1 && mask[answer] === 1);
}

function restrict(domains: readonly Uint8Array[], issue: number, mask: Uint8Array, to: 0 | 1): readonly Uint8Array[] {
  return domains.map((domain, i) =>
    i === issue ? domain.map((possible, answer) => (possible === 1 && mask[answer] === to ? 1 : 0)) : domain,
  );
}
