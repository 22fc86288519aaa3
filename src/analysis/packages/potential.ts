import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { eachPackage, totalsOf, type Scores } from '../scores.ts';
import { listInWords, percent } from '../solutions/words.ts';
import type { Agenda } from './agenda.ts';
import { span, stakesOf } from './stakes.ts';

/** What two issues offer for trading against each other. */
export interface TradePotential {
  readonly issues: readonly [number, number];
  /** For each party: the first issue's part of what it has at stake in the two, from 0 to 1; null if it has nothing at stake in either. */
  readonly priorities: readonly (number | null)[];
  /** The largest difference between two parties' priorities: 0 when all weigh the two alike, 1 when each minds only its own. */
  readonly difference: number;
  /** What both issues together can give beyond dividing a fixed sum (see `integrativePotential`), from 0 to 1. */
  readonly potential: number | null;
}

/** All pairs of issues, those with the largest difference in priorities first, then with the largest potential. */
export function tradePotentials(scores: Scores): readonly TradePotential[] {
  const pairs = scores.sizes.flatMap((_, i) =>
    scores.sizes.slice(i + 1).map((_, k) => potentialBetween(scores, i, i + 1 + k)),
  );
  return pairs.sort((a, b) => b.difference - a.difference || (b.potential ?? 0) - (a.potential ?? 0));
}

/** The potential between two issues, with the bonds that bind nothing but them. */
export function potentialBetween(scores: Scores, first: number, second: number): TradePotential {
  const sizes = [scores.sizes[first]!, scores.sizes[second]!];
  const bonds = scores.bonds
    .filter(({ scope }) => scope.every((i) => i === first || i === second))
    .map((bond) => ({ ...bond, scope: bond.scope.map((i) => (i === first ? 0 : 1)) }));
  const alone: Scores = { ...scores, sizes, of: scores.of.map((of) => [of[first]!, of[second]!]), bonds };
  const potential = bonds.length === 0 ? integrativePotential(alone) : potentialOf(alone);
  const priorities = alone.of.map(([one, other]) => {
    const [here, there] = [span(one!), span(other!)];
    return here + there === 0 ? null : here / (here + there);
  });
  const known = priorities.filter((priority) => priority !== null);
  const difference = known.length < 2 ? 0 : Math.max(...known) - Math.min(...known);
  return { issues: [first, second], priorities, difference, potential };
}

/**
 * The integrative potential: how much more than a fixed sum there is to divide. Each party's total is put on a scale from 0 (its worst) to 1
 * (its best); the largest sum over the parties, less 1, over the number of the other parties: 0 when what one gains another loses, 1
 * when one package is best for all. Without bonds it is exact and needs no points; with bonds the largest sum is the one among the
 * efficient points that are given, and worst and best are bounds. Null when fewer than two parties have anything at stake, or
 * points are needed and not given.
 */
export function integrativePotential(scores: Scores, points?: Points): number | null {
  if (scores.bonds.length === 0) return realisedBy(scores, bestTogether(scores));
  let most: number | null = null;
  for (let place = 0; place < (points?.size ?? 0); place++)
    most = larger(
      most,
      realisedBy(
        scores,
        points!.totals.map((totals) => totals[place]!),
      ),
    );
  return most;
}

/** The same measure for one package's totals (in steps): how much of what there is to gain it realises; below 0 where it wastes even the fixed sum. */
export function realisedBy(scores: Scores, totals: ArrayLike<number>): number | null {
  const ends = stakesOf(scores).map((stake, p) => {
    const worst = leastOf(scores, p);
    return { worst, best: worst + stake };
  });
  return beyondFixedSum(totals, ends);
}

/** The potential in a sentence. */
export function potentialInWords(potential: number | null): string {
  if (potential === null) return 'It cannot be said how much there is to gain by trading.';
  if (potential <= 1e-12) return 'The issues are a fixed sum to divide: what one side gains another loses.';
  if (potential >= 1 - 1e-12) return 'One package is best for every side.';
  return `By trading issues against each other the sides can come ${percent(potential)} of the way from dividing a fixed sum to each having its best package.`;
}

