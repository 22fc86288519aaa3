import { calibrationRows, publishedRows } from './calibration-rows.ts';

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
  readonly data: 'simulated talks' | 'published talks';
  readonly words: string;
  readonly talks: number;
  readonly rows: readonly CalibrationRow[];
}

/** One forecast and what came of it. */
export interface Trial {
  readonly chance: number;
  readonly cameTrue: boolean;
}

/** How the forecast did on simulated talks, which come again from their seed. */
export const calibration: Calibration & { readonly seed: number } = {
  data: 'simulated talks',
  words:
    'Simulated talks between two parties by time-dependent tactics (Faratin, Sierra and Jennings 1998), one forecast from each.',
  ...calibrationRows,
};

/** How it did on published talks: few, and nearly all agreed, or nobody would have reported them to the end. */
export const publishedCalibration: Calibration = {
  data: 'published talks',
  words:
    'Ten numbers bargained over in talks that the press reported round by round, 2011 to 2024, all forecasts from each. They are few, they overlap, and nine of the ten were agreed in the end.',
  ...publishedRows,
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
