import type { Chance } from '../chance.ts';
import type { Trial } from './calibration.ts';
import { chanceWithin } from './forecast.ts';
import { headwayByRound } from './headway.ts';
import { paceOf } from './pace.ts';
import { historyOf, type PublishedTalks } from './published-talks.ts';
import { simulatedTalks } from './simulated-talks.ts';

/**
 * One forecast from each of some simulated talks, and what came of it: made after a round drawn at random among those from which a
 * forecast can be made and another round follows, for a number of rounds drawn at random among those that follow.
 */
export function calibrationTrials(chance: Chance, talks: number): readonly Trial[] {
  return Array.from({ length: talks }, () => trialOf(chance)).filter((trial) => trial !== null);
}

/** Every forecast that could have been made in some published talks, for each number of rounds that followed, and what came of it. */
export function publishedTrials(talks: readonly PublishedTalks[]): readonly Trial[] {
  return talks.flatMap((each) => {
    const headway = headwayByRound(historyOf(each));
    const closes = headway.findIndex((round) => round.overall.gap === 0);
    const open = closes === -1 ? headway.length - 1 : closes;
    return headway.slice(first - 1, open).flatMap((_, after): readonly Trial[] => {
      const now = first + after;
      const pace = paceOf(headway.slice(0, now))!;
      return Array.from({ length: Math.min(horizon, headway.length - now) }, (__, place) => ({
        chance: chanceWithin(pace, place + 1),
        cameTrue: closes !== -1 && closes <= now + place,
      }));
    });
  });
}

/** The first changes that a forecast needs are known at the end of the third round. */
const first = 3;
const horizon = 6;

function trialOf(chance: Chance): Trial | null {
  const headway = headwayByRound(simulatedTalks(chance));
  const closed = headway.findIndex((round) => round.overall.gap === 0);
  const open = closed === -1 ? headway.length - 1 : closed;
  const [when, howFar] = [chance(), chance()];
  if (open < first) return null;
  const now = first + Math.floor(when * (open - first + 1));
  const rounds = 1 + Math.floor(howFar * Math.min(horizon, headway.length - now));
  const pace = paceOf(headway.slice(0, now))!;
  return { chance: chanceWithin(pace, rounds), cameTrue: closed !== -1 && closed < now + rounds };
}
