import type { Method } from '../method.ts';
import { calibration, publishedCalibration, rowOf, type CalibrationRow } from './calibration.ts';
import { beliefAfter, chanceOfClosing, type Belief, type Prior } from './drift.ts';
import { percentOf } from './percent.ts';
import type { IssuePace, Pace } from './pace.ts';

/** What the forecast is. */
export const forecastMethod: Method = {
  name: 'When the gap would close',
  definition:
    'On each issue the gap is taken to drift: a round closes a mean amount, with scatter. Both are learnt from the rounds so far, starting from the belief that the gap stands still (as if seen for two rounds, give or take a twentieth of the range). From this follows the chance that the gap reaches nothing within so many rounds; the chances of all open issues, multiplied, are that of the whole.',
  assumes:
    'The rounds to come are like the rounds so far, issues close independently of each other, and what has closed stays closed. Deadlines and events outside the room are not in it.',
  misleads:
    'Talks often move most just before a deadline, and the last part of a gap is often the hardest: the past pace says little of either. Among options a gap closes by a leap, which no drift foresees. In simulated talks chances under a quarter came true more often than they said, since parties moved late, and chances between a half and four fifths less often: read the record beside each. In the few published talks on which it was tried it did no better than always saying how often they closed: they closed by a last leap, or not at all. With few rounds a chance is mostly the belief from which it started.',
  source:
    'First passage of a drifting process: Folks and Chhikara 1978; normal–inverse-gamma belief: Gelman et al. 2013',
};

/** How likely it is that the gap closes within some rounds, with all that must stand beside the number. */
export interface Forecast {
  readonly model: Method;
  /** The fewest rounds' changes that were seen of any open issue, and the most. */
  readonly observations: { readonly fewest: number; readonly most: number };
  /** The mean gap now. */
  readonly gap: number;
  /** The issues on which the gap is open, which the forecast is about. */
  readonly open: readonly number[];
  /** On how many issues the gap is not known; they are not in the forecast. */
  readonly unknown: number;
  /** The chances within 1, 2, … rounds. */
  readonly within: readonly Chances[];
}

/** The chance that the gap closes, between what it lies, and how often such forecasts came true. */
export interface Chances {
  readonly rounds: number;
  readonly chance: number;
  /** The chance with all issues at the lower, or the upper, end of the middle nine tenths of what is believed of them, widened to hold the chance. */
  readonly band: { readonly from: number; readonly to: number };
  /** In simulated talks, and in published ones. */
  readonly calibration: CalibrationRow;
  readonly published: CalibrationRow;
}

export type ForecastRefusal =
  | { readonly refused: 'no gap known' }
  | { readonly refused: 'nothing left to close' }
  | { readonly refused: 'too few rounds'; readonly observations: number; readonly needed: number };

/** How many rounds' changes must have been seen of some open issue before a forecast is made. */
export const observationsNeeded = 2;

/** The chances that all known gaps close within 1, 2, … `rounds` rounds at the pace so far (null: no gap known). */
export function forecast(pace: Pace | null, rounds: number): Forecast | ForecastRefusal {
  if (pace === null) return { refused: 'no gap known' };
  const open = openIn(pace);
  if (open.length === 0) return { refused: 'nothing left to close' };
  const seen = open.map(({ closings }) => closings.length);
  const observations = { fewest: Math.min(...seen), most: Math.max(...seen) };
  if (observations.most < observationsNeeded)
    return { refused: 'too few rounds', observations: observations.most, needed: observationsNeeded };
  const beliefs = open.map(({ gap, closings }) => ({ gap, belief: beliefAfter(standstill, closings) }));
  const within = Array.from({ length: rounds }, (_, place): Chances => {
    const each = beliefs.map(({ gap, belief }) => spreadOf(gap, belief, place + 1));
    const chance = product(each.map((spread) => spread.mean));
    // A mean that a few likely cases carry can lie above what nine tenths of the belief give; the band holds it all the same.
    const band = {
      from: Math.min(chance, product(each.map(({ low }) => low))),
      to: Math.max(chance, product(each.map(({ high }) => high))),
    };
    const [simulated, published] = [rowOf(calibration, chance), rowOf(publishedCalibration, chance)];
    return { rounds: place + 1, chance, band, calibration: simulated, published };
  });
  return {
    model: forecastMethod,
    observations,
    gap: pace.gap,
    open: open.map(({ issue }) => issue),
    unknown: pace.unknown,
    within,
  };
}

