import { describe, expect, it } from 'vitest';
import { changed, faultsIn, readFiles, scenarioIn, type Files } from '../../../../tests/support/scenario-files.ts';

describe('NegMAS', () => {
  const files: Files = {
    'fair.yml': [
      /* 1 */ 'name: fair',
      /* 2 */ 'type: DiscreteCartesianOutcomeSpace',
      /* 3 */ 'issues:',
      /* 4 */ '- { name: Stall, type: CategoricalIssue, values: [north, south, 3] }',
      /* 5 */ '- { name: Days, type: negmas.outcomes.ContiguousIssue, values: [1, 4] }',
      /* 6 */ '- { name: Rent, type: ContinuousIssue, values: [0, 50] }',
      /* 7 */ '- { name: Tents, type: DiscreteCardinalIssue, values: [10, 20] }',
    ].join('\n'),
    'baker.yml': [
      /*  1 */ 'type: ExpDiscountedUFun',
      /*  2 */ 'discount: 0.8',
      /*  3 */ 'dynamic_reservation: true',
      /*  4 */ 'ufun:',
      /*  5 */ '  type: LinearAdditiveUtilityFunction',
      /*  6 */ '  reserved_value: 0.25',
      /*  7 */ '  weights: [0.5, 0.25, 0.25, 0.5]',
      /*  8 */ '  values:',
      /*  9 */ '  - { type: TableFun, mapping: { north: 1, south: 0.5, 3: 0 } }',
      /* 10 */ '  - { type: TableFun, mapping: { 1: 0, 2: 0.5, 3: 1, 4: 0.25 } }',
      /* 11 */ '  - { type: AffineFun, slope: -0.02, bias: 1 }',
      /* 12 */ '  - { type: LinearFun, slope: 0.05 }',
    ].join('\n'),
    'potter.json': JSON.stringify({
      type: 'LinearAdditiveUtilityFunction',
      weights: { Stall: 1, Days: 0.5, Rent: -0.01, Tents: 0 },
      values: {
        Stall: { type: 'ConstFun', bias: 0.5 },
        Days: { type: 'IdentityFun' },
        Rent: { type: 'IdentityFun' },
        Tents: { type: 'IdentityFun' },
      },
      bias: 0.25,
    }).replace('{', '{"reserved_value": -Infinity, '),
  };

  it('reads tables and straight lines, lists and groups, YAML and JSON', () => {
    const { scenario, format, discounts, notes, ceilings } = scenarioIn(readFiles(files));
    expect(scenario.issues).toEqual([
      { kind: 'options', name: 'Stall', options: ['north', 'south', '3'] },
      { kind: 'range', name: 'Days', from: 1, to: 4, step: 1 },
      { kind: 'range', name: 'Rent', from: 0, to: 50, step: null },
      { kind: 'options', name: 'Tents', options: ['10', '20'] },
    ]);
    const [baker, potter] = scenario.profiles;
    expect(baker?.values).toEqual([
      { kind: 'table', values: [1, 0.5, 0] },
      { kind: 'table', values: [0, 0.5, 1, 0.25] },
      {
        kind: 'piecewise',
        points: [
          { at: 0, value: 1 },
          { at: 50, value: 0 },
        ],
      },
      { kind: 'table', values: [0.5, 1] },
    ]);
    expect([baker?.party, baker?.reservation, baker?.weights]).toEqual([
      'baker',
      { kind: 'utility', utility: 0.25 },
      [0.5, 0.25, 0.25, 0.5],
    ]);
    expect([potter?.reservation, potter?.weights]).toEqual([null, [1, 0.5, 0.01, 0]]);
    expect(potter?.values).toEqual([
      { kind: 'table', values: [0.75, 0.75, 0.75] },
      {
        kind: 'piecewise',
        points: [
          { at: 1, value: 1 },
          { at: 4, value: 4 },
        ],
      },
      {
        kind: 'piecewise',
        points: [
          { at: 0, value: -0 },
          { at: 50, value: -50 },
        ],
      },
      { kind: 'table', values: [10, 20] },
    ]);
    expect([format, discounts, ceilings]).toEqual(['negmas', [0.8, null], [null, null]]);
    expect(notes.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      'baker.yml: Not read: dynamic_reservation.',
      'baker.yml: The weights sum to 1.5, not to 1; they are used as they stand.',
      'baker.yml: This file discounts later agreements by 0.8; the analysis is of an agreement now, so the discount is not used.',
      'potter.json: Negative weights are read as positive ones over negated values, which is the same utility.',
      'potter.json: The bias 0.25, which every package has, is counted with one issue, so that totals are as in the file.',
      'potter.json: The weights sum to 1.51, not to 1; they are used as they stand.',
    ]);
  });

  it('leaves out a reservation that can never bind, and says so', () => {
    const { scenario, notes } = scenarioIn(
      readFiles(changed(files, 'baker.yml', 'reserved_value: 0.25', 'reserved_value: -0.5')),
    );
    expect(scenario.profiles[0]?.reservation).toBeNull();
    expect(notes.map(({ message }) => message)).toContain(
      'The reservation value -0.5 is below anything that a package can give, so it never binds; it is left out.',
    );
  });

  it.for([
    [
      'fair.yml',
      'type: CategoricalIssue',
      'type: CallableIssue',
      'fair.yml:4: Issue “Stall” is a CallableIssue, which is not read; categorical, ordinal, cardinal, contiguous and continuous issues are.',
    ],
    ['fair.yml', 'name: Days', 'name: Stall', 'fair.yml:5: There are two issues “Stall”.'],
    [
      'fair.yml',
      '[1, 4]',
      '[4, 1]',
      'fair.yml:5: The values of “Days” must be two numbers, the least and the greatest: [0, 10].',
    ],
    ['fair.yml', '[1, 4]', '[1, 4.5]', 'fair.yml:5: The ends of “Days” must be whole numbers.'],
    ['fair.yml', 'north, south', 'north, north', 'fair.yml:4: Issue “Stall” has the option “north” twice.'],
    ['fair.yml', '[north, south, 3]', '[]', 'fair.yml:4: Issue “Stall” has no options.'],
    ['baker.yml', 'south: 0.5', 'soth: 0.5', 'baker.yml:9: “Stall” has no answer “soth”; did you mean “south”?'],
    ['baker.yml', ', 4: 0.25', '', 'baker.yml:10: The table of “Days” has no value for “4”.'],
    ['baker.yml', 'south: 0.5', 'south: .nan', 'baker.yml:9: “south” must be a number.'],
    ['baker.yml', 'south: 0.5', 'south: half', 'baker.yml:9: “south” must be a number.'],
    ['baker.yml', 'north: 1', 'north: 1, north: 2', 'baker.yml:9: “north” is given twice.'],
    [
      'baker.yml',
      'AffineFun',
      'CosFun',
      'baker.yml:11: CosFun is not read; TableFun, AffineFun, LinearFun, IdentityFun and ConstFun are.',
    ],
    ['baker.yml', 'slope: -0.02, bias', 'bias', 'baker.yml:11: AffineFun needs a slope.'],
    [
      'baker.yml',
      'type: AffineFun, slope: -0.02, bias: 1',
      'type: TableFun, mapping: { 0: 1 }',
      'baker.yml:11: “Rent” is continuous, so a table cannot say what every answer is worth.',
    ],
    [
      'baker.yml',
      '[0.5, 0.25, 0.25, 0.5]',
      '[0.5, 0.25, 0.25]',
      'baker.yml:7: There must be one for each of the 4 issues; here are 3.',
    ],
    ['baker.yml', '  weights: [0.5, 0.25, 0.25, 0.5]\n', '', 'baker.yml:4: There are no weights.'],
    [
      'baker.yml',
      'LinearAdditiveUtilityFunction',
      'HyperRectangleUtilityFunction',
      'baker.yml:5: HyperRectangleUtilityFunction is not read; linear additive, linear and affine utility functions are.',
    ],
    [
      'baker.yml',
      'ufun:',
      'inner:',
      'baker.yml:1: ExpDiscountedUFun needs the function that it discounts, under ufun.',
    ],
    ['baker.yml', '0.8', '!!python/object 0.8', 'baker.yml:2: Tags (!) are not used in a scenario.'],
    [
      'potter.json',
      '"Stall":1',
      '"Stal":1',
      'potter.json:1: There must be one for each of the 4 issues; here are 4, by other names.',
    ],
  ] as const)('refuses in %s %s → %s', ([name, from, to, expected]) => {
    expect(faultsIn(readFiles(changed(files, name, from, to)))).toContain(expected);
  });
});
