import { maxMinByBounding, nashByBounding, efficiencyOf } from '../bounding/index.ts';
import { efficientOften } from '../frontier/index.ts';
import type { Method } from '../method.ts';
import { endsOf } from '../packages/index.ts';
import { fractionsOf } from '../preferences/fraction.ts';
import { answersIn, scoresOf, valuesOn } from '../preferences/index.ts';
import type { Package, Profile, Scenario } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { disagreementOf } from '../solutions/index.ts';
import { percent } from '../solutions/words.ts';
import { wilson, type Interval } from './wilson.ts';

/** The words that stand beside robustness. */
export const robustnessMethod: Method = {
  name: 'Robustness over uncertain weights',
  definition:
    'In what share of sampled weightings a package is efficient, acceptable to every party, and, if asked, the Nash or the max-min choice, with 95% confidence intervals.',
  assumes:
    'The weightings were drawn from what is honestly believed about the weights, each independently; values, reservations and conditions are right.',
  misleads:
    'The interval speaks of the sampling alone: more samples narrow it, and make nobody surer of the weights. A share is no probability that the parties agree.',
  source: 'Stochastic multicriteria acceptability: Lahdelma, Hokkanen & Salminen 1998; interval: Wilson 1927',
};

/** One weighting: for each profile of the scenario, in order, a weight for each issue. */
export type Weighting = readonly (readonly number[])[];

/** How often something held. */
export interface Often {
  readonly times: number;
  /** In how many weightings it could be decided. */
  readonly of: number;
  readonly share: number;
  /** 95%. */
  readonly interval: Interval;
}

/** How a package fares over the weightings. */
export interface Robustness {
  readonly package: Package;
  /** How many weightings there were. */
  readonly samples: number;
  readonly efficient: Often;
  /** It gives every party its reservation; null where that of some party is not known. */
  readonly acceptable: Often | null;
  /** Its product of gains is the largest; null if not asked for. */
  readonly nash: Often | null;
  /** Its least gain is the largest; null if not asked for. */
  readonly maxMin: Often | null;
}

/** What is to be counted beside efficiency and acceptability; each asks for a search in every weighting. */
export interface RobustnessOptions {
  readonly choices?: readonly ('nash' | 'maxMin')[];
}

/** Something was wrong with what was given. */
export interface NotMeasured {
  readonly refused: 'no weightings' | 'a weighting does not fit the scenario' | 'no reservation for every party';
}

/**
 * How each package fares over sampled weightings (see `sampleWeights`). A package that the conditions do not allow is never efficient nor
 * acceptable. Nash and max-min are measured from the disagreement point, for which every party must then have a reservation. Two parties without conditions and
 * interactions: 10,000 weightings of 8 issues in about half a second; otherwise each package and weighting asks for a search.
 */
export function robustness(
  scenario: Scenario,
  weightings: readonly Weighting[],
  packages: readonly Package[],
  { choices = [] }: RobustnessOptions = {},
): readonly Robustness[] | NotMeasured {
  const { profiles, issues } = scenario;
  if (weightings.length === 0) return { refused: 'no weightings' };
  if (weightings.some((w) => w.length !== profiles.length || w.some((each) => each.length !== issues.length)))
    return { refused: 'a weighting does not fit the scenario' };
  const known = profiles.every((profile) => profile.reservation !== null);
  if (choices.length > 0 && !known) return { refused: 'no reservation for every party' };
  const counted = countedAtOnce(scenario, weightings, packages);
  const tallies = packages.map(() => ({
    efficient: new Tally(),
    acceptable: new Tally(),
    nash: new Tally(),
    maxMin: new Tally(),
  }));
  const betterThan = packages.map((): Package[] => []);
  for (const weighting of weightings) {
    const { scores } = scoresOf({
      ...scenario,
      profiles: profiles.map((profile, p) => weighed(profile, weighting[p]!)),
    });
    const from = choices.length === 0 ? [] : disagreementOf(scores.floors, endsOf(scores).worst);
    const best = choices.map((choice) => bestBy(choice, scores, from));
    for (const [i, pack] of packages.entries()) {
      const totals = totalsOf(scores, pack);
      const tally = tallies[i]!;
      tally.acceptable.count(totals !== null && totals.every((total, p) => total >= scores.floors[p]!));
      if (counted === null) tally.efficient.count(isEfficient(scores, pack, totals, betterThan[i]!));
      for (const [c, choice] of choices.entries()) tally[choice].count(totals === null ? false : best[c]!(totals));
    }
  }
  return packages.map((pack, i) => ({
    package: pack,
    samples: weightings.length,
    efficient: counted === null ? tallies[i]!.efficient.often() : often(counted[i]!, weightings.length),
    acceptable: known ? tallies[i]!.acceptable.often() : null,
    nash: choices.includes('nash') ? tallies[i]!.nash.often() : null,
    maxMin: choices.includes('maxMin') ? tallies[i]!.maxMin.often() : null,
  }));
}

/**
 * Whether a package is efficient; null where that is not decided. What was better than it in one weighting often is in the next: `better`
 * keeps what was found, the latest of use first.
 */
function isEfficient(scores: Scores, pack: Package, totals: Float64Array | null, better: Package[]): boolean | null {
  if (totals === null) return false;
  const again = better.findIndex((other) => {
    const theirs = totalsOf(scores, other);
    return theirs?.every((total, p) => total >= totals[p]!) === true && theirs.some((total, p) => total > totals[p]!);
  });
  if (again >= 0) {
    better.unshift(...better.splice(again, 1));
    return false;
  }
  const efficiency = efficiencyOf(scores, pack);
  if ('refused' in efficiency || efficiency.kind === 'unknown') return null;
  if (efficiency.kind === 'dominated') better.unshift(efficiency.by);
  return efficiency.kind === 'efficient';
}

