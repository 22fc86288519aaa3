import type { RoundHeadway } from './headway.ts';
import { sumOf } from './exact.ts';

/** The pace so far: the gap that is left, and by how much each round closed it, overall and issue by issue. */
export interface Pace extends Closings {
  /** The issues on which the gap is known. */
  readonly issues: readonly IssuePace[];
  /** On how many issues it is not known. */
  readonly unknown: number;
}

export interface IssuePace extends Closings {
  readonly issue: number;
}

/** A gap and how it came about. */
export interface Closings {
  /** The gap now, from 0 to 1; overall, the mean. */
  readonly gap: number;
  /** By how much each round closed it, oldest first: negative in a set-back. Overall, the mean over the issues known before and after the round. */
  readonly closings: readonly number[];
}

/** The pace of talks by their headway; null while no gap is known. */
export function paceOf(headway: readonly RoundHeadway[]): Pace | null {
  const last = headway.at(-1);
  if (last === undefined || last.overall.gap === null) return null;
  const issues = last.gaps.flatMap((gap, issue): IssuePace[] =>
    gap === null ? [] : [{ issue, gap, closings: closingsOf(headway.map((round) => round.gaps[issue]!)) }],
  );
  return {
    gap: last.overall.gap,
    closings: headway.flatMap(({ change }) => (change === null ? [] : [change.before - change.after])),
    issues,
    unknown: last.gaps.length - issues.length,
  };
}

/** The mean closing of a round, which is the pace; null before the first. */
export const meanClosing = ({ closings }: Closings): number | null =>
  closings.length === 0 ? null : sumOf(closings) / closings.length;

const closingsOf = (gaps: readonly (number | null)[]): readonly number[] =>
  gaps.slice(1).flatMap((gap, place) => (gap === null || gaps[place] === null ? [] : [gaps[place]! - gap]));
