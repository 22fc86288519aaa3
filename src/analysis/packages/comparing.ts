import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { utilityOf } from '../preferences/index.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { listInWords } from '../solutions/words.ts';
import { changeInWords } from './figures.ts';
import { byLeximin, sharesOf, stakesOf } from './stakes.ts';

/** Up to four packages side by side. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly packages: readonly Compared[];
  /** For each issue: the answer in each package, and whether they are all the same. */
  readonly issues: readonly { readonly answers: readonly number[]; readonly same: boolean }[];
  /** `gains[from][to][party]`, in points: what each party gains (below 0: loses) by moving from one package to another. */
  readonly gains: readonly (readonly (readonly number[])[])[];
}

/** One of the packages that are compared. */
export interface Compared {
  readonly pack: Package;
  /** For each party, in points. */
  readonly totals: readonly number[];
  /** For each party: the total less its reservation, in points; null if that is not known. */
  readonly aboveReservation: readonly (number | null)[];
  /** Which of the other packages give no party less and some party more, by their places in the comparison. */
  readonly dominatedBy: readonly number[];
  /** A point of the frontier that does so, the one whose least gain is largest, by its place; null if there is none, or no frontier was given. */
  readonly improvedBy: number | null;
}

/** What cannot be compared: no packages or more than four, or one (by its place) that breaks a constraint. */
export type ComparisonRefused =
  | { readonly refused: 'one to four packages' }
  | { readonly refused: 'not allowed'; readonly package: number };

/** Compares one to four packages: issue by issue, party by party, and with each other. `frontier`: the efficient points, if they are known. */
export function comparePackages(
  scores: Scores,
  packages: readonly Package[],
  frontier?: Points,
): Comparison | ComparisonRefused {
  if (packages.length < 1 || packages.length > 4) return { refused: 'one to four packages' };
  const totals: Float64Array[] = [];
  for (const [place, pack] of packages.entries()) {
    const each = totalsOf(scores, pack);
    if (each === null) return { refused: 'not allowed', package: place };
    totals.push(each);
  }
  const { floors } = scores;
  return {
    kind: 'comparison',
    packages: packages.map((pack, k) => ({
      pack,
      totals: Array.from(totals[k]!, (total) => utilityOf(scores, total)),
      aboveReservation: floors.map((floor, p) =>
        floor === -Infinity ? null : utilityOf(scores, totals[k]![p]! - floor),
      ),
      dominatedBy: totals.flatMap((other, o) => (dominates(other, totals[k]!) ? [o] : [])),
      improvedBy: frontier === undefined ? null : improvementAmong(scores, frontier, totals[k]!),
    })),
    issues: scores.sizes.map((_, i) => {
      const answers = packages.map((pack) => pack[i]!);
      return { answers, same: answers.every((answer) => answer === answers[0]) };
    }),
    gains: totals.map((from) => totals.map((to) => Array.from(to, (total, p) => utilityOf(scores, total - from[p]!)))),
  };
}

/** What moving from one package to another of a comparison means, in a sentence. `names`: what the packages are called. */
export function moveInWords(
  scores: Scores,
  { gains }: Comparison,
  names: readonly string[],
  from: number,
  to: number,
): string {
  const by = gains[from]![to]!;
  const change = listInWords(scores.parties.map((party, p) => `${party} ${changeInWords(by[p]!)}`));
  const lose = by.filter((gain) => gain < 0).length;
  const gain = by.filter((gain) => gain > 0).length;
  const meaning =
    lose === 0 && gain === 0
      ? 'all are as well off'
      : lose === 0
        ? 'nobody is worse off'
        : gain === 0
          ? 'nobody is better off'
          : 'some gain and some lose';
  return `From ${names[from]} to ${names[to]}: ${change}; ${meaning}.`;
}

function improvementAmong(scores: Scores, frontier: Points, totals: Float64Array): number | null {
  const stakes = stakesOf(scores);
  let best: { readonly place: number; readonly shares: readonly number[] } | null = null;
  for (let place = 0; place < frontier.size; place++) {
    const gains = frontier.totals.map((of, p) => of[place]! - totals[p]!);
    if (gains.some((gain) => gain < 0) || gains.every((gain) => gain === 0)) continue;
    const shares = sharesOf(gains, stakes);
    if (best === null || byLeximin(shares, best.shares) < 0) best = { place, shares };
  }
  return best?.place ?? null;
}

function dominates(a: Float64Array, b: Float64Array): boolean {
  return a.every((total, p) => total >= b[p]!) && a.some((total, p) => total > b[p]!);
}

/** Packages side by side. */
export const comparisonMethod: Method = {
  name: 'Comparison of packages',
  definition:
    'Packages side by side: what each gives every side, who gains by moving from one to another, and which is dominated: another gives no side less and some side more.',
  assumes: 'The points are what the sides would say they are.',
  misleads:
    'A dominated package can still be the one that can be agreed, if what dominates it cannot be said or signed.',
  source: 'Pareto 1906; Raiffa 1982',
};
