import { describe, expect, it } from 'vitest';
import { faultsIn, readFiles } from '../../../../tests/support/scenario-files.ts';
import { wellWithWeights } from '../../../../tests/support/well-with-weights.ts';

const told = (...lines: readonly string[]) =>
  faultsIn(wellWithWeights(...lines)).map((fault) => fault.replace('x.yaml:', ''));

const none = (key: string) => `There is no weight for the issue “${key}”.`;

const wrong: readonly (readonly [what: string, lines: readonly string[], faults: readonly string[]])[] = [
  ['no kind', ['{}'], ['15: Uncertain weights have between, ranking or samples: one of them.']],
  [
    'two kinds',
    ['', '  ranking: [depth, owner, total]', '  samples: [{ depth: 1, owner: 1, total: 1 }]'],
    ['15: Uncertain weights have between, ranking or samples: one of them.'],
  ],
  ['an unknown kind', ['{ rankings: [depth] }'], ['15: “rankings” is not known here; did you mean “ranking”?']],
  ['a list', ['[depth, owner, total]'], ['15: “uncertain-weights” must be a group of keys with values.']],
  ['a total of 0', ['', '  total: 0', '  ranking: [depth, owner, total]'], ['16: “total” must be above 0.']],
  ['no number as total', ['', '  total: .nan', '  ranking: [depth, owner, total]'], ['16: “total” must be a number.']],
  ['bounds that are missing', ['', '  between:', '    depth: 1'], [`16: ${none('owner')}`, `16: ${none('total')}`]],
  [
    'bounds of an unknown issue',
    ['', '  between:', '    depth: 0', '    owner: 0', '    ownr: 1', '    total: 1'],
    ['19: There is no issue “ownr”; did you mean “owner”?'],
  ],
  [
    'bounds crossed',
    ['', '  between:', '    depth: 0', '    owner: { from: 0.7, to: 0.5 }', '    total: { from: 2 }'],
    [
      '18: The least weight of “owner”, 0.7, is above the most, 0.5.',
      '19: The least weight of “total”, 2, is above the most, 1.',
    ],
  ],
  [
    'bounds above the total',
    ['', '  between: { depth: 0.1, owner: { from: 0.7, to: 0.9 }, total: { from: 0.4 } }'],
    ['16: The lower bounds alone sum to 1.2, more than 1, which all weights sum to.'],
  ],
  [
    'bounds below the total',
    ['', '  total: 100', '  between: { depth: 33.1, owner: { to: 33.1 }, total: { from: 20, to: 33.1 } }'],
    ['17: The upper bounds together sum to 99.3, less than 100, which all weights sum to.'],
  ],
  [
    'bounds only just below the total',
    ['', '  between: { depth: 0.3333333, owner: 0.3333333, total: 0.3333333 }'],
    ['16: The upper bounds together sum to 0.9999999, less than 1, which all weights sum to.'],
  ],
  [
    'bounds below 0, or no numbers',
    ['', '  between:', '    depth: -1', '    owner: { from: -0.5 }', '    total: { to: .nan }'],
    ['17: “depth” must be at least 0.', '18: “from” must be at least 0.', '19: “to” must be a number.'],
  ],
  [
    'bounds in other words',
    ['', '  between: { depth: { least: 1 }, owner: half, total: .inf }'],
    [
      '16: “least” is not known here; known are from, to.',
      '16: “owner” must be a number from 0, or { from: LEAST, to: MOST }.',
      '16: “total” must be a number from 0, or { from: LEAST, to: MOST }.',
    ],
  ],
  [
    'a ranking with one issue twice, one unknown and one missing',
    ['', '  ranking:', '    - depth', '    - [owner, depth]', '    - ownr'],
    [
      '16: The ranking does not name the issue “total”.',
      '18: The ranking names “depth” twice.',
      '19: There is no issue “ownr”; did you mean “owner”?',
    ],
  ],
  [
    'brackets around nothing',
    ['', '  ranking:', '    - [depth, owner, total]', '    - []'],
    ['18: Item 2 of “ranking” must name an issue.'],
  ],
  [
    'a ranking of something else',
    ['', '  ranking: [depth, owner, 3]'],
    ['16: Item 3 of “ranking” must be an issue, or several in brackets where the order between them is not known.'],
  ],
  ['no samples', ['', '  samples: []'], ['16: “samples” must hold at least one sample.']],
  [
    'samples that are all 0, and that miss issues',
    [
      '',
      '  samples:',
      '    - { depth: 1, owner: 1, total: 1 }',
      '    - { depth: 0, owner: 0, total: 0 }',
      '    - { depth: 0, ownr: 1 }',
    ],
    [
      '18: All weights of this sample are 0: every package would be worth the same.',
      `19: ${none('owner')}`,
      `19: ${none('total')}`,
      '19: There is no issue “ownr”; did you mean “owner”?',
    ],
  ],
  [
    'samples below 0, or no numbers',
    ['', '  samples:', '    - { depth: -1, owner: .nan, total: 1 }', '    - [1, 2, 3]'],
    [
      '17: “depth” must be at least 0.',
      '17: “owner” must be a number.',
      '18: Item 2 of “samples” must be a group of keys with values.',
    ],
  ],
  [
    'samples with a total',
    ['', '  samples: [{ depth: 1, owner: 1, total: 1 }]', '  total: 3'],
    ['17: Samples have no total: each is used as it stands.'],
  ],
  [
    'samples past adding up',
    ['{ samples: [{ depth: 1e308, owner: 1, total: 1 }, { depth: 1e308, owner: 1, total: 1 }] }'],
    ['15: The weight of Depth for hill is Infinity, not a finite number.'],
  ],
];

describe('what is wrong with uncertain weights', () => {
  it.for(wrong)('is told with its line: %s', ([, [first = '', ...lines], faults]) => {
    expect(told(`uncertain-weights: ${first}`, ...lines)).toEqual(faults);
  });

  it('is told together with what else is wrong', () => {
    expect(
      told(
        'weights: { depth: 1, owner: 1 }',
        'uncertain-weights: { ranking: [depth, owner, ownr] }',
        'reservation: { package: { depth: low, owner: hill } }',
      ),
    ).toEqual([
      `15: ${none('total')}`,
      '16: Give weights or uncertain-weights: one of them.',
      '16: The ranking does not name the issue “total”.',
      '16: There is no issue “ownr”; did you mean “owner”?',
      '17: The package has no answer to “total”; it must answer every issue.',
    ]);
  });

  it('may be that the scenario has items', () => {
    const profile = 'provenance: own, points: { house: 1, car: 1 }';
    const text = `parley-scenario: 1\nname: x\nprovenance: x\nitems: { house: House, car: Car }\nprofiles:\n  a: { ${profile} }\n  b: { ${profile}, uncertain-weights: { ranking: [car, house] } }\n`;
    expect(faultsIn(readFiles({ 'x.yaml': text }))).toEqual([
      'x.yaml:7: Items cannot have uncertain weights: to divide them takes one number for what each is worth. Give issues instead of items.',
    ]);
  });
});
