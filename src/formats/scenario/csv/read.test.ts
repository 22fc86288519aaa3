import { describe, expect, it } from 'vitest';
import { faultsIn, readFiles, scenarioIn } from '../../../../tests/support/scenario-files.ts';

describe('CSV', () => {
  const table = [
    'issue,option,Hill,"Vale, lower"',
    'gate,shut,3,10',
    'gate,"open ""wide""",7.5,-1',
    'road,yes,1,1',
    'road,no,0,0',
    'road,,2,0.5',
    ',reservation,4,',
  ];

  it('reads points, weights and reservations, with any of three partings', () => {
    for (const [parting, end] of [
      [',', '\n'],
      [';', '\r\n'],
      ['\t', '\n'],
    ] as const) {
      const text = table.map((line) => line.replaceAll(/,(?! )/g, parting)).join(end);
      const { scenario } = scenarioIn(readFiles({ 'points.csv': `\uFEFF${text}${end}${end}` }));
      expect(scenario).toEqual({
        issues: [
          { kind: 'options', name: 'gate', options: ['shut', 'open "wide"'] },
          { kind: 'options', name: 'road', options: ['yes', 'no'] },
        ],
        profiles: [
          {
            party: 'Hill',
            provenance: { kind: 'analyst', name: 'the author of points.csv' },
            weights: [1, 2],
            values: [
              { kind: 'table', values: [3, 7.5] },
              { kind: 'table', values: [1, 0] },
            ],
            interactions: [],
            reservation: { kind: 'utility', utility: 4 },
          },
          {
            party: 'Vale, lower',
            provenance: { kind: 'analyst', name: 'the author of points.csv' },
            weights: [1, 0.5],
            values: [
              { kind: 'table', values: [10, -1] },
              { kind: 'table', values: [1, 0] },
            ],
            interactions: [],
            reservation: null,
          },
        ],
        constraints: [],
      });
    }
  });

  const wrong: readonly (readonly [line: number, text: string, expected: string])[] = [
    [1, 'issue,option,Hill', '1: There must be a column for each of at least two parties; here is one.'],
    [1, 'issue,option,Hill,Hill', '1: There are two columns “Hill”.'],
    [1, 'issue,option,Hill,', '1: This column has no name; it must be that of a party.'],
    [2, 'gate,shut,3', '2: This row has 3 cells; the first line has 4.'],
    [2, 'gate,shut,3,NaN', '2: “NaN” is no number.'],
    [2, 'gate,shut,3,', '2: Here is no number.'],
    [2, 'gate,shut,3,"1,5"', '2: “1,5” is no number. Write decimals with a point.'],
    [2, ',shut,3,4', '2: This row names no issue. Repeat the issue on the row of each option.'],
    [3, 'gate,shut,7,1', '3: The option “shut” of “gate” stands here a second time.'],
    [3, 'gate,"open,7,1', '3: A quotation mark opens here and does not close.'],
    [3, 'gate,"open"er,7,1', '3: After a closing quotation mark there must be the end of the cell.'],
    [6, 'road,,-2,1', '6: A weight must be at least 0; here is -2.'],
    [6, 'rood,,2,1', '6: There are weights for “rood”, which has no option.'],
    [5, 'road,,2,1', '6: The issue “road” has two rows of weights.'],
    [6, ',reservation,1,2', '7: There is a second row of reservation values.'],
  ];
  it.for(wrong)('refuses on line %s %s', ([line, text, expected]) => {
    const lines = table.map((own, i) => (i + 1 === line ? text : own));
    expect(faultsIn(readFiles({ 'points.csv': lines.join('\n') }))).toContain(`points.csv:${expected}`);
  });

  it('leaves out a reservation value that never binds, and notes it and one out of reach, with their line', () => {
    const below = table.with(6, ',reservation,-1,12');
    const read = scenarioIn(readFiles({ 'points.csv': below.with(2, 'gate,open,7.5,1').join('\n') }));
    expect(read.scenario?.profiles.map(({ reservation }) => reservation)).toEqual([
      null,
      { kind: 'utility', utility: 12 },
    ]);
    expect(read.notes).toEqual([
      {
        file: 'points.csv',
        line: 7,
        message:
          'The reservation value -1 is below anything that a package can give, so it never binds; it is left out.',
      },
      {
        file: 'points.csv',
        line: 7,
        message: 'The reservation value 12 is above what the best package gives, so no agreement reaches it.',
      },
    ]);
  });

  it('refuses an empty table', () => {
    expect(faultsIn(readFiles({ 'points.csv': 'issue,option,A,B\n' }))).toEqual([
      'points.csv:1: There is no issue in this table; each row names an issue, an option and its points.',
    ]);
  });
});
