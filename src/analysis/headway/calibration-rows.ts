import type { Calibration } from './calibration.ts';

/** Ten rows from how many forecasts fell in each, and how many of these came true. */
function rowsOf(counts: readonly (readonly [forecasts: number, cameTrue: number])[]): Calibration['rows'] {
  return counts.map(([forecasts, cameTrue], row) => ({ from: row / 10, to: (row + 1) / 10, forecasts, cameTrue }));
}

/** The table that `calibrationTrials` gives for this seed; a test makes it again, and `npm run bench -- calibration` prints it. */
export const calibrationRows: Pick<Calibration, 'talks' | 'rows'> & { readonly seed: number } = {
  seed: 1998,
  talks: 4000,
  rows: rowsOf([
    [2769, 220],
    [254, 56],
    [174, 55],
    [125, 37],
    [101, 43],
    [105, 46],
    [118, 65],
    [103, 61],
    [105, 84],
    [133, 122],
  ]),
};

/** The table that `publishedTrials` gives for the published talks; the same test makes it again. */
export const publishedRows: Pick<Calibration, 'talks' | 'rows'> = {
  talks: 10,
  rows: rowsOf([
    [17, 4],
    [4, 2],
    [1, 1],
    [3, 3],
    [2, 1],
    [0, 0],
    [2, 2],
    [4, 1],
    [2, 1],
    [4, 4],
  ]),
};
