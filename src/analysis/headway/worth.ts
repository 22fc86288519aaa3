import type { Method } from '../method.ts';
import type { Issue, Profile, ValueFunction } from '../scenario.ts';
import { spanOf, type Answer } from './answer.ts';
import { onGrid } from './exact.ts';
import type { Stand } from './table.ts';

/** What the gap in what answers are worth is. */
export const utilityGapMethod: Method = {
  name: 'Gap in utility',
  definition:
    'The share of its own total value (from its worst to its best package) that a party would give up by taking the other’s answer instead of its own, never below nothing; averaged over the two, and over the pairs of parties.',
  assumes:
    'The preferences are right, and values of issues add up: what issues are worth together (interactions) is left out.',
  misleads:
    'Parties’ shares are compared though nobody can say that a tenth to one is as much as a tenth to another. Where an answer of the other’s is better for a party than its own, the two look closer than they know.',
  source: 'Additive value functions: Keeney and Raiffa 1976',
};

/** What a party's answers are worth to it. */
export interface Worth {
  /**
   * What an answer to an issue is worth, as a share of the party's total from worst to best package, on a grid so that sums are exact.
   * Of an answer that spans several numbers: the least to the party that gives it, the most to the others. Null where the
   * preferences do not say.
   */
  of(issue: number, answer: Answer, to: 'giver' | 'others'): number | null;
}

/** What answers are worth by a party's profile; the same for every scale of its points. */
export function worthBy(profile: Profile, issues: readonly Issue[]): Worth {
  const ranges = profile.values.map((values) => rangeOf(values));
  const total = ranges.reduce((sum, { least, most }, i) => sum + profile.weights[i]! * (most - least), 0);
  return {
    of: (issue, answer, to) => {
      const values = valuesOf(issues[issue]!, profile.values[issue]!, answer);
      if (values === null) return null;
      if (total === 0) return 0;
      const value = to === 'giver' ? Math.min(...values) : Math.max(...values);
      const share = (profile.weights[issue]! * (value - ranges[issue]!.least)) / total;
      return onGrid(share);
    },
  };
}

/** The worth of answers to each party that has a profile. */
export const worthsBy = (profiles: readonly Profile[], issues: readonly Issue[]): ReadonlyMap<string, Worth> =>
  new Map(profiles.map((profile) => [profile.party, worthBy(profile, issues)]));

/** The share of its total that a party would give up by taking the other's answer instead of its own; null where that is not known. */
export function lossOf(worth: Worth | undefined, issue: number, own: Answer, other: Answer): number | null {
  const kept = worth?.of(issue, own, 'giver') ?? null;
  const taken = worth?.of(issue, other, 'others') ?? null;
  return kept === null || taken === null ? null : Math.max(0, kept - taken);
}

/** The gap in utility between some parties on an issue, from 0; null where it is not known for one of them. */
export function utilityGap(worths: ReadonlyMap<string, Worth>, issue: number, stands: readonly Stand[]): number | null {
  let sum = 0;
  let count = 0;
  for (const mine of stands)
    for (const theirs of stands) {
      if (mine === theirs) continue;
      const loss = lossOf(worths.get(mine.party), issue, mine.answer, theirs.answer);
      if (loss === null) return null;
      sum += loss;
      count++;
    }
  return count === 0 ? null : sum / count;
}

function rangeOf(values: ValueFunction): { readonly least: number; readonly most: number } {
  const all = values.kind === 'table' ? values.values : values.points.map((point) => point.value);
  return { least: Math.min(...all), most: Math.max(...all) };
}

/** The values of all that an answer leaves open, as far as their least and most need them; null where the preferences do not say. */
function valuesOf(issue: Issue, values: ValueFunction, answer: Answer): readonly number[] | null {
  if (issue.kind === 'options') {
    const value =
      values.kind === 'table' ? values.values[issue.options.findIndex((option) => option === answer)] : undefined;
    return value === undefined ? null : [value];
  }
  const { from, to } = spanOf(answer);
  if (values.kind === 'piecewise') {
    const inside = values.points.filter((point) => point.at > from && point.at < to).map((point) => point.value);
    return [valueAt(values.points, from), ...inside, valueAt(values.points, to)];
  }
  if (issue.step === null) return null;
  const first = (from - issue.from) / issue.step;
  const last = (to - issue.from) / issue.step;
  const within = values.values.filter((_, place) => place >= first - 1e-9 && place <= last + 1e-9);
  return within.length === 0 ? null : within;
}

function valueAt(points: readonly { readonly at: number; readonly value: number }[], at: number): number {
  const next = points.findIndex((point) => point.at >= at);
  if (next === -1) return points.at(-1)!.value;
  const after = points[next]!;
  if (next === 0 || after.at === at) return after.value;
  const before = points[next - 1]!;
  return before.value + ((after.value - before.value) * (at - before.at)) / (after.at - before.at);
}
