import type { Scores } from '../scores.ts';

/** Beyond so many issues bound together, only one beginning is tried. */
const manyBeginnings = 24;

/**
 * The order in which issues are settled. Groups of issues that bonds tie together come first, while there are few points; within a
 * group each next issue leaves the fewest combinations open (the greedy order of bucket elimination, Dechter 1999), from the best
 * beginning. Free issues follow, widest first. It changes the work, never an exact result.
 */
export function issueOrder(scores: Pick<Scores, 'sizes' | 'of' | 'bonds'>): readonly number[] {
  const { sizes } = scores;
  const spread = sizes.map((_, i) => {
    let sum = 0;
    for (let p = 0; p < scores.of.length; p++) sum += spreadOf(scores.of[p]![i]!);
    return sum;
  });
  const widestFirst = (free: number[]): readonly number[] =>
    free.sort((a, b) => sizes[b]! - sizes[a]! || spread[b]! - spread[a]! || a - b);
  if (scores.bonds.length === 0) return widestFirst(sizes.map((_, i) => i));
  const bonds = scores.bonds.map(({ scope }) => scope).filter((scope) => scope.length > 1);
  const groups = groupsOf(sizes.length, bonds);
  const bound = groups.filter((group) => group.length > 1).map((group) => bestOrder(group, sizes, bonds));
  const free = groups.filter((group) => group.length === 1).flat();
  return [...bound.sort((a, b) => b.length - a.length).flat(), ...widestFirst(free)];
}

function spreadOf(scores: Float64Array): number {
  let low = Infinity;
  let high = -Infinity;
  for (let a = 0; a < scores.length; a++) {
    const score = scores[a]!;
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return high - low;
}

/** The issues, grouped by what ties them together. */
function groupsOf(issues: number, bonds: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const group = Array.from({ length: issues }, (_, i) => i);
  for (const scope of bonds) {
    const joined = new Set(scope.map((i) => group[i]!));
    const name = Math.min(...joined);
    for (let i = 0; i < issues; i++) if (joined.has(group[i]!)) group[i] = name;
  }
  return [...Map.groupBy(group.keys(), (i) => group[i]!).values()];
}

function bestOrder(
  group: readonly number[],
  sizes: readonly number[],
  bonds: readonly (readonly number[])[],
): readonly number[] {
  const own = bonds.filter((scope) => scope.some((i) => group.includes(i)));
  const beginnings = group.length <= manyBeginnings ? group : group.slice(0, 1);
  let best: { readonly order: readonly number[]; readonly cost: number } | null = null;
  for (const first of beginnings) {
    const order: number[] = [];
    const settled = new Set<number>();
    let cost = 0;
    while (order.length < group.length) {
      const choices = order.length === 0 ? [first] : group.filter((i) => !settled.has(i));
      let [next, open] = [-1, Infinity];
      for (const i of choices) {
        settled.add(i);
        const product = openCombinations(settled, sizes, own);
        settled.delete(i);
        if (product < open) [next, open] = [i, product];
      }
      order.push(next);
      settled.add(next);
      cost += open;
    }
    if (best === null || cost < best.cost) best = { order, cost };
  }
  return best?.order ?? group;
}

/** How many combinations of settled answers the unsettled issues can still feel. */
function openCombinations(
  settled: ReadonlySet<number>,
  sizes: readonly number[],
  bonds: readonly (readonly number[])[],
): number {
  const open = new Set<number>();
  for (const scope of bonds)
    if (scope.some((i) => !settled.has(i))) for (const i of scope) if (settled.has(i)) open.add(i);
  let product = 1;
  for (const i of open) product *= sizes[i]!;
  return product;
}
