import { efficiencyOf, nashByBounding } from '../bounding/index.ts';
import type { Method } from '../method.ts';
import { scoresOf, utilityOf } from '../preferences/index.ts';
import type { Package, Scenario } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { listInWords, percent } from '../solutions/words.ts';
import { weightLine, type WeightLine } from './weight-line.ts';
import type { Interval } from './wilson.ts';

/** The words that stand beside sensitivity. */
export const sensitivityMethod: Method = {
  name: 'Sensitivity to one weight at a time',
  definition:
    'For each weight of each party, between which shares of the party’s whole weight a package remains efficient (or the Nash choice), the other weights keeping their proportions; the narrowest room first.',
  assumes: 'One weight is wrong at a time, and everything else is right.',
  misleads:
    'Two weights that are wrong together can overturn what neither overturns alone; for that, look at robustness. Ends are found to within a billionth of the whole weight.',
  source: 'One-way sensitivity and tornado tables: Howard 1988; ends by Newton’s method on a line, Dinkelbach 1967',
};

/** One weight, and how far it can be wrong. */
export interface WeightRoom {
  readonly party: number;
  readonly issue: number;
  /** Share of the party's whole weight that it has now. */
  readonly present: number;
  /** Between these shares the package remains what it is. */
  readonly stays: Interval;
  /** The smallest change of the share that alters the result; null if none does. */
  readonly room: number | null;
  /** What the package is worth to the party when the share is a tenth of the whole less, and more (within 0 and 1). */
  readonly worth: Interval;
}

/** The weights in order of how much depends on them, or why there is none. */
export type Sensitivity =
  | { readonly kind: 'measured'; readonly weights: readonly WeightRoom[] }
  /** The package is not efficient (or not the Nash choice) as things stand. */
  | { readonly kind: 'not so now' }
  | { readonly refused: 'not allowed' | 'no reservation for every party' | 'not decided' };

/**
 * For each weight, the shares between which the package remains efficient, or the Nash choice over the reservations. The weight on which
 * most depends comes first; those that do not matter come last.
 */
export function sensitivity(scenario: Scenario, pack: Package, stays: 'efficient' | 'nash'): Sensitivity {
  const now = scoresOf(scenario).scores;
  if (totalsOf(now, pack) === null) return { refused: 'not allowed' };
  if (stays === 'nash' && scenario.profiles.some((profile) => profile.reservation === null))
    return { refused: 'no reservation for every party' };
  const rivals = stays === 'efficient' ? rivalToEfficient : rivalToNash;
  const weights: WeightRoom[] = [];
  const standing = standsNow(now, pack, stays);
  if (standing === null) return { refused: 'not decided' };
  if (!standing) return { kind: 'not so now' };
  for (const [party, profile] of scenario.profiles.entries())
    for (const issue of profile.weights.keys()) {
      const line = weightLine(scenario, party, issue);
      if (line === null) continue;
      const from = endOf(line, pack, 0, rivals);
      const to = endOf(line, pack, 1, rivals);
      if (from === null || to === null) return { refused: 'not decided' };
      const rooms = [...(from > 0 ? [line.present - from] : []), ...(to < 1 ? [to - line.present] : [])];
      const { start, slope } = line.utility(pack);
      const worths = [-0.1, 0.1].map((by) => start + slope * Math.min(1, Math.max(0, line.present + by)));
      weights.push({
        party,
        issue,
        present: line.present,
        stays: { from, to },
        room: rooms.length === 0 ? null : Math.min(...rooms),
        worth: { from: Math.min(...worths), to: Math.max(...worths) },
      });
    }
  return { kind: 'measured', weights: weights.sort((a, b) => (a.room ?? Infinity) - (b.room ?? Infinity) || 0) };
}

/** What overtakes the package at some share: by how much at share 0, and by how much more at share 1. */
interface Rival {
  readonly start: number;
  readonly slope: number;
}

/** A rival that is ahead with these scores; 'none' if there is none; null if that was not decided. */
type Rivals = (line: WeightLine, scores: Scores, pack: Package) => Rival | 'none' | null;

/**
 * How far the share can go towards `end` before a rival overtakes. The lead of each rival is a straight line in the share, so from a share at
 * which one leads, go back to where it drew level, and look again: a Newton step, after finitely many of which none leads.
 */
function endOf(line: WeightLine, pack: Package, end: 0 | 1, rivals: Rivals): number | null {
  let share: number = end;
  for (let step = 0; step < 60; step++) {
    const rival = rivals(line, scoresOf(line.at(share)).scores, pack);
    if (rival === null) return null;
    if (rival === 'none') return share;
    if (rival.slope === 0) return line.present;
    const level = -rival.start / rival.slope;
    const within = end === 1 ? Math.max(level, line.present) : Math.min(level, line.present);
    if (Math.abs(within - share) < 1e-9 || (end === 1 ? within > share : within < share)) return share;
    share = within;
  }
  return share;
}

