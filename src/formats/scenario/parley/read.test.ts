import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFile } from '../folder.ts';
import type { ReadScenario } from '../read-scenario.ts';

const root = new URL('../../../../', import.meta.url);
const page = readFileSync(new URL('docs/scenario-file.md', root), 'utf8');

/** The blocks of the page that open with these words, in order. */
const blocks = (opening: string): readonly string[] =>
  [...page.matchAll(/^```(.+)\n([^]*?)^```$/gm)].flatMap(([, words, block = '']) => (words === opening ? [block] : []));

const whole = blocks('yaml').join('\n');

const read = (text: string, beside: Readonly<Record<string, string>> = {}) =>
  readFile('x.yaml', [
    { name: 'x.yaml', content: text },
    ...Object.entries(beside).map(([name, content]) => ({ name, content })),
  ]);

const faults = (text: string, beside: Readonly<Record<string, string>> = {}): readonly string[] => {
  const found = read(text, beside);
  return 'errors' in found ? found.errors.map(({ line, message }) => `${line}: ${message}`) : [];
};

function found(text: string): ReadScenario & { readonly scenario: NonNullable<ReadScenario['scenario']> } {
  const result = read(text);
  if ('errors' in result || result.scenario === null) throw new Error(JSON.stringify(result));
  return { ...result, scenario: result.scenario };
}

describe('a scenario', () => {
  it('is what the page shows', () => {
    const { scenario, conflict, exchange, division } = found(whole);
    expect(scenario.issues).toEqual([
      { kind: 'range', name: 'Share of the stream', from: 0, to: 100, step: 5, unit: '%' },
      { kind: 'options', name: 'Who keeps the gate', options: ['Hill', 'Vale', 'Both in turn'] },
    ]);
    const [hill, vale] = scenario.profiles;
    expect(hill).toMatchObject({
      party: 'Hill',
      provenance: { kind: 'own' },
      weights: [1, 2],
      values: [
        {
          kind: 'piecewise',
          points: [
            { at: 0, value: 0 },
            { at: 40, value: 50 },
            { at: 100, value: 80 },
          ],
        },
        { kind: 'table', values: [20, 0, 15] },
      ],
      reservation: { kind: 'utility', utility: 45 },
    });
    expect(hill?.interactions[0]?.issues).toEqual([1, 0]);
    expect(hill?.interactions[0]?.values.map((row) => row.at(-1))).toEqual([0, -10, 0]);
    expect(vale).toMatchObject({
      weights: [1, 1],
      provenance: { kind: 'analyst', name: 'The parish clerk' },
      reservation: { kind: 'package', package: [10, 2] },
    });
    expect(scenario.constraints).toEqual([
      {
        kind: 'forbidden',
        name: 'Whoever keeps the gate alone takes no more than half',
        answers: [
          { issue: 1, anyOf: [0] },
          { issue: 0, anyOf: [11, 12, 13, 14, 15, 16, 17, 18, 19, 20] },
        ],
      },
      {
        kind: 'required',
        name: 'The lower field needs something',
        answers: [
          { issue: 0, anyOf: Array.from({ length: 19 }, (_, k) => k) },
          { issue: 1, anyOf: [1] },
        ],
      },
    ]);
    expect(conflict?.options).toEqual([
      { name: 'Open the gate', maker: 'Hill' },
      { name: 'Go to court', maker: 'Vale', moves: 'forward' },
    ]);
    expect(exchange?.steps.map(({ name, by }) => `${by}: ${name}`)).toEqual([
      'Hill: Open the gate',
      'Vale: Pay for the repair',
      'Vale: End the suit',
    ]);
    expect(division).toBeNull();
  });

  it('may be of things to divide', () => {
    const { scenario, division } = found(
      'parley-scenario: 1\nname: x\nprovenance: x\nitems: { house: House, car: Car }\nprofiles:\n  a: { name: Ann, provenance: fictional, points: { house: 60, car: 40 } }\n  b: { name: Ben, provenance: fictional, points: { house: 30, car: 70 } }\n',
    );
    expect(division).toMatchObject({
      places: [
        { file: 'x.yaml', line: 6 },
        { file: 'x.yaml', line: 7 },
      ],
      items: ['House', 'Car'],
      parties: ['Ann', 'Ben'],
      points: [
        [60, 40],
        [30, 70],
      ],
    });
    expect(scenario.issues).toEqual(
      ['House', 'Car'].map((name) => ({ kind: 'options', name, options: ['Ann', 'Ben'] })),
    );
    expect(scenario.profiles.map(({ values }) => values)).toEqual([
      [
        { kind: 'table', values: [60, 0] },
        { kind: 'table', values: [40, 0] },
      ],
      [
        { kind: 'table', values: [0, 30] },
        { kind: 'table', values: [0, 70] },
      ],
    ]);
  });

  it('may be a conflict alone', () => {
    const alone = read(
      'parley-scenario: 1\nname: x\nprovenance: x\nconflict: { makers: [{ name: A, options: [a], ranking: [Y-, N-] }, { name: B, options: [b], statements: ["2"] }] }\n',
    );
    expect(alone).toMatchObject({ scenario: null, conflict: { makers: [{ name: 'A' }, { name: 'B' }] } });
  });

  it('turns a package over a range without steps into what it is worth, and says so', () => {
    const { scenario, notes } = found(
      'parley-scenario: 1\nname: x\nprovenance: x\nissues: { p: { name: P, range: { from: 0, to: 10 } }, o: { name: O, options: { y: Y, n: N } } }\nprofiles:\n  a: { provenance: own, points: { p: { 0: 0, 10: 5 }, o: { y: 2, n: 0 } }, weights: { p: 2, o: 1 }, reservation: { package: { p: 3, o: y } } }\n  b: { provenance: own, points: { p: { 0: 1, 10: 0 }, o: { y: 2, n: 0 } } }\n',
    );
    expect(scenario.profiles[0]?.reservation).toEqual({ kind: 'utility', utility: 5 });
    expect(notes.map(({ message }) => message)).toEqual([
      'What a has without an agreement is read as what it is worth, since a range without steps has no numbered answers.',
    ]);
  });
});

