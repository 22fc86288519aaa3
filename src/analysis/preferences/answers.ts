import { denominatorOf, leastCommonMultiple } from './fraction.ts';
import type { Issue, Scenario } from '../scenario.ts';

/** The answers of one issue, in the order that packages, values and constraints count them. */
export type Answers =
  | { readonly kind: 'options'; readonly size: number; readonly options: readonly string[] }
  | {
      readonly kind: 'numbers';
      readonly size: number;
      /** Ascending. */
      readonly numbers: readonly number[];
      readonly unit: string | null;
      /** Null when these are all the numbers of the range; else how the numbers were picked from a range that has no step. */
      readonly sampled: Sampling | null;
    };

/** How numbers were picked from a range where any number is possible: its ends, even steps between them, and the bends of value functions. */
export interface Sampling {
  readonly steps: number;
  /** How many bends were added that do not lie on an even step. */
  readonly bends: number;
}

/** How many even steps a range without a step is sampled at, unless told otherwise. */
export const usualSamples = 20;

/** How finely a range without a step is sampled. */
export interface Samples {
  /** How many even steps; `usualSamples` unless told. */
  readonly samples?: number;
}

/**
 * The answers of an issue in order: its options, or the numbers of its range by step. A range without a step is sampled at its ends,
 * at even steps, and at the given bends (the places where a value function bends); what was done is told in `sampled`.
 */
export function answersOf(issue: Issue, how: Samples & { readonly bends?: readonly number[] } = {}): Answers {
  if (issue.kind === 'options') return { kind: 'options', size: issue.options.length, options: issue.options };
  const unit = issue.unit ?? null;
  if (issue.step !== null) {
    const numbers = evenly(issue.from, issue.step, stepsIn(issue) ?? 0);
    return { kind: 'numbers', size: numbers.length, numbers, unit, sampled: null };
  }
  const steps = how.samples ?? usualSamples;
  const even = new Set(
    Array.from({ length: steps + 1 }, (_, k) => (k === steps ? issue.to : between(issue.from, issue.to, k, steps))),
  );
  const bends = new Set((how.bends ?? []).filter((at) => at > issue.from && at < issue.to && !even.has(at)));
  const numbers = [...even, ...bends].sort((a, b) => a - b);
  return { kind: 'numbers', size: numbers.length, numbers, unit, sampled: { steps, bends: bends.size } };
}

/** The answers of every issue; the bends of a sampled range are those of every party's value function, so that parties are treated alike. */
export function answersIn(scenario: Pick<Scenario, 'issues' | 'profiles'>, how: Samples = {}): readonly Answers[] {
  return scenario.issues.map((issue, i) => {
    if (issue.kind === 'options' || issue.step !== null) return answersOf(issue);
    const bends = scenario.profiles.flatMap((profile) => {
      const value = profile.values[i];
      return value?.kind === 'piecewise' ? value.points.map((point) => point.at) : [];
    });
    return answersOf(issue, { ...how, bends });
  });
}

/** One answer in words: the option's name, or the number with its unit. */
export function answerName(answers: Answers, place: number): string {
  if (answers.kind === 'options') return answers.options[place]!;
  return answers.unit === null ? String(answers.numbers[place]!) : `${answers.numbers[place]!} ${answers.unit}`;
}

/** How many steps lead from one end of a range to the other; null if the step does not fit a whole number of times. */
export function stepsIn(range: {
  readonly from: number;
  readonly to: number;
  readonly step: number | null;
}): number | null {
  if (range.step === null || !(range.step > 0)) return null;
  const steps = Math.round((range.to - range.from) / range.step);
  const missed = Math.abs(numberAt(range.from, range.step, steps) - range.to);
  return missed <= range.step * 1e-9 ? steps : null;
}

function evenly(from: number, step: number, steps: number): readonly number[] {
  return Array.from({ length: steps + 1 }, (_, k) => numberAt(from, step, k));
}

// One division of whole numbers, so that 0.1, 0.2, 0.3 come out as they are written.
function numberAt(from: number, step: number, k: number): number {
  const over = leastCommonMultiple(denominatorOf(from) || Infinity, denominatorOf(step) || Infinity);
  if (!Number.isFinite(over)) return from + k * step;
  return (Math.round(from * over) + k * Math.round(step * over)) / over;
}

function between(from: number, to: number, k: number, steps: number): number {
  const over = leastCommonMultiple(denominatorOf(from) || Infinity, denominatorOf(to) || Infinity);
  if (!Number.isFinite(over)) return from + ((to - from) * k) / steps;
  return (Math.round(from * over) * (steps - k) + Math.round(to * over) * k) / (over * steps);
}
