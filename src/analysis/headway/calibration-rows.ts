import type { Calibration } from './calibration.ts';

/** The table that `calibrationTrials` gives for this seed; a test makes it again, and `npm run bench -- calibration` prints it. */
export const calibrationRows: Pick<Calibration, 'talks' | 'rows'> & { readonly seed: number } = {
  seed: 1998,
  talks: 4000,
  rows: [
    { from: 0, to: 0.1, forecasts: 2769, cameTrue: 220 },
    { from: 0.1, to: 0.2, forecasts: 254, cameTrue: 56 },
    { from: 0.2, to: 0.3, forecasts: 174, cameTrue: 55 },
    { from: 0.3, to: 0.4, forecasts: 125, cameTrue: 37 },
    { from: 0.4, to: 0.5, forecasts: 101, cameTrue: 43 },
    { from: 0.5, to: 0.6, forecasts: 105, cameTrue: 46 },
    { from: 0.6, to: 0.7, forecasts: 118, cameTrue: 65 },
    { from: 0.7, to: 0.8, forecasts: 103, cameTrue: 61 },
    { from: 0.8, to: 0.9, forecasts: 105, cameTrue: 84 },
    { from: 0.9, to: 1, forecasts: 133, cameTrue: 122 },
  ],
};

/** The table that `publishedTrials` gives for the published talks; the same test makes it again. */
export const publishedRows: Pick<Calibration, 'talks' | 'rows'> = {
  talks: 10,
  rows: [
    { from: 0, to: 0.1, forecasts: 17, cameTrue: 4 },
    { from: 0.1, to: 0.2, forecasts: 4, cameTrue: 2 },
    { from: 0.2, to: 0.3, forecasts: 1, cameTrue: 1 },
    { from: 0.3, to: 0.4, forecasts: 3, cameTrue: 3 },
    { from: 0.4, to: 0.5, forecasts: 2, cameTrue: 1 },
    { from: 0.5, to: 0.6, forecasts: 0, cameTrue: 0 },
    { from: 0.6, to: 0.7, forecasts: 2, cameTrue: 2 },
    { from: 0.7, to: 0.8, forecasts: 4, cameTrue: 1 },
    { from: 0.8, to: 0.9, forecasts: 2, cameTrue: 1 },
    { from: 0.9, to: 1, forecasts: 4, cameTrue: 4 },
  ],
};