function standsNow(scores: Scores, pack: Package, stays: 'efficient' | 'nash'): boolean | null {
  if (stays === 'efficient') {
    const efficiency = efficiencyOf(scores, pack);
    return 'refused' in efficiency || efficiency.kind === 'unknown' ? null : efficiency.kind === 'efficient';
  }
  const found = nashByBounding(scores, scores.floors);
  if ('refused' in found || found.kind === 'unknown') return null;
  if (found.kind !== 'chosen') return false;
  if (!found.proved) return null;
  const gains = Array.from(totalsOf(scores, pack)!, (total, p) => total - scores.floors[p]!);
  return gains.every((gain) => gain > 0) && gains.reduce((all, gain) => all * BigInt(gain), 1n) === found.product;
}

/** A package that gives nobody less and the party of the line more. */
function rivalToEfficient(line: WeightLine, scores: Scores, pack: Package): Rival | 'none' | null {
  const only = scores.parties.map((_, p) => (p === line.party ? 1 : 0));
  const efficiency = efficiencyOf(scores, pack, {}, only);
  if ('refused' in efficiency || efficiency.kind === 'unknown') return null;
  if (efficiency.kind !== 'dominated') return 'none';
  const [ours, theirs] = [line.utility(pack), line.utility(efficiency.by)];
  return { start: theirs.start - ours.start, slope: theirs.slope - ours.slope };
}

/** A package with a larger product of gains. The gains of the other parties do not change along the line. */
function rivalToNash(line: WeightLine, scores: Scores, pack: Package): Rival | 'none' | null {
  const found = nashByBounding(scores, scores.floors);
  if ('refused' in found || found.kind === 'unknown') return null;
  const reservation = line.reservation()!;
  const productOf = (one: Package): Rival => {
    const totals = totalsOf(scores, one)!;
    const others = totals.reduce(
      (product, total, p) => (p === line.party ? product : product * utilityOf(scores, total - scores.floors[p]!)),
      1,
    );
    const { start, slope } = line.utility(one);
    return { start: others * (start - reservation.start), slope: others * (slope - reservation.slope) };
  };
  const ours = productOf(pack);
  // Where no package lets all gain, nothing is the Nash choice: the package is overtaken by nothing.
  if (found.kind !== 'chosen') return { start: -ours.start, slope: -ours.slope };
  if (!found.proved) return null;
  const theirs = productOf(found.package);
  const lead = { start: theirs.start - ours.start, slope: theirs.slope - ours.slope };
  const totals = totalsOf(scores, pack)!;
  const gains = Array.from(totals, (total, p) => BigInt(Math.max(0, total - scores.floors[p]!)));
  return gains.reduce((product, gain) => product * gain, 1n) === found.product ? 'none' : lead;
}

/** The result in a sentence or two; `names` are the names of the issues. */
export function sensitivityInWords(
  scenario: Pick<Scenario, 'profiles' | 'issues'>,
  found: Sensitivity,
  stays: 'efficient' | 'nash',
): string {
  if ('refused' in found) {
    switch (found.refused) {
      case 'not allowed':
        return 'The conditions do not allow this package.';
      case 'no reservation for every party':
        return 'Not every party’s reservation is known, so there is no Nash choice to keep.';
      case 'not decided':
        return 'The search ended before it was decided; nothing is said rather than guessed.';
    }
  }
  const what = stays === 'efficient' ? 'efficient' : 'the package with the largest product of gains';
  if (found.kind === 'not so now') return `The package is not ${what} as the weights stand.`;
  const [first] = found.weights;
  if (first === undefined || first.room === null) return `Whatever any single weight is, the package remains ${what}.`;
  const without = found.weights.filter((weight) => weight.room === null).length;
  const nameOf = ({ party, issue }: WeightRoom): string =>
    `${scenario.profiles[party]!.party}’s weight on ${scenario.issues[issue]!.name}`;
  const name = nameOf(first);
  const tied = found.weights.slice(1).filter(({ room }) => room === first.room);
  const alike = tied.length === 0 ? '' : ` As much depends on ${listInWords(tied.map(nameOf))}.`;
  return `Most depends on ${name}, now ${percent(first.present)} of its whole weight: between ${percent(first.stays.from)} and ${percent(first.stays.to)} the package remains ${what}.${alike}${without === 0 ? '' : ` ${without} of ${found.weights.length} weights cannot alter this by themselves.`}`;
}
