import { headway, type Profile } from '../../analysis/index.ts';
import {
  deadlinesAfter,
  instant,
  openingOf,
  talksIn,
  type CaseFile,
  type Deadline,
  type Instant,
  type Talks,
} from '../../domain/index.ts';
import type { ReadScenario } from '../../formats/index.ts';
import { pointsFor } from './points.ts';

/** All that is said of the headway of a case, as plain data. */
export interface HeadwayFound {
  readonly name: string;
  readonly timeZone: string;
  /** The time of the latest entry, or the clock's where that is later: the file says nothing of a time after both. */
  readonly asOf: Instant;
  readonly talks: Talks;
  /** Whose points the gaps in utility are of. */
  readonly profiles: readonly Profile[];
  readonly standing: headway.Standing;
  readonly rounds: readonly headway.RoundHeadway[];
  readonly obstacles: readonly headway.Obstacle[];
  readonly concessions: readonly headway.Concession[];
  readonly deadline: Deadline | null;
  readonly left: headway.RoundsLeft;
  /** Null where no deadline lies ahead. */
  readonly fit: headway.RoundsThatFit | null;
  readonly forecast: headway.Forecast | headway.ForecastRefusal;
  /** What a reader must be told of the points. */
  readonly notes: readonly string[];
}

/** The rounds ahead that a forecast is made for. */
const horizon = 6;

/** Measures a case, with the points of the scenario beside it if there is one, else with those that it holds itself. */
export function headwayOf(file: CaseFile, read: ReadScenario, now: Date): HeadwayFound {
  const talks = talksIn(file);
  const { history } = talks;
  const { profiles, notes } = pointsFor(file, talks, read);
  const opening = openingOf(file);
  const asOf = [instant(now), ...file.entries.map((entry) => entry.at)].reduce((a, b) => (a > b ? a : b));
  const deadline = deadlinesAfter(file, asOf)[0]?.fact ?? null;
  const rounds = headway.headwayByRound(history, profiles);
  const pace = headway.paceOf(rounds);
  return {
    name: opening?.name ?? '',
    timeZone: opening?.timeZone ?? 'UTC',
    asOf,
    talks,
    profiles,
    standing: headway.standingIn(history, profiles),
    rounds,
    obstacles: talks.obstacles(),
    concessions: headway.concessionsIn(history, profiles),
    deadline,
    left: headway.roundsLeft(pace),
    fit:
      deadline === null
        ? null
        : headway.roundsThatFit(
            talks.rounds.map(({ from }) => Date.parse(from)),
            Date.parse(asOf),
            Date.parse(deadline.falls),
          ),
    forecast: headway.forecast(pace, horizon),
    notes,
  };
}
