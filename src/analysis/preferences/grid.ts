import { exactLimit, fractionsOf, leastCommonMultiple } from './fraction.ts';
import { exactlyWeighted, exactValuesOn, valuesOn } from './value.ts';
import type { Answers } from './answers.ts';
import type { Fractions } from './fraction.ts';
import type { Profile, Scenario } from '../scenario.ts';

/** What every answer and every interaction adds to a party's total, in whole steps. */
export interface Grid {
  /** `issues[party][issue][answer]`. */
  readonly issues: readonly (readonly Float64Array[])[];
  /** `interactions[party][interaction]`, flat: the answer of the interaction's first issue fastest. */
  readonly interactions: readonly (readonly Float64Array[])[];
  /** The utility of one step. */
  readonly step: number;
  /** By how much a total, in utility, can differ from the stated preferences. */
  readonly error: number;
}

/**
 * The coarsest grid that holds all contributions exactly, and the reservations that are utilities: one step is 1 / D, with D the least common
 * denominator of every weight times value, every interaction and reservation. Reservations are left out where the totals of all parties together
 * would not stay below 2^53 with them; null if they would not without them either.
 */
export function exactGrid(scenario: Scenario, answers: readonly Answers[]): Grid | null {
  const parts: Part[] = [];
  for (const profile of scenario.profiles) {
    const part = partOf(profile, answers);
    if (part === null) return null;
    parts.push(part);
  }
  const denominator = parts.reduce((common, { over }) => leastCommonMultiple(common, over), 1);
  const reservations = scenario.profiles.flatMap(({ reservation }) =>
    reservation?.kind === 'utility' ? [reservation.utility] : [],
  );
  const stated = fractionsOf(reservations);
  const both = stated === null ? denominator : leastCommonMultiple(denominator, stated.over);
  return gridOver(both, parts, reservations) ?? gridOver(denominator, parts, []);
}

/** The grid whose step is one over this; null where totals, or these utilities, would not stay below the limit on it. */
function gridOver(denominator: number, parts: readonly Part[], utilities: readonly number[]): Grid | null {
  if (denominator === Infinity) return null;
  const scaled = (part: Fractions): Float64Array => times(part.whole, denominator / part.over);
  const issues = parts.map((part) => part.issues.map(scaled));
  const interactions = parts.map((part) => part.interactions.map(scaled));
  const besides = utilities.reduce((sum, utility) => sum + Math.abs(utility) * denominator, 0);
  return extentOf(issues, interactions) + besides < exactLimit
    ? { issues, interactions, step: 1 / denominator, error: 0 }
    : null;
}

/** What one party's answers and interactions are worth, as fractions, and a denominator that all of them have in common. */
interface Part {
  readonly issues: readonly Fractions[];
  readonly interactions: readonly Fractions[];
  readonly over: number;
}

/** Null where a number of the party's is no fraction that people write. */
function partOf(profile: Profile, answers: readonly Answers[]): Part | null {
  const [issues, interactions]: [Fractions[], Fractions[]] = [[], []];
  let over = 1;
  for (let i = 0; i < answers.length; i++) {
    const values = exactValuesOn(profile.values[i]!, answers[i]!);
    const weighted = values === null ? null : exactlyWeighted(profile.weights[i]!, values);
    if (weighted === null) return null;
    over = leastCommonMultiple(over, weighted.over);
    issues.push(weighted);
  }
  for (let k = 0; k < profile.interactions.length; k++) {
    const added = fractionsOf(flat(profile, k));
    if (added === null) return null;
    over = leastCommonMultiple(over, added.over);
    interactions.push(added);
  }
  return over === Infinity ? null : { issues, interactions, over };
}

/**
 * A grid for numbers that no exact grid holds: one step is about 2^-44 of the smallest party's extent (the sum of its largest
 * contributions), or coarser if the totals of all parties together would reach 2^52. It is a power of two over the least common
 * denominator of those parties whose own numbers are exact, so that their ties stay ties. Each contribution is rounded to the nearest
 * step; the error is half a step for each term of a total, and 2^-8 of a step for the product of weight and value, which is itself rounded.
 */
export function snappedGrid(scenario: Scenario, answers: readonly Answers[]): Grid {
  const issues = scenario.profiles.map((profile) =>
    answers.map((each, i) => times(Float64Array.from(valuesOn(profile.values[i]!, each)), profile.weights[i]!)),
  );
  const interactions = scenario.profiles.map((profile) =>
    profile.interactions.map((_, k) => Float64Array.from(flat(profile, k))),
  );
  const extents = issues.map((_, p) => extentOf([issues[p]!], [interactions[p]!])).filter((extent) => extent > 0);
  const together = extents.reduce((sum, extent) => sum + extent, 0);
  const least = Math.max(
    powerAbove(extents.length === 0 ? 0 : Math.min(...extents)) * 2 ** -44,
    powerAbove(together) * 2 ** -52,
    2 ** -1000,
  );
  const whole = denominatorOfExact(scenario, answers);
  const step = least * whole < 1 ? 1 / (whole * 2 ** Math.floor(-Math.log2(least * whole))) : least;
  const snapped = (part: Float64Array): Float64Array => part.map((each) => Math.round(each / step) + 0);
  const terms = answers.length + Math.max(...interactions.map((each) => each.length));
  return {
    issues: issues.map((party) => party.map(snapped)),
    interactions: interactions.map((party) => party.map(snapped)),
    step,
    error: terms * step * (1 / 2 + 2 ** -8),
  };
}

/** The least common denominator of the parties whose numbers are exact, smallest first, as far as it stays below a bound. */
function denominatorOfExact(scenario: Scenario, answers: readonly Answers[]): number {
  const own = scenario.profiles.flatMap((profile) => partOf(profile, answers)?.over ?? []).sort((a, b) => a - b);
  return own.reduce((common, over) => {
    const both = leastCommonMultiple(common, over);
    return both <= 2 ** 20 ? both : common;
  }, 1);
}

function powerAbove(extent: number): number {
  return 2 ** Math.ceil(Math.log2(extent));
}

function flat(profile: Profile, k: number): readonly number[] {
  const { values } = profile.interactions[k]!;
  const [rows, columns] = [values.length, values[0]!.length];
  return Array.from({ length: rows * columns }, (_, place) => values[place % rows]![Math.floor(place / rows)]!);
}

function times(numbers: Float64Array, factor: number): Float64Array {
  if (factor === 1) return numbers;
  const products = new Float64Array(numbers.length);
  // Adding 0 turns -0 into 0.
  for (let a = 0; a < numbers.length; a++) products[a] = numbers[a]! * factor + 0;
  return products;
}

function extentOf(...parts: readonly (readonly (readonly Float64Array[])[])[]): number {
  let extent = 0;
  for (const part of parts)
    for (const party of part)
      for (const numbers of party) {
        let most = 0;
        for (let a = 0; a < numbers.length; a++) most = Math.max(most, Math.abs(numbers[a]!));
        extent += most;
      }
  return extent;
}