const lines = [
  /*  1 */ 'parley-scenario: 1',
  /*  2 */ 'name: A well',
  /*  3 */ 'provenance: Fiction.',
  /*  4 */ 'issues:',
  /*  5 */ '  depth: { name: Depth, range: { from: 0, to: 20, step: 5 } }',
  /*  6 */ '  owner: { name: Owner, options: { hill: Hill, vale: Vale } }',
  /*  7 */ 'profiles:',
  /*  8 */ '  hill:',
  /*  9 */ '    provenance: own',
  /* 10 */ '    points:',
  /* 11 */ '      depth: { 0: 1, 20: 2 }',
  /* 12 */ '      owner: { hill: 1, vale: 0 }',
  /* 13 */ '    weights: { depth: 1, owner: 1 }',
  /* 14 */ '    interactions: [{ between: [depth, owner], points: { 5: { hill: 1 } } }]',
  /* 15 */ '    reservation: 1',
  /* 16 */ '  vale:',
  /* 17 */ '    provenance: { analyst: Clerk }',
  /* 18 */ '    points: { depth: { 0: 2, 20: 1 }, owner: { hill: 0, vale: 1 } }',
  /* 19 */ '    reservation: { package: { depth: 5, owner: vale } }',
  /* 20 */ 'constraints:',
  /* 21 */ '  - name: No deep well for Hill',
  /* 22 */ '    forbidden: { depth: { from: 15 }, owner: hill }',
  /* 23 */ 'conflict:',
  /* 24 */ '  makers:',
  /* 25 */ '    - { name: Hill, options: [dig], ranking: [YN, NN, YY, NY] }',
  /* 26 */ '    - { name: Vale, options: [sue], statements: ["-1", "2"] }',
  /* 27 */ 'exchange:',
  /* 28 */ '  parties: [Hill, Vale]',
  /* 29 */ '  steps: [{ name: Dig, by: Hill, cost: 1, benefit: { Vale: 2 } }, { name: Pay, by: Vale, cost: 1, benefit: { Hill: 2 } }]',
  /* 30 */ '  before: [[Dig, Pay]]',
];

