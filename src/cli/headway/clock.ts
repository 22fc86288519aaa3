import { headway } from '../../analysis/index.ts';
import { writtenIn } from '../../formats/index.ts';
import type { HeadwayFound } from './headway.ts';

/** The rounds left and the next deadline, in sentences. */
export const clockInWords = ({ left, fit, deadline, timeZone }: HeadwayFound): string =>
  `${headway.clockInWords(left, fit)}${
    deadline === null ? '' : ` The next deadline is ${deadline.name}, ${writtenIn(deadline.falls, timeZone)}.`
  }`;

/** The chances that matter most: within the rounds that fit before the deadline, or three where that is not known. */
export function chancesToSay({ fit, forecast }: HeadwayFound): readonly headway.Chances[] {
  if ('refused' in forecast) return [];
  const rounds = fit?.kind === 'fit' ? Math.min(Math.max(fit.rounds, 1), forecast.within.length) : 3;
  return forecast.within.slice(rounds - 1, rounds);
}