/** The bare chance that all known gaps close within some rounds: for trials of the forecast, never to be shown by itself. */
export function chanceWithin(pace: Pace, rounds: number): number {
  return product(openIn(pace).map(({ gap, closings }) => meanChance(gap, beliefAfter(standstill, closings), rounds)));
}

/** A forecast in sentences, never without its band, what it rests on, and its record. */
export function forecastInWords(
  { observations, open, unknown }: Forecast,
  { rounds, chance, band, calibration: simulated, published }: Chances,
): string {
  const { fewest, most } = observations;
  const rests = fewest === most ? `${most}` : `${fewest} to ${most}`;
  const record =
    simulated.forecasts === 0
      ? 'No such forecast has been tried'
      : `Of ${simulated.forecasts} such forecasts in simulated talks ${percentOf(simulated.cameTrue / simulated.forecasts)} came true${
          published.forecasts === 0 ? '' : `, and ${published.cameTrue} of ${published.forecasts} in published ones`
        }`;
  const left = unknown === 0 ? '' : ` On ${unknown} more the gap is not known.`;
  const [from, to] = [percentOf(band.from), percentOf(band.to)];
  const around = from === to ? '' : `, between ${from} and ${to}`;
  return `If the talks go on as in the rounds so far, the gap on ${count(open.length, 'open issue')} would close within ${count(rounds, 'round')} with a chance of ${percentOf(chance)}${around}. This rests on ${rests} changes from round to round. ${record}.${left}`;
}

/** Why no forecast is made, in a sentence. */
export function forecastRefusedInWords(refusal: ForecastRefusal): string {
  switch (refusal.refused) {
    case 'no gap known':
      return 'No forecast is made: no gap is known yet.';
    case 'nothing left to close':
      return 'No forecast is made: there is no gap left to close.';
    case 'too few rounds':
      return `No forecast is made: it needs ${refusal.needed} changes from round to round, and there ${refusal.observations === 1 ? 'is' : 'are'} ${refusal.observations}.`;
  }
}

/** Before the first round a gap stands still, as if seen for two rounds, give or take a twentieth of the range. */
const standstill: Prior = { drift: 0, driftRounds: 2, scatter: 0.05, scatterRounds: 2 };

const openIn = ({ issues }: Pace): readonly IssuePace[] => issues.filter(({ gap }) => gap > 0);

/** The product of some chances, the same in whatever order they come. */
const product = (chances: readonly number[]): number =>
  chances.toSorted((a, b) => a - b).reduce((all, chance) => all * chance, 1);

const meanChance = (gap: number, belief: Belief, rounds: number): number =>
  Math.min(
    1,
    belief.reduce((sum, { drift, scatter, weight }) => sum + weight * chanceOfClosing(gap, drift, scatter, rounds), 0),
  );

/** The mean chance of closing under a belief, and the ends of the middle nine tenths. */
function spreadOf(
  gap: number,
  belief: Belief,
  rounds: number,
): { readonly mean: number; readonly low: number; readonly high: number } {
  const cells = belief
    .map(({ drift, scatter, weight }) => ({ chance: chanceOfClosing(gap, drift, scatter, rounds), weight }))
    .sort((a, b) => a.chance - b.chance);
  return { mean: meanChance(gap, belief, rounds), low: quantile(0.05), high: quantile(0.95) };

  function quantile(share: number): number {
    let sum = 0;
    for (const { chance, weight } of cells) if ((sum += weight) >= share) return chance;
    return cells.at(-1)!.chance;
  }
}

const count = (number: number, of: string): string => `${number} ${number === 1 ? of : `${of}s`}`;
