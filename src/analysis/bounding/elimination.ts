import type { Entangled } from '../frontier/index.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';

/** The most combinations of issues that are worked through at once. */
const mostStates = 2 ** 20;

/** A table of what some issues add, numbered with the first issue of the scope fastest; -Infinity where it is not allowed. */
interface Factor {
  readonly scope: readonly number[];
  readonly values: Float64Array;
}

/** One issue that was eliminated: the factors that it stood in. */
interface Bucket {
  readonly issue: number;
  readonly factors: readonly Factor[];
}

/** The greatest sum, and every package that has it. */
export interface Greatest {
  /** -Infinity if no package is allowed. */
  readonly sum: number;
  packages(): Generator<Package>;
}

/**
 * The greatest of a sum over issues and bonds, by bucket elimination (Dechter 1999): without bonds the best answer to every issue by
 * itself. Each party's totals count `weights` times; sums of whole numbers are exact while they stay below 2^53.
 */
export function greatestSum(scores: Scores, weights: readonly number[]): Greatest | Entangled {
  const weigh = (columns: readonly ArrayLike<number>[], length: number): Float64Array =>
    Float64Array.from({ length }, (_, i) => columns.reduce((sum, column, p) => sum + weights[p]! * column[i]!, 0));
  let factors: Factor[] = scores.sizes.map((size, i) => ({
    scope: [i],
    values: weigh(
      scores.of.map((issues) => issues[i]!),
      size,
    ),
  }));
  for (const { scope, of, allowed } of scores.bonds) {
    const length = scope.reduce((product, i) => product * scores.sizes[i]!, 1);
    const values = of === null ? new Float64Array(length) : weigh(of, length);
    factors.push({ scope, values: values.map((v, at) => (allowed !== null && allowed[at] === 0 ? -Infinity : v)) });
  }
  const buckets: Bucket[] = [];
  const open = new Set(scores.sizes.keys());
  while (open.size > 0) {
    const { issue, scope, states } = cheapest(open, factors, scores.sizes);
    if (states > mostStates)
      return { refused: 'too many combinations of bound issues', issue, states, limit: mostStates };
    const bucket: Bucket = { issue, factors: factors.filter((factor) => factor.scope.includes(issue)) };
    buckets.push(bucket);
    factors = factors.filter((factor) => !factor.scope.includes(issue));
    factors.push(eliminated(bucket, scope, scores.sizes));
    open.delete(issue);
  }
  const sum = factors.reduce((total, factor) => total + factor.values[0]!, 0);
  return {
    sum,
    packages: () =>
      sum === -Infinity
        ? none()
        : below(
            buckets.length - 1,
            scores.sizes.map(() => 0),
          ),
  };

  /** The packages that have the sum, given the answers to the issues eliminated after this one. */
  function* below(at: number, pack: number[]): Generator<Package> {
    if (at < 0) {
      yield [...pack];
      return;
    }
    const bucket = buckets[at]!;
    const values = valuesOf(bucket, pack, scores.sizes);
    const most = Math.max(...values);
    for (const [answer, value] of values.entries()) {
      if (value !== most) continue;
      pack[bucket.issue] = answer;
      yield* below(at - 1, pack);
    }
  }
}

function* none(): Generator<Package> {
  // No package is allowed, so there is none to give.
}

/** The open issue whose elimination makes the smallest table, and the issues of that table. */
function cheapest(
  open: ReadonlySet<number>,
  factors: readonly Factor[],
  sizes: readonly number[],
): { readonly issue: number; readonly scope: readonly number[]; readonly states: number } {
  let best: { readonly issue: number; readonly scope: readonly number[]; readonly states: number } | null = null;
  for (const issue of open) {
    const tied = factors.filter((factor) => factor.scope.includes(issue)).flatMap((factor) => factor.scope);
    const scope = [...new Set(tied)].filter((i) => i !== issue).sort((a, b) => a - b);
    const states = scope.reduce((product, i) => product * sizes[i]!, 1);
    if (best === null || states < best.states) best = { issue, scope, states };
  }
  return best!;
}

/** What a bucket comes to at best, for every combination of the other issues in it. */
function eliminated(bucket: Bucket, scope: readonly number[], sizes: readonly number[]): Factor {
  const values = new Float64Array(scope.reduce((product, i) => product * sizes[i]!, 1));
  const pack: number[] = [];
  for (let place = 0; place < values.length; place++) {
    let rest = place;
    for (const i of scope) {
      pack[i] = rest % sizes[i]!;
      rest = Math.floor(rest / sizes[i]!);
    }
    values[place] = Math.max(...valuesOf(bucket, pack, sizes));
  }
  return { scope, values };
}

/** What each answer to the issue of a bucket adds, given the other answers. */
function valuesOf(bucket: Bucket, pack: number[], sizes: readonly number[]): number[] {
  return Array.from({ length: sizes[bucket.issue]! }, (_, answer) => {
    pack[bucket.issue] = answer;
    return bucket.factors.reduce((sum, factor) => sum + factor.values[placeOf(factor.scope, sizes, pack)]!, 0);
  });
}

function placeOf(scope: readonly number[], sizes: readonly number[], pack: readonly number[]): number {
  let place = 0;
  for (let j = scope.length - 1; j >= 0; j--) place = place * sizes[scope[j]!]! + pack[scope[j]!]!;
  return place;
}
