import type { Method } from '../method.ts';
import { meanClosing, type Pace } from './pace.ts';

/** What the clock is. */
export const clockMethod: Method = {
  name: 'Rounds left at the pace so far',
  definition:
    'The gap that is left over the mean amount that a round has closed; and how many rounds still begin before a deadline at the median time between rounds so far.',
  assumes: 'Rounds go on at the same pace and the same distance in time.',
  misleads:
    'It is plain arithmetic without any chance in it: one large round among few rules it. Read the forecast beside it.',
  source: 'Arithmetic of our own',
};

/** How many more rounds would close the gap at the pace so far, or that at this pace they would not. */
export type RoundsLeft =
  | { readonly kind: 'closes'; readonly rounds: number; readonly pace: number; readonly observations: number }
  | { readonly kind: 'no headway'; readonly pace: number; readonly observations: number }
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown' };

/** How many rounds still begin before a deadline (or at it), from the times at which the rounds so far began. */
export type RoundsThatFit =
  | { readonly kind: 'fit'; readonly rounds: number; readonly interval: number; readonly observations: number }
  | { readonly kind: 'past' }
  | { readonly kind: 'unknown' };

/** The rounds left at the mean closing of the rounds so far; null: no gap is known. Unknown as well before the second round. */
export function roundsLeft(pace: Pace | null): RoundsLeft {
  if (pace === null) return { kind: 'unknown' };
  if (pace.gap === 0) return { kind: 'closed' };
  const observations = pace.closings.length;
  const mean = meanClosing(pace);
  if (mean === null) return { kind: 'unknown' };
  if (mean <= 0) return { kind: 'no headway', pace: mean, observations };
  // A hair less than a whole number of rounds is that number.
  return { kind: 'closes', rounds: Math.ceil(pace.gap / mean - 1e-9), pace: mean, observations };
}

/** The rounds that still begin by a deadline; times in any one unit that grows. Unknown before the second round has begun. */
export function roundsThatFit(begins: readonly number[], now: number, deadline: number): RoundsThatFit {
  if (deadline < now) return { kind: 'past' };
  const times = begins.toSorted((a, b) => a - b);
  const intervals = times
    .slice(1)
    .map((time, i) => time - times[i]!)
    .sort((a, b) => a - b);
  const observations = intervals.length;
  if (observations === 0) return { kind: 'unknown' };
  const interval = (intervals[(observations - 1) >> 1]! + intervals[observations >> 1]!) / 2;
  if (interval === 0) return { kind: 'unknown' };
  // The next begins an interval after the last, or now if that has gone by.
  const next = Math.max(now, times.at(-1)! + interval);
  const rounds = next > deadline ? 0 : 1 + Math.floor((deadline - next) / interval);
  return { kind: 'fit', rounds, interval, observations };
}

/** The clock in sentences; `fit` is null where no deadline lies ahead. */
export function clockInWords(left: RoundsLeft, fit: RoundsThatFit | null): string {
  return `${leftInWords(left)} ${fit === null ? 'No deadline lies ahead.' : fitInWords(fit)}`;
}

function leftInWords(left: RoundsLeft): string {
  switch (left.kind) {
    case 'unknown':
      return 'The pace is not known yet.';
    case 'closed':
      return 'There is no gap left.';
    case 'no headway':
      return `The last ${rounds(left.observations, 'change')} closed nothing on the whole: at this pace the gap stays open.`;
    case 'closes':
      return `At the mean pace so far (${rounds(left.observations, 'change')}) the gap would close in ${rounds(left.rounds)}.`;
  }
}

function fitInWords(fit: RoundsThatFit): string {
  switch (fit.kind) {
    case 'unknown':
      return 'How many rounds fit before the deadline is not known yet.';
    case 'past':
      return 'The deadline has passed.';
    case 'fit':
      return `At the usual distance between rounds, ${fit.rounds === 0 ? 'none begins' : `${rounds(fit.rounds)} more can begin`} before the deadline.`;
  }
}

const rounds = (count: number, of: 'round' | 'change' = 'round'): string => `${count} ${count === 1 ? of : `${of}s`}`;
