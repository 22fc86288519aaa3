import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '../chance.ts';
import { calibration, calibrationOf, publishedCalibration, rowOf, shareInterval } from './calibration.ts';
import { calibrationTrials, publishedTrials } from './calibration-trials.ts';
import { clockInWords, roundsLeft, roundsThatFit } from './clock.ts';
import { beliefAfter, chanceOfClosing } from './drift.ts';
import { chanceWithin, forecast, forecastInWords } from './forecast.ts';
import { headwayByRound } from './headway.ts';
import { checkHistory } from './history.ts';
import { paceOf, type Pace } from './pace.ts';
import { historyOf, publishedTalks } from './published-talks.ts';
import { simulatedTalks } from './simulated-talks.ts';

const paceOn = (...issues: readonly { readonly gap: number; readonly closings: readonly number[] }[]): Pace => ({
  gap: issues.reduce((sum, { gap }) => sum + gap, 0) / issues.length,
  closings: issues[0]?.closings ?? [],
  issues: issues.map((each, issue) => ({ issue, ...each })),
  unknown: 0,
});

const shares = (min: number) => fc.double({ min, max: 1, noNaN: true });
const issuePaces = fc.record({ gap: shares(0.01), closings: fc.array(shares(-1), { minLength: 2, maxLength: 8 }) });
const paces = fc.array(issuePaces, { minLength: 1, maxLength: 3 }).map((issues) => paceOn(...issues));

test('the chance of closing is that of a simulated drift', () => {
  const chance = seeded(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  for (const [gap, drift, scatter, rounds] of [
    [0.3, 0.1, 0.1, 3],
    [0.3, 0, 0.2, 4],
    [0.2, -0.05, 0.15, 2],
    [0.5, 0.2, 0.05, 2],
  ] as const) {
    const [trials, steps] = [2000, 200];
    let closed = 0;
    for (let trial = 0; trial < trials; trial++) {
      let left = gap;
      for (let step = 0; step < steps * rounds && left > 0; step++)
        left -= drift / steps + (scatter / Math.sqrt(steps)) * normal();
      if (left <= 0) closed++;
    }
    expect(Math.abs(closed / trials - chanceOfClosing(gap, drift, scatter, rounds))).toBeLessThan(0.04);
  }
});

test('the chance of closing lies between 0 and 1 and takes no exception to extremes', () => {
  const extreme = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(
      shares(1e-6),
      extreme,
      fc.double({ min: 1e-6, max: 5, noNaN: true }),
      fc.integer({ min: 1, max: 500 }),
      (gap, drift, scatter, rounds) => {
        const chance = chanceOfClosing(gap, drift, scatter, rounds);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceOfClosing(gap, drift, scatter, rounds + 1)).toBeGreaterThanOrEqual(chance - 1e-6);
      },
    ),
  );
});

test('a belief is that of the conjugate update', () => {
  const prior = { drift: 0.1, driftRounds: 2, scatter: 0.2, scatterRounds: 6 };
  const cells = beliefAfter(prior, [0.3, 0.1, 0.2, 0.4]);
  const mean = (of: (cell: (typeof cells)[number]) => number) =>
    cells.reduce((sum, cell) => sum + cell.weight * of(cell), 0);
  expect(mean(() => 1)).toBeCloseTo(1, 12);
  // (2 × 0.1 + 4 × 0.25) / 6 = 0.2; the mean variance is (6 × 0.04 + 0.05 + (2 × 4 / 6) × 0.15²) / (10 − 2) = 0.04.
  expect(mean((cell) => cell.drift)).toBeCloseTo(0.2, 9);
  expect(mean((cell) => cell.scatter ** 2)).toBeCloseTo(0.04, 4);
});

