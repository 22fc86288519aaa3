import { headway } from '../../analysis/index.ts';
import { instant, type Instant } from '../../domain/index.ts';
import type { ReadScenario } from '../../formats/index.ts';
import type { HeadwayDocument } from '../documents/documents.ts';
import { noteEntries } from '../notes.ts';
import { clockInWords } from './clock.ts';
import type { HeadwayFound } from './headway.ts';
import { quoted } from './entries.ts';

/** The headway of a case as the JSON that docs/analyse.md describes. */
export function documentOf(found: HeadwayFound, read: ReadScenario): HeadwayDocument {
  const { name, asOf, timeZone, talks, profiles, standing, deadline, left, fit, forecast, concessions } = found;
  const { history } = talks;
  const nameOf = (issue: number): string => history.issues[issue]?.name ?? '';
  const reciprocity = headway.reciprocityIn(concessions);
  return {
    name,
    asOf,
    timeZone,
    parties: [...history.parties],
    issues: history.issues.map((issue) => issue.name),
    profiles: profiles.map(({ party, provenance }) => ({ party, provenance })),
    standing: standingIn(standing, history),
    rounds: found.rounds.map((round) => roundIn(round, found)),
    obstacles: found.obstacles.map(({ kind, party, issue, round, at, before, now, sentence }) => ({
      kind,
      party,
      issue: nameOf(issue),
      round,
      at: when(at),
      before: [...before],
      entry: now,
      sentence: quoted(sentence),
    })),
    concessions: concessions.map((act) => ({
      party: act.party,
      round: act.round,
      moved: act.moved,
      steps: act.steps.map(({ issue, from, to, moved, refs: [before, entry] }) => ({
        issue: nameOf(issue),
        from,
        to,
        moved,
        before,
        entry,
      })),
      worth: [...act.worth],
      classes: [...act.classes],
      inReturn: [...act.inReturn],
      isUnilateral: act.isUnilateral,
      sentence: quoted(headway.concessionInWords(history, act)),
    })),
    conduct: headway.conductIn(concessions).map(({ party, towards, away, unilateral, silent }) => ({
      party,
      towards,
      away,
      unilateral: [...unilateral],
      silent: [...silent],
      answered: reciprocity
        .filter((one) => one.party === party)
        .map(({ other, answered, occasions }) => ({ other, answered, occasions })),
    })),
    clock: {
      kind: left.kind,
      roundsLeft: left.kind === 'closes' ? left.rounds : null,
      deadline: deadline === null ? null : { name: deadline.name, falls: deadline.falls },
      roundsThatFit: fit?.kind === 'fit' ? fit.rounds : null,
      sentence: clockInWords(found),
    },
    forecast: 'refused' in forecast ? null : forecastIn(forecast, nameOf),
    noForecast: 'refused' in forecast ? headway.forecastRefusedInWords(forecast) : null,
    methods: {
      gap: headway.gapMethod,
      utility: headway.utilityGapMethod,
      headway: headway.headwayMethod,
      obstacles: headway.obstaclesMethod,
      concessions: headway.concessionsMethod,
      classes: headway.stepClassMethod,
      clock: headway.clockMethod,
      forecast: headway.forecastMethod,
    },
    notes: noteEntries(read, found.notes),
  };
}

function standingIn(standing: headway.Standing, history: headway.History): HeadwayDocument['standing'] {
  return {
    overall: standing.overall,
    issues: standing.issues.map((one) => ({
      issue: history.issues[one.issue]?.name ?? '',
      answers: Object.fromEntries(one.stands.map(({ party, answer, ref }) => [party, { answer, entry: ref }])),
      gap: one.gap,
      utility: one.utility,
      status: one.status,
      since: one.since === null ? null : { at: when(one.since.at), round: one.since.round, entry: one.since.ref },
      roundsUnchanged: one.roundsUnchanged,
      sentence: quoted(headway.standingInWords(history, one)),
    })),
    pairs: standing.pairs.map(({ parties, overall, issues }) => ({
      parties: [...parties],
      overall,
      gaps: issues.map(({ gap }) => gap),
    })),
  };
}

function roundIn(round: headway.RoundHeadway, { talks }: HeadwayFound): HeadwayDocument['rounds'][number] {
  const span = talks.rounds[round.round - 1];
  return {
    round: round.round,
    name: span?.name ?? '',
    began: span?.from ?? '',
    closed: span?.to ?? null,
    overall: round.overall,
    gaps: [...round.gaps],
    change: round.change,
    isSetBack: round.isSetBack,
    isSilent: round.isSilent,
    issues: round.issues.map(({ issue, before, after, isSetBack, refs }) => ({
      issue: talks.history.issues[issue]?.name ?? '',
      before,
      after,
      isSetBack,
      entries: [...new Set(refs)],
    })),
    sentence: quoted(headway.roundInWords(talks.history, round)),
  };
}

function forecastIn(
  forecast: headway.Forecast,
  nameOf: (issue: number) => string,
): NonNullable<HeadwayDocument['forecast']> {
  return {
    observations: forecast.observations,
    open: forecast.open.map(nameOf),
    unknown: forecast.unknown,
    within: forecast.within.map((chances) => ({
      rounds: chances.rounds,
      chance: chances.chance,
      band: chances.band,
      simulated: chances.calibration,
      published: chances.published,
      sentence: headway.forecastInWords(forecast, chances),
    })),
    record: [headway.calibration.words, headway.publishedCalibration.words],
  };
}

const when = (at: number): Instant => instant(new Date(at));
