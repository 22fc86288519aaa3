import type { Chance } from '../../../src/analysis/chance.ts';
import type { Package } from '../../../src/analysis/scenario.ts';
import { eachPackage, totalsOf, type Bond, type Scores } from '../../../src/analysis/scores.ts';

/** The efficient packages by looking at every one: what any cleverer method must equal. */
export interface BruteForce {
  /** Distinct points, sorted by the first party's total (highest first), then the second's, and so on. */
  readonly points: readonly (readonly number[])[];
  /** All packages behind each point, in the order of `inOrder`. */
  readonly packages: readonly (readonly Package[])[];
}

/** Every allowed package that gives nobody less than the floors and that no other such package dominates. Up to some 10^5 outcomes. */
export function bruteForce(scores: Scores): BruteForce {
  const behind = new Map<string, { readonly point: readonly number[]; readonly packages: Package[] }>();
  for (const pack of eachPackage(scores.sizes)) {
    const totals = totalsOf(scores, pack);
    if (totals === null || totals.some((total, p) => total < scores.floors[p]!)) continue;
    const key = totals.join();
    const known = behind.get(key);
    if (known) known.packages.push([...pack]);
    else behind.set(key, { point: [...totals], packages: [[...pack]] });
  }
  const sorted = [...behind.values()].sort((a, b) => byFirst(a.point, b.point));
  const efficient: typeof sorted = [];
  // A point is dominated only by one that stands before it in this order.
  for (const one of sorted)
    if (!efficient.some((other) => other.point.every((total, p) => total >= one.point[p]!))) efficient.push(one);
  return {
    points: efficient.map(({ point }) => point),
    packages: efficient.map(({ packages }) => inOrder(packages)),
  };
}

/** Packages in one order, so that sets of them can be compared. */
export function inOrder(packages: Iterable<Package>): readonly Package[] {
  return [...packages].sort((a, b) => byFirst(b, a));
}

/** What a random scenario is like. */
export interface Shape {
  readonly parties: number;
  readonly issues: number;
  /** The most answers that an issue has; each has 1 to this many, or the list says how many each. */
  readonly answers: number | readonly number[];
  /** How many bonds of one to three issues (0 unless given). */
  readonly bonds?: number;
  /** Whether parties have floors (false unless given); some have none even then. */
  readonly floors?: boolean;
  /** Scores are whole numbers from 0 to this (12 unless given): few make ties and duplicates. */
  readonly most?: number;
}

/** Random scores with ties, duplicates and, if asked, bonds (which may forbid everything) and floors. */
export function randomScores(chance: Chance, shape: Shape): Scores {
  const { parties, issues, answers, bonds = 0, floors = false, most = 12 } = shape;
  const whole = (below: number): number => Math.floor(chance() * below);
  const sizes = Array.from({ length: issues }, (_, i) =>
    typeof answers === 'number' ? 1 + whole(answers) : answers[i]!,
  );
  const tables = (length: number, from: number): Float64Array[] =>
    Array.from({ length: parties }, () => Float64Array.from({ length }, () => from + whole(most + 1)));
  const of = Array.from({ length: parties }, () =>
    sizes.map((size) => Float64Array.from({ length: size }, () => whole(most + 1))),
  );
  const bond = (): Bond => {
    const scope = sizes
      .map((_, i) => i)
      .sort(() => chance() - 0.5)
      .slice(0, Math.min(issues, 1 + whole(3)));
    const outcomes = scope.reduce((product, i) => product * sizes[i]!, 1);
    const kind = whole(3);
    return {
      scope,
      of: kind === 0 ? null : tables(outcomes, -Math.floor(most / 2)),
      allowed: kind === 1 ? null : Uint8Array.from({ length: outcomes }, () => (chance() < 0.75 ? 1 : 0)),
    };
  };
  const best = of.map((issuesOf) => issuesOf.reduce((sum, scores) => sum + Math.max(...scores), 0));
  return {
    parties: of.map((_, p) => `party ${p}`),
    sizes,
    of,
    bonds: Array.from({ length: bonds }, bond),
    floors: best.map((total) => (floors && chance() < 0.8 ? Math.floor(total * chance() * 0.8) : -Infinity)),
    step: 1,
    error: 0,
  };
}

function byFirst(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return b[i]! - a[i]!;
  return 0;
}