/** What was counted over some weightings and over others, as over all of them at once: each part has the same packages and choices. */
export function robustnessTogether(parts: readonly (readonly Robustness[])[]): readonly Robustness[] {
  const sum = (counts: readonly Often[]): Often =>
    often(
      counts.reduce((all, { times }) => all + times, 0),
      counts.reduce((all, { of }) => all + of, 0),
    );
  const asked = (counts: readonly (Often | null)[]): Often | null =>
    counts.includes(null) ? null : sum(counts.filter((count) => count !== null));
  return (parts[0] ?? []).map(({ package: pack }, i) => {
    const each = parts.map((part) => part[i]!);
    return {
      package: pack,
      samples: each.reduce((all, { samples }) => all + samples, 0),
      efficient: sum(each.map(({ efficient }) => efficient)),
      acceptable: asked(each.map(({ acceptable }) => acceptable)),
      nash: asked(each.map(({ nash }) => nash)),
      maxMin: asked(each.map(({ maxMin }) => maxMin)),
    };
  });
}

/** A count of what held among what could be decided. */
class Tally {
  private times = 0;
  private of = 0;

  count(held: boolean | null): void {
    if (held === null) return;
    this.of += 1;
    if (held) this.times += 1;
  }

  often(): Often {
    return often(this.times, this.of);
  }
}

function often(times: number, of: number): Often {
  return { times, of, share: of === 0 ? 0 : times / of, interval: wilson(times, of) };
}

function weighed(profile: Profile, weights: readonly number[]): Profile {
  return { ...profile, weights };
}

/** In how many weightings each package is efficient, all in one sweep; null where that is not possible. */
function countedAtOnce(
  scenario: Scenario,
  weightings: readonly Weighting[],
  packages: readonly Package[],
): readonly number[] | null {
  const { profiles, constraints } = scenario;
  if (profiles.length !== 2 || constraints.length > 0 || profiles.some((p) => p.interactions.length > 0)) return null;
  const answers = answersIn(scenario);
  const counts = efficientOften({
    sizes: answers.map((each) => each.size),
    values: profiles.map((profile) => wholeTogether(profile.values.map((value, i) => valuesOn(value, answers[i]!)))),
    weights: profiles.map((_, p) => wholeTogether([weightings.flatMap((weighting) => weighting[p]!)])[0]!),
  });
  if ('refused' in counts) return null;
  const times = new Map(Array.from(counts.packages, (number, at) => [number, counts.counts[at]!]));
  return packages.map((pack) => times.get(pack.reduceRight((n, answer, i) => n * answers[i]!.size + answer, 0)) ?? 0);
}

/** Columns of numbers as whole ones of one common unit where they can be held so, which keeps equal totals equal; otherwise as they are. */
function wholeTogether(columns: readonly (readonly number[])[]): readonly Float64Array[] {
  const whole = fractionsOf(columns.flat())?.whole;
  let from = 0;
  return columns.map((column) => {
    from += column.length;
    return whole === undefined ? Float64Array.from(column) : whole.slice(from - column.length, from);
  });
}

/** Whether totals are a choice of this kind; null where it is not known. */
function bestBy(
  choice: 'nash' | 'maxMin',
  scores: Scores,
  from: readonly number[],
): (totals: Float64Array) => boolean | null {
  const found = choice === 'nash' ? nashByBounding(scores, from) : maxMinByBounding(scores, from);
  if ('refused' in found || found.kind === 'unknown') return () => null;
  if (found.kind !== 'chosen') return () => false;
  if (!found.proved) return () => null;
  const gains = (totals: Float64Array): number[] => Array.from(totals, (total, p) => total - from[p]!);
  if ('product' in found)
    return (totals) =>
      gains(totals).every((gain) => gain > 0) &&
      gains(totals).reduce((product, gain) => product * BigInt(gain), 1n) === found.product;
  return (totals) => Math.min(...gains(totals)) === found.least;
}

/** The result for one package in a sentence or two; `name` is what the package is called. */
export function robustnessInWords(name: string, { samples, efficient, acceptable, nash, maxMin }: Robustness): string {
  const choices = [
    { what: 'the largest product of gains', often: nash },
    { what: 'the largest least gain', often: maxMin },
  ].flatMap(({ what, often: held }) => (held === null ? [] : [{ what, held }]));
  const also = choices.flatMap(({ what, held }) => (held.of === 0 ? [] : [`${what} in ${oftenInWords(held)}`]));
  const undecided = [{ what: 'is efficient', held: efficient }]
    .concat(choices.map(({ what, held }) => ({ what: `has ${what}`, held })))
    .flatMap(({ what, held }) =>
      held.of === samples ? [] : [` In ${samples - held.of} it was not decided whether it ${what}.`],
    )
    .join('');
  const accepted = acceptable === null ? '' : ` and acceptable to every party in ${oftenInWords(acceptable)}`;
  const unknown =
    acceptable === null
      ? ' Whether every party could accept it is not known, since what some have without an agreement is not.'
      : '';
  return `Over ${samples.toLocaleString('en')} sampled weightings, ${name} is efficient in ${oftenInWords(efficient)}${accepted}${also.length === 0 ? '' : `; it has ${also.join(' and ')}`}.${undecided}${unknown} The intervals (95%) speak of the sampling alone, not of whether the weights are right.`;
}

function oftenInWords({ share, interval }: Often): string {
  return `${percent(share)} (${percent(interval.from)} to ${percent(interval.to)})`;
}
