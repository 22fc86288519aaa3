import { describe, expect, it } from 'vitest';
import { changed, faultsIn, readFiles, scenarioIn, type Files } from '../../../../tests/support/scenario-files.ts';

describe('GeniusWeb', () => {
  const domain = {
    name: 'harbour',
    issuesValues: { Berth: { values: ['inner', 'outer'] }, Fee: { range: { low: '10', high: 20, step: 5 } } },
  };
  const space = (weights: readonly [number, number], utilities: readonly [number, number], more: object = {}) => ({
    LinearAdditiveUtilitySpace: {
      issueUtilities: {
        Berth: { DiscreteValueSetUtilities: { valueUtilities: { inner: utilities[0], outer: utilities[1] } } },
        Fee: { NumberValueSetUtilities: { lowValue: 10, lowUtility: 1, highValue: 20, highUtility: 0 } },
      },
      issueWeights: { Berth: weights[0], Fee: weights[1] },
      domain,
      name: 'x',
      ...more,
    },
  });
  const text = (value: object) => JSON.stringify(value, null, 1);
  const files: Files = {
    'harbour.json': text(domain),
    'port.json': text(space([0.4, 0.6], [1, 0], { reservationBid: { issuevalues: { Berth: 'outer', Fee: 15 } } })),
    'ship.json': text(space([0.7, 0.3], [0, 1])),
  };

  it('reads linear additive profiles, and a reservation bid as a package', () => {
    const { scenario, name } = scenarioIn(readFiles(files));
    expect(name).toBe('harbour');
    expect(scenario.issues).toEqual([
      { kind: 'options', name: 'Berth', options: ['inner', 'outer'] },
      { kind: 'range', name: 'Fee', from: 10, to: 20, step: 5 },
    ]);
    expect(scenario.profiles.map(({ party, weights, reservation }) => [party, weights, reservation])).toEqual([
      ['port', [0.4, 0.6], { kind: 'package', package: [1, 1] }],
      ['ship', [0.7, 0.3], null],
    ]);
    expect(scenario.profiles[0]?.values[1]).toEqual({
      kind: 'piecewise',
      points: [
        { at: 10, value: 1 },
        { at: 20, value: 0 },
      ],
    });
  });

  it('needs no domain beside the profiles', () => {
    const { 'harbour.json': _, ...profiles } = files;
    expect(scenarioIn(readFiles(profiles)).scenario).toEqual(scenarioIn(readFiles(files)).scenario);
  });

  it.for([
    ['port.json', '"inner": 1', '"inner": "much"', 'port.json:7: “inner” must be a number.'],
    [
      'port.json',
      '"inner": 1',
      '"innner": 1',
      'port.json:7: There is no option “innner” of “Berth” in the domain; did you mean “inner”?',
    ],
    [
      'port.json',
      '"Berth": 0.4',
      '"Berth": -0.4',
      'port.json:22: The weight of “Berth” is -0.4; it must be at least 0.',
    ],
    [
      'port.json',
      '"Berth": 0.4',
      '"Bert": 0.4',
      'port.json:22: There is no issue “Bert” in the domain; did you mean “Berth”?',
    ],
    ['port.json', '"Fee": 15', '"Fee": 12', 'port.json:47: “12” is no answer to “Fee”.'],
    [
      'port.json',
      '"Fee": 15',
      '"Fi": 15',
      'port.json:45: The reservation bid has no answer to “Fee”; a package answers every issue.',
    ],
    [
      'port.json',
      '"high": 20',
      '"high": 25',
      'port.json:25: The domain of this profile is not that of the other files.',
    ],
    [
      'port.json',
      '"highValue": 20',
      '"highValue": 25',
      'port.json:12: The utilities of “Fee” are not for its range in the domain.',
    ],
    [
      'port.json',
      'LinearAdditiveUtilitySpace',
      'SumOfGroupsUtilitySpace',
      'port.json:1: “LinearAdditiveUtilitySpace” is missing.',
    ],
    [
      'harbour.json',
      '"step": 5',
      '"step": 0',
      'harbour.json:11: The range of “Fee” must go upwards, by steps above 0.',
    ],
    ['harbour.json', '"outer"', '"inner"', 'harbour.json:5: Issue “Berth” has the option “inner” twice.'],
  ] as const)('refuses in %s %s → %s', ([name, from, to, expected]) => {
    const told = faultsIn(readFiles(changed(files, name, from, to)));
    expect(told).toContain(expected);
  });
});
