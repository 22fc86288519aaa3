import type { Io } from '../io.ts';
import type { Doing, Tell } from './progress.ts';

/** A bar that is drawn over itself on the terminal, and wiped at the end. */
export interface Bar {
  readonly tell: Tell;
  readonly end: () => void;
}

/** Nothing is drawn before so many milliseconds. */
const patience = 2_000;
const beat = 250;
const width = 24;

/** A bar on the terminal of errors, drawn once the work has taken two seconds; where there is none, nothing is drawn. */
export function barOn({ over }: Pick<Io, 'over'>): Bar {
  if (over === undefined) return { tell: () => undefined, end: () => undefined };
  const begun = performance.now();
  let doing: Doing = { doing: 'the work', expected: null };
  let since = begun;
  const draw = (): void => {
    const now = performance.now();
    if (now - begun >= patience) over(barLine(doing, now - since, now - begun));
  };
  const timer = setInterval(draw, beat);
  return {
    tell: (told) => {
      doing = told;
      since = performance.now() - (told.spent ?? 0);
      draw();
    },
    end: () => {
      clearInterval(timer);
      over('');
    },
  };
}

/** The line of a bar: `spent` milliseconds on what is being done, `all` from the beginning. Where nobody knows how long it takes, it says only how long it has. */
export function barLine({ doing, expected }: Doing, spent: number, all: number): string {
  if (expected === null) return `${inTime(all)} so far: ${doing}`;
  const share = Math.min(spent / Math.max(expected, 1), 0.99);
  const full = Math.floor(share * width);
  const left = expected - spent;
  return `[${'='.repeat(full)}${' '.repeat(width - full)}] ${left > 500 ? `about ${inTime(left)} left` : 'nearly done'}: ${doing}`;
}

function inTime(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