/** What the analysis says is told in its words, so that only the place and the gist are looked at. */
const wrong: readonly (readonly [line: number, from: string, to: string, expected: string | RegExp])[] = [
  [1, '1', '2', '1: “parley-scenario” must be 1: the version of the format.'],
  [2, 'name: A well', 'nmae: A well', '1: “name” is missing.'],
  [4, 'issues:', 'isues:', '4: “isues” is not known here; did you mean “issues”?'],
  [5, 'step: 5', 'step: 7', /^5: .*Depth.*\b7\b/m],
  [5, 'range: { from: 0, to: 20, step: 5 }', 'range: { from: 20, to: 0, step: 5 }', /^5: .*Depth.*20 to 0/m],
  [5, 'to: 20', 'to: .nan', '5: “to” must be a number.'],
  [5, 'name: Depth, ', 'name: Depth, options: { a: A }, ', '5: An issue has a range or options: one of them.'],
  [
    9,
    'own',
    'mine',
    '9: “provenance” must be own, fictional, { analyst: NAME }, { learnt: FROM WHAT } or { experiment: NAME }.',
  ],
  [9, '    provenance: own', '', '8: “provenance” is missing.'],
  [11, '0: 1', '5: 1', '11: There are no points at 0: the first and last number of a range need points.'],
  [11, '0: 1', '0: 1, 25: 3', '11: 25 lies outside “depth”, which goes from 0 to 20.'],
  [11, '0: 1', '0: 1, "0.00": 3', '11: The number 0 has points twice.'],
  [11, '0: 1', '0: 1, deep: 3', '11: “deep” is no number.'],
  [11, 'depth: { 0: 1, 20: 2 }', '', '10: There are no points for the issue “depth”.'],
  [11, '{ 0: 1, 20: 2 }', '3', '11: “depth” has answers: give points for each, { ANSWER: POINTS }.'],
  [12, 'vale: 0', 'vael: 0', '12: “vael” is no answer to “owner”; did you mean “vale”?'],
  [12, ', vale: 0', '', '12: There are no points for “vale”, an option of “owner”.'],
  [12, 'vale: 0', 'vale: 0, Vale: 1', '12: “Vale” has points already.'],
  [12, 'vale: 0', 'vale: none', '12: “vale” must be a number.'],
  [13, 'depth: 1, ', '', '13: There is no weight for the issue “depth”.'],
  [13, 'depth: 1', 'depht: 1', '13: There is no issue “depht”; did you mean “depth”?'],
  [13, 'depth: 1', 'depth: -1', /^13: .*weight.*Depth.*hill.*-1/m],
  [14, '[depth, owner]', '[depth]', '14: “between” must be two issues: [a, b].'],
  [14, '5: { hill', '6: { hill', '14: 6 is no answer to “depth”, which goes from 0 to 20 by steps of 5.'],
  [15, '1', '-1', /^15: .*reservation.*hill.*-1/m],
  [16, 'vale', 'hill', '16: “hill” is given twice.'],
  [19, 'depth: 5, ', '', '19: The package has no answer to “depth”; it must answer every issue.'],
  [19, 'owner: vale', 'owner: dale', '19: “dale” is no answer to “owner”; did you mean “vale”?'],
  [22, 'forbidden', 'forbiden', '22: “forbiden” is not known here; did you mean “forbidden”?'],
  [22, 'from: 15', 'from: 25', '22: No answer to “depth” lies there.'],
  [
    22,
    'owner: hill',
    'owner: { from: 1 }',
    '22: “owner” has no steps, so from and to say nothing of it; name its answers.',
  ],
  [25, 'YN, NN', 'YN, YN', /^25: .*Hill.*YN.*twice/m],
  [25, ', NY]', ']', /^25: .*Hill.*misses.*NY/m],
  [25, 'NY]', 'NYY]', /^25: .*NYY.*\b2\b/m],
  [26, '"-1"', '"-3"', /^26: .*-3.*no option 3/m],
  [26, 'statements: ["-1", "2"]', 'ranking: []', /^26: .*Vale.*misses/m],
  [26, ', statements: ["-1", "2"]', '', '26: A decision maker has a ranking or statements: one of them.'],
  [29, 'by: Hill', 'by: Hil', '29: There is no party “Hil”; did you mean “Hill”?'],
  [30, 'Pay', 'Pya', '30: There is no step “Pya”; did you mean “Pay”?'],
];

describe('bad input', () => {
  it('is none without a change', () => {
    expect(faults(lines.join('\n'))).toEqual([]);
  });

  it.for(wrong)('is told with its line: line %i, %s → %s', ([line, from, to, expected]) => {
    const changed = lines.map((text, i) => {
      if (i + 1 !== line) return text;
      expect(text).toContain(from);
      return text.replace(from, to);
    });
    const told = faults(changed.join('\n')).join('\n');
    const fits = typeof expected === 'string' ? told.includes(expected) : expected.test(told);
    expect({ told, fits }).toEqual({ told, fits: true });
  });

  it('is told of what does not stand beside the file', () => {
    const text = 'parley-scenario: 1\nname: x\nprovenance: x\nissues-of: case.yaml\nprofiles: {}\n';
    expect(faults(text)).toEqual(['4: There is no case file “case.yaml” beside this one.']);
    expect(faults('parley-scenario: 1\nname: x\nprovenance: x\n')).toEqual([
      '1: This scenario is empty: give issues and profiles, a conflict, or an exchange.',
    ]);
    expect(
      faults(
        'parley-scenario: 1\nname: x\nprovenance: x\nissues: { a: { name: A, options: { y: Y } } }\nitems: { b: B }\n',
      ),
    ).toContain('5: Give issues, items or issues-of: one of them.');
    expect(
      faults('parley-scenario: 1\nname: x\nprovenance: x\nprofiles: { a: { provenance: own, points: {} } }\n'),
    ).toContain('4: There is nothing to be settled: give issues, items or issues-of.');
  });

  it('is told with the smallest set of limits that contradict each other', () => {
    const text = [
      ...lines.slice(0, 20),
      '  - { name: A, required: { owner: hill } }',
      '  - { name: B, forbidden: { owner: hill } }',
      '  - { name: C, forbidden: { depth: 5 } }',
    ].join('\n');
    expect(faults(text).join()).toMatch(/^21: .*\bA\b.*\bB\b/);
    expect(faults(text).join()).not.toContain('C');
  });
});