test('a forecast lies in its band, grows with the rounds, and carries its record', () => {
  fc.assert(
    fc.property(paces, (pace) => {
      const made = forecast(pace, 5);
      if ('refused' in made) throw new Error(made.refused);
      for (const [place, { rounds, chance, band, calibration: row }] of made.within.entries()) {
        expect(rounds).toBe(place + 1);
        expect(chance).toBeCloseTo(chanceWithin(pace, rounds), 12);
        expect(band.from <= chance && chance <= band.to).toBe(true);
        expect(chance).toBeGreaterThanOrEqual((made.within[place - 1]?.chance ?? 0) - 1e-6);
        expect(chance >= row.from && (chance < row.to || row.to === 1)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

test('the order of issues changes no forecast, and an issue more never makes it likelier', () => {
  fc.assert(
    fc.property(fc.array(issuePaces, { minLength: 2, maxLength: 3 }), (issues) => {
      const chance = chanceWithin(paceOn(...issues), 3);
      expect(chanceWithin(paceOn(...issues.toReversed()), 3)).toBe(chance);
      expect(chanceWithin(paceOn(...issues.slice(1)), 3)).toBeGreaterThanOrEqual(chance);
    }),
    { numRuns: 30 },
  );
});

test('no forecast is made of nothing', () => {
  expect(forecast(null, 3)).toEqual({ refused: 'no gap known' });
  expect(forecast(paceOn({ gap: 0, closings: [0.5, 0.1] }), 3)).toEqual({ refused: 'nothing left to close' });
  expect(forecast(paceOn({ gap: 0.4, closings: [0.1] }), 3)).toEqual({
    refused: 'too few rounds',
    observations: 1,
    needed: 2,
  });
});

test('a forecast in words has its band, what it rests on and its record', () => {
  const made = forecast(paceOn({ gap: 0.2, closings: [0.2, 0.15, 0.2] }), 2);
  if ('refused' in made) throw new Error(made.refused);
  expect(forecastInWords(made, made.within[1]!)).toMatch(
    /^If the talks go on as in the rounds so far, the gap on 1 open issue would close within 2 rounds with a chance of \d+ %, between \d+ % and .*\d+ %\. This rests on 3 changes from round to round\. Of \d+ such forecasts in simulated talks \d+ % came true, and \d+ of \d+ in published ones\.$/,
  );
});

test('the calibration table comes again from its seed', () => {
  const trials = calibrationTrials(seeded(calibration.seed), calibration.talks);
  expect(calibrationOf(trials)).toEqual(calibration.rows);
  const truth = trials.filter((trial) => trial.cameTrue).length / trials.length;
  const score = trials.reduce((sum, trial) => sum + (trial.chance - Number(trial.cameTrue)) ** 2, 0) / trials.length;
  // Better than always saying how often talks closed.
  expect(score).toBeLessThan(0.8 * truth * (1 - truth));
});

test('the table of published talks comes again from their offers, and is no better than it is said to be', () => {
  const trials = publishedTrials(publishedTalks);
  expect(publishedCalibration.talks).toBe(publishedTalks.length);
  expect(calibrationOf(trials)).toEqual(publishedCalibration.rows);
  const truth = trials.filter((trial) => trial.cameTrue).length / trials.length;
  const score = trials.reduce((sum, trial) => sum + (trial.chance - Number(trial.cameTrue)) ** 2, 0) / trials.length;
  expect(score).toBeGreaterThan(truth * (1 - truth));
  expect(score).toBeLessThan(1.1 * truth * (1 - truth));
});

test('published talks are histories; nine of the ten end in an agreement, where their gap closes', () => {
  for (const each of publishedTalks) {
    const history = historyOf(each);
    expect(checkHistory(history)).toBeNull();
    const gaps = headwayByRound(history).map((round) => round.overall.gap);
    expect(gaps.map((gap) => gap === 0)).toEqual(each.rounds.map(([a, b]) => a === b));
    expect(gaps.indexOf(0) === -1 || gaps.indexOf(0) === gaps.length - 1).toBe(true);
  }
  expect(publishedTalks.filter(({ rounds }) => rounds.at(-1)![0] === rounds.at(-1)![1])).toHaveLength(9);
});

test('each chance has one row, and the interval of a share is Wilson’s', () => {
  fc.assert(
    fc.property(shares(0), (chance) => {
      const { from, to } = rowOf(calibration, chance);
      expect(from <= chance + 1e-12 && (chance < to || chance === 1)).toBe(true);
    }),
  );
  // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662, and 0 of 20 gives 0 to 0.1611.
  const interval = (cameTrue: number, forecasts: number) => shareInterval({ from: 0, to: 1, forecasts, cameTrue });
  expect(interval(81, 263).from).toBeCloseTo(0.2553, 4);
  expect(interval(81, 263).to).toBeCloseTo(0.3662, 4);
  expect(interval(0, 20).from).toBe(0);
  expect(interval(0, 20).to).toBeCloseTo(0.1611, 4);
});

test('simulated talks are histories, the same for the same seed, whose answers stay between the first ones', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const talks = simulatedTalks(seeded(seed));
      expect(checkHistory(talks)).toBeNull();
      expect(simulatedTalks(seeded(seed))).toEqual(talks);
      const headway = headwayByRound(talks);
      const closed = headway.findIndex((round) => round.overall.gap === 0);
      expect(headway.slice(closed === -1 ? headway.length : closed).every((round) => round.overall.gap === 0)).toBe(
        true,
      );
      expect(paceOf(headway)?.closings).toHaveLength(talks.rounds - 1);
    }),
    { numRuns: 30 },
  );
});

test('the rounds left are the gap over the pace', () => {
  const left = (gap: number, ...closings: readonly number[]) => roundsLeft(paceOn({ gap, closings }));
  expect(roundsLeft(null)).toEqual({ kind: 'unknown' });
  expect(left(0.3)).toEqual({ kind: 'unknown' });
  expect(left(0, 0.2)).toEqual({ kind: 'closed' });
  expect(left(0.3, 0.25, -0.05)).toMatchObject({ kind: 'closes', rounds: 3, observations: 2 });
  expect(left(0.3, 0.05, -0.05)).toMatchObject({ kind: 'no headway' });
});

test('the rounds that fit are those that begin by the deadline at the usual distance', () => {
  expect(roundsThatFit([0, 14, 28], 30, 70)).toMatchObject({ kind: 'fit', rounds: 3, interval: 14, observations: 2 });
  expect(roundsThatFit([28, 0, 14], 30, 69)).toMatchObject({ rounds: 2 });
  expect(roundsThatFit([0, 14], 40, 40)).toMatchObject({ rounds: 1 });
  expect(roundsThatFit([0, 14], 15, 20)).toMatchObject({ rounds: 0 });
  expect(roundsThatFit([0, 14], 50, 40)).toEqual({ kind: 'past' });
  expect(roundsThatFit([0], 1, 40)).toEqual({ kind: 'unknown' });
  expect(clockInWords(roundsLeft(paceOn({ gap: 0.3, closings: [0.1, 0.1] })), roundsThatFit([0, 14, 28], 30, 70))).toBe(
    'At the mean pace so far (2 changes) the gap would close in 3 rounds. At the usual distance between rounds, 3 rounds more can begin before the deadline.',
  );
});
