import type { Chance } from '../chance.ts';
import type { Trial } from './calibration.ts';
import { chanceWithin } from './forecast.ts';
import { headwayByRound } from './headway.ts';
import { paceOf } from './pace.ts';
import { simulatedTalks } from './simulated-talks.ts';

/**
 * One forecast from each of some simulated talks, and what came of it: made after a round drawn at random among those from which a
 * forecast can be made and another round follows, for a number of rounds drawn at random among those that follow.
 */
export function calibrationTrials(chance: Chance, talks: number): readonly Trial[] {
  return Array.from({ length: talks }, () => trialOf(chance)).filter((trial) => trial !== null);
}

function trialOf(chance: Chance): Trial | null {
  const headway = headwayByRound(simulatedTalks(chance));
  const closed = headway.findIndex((round) => round.overall.gap === 0);
  const open = closed === -1 ? headway.length - 1 : closed;
  // The first changes that a forecast needs are known at the end of the third round.
  const [first, horizon] = [3, 6];
  const [when, howFar] = [chance(), chance()];
  if (open < first) return null;
  const now = first + Math.floor(when * (open - first + 1));
  const rounds = 1 + Math.floor(howFar * Math.min(horizon, headway.length - now));
  const pace = paceOf(headway.slice(0, now))!;
  return { chance: chanceWithin(pace, rounds), cameTrue: closed !== -1 && closed < now + rounds };
}
