import { calibrationRows } from './calibration-rows.ts';

/** Of the forecasts whose chance lay between two numbers, how many came true. */
export interface CalibrationRow {
  /** Included; the other end is not, save 1. */
  readonly from: number;
  readonly to: number;
  readonly forecasts: number;
  readonly cameTrue: number;
}

/** How well forecasts were calibrated, and on what. */
export interface Calibration {
  readonly data: 'simulated talks';
  readonly words: string;
  readonly seed: number;
  readonly talks: number;
  readonly rows: readonly CalibrationRow[];
}

/** One forecast and what came of it. */
export interface Trial {
  readonly chance: number;
  readonly cameTrue: boolean;
}

/** How the forecast did on simulated talks. No public record of offers round by round is shipped, so real talks are not in it. */
export const calibration: Calibration = {
  data: 'simulated talks',
  words:
    'Simulated talks between two parties by time-dependent tactics (Faratin, Sierra and Jennings 1998), one forecast from each. Real talks are not in it: no public record of offers round by round is shipped.',
  ...calibrationRows,
};

/** The calibration of some forecasts, in ten rows by their chance. */
export function calibrationOf(trials: readonly Trial[]): readonly CalibrationRow[] {
  return Array.from({ length: 10 }, (_, place) => {
    const within = trials.filter(({ chance }) => placeOf(chance) === place);
    const cameTrue = within.filter((trial) => trial.cameTrue).length;
    return { from: place / 10, to: (place + 1) / 10, forecasts: within.length, cameTrue };
  });
}

/** The row in which a chance falls. */
export const rowOf = ({ rows }: Calibration, chance: number): CalibrationRow => rows[placeOf(chance)]!;

/** Between what shares of such forecasts would come true in the long run, with 95 % confidence (Wilson 1927); from 0 to 1 where none was tried. */
export function shareInterval({ forecasts: n, cameTrue }: CalibrationRow): {
  readonly from: number;
  readonly to: number;
} {
  if (n === 0) return { from: 0, to: 1 };
  const z = 1.959963984540054;
  const middle = (cameTrue + (z * z) / 2) / (n + z * z);
  const half = (z / (n + z * z)) * Math.sqrt((cameTrue * (n - cameTrue)) / n + (z * z) / 4);
  return { from: cameTrue === 0 ? 0 : middle - half, to: cameTrue === n ? 1 : middle + half };
}

const placeOf = (chance: number): number => Math.min(9, Math.floor(chance * 10));