/** The trade potential of two issues in a sentence. */
export function tradePotentialInWords(
  scores: Scores,
  agenda: Agenda,
  { issues, priorities, difference, potential }: TradePotential,
): string {
  const [first, second] = issues.map((i) => `“${agenda[i]!.issue.name}”`);
  const weighs = scores.parties.flatMap((name, p) =>
    priorities[p] === null ? [] : [`${name} ${percent(priorities[p]!)}`],
  );
  const stakes = scores.parties.filter((_, p) => priorities[p] !== null);
  if (stakes.length < 2)
    return `${stakes.length === 0 ? 'Nobody' : `Only ${stakes[0]}`} has anything at stake in ${first} and ${second}, so that there is nothing to trade.`;
  const opening = `Of what each side has at stake in ${first} and ${second} together, ${first} makes up: ${listInWords(weighs)}.`;
  if (difference !== 0)
    return `${opening} The further these lie apart, the more there is to gain by trading one for the other.`;
  return potential !== null && potential <= 1e-12
    ? `${opening} All weigh the two alike, so that there is nothing to gain by trading one for the other.`
    : `${opening} All weigh the two alike; what there is to gain lies in the answers between the ends.`;
}

/** Trading issues of different priority. */
export const tradePotentialMethod: Method = {
  name: 'Integrative potential',
  definition:
    'With each side’s points on a scale from its worst package (0) to its best (1): the largest sum that a package reaches, less 1, over the number of other sides. Between two issues: the same for these two alone, and the difference in how much of a side’s stake each makes up.',
  assumes:
    'The sides’ wishes on both issues run against each other; where they do not, there is something to gain without any trade.',
  misleads:
    'When weights are guessed, small differences in priority are noise. A potential says nothing of who gets the gain.',
  source: 'Froman and Cohen 1970; Raiffa 1982',
};

interface Span {
  readonly worst: number;
  readonly best: number;
}

// By looking at every package.
function potentialOf(scores: Scores): number | null {
  const totals: Float64Array[] = [];
  for (const pack of eachPackage(scores.sizes)) {
    const each = totalsOf(scores, pack);
    if (each !== null) totals.push(each);
  }
  const ends = scores.parties.map((_, p) => ({
    worst: Math.min(...totals.map((each) => each[p]!)),
    best: Math.max(...totals.map((each) => each[p]!)),
  }));
  return totals.reduce<number | null>((most, each) => larger(most, beyondFixedSum(each, ends)), null);
}

function beyondFixedSum(totals: ArrayLike<number>, ends: readonly Span[]): number | null {
  const shares = ends.flatMap(({ worst, best }, p) => (best > worst ? [(totals[p]! - worst) / (best - worst)] : []));
  if (shares.length < 2) return null;
  // From the smallest up, so that no order of parties changes the sum.
  const sum = shares.sort((a, b) => a - b).reduce((all, share) => all + share, 0);
  return (sum - 1) / (shares.length - 1);
}

// Without bonds the largest sum of shares is the sum of the largest, issue by issue.
function bestTogether({ of, sizes, ...scores }: Scores): readonly number[] {
  const stakes = stakesOf({ ...scores, of, sizes });
  const best = sizes.map((size, i) => {
    const sums = Array.from({ length: size }, (_, a) =>
      of
        .flatMap((issues, p) => (stakes[p]! > 0 ? [issues[i]![a]! / stakes[p]!] : []))
        .sort((x, y) => x - y)
        .reduce((all, share) => all + share, 0),
    );
    return sums.indexOf(Math.max(...sums));
  });
  return of.map((issues) => best.reduce((sum, a, i) => sum + issues[i]![a]!, 0));
}

function leastOf(scores: Scores, party: number): number {
  const bonds = scores.bonds.flatMap(({ of }) => (of === null ? [] : [of[party]!]));
  return [...scores.of[party]!, ...bonds].reduce(
    (sum, values) => sum + values.reduce((a, b) => Math.min(a, b), Infinity),
    0,
  );
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || (b !== null && b > a) ? b : a;
}
