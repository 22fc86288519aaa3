import { describe, expect, it } from 'vitest';
import { changed, faultsIn, readFiles, scenarioIn, type Files } from '../../../../tests/support/scenario-files.ts';

describe('NegoLog', () => {
  const profile = (a: number, b: number) =>
    JSON.stringify(
      {
        reservationValue: 0.3,
        issueWeights: { Hall: a, Hour: b },
        issues: { Hall: { big: 1, small: 0.2 }, Hour: { noon: 0.5, night: 1 } },
      },
      null,
      1,
    );
  const files: Files = {
    'a.json': profile(0.4, 0.6),
    'b.json': profile(0.7, 0.4),
    'specs.json': '{ "Name": "Domain 1" }',
  };

  it('is read', () => {
    const { scenario, format, notes } = scenarioIn(readFiles(files));
    expect(format).toBe('negolog-json');
    expect(scenario.issues.map(({ name }) => name)).toEqual(['Hall', 'Hour']);
    expect(scenario.profiles[1]).toMatchObject({
      party: 'b',
      weights: [0.7, 0.4],
      values: [{ values: [1, 0.2] }, { values: [0.5, 1] }],
      reservation: { kind: 'utility', utility: 0.3 },
    });
    expect(notes.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'b.json: The weights sum to 1.1, not to 1; they are used as they stand.',
      'specs.json: This is no part of a scenario, and was not read.',
    ]);
  });

  it.for([
    ['"Hall": 0.7', '"Hal": 0.7', 'b.json:3: There is no weight for the issue “Hall”.'],
    ['"Hall": 0.7', '"Hall": -1', 'b.json:4: The weight of “Hall” is -1; it must be at least 0.'],
    ['"small": 0.2', '"tiny": 0.2', 'b.json:8: The issue “Hall” is not as in the other profiles.'],
    ['"small": 0.2', '"small": NaN', 'b.json:10: “small” must be a number.'],
    ['0.3', '-Infinity', 'b.json:2: “reservationValue” must be a number.'],
    [' "issues": {', ' "issues": [{', 'b.json:1: '],
  ] as const)('refuses %s → %s', ([from, to, expected]) => {
    const told = faultsIn(readFiles(changed(files, 'b.json', from, to)));
    expect(
      told.some((line) => line.startsWith(expected) || (expected.endsWith(': ') && line.startsWith('b.json'))),
    ).toBe(true);
  });
});
