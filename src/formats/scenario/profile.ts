import type { Issue, Reservation, ValueFunction } from '../../analysis/index.ts';
import type { Findings, Place } from './findings.ts';

/** One party's preferences as a file states them, before it is known who else takes part. */
export interface ReadProfile {
  readonly findings: Findings;
  /** Where the profile begins, for faults that show only when the parts are put together. */
  readonly place: Place;
  /** One for each issue, at least 0. */
  readonly weights: readonly number[];
  readonly values: readonly ValueFunction[];
  readonly reservation: Reservation | null;
  readonly discount: number | null;
  /** What a total counts as at most, by the rules of the format; null where nothing is cut off. */
  readonly ceiling: number | null;
}

/** The greatest value that an answer to one issue can have, before its weight. */
export function mostOf(value: ValueFunction): number {
  return value.kind === 'table'
    ? value.values.reduce((most, each) => Math.max(most, each), -Infinity)
    : value.points.reduce((most, point) => Math.max(most, point.value), -Infinity);
}

/** The least value that an answer to one issue can have, before its weight. */
export function leastOf(value: ValueFunction): number {
  return value.kind === 'table'
    ? value.values.reduce((least, each) => Math.min(least, each), Infinity)
    : value.points.reduce((least, point) => Math.min(least, point.value), Infinity);
}

/** What the best answers to all issues sum to. */
export const mostInAll = ({ weights, values }: Pick<ReadProfile, 'weights' | 'values'>): number =>
  values.reduce((sum, value, i) => sum + (weights[i] ?? 0) * mostOf(value), 0);

/** What the worst answers to all issues sum to. */
export const leastInAll = ({ weights, values }: Pick<ReadProfile, 'weights' | 'values'>): number =>
  values.reduce((sum, value, i) => sum + (weights[i] ?? 0) * leastOf(value), 0);

/** A straight line over a range; flat where `cut` holds it between two values. */
export function lineOver(
  { from, to }: { readonly from: number; readonly to: number },
  at: (number: number) => number,
  cut: readonly [least: number, most: number] | null = null,
): ValueFunction {
  const [first, last] = [at(from), at(to)];
  const within = (value: number) => (cut === null ? value : Math.min(cut[1], Math.max(cut[0], value)));
  const ends = [
    { at: from, value: within(first) },
    { at: to, value: within(last) },
  ];
  if (from === to) return { kind: 'piecewise', points: ends.slice(0, 1) };
  // Within a hair of an end the line is cut there: it passes by the rounding of its own numbers.
  const hair = 1e-12 * (to - from);
  const bends = (cut ?? []).flatMap((value) => {
    const place = from + ((value - first) * (to - from)) / (last - first);
    return first !== last && place - from > hair && to - place > hair ? [{ at: place, value }] : [];
  });
  return { kind: 'piecewise', points: [...ends, ...bends].sort((a, b) => a.at - b.at) };
}

/** Whether two files mean the same issue: its name, and its options in order or its range. */
export function sameIssue(a: Issue, b: Issue): boolean {
  if (a.name !== b.name) return false;
  if (a.kind === 'options')
    return (
      b.kind === 'options' && a.options.length === b.options.length && a.options.every((o, i) => o === b.options[i])
    );
  return b.kind === 'range' && a.from === b.from && a.to === b.to && a.step === b.step;
}
