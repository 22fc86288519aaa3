import type { Constraint, Scenario } from '../scenario.ts';
import type { Bond } from '../scores.ts';
import type { Grid } from './grid.ts';

/** Interactions and constraints as bonds: one for each set of issues that something binds, in the order of their issues. */
export function bondsOf(
  scenario: Scenario,
  sizes: readonly number[],
  grid: Pick<Grid, 'interactions'>,
): readonly Bond[] {
  const drafts = new Map<string, Draft>();
  const draftOn = (scope: readonly number[]): Draft => {
    const known = drafts.get(scope.join());
    if (known !== undefined) return known;
    const draft: Draft = { scope, places: scope.reduce((n, i) => n * sizes[i]!, 1), of: null, allowed: null };
    drafts.set(scope.join(), draft);
    return draft;
  };
  scenario.profiles.forEach((profile, p) =>
    profile.interactions.forEach(({ issues: [a, b] }, k) => {
      const draft = draftOn(a < b ? [a, b] : [b, a]);
      draft.of ??= scenario.profiles.map(() => new Float64Array(draft.places));
      const [into, added] = [draft.of[p]!, grid.interactions[p]![k]!];
      const [rows, columns] = [sizes[a]!, sizes[b]!];
      for (let x = 0; x < rows; x++)
        for (let y = 0; y < columns; y++) {
          const place = a < b ? x + rows * y : y + columns * x;
          into[place] = into[place]! + added[x + rows * y]!;
        }
    }),
  );
  for (const constraint of scenario.constraints) {
    const clause = clauseOf(constraint, sizes);
    const draft = draftOn(clause.map(({ issue }) => issue));
    draft.allowed ??= new Uint8Array(draft.places).fill(1);
    for (let place = 0; place < draft.places; place++) {
      let rest = place;
      const satisfied = clause.some(({ issue, mask }) => {
        const answer = rest % sizes[issue]!;
        rest = (rest - answer) / sizes[issue]!;
        return mask[answer] === 1;
      });
      if (!satisfied) draft.allowed[place] = 0;
    }
  }
  return [...drafts.values()]
    .map(({ scope, of, allowed }) => ({ scope, of, allowed }))
    .sort((one, other) => inOrder(one.scope, other.scope));
}

/** What a constraint asks for: at least one of these issues has an answer whose mask is 1. Issues ascend, each once. */
export type Clause = readonly { readonly issue: number; readonly mask: Uint8Array }[];

/**
 * A constraint as a clause. Required reads as it stands; forbidden is its denial: at least one of the issues has another answer.
 * An issue that is named twice is, for required, given either list; for forbidden, only what is in both lists counts.
 */
export function clauseOf(constraint: Constraint, sizes: readonly number[]): Clause {
  const masks = new Map<number, Uint8Array>();
  for (const { issue, anyOf } of constraint.answers) {
    const mask = masks.get(issue) ?? new Uint8Array(sizes[issue]!);
    masks.set(issue, mask);
    for (let answer = 0; answer < mask.length; answer++)
      if (anyOf.includes(answer) === (constraint.kind === 'required')) mask[answer] = 1;
  }
  return [...masks].map(([issue, mask]) => ({ issue, mask })).sort((a, b) => a.issue - b.issue);
}

interface Draft {
  readonly scope: readonly number[];
  readonly places: number;
  of: Float64Array[] | null;
  allowed: Uint8Array | null;
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  for (let j = 0; j < Math.min(one.length, other.length); j++) if (one[j] !== other[j]) return one[j]! - other[j]!;
  return one.length - other.length;
}
