import { expect, test } from 'vitest';
import { checkScenario } from './check.ts';
import type { Constraint, Issue, Profile, Scenario } from '../scenario.ts';
import type { ScenarioProblem } from './problem.ts';

const issues: readonly Issue[] = [
  { kind: 'options', name: 'venue', options: ['north', 'south'] },
  { kind: 'range', name: 'price', from: 0, to: 1, step: 0.1, unit: 'million' },
  { kind: 'range', name: 'share', from: 0, to: 1, step: null },
];

const upstream: Profile = {
  party: 'Upstream',
  provenance: { kind: 'fictional' },
  weights: [20, 30, 50],
  values: [
    { kind: 'table', values: [0, 1] },
    { kind: 'table', values: Array.from({ length: 11 }, (_, k) => k) },
    {
      kind: 'piecewise',
      points: [
        { at: 0, value: 0 },
        { at: 1, value: 1 },
      ],
    },
  ],
  interactions: [{ issues: [0, 1], values: [0, 1].map((row) => Array.from({ length: 11 }, () => row)) }],
  reservation: { kind: 'utility', utility: 10 },
};
const sound: Scenario = { issues, profiles: [upstream, { ...upstream, party: 'Downstream' }], constraints: [] };

const withProfile = (change: Partial<Profile>): Scenario => ({
  ...sound,
  profiles: [{ ...upstream, ...change }, sound.profiles[1]!],
});
const withIssue = (issue: Issue): Scenario => ({ ...sound, issues: [issues[0]!, issue, issues[2]!] });
const withConstraint = (...constraints: readonly Partial<Constraint>[]): Scenario => ({
  ...sound,
  constraints: constraints.map((each, c) => ({
    kind: 'forbidden',
    name: `rule ${c + 1}`,
    answers: [{ issue: 0, anyOf: [0] }],
    ...each,
  })),
});
const withValue = (place: number, value: Profile['values'][number]): Scenario =>
  withProfile({ values: upstream.values.map((each, i) => (i === place ? value : each)) });

test('a sound scenario has no problems', () => {
  expect(checkScenario(sound)).toEqual([]);
  expect(checkScenario(withProfile({ weights: [1, 2, 3], reservation: null }))).toEqual([]);
  expect(checkScenario(withProfile({ reservation: { kind: 'package', package: [1, 10, 20] } }))).toEqual([]);
});

const faulty: readonly (readonly [string, Scenario, Partial<ScenarioProblem>])[] = [
  ['no party', { ...sound, profiles: [] }, { reason: 'too-few-parties' }],
  ['one party', { ...sound, profiles: [upstream] }, { reason: 'too-few-parties' }],
  [
    'nine parties',
    { ...sound, profiles: 'abcdefghi'.split('').map((party) => ({ ...upstream, party })) },
    { reason: 'too-many-parties' },
  ],
  ['two of one name', { ...sound, profiles: [upstream, upstream] }, { reason: 'same-party', profile: 1 }],
  ['no issues', { ...sound, issues: [] }, { reason: 'no-issues' }],
  [
    'two issues of one name',
    { ...sound, issues: [issues[0]!, issues[0]!, issues[2]!] },
    { reason: 'same-issue', issue: 1 },
  ],
  ['no options', withIssue({ kind: 'options', name: 'price', options: [] }), { reason: 'no-answers', issue: 1 }],
  [
    'an option twice',
    withIssue({ kind: 'options', name: 'price', options: ['a', 'a'] }),
    { reason: 'same-answer', issue: 1 },
  ],
  [
    'a backward range',
    withIssue({ kind: 'range', name: 'price', from: 1, to: 0, step: 0.1 }),
    { reason: 'empty-range', issue: 1 },
  ],
  [
    'an endless range',
    withIssue({ kind: 'range', name: 'price', from: 0, to: Infinity, step: 1 }),
    { reason: 'not-a-number', issue: 1 },
  ],
  [
    'a step that misses',
    withIssue({ kind: 'range', name: 'price', from: 0, to: 1, step: 0.3 }),
    { reason: 'step-does-not-fit', issue: 1 },
  ],
  [
    'a step of nothing',
    withIssue({ kind: 'range', name: 'price', from: 0, to: 1, step: 0 }),
    { reason: 'step-does-not-fit', issue: 1 },
  ],
  [
    'a million answers',
    withIssue({ kind: 'range', name: 'price', from: 0, to: 1e6, step: 1 }),
    { reason: 'too-many-answers', issue: 1 },
  ],
  ['too few weights', withProfile({ weights: [1, 2] }), { reason: 'weight-count', profile: 0 }],
  ['a negative weight', withProfile({ weights: [1, -2, 3] }), { reason: 'negative-weight', profile: 0, issue: 1 }],
  [
    'a weight that is no number',
    withProfile({ weights: [1, NaN, 3] }),
    { reason: 'not-a-number', profile: 0, issue: 1 },
  ],
  ['all weights 0', withProfile({ weights: [0, 0, 0], interactions: [] }), { reason: 'weights-all-zero', profile: 0 }],
  ['values for two issues', withProfile({ values: upstream.values.slice(1) }), { reason: 'value-count', profile: 0 }],
  [
    'too many values',
    withValue(0, { kind: 'table', values: [1, 2, 3] }),
    { reason: 'value-count', profile: 0, issue: 0 },
  ],
  [
    'a value without end',
    withValue(0, { kind: 'table', values: [1, Infinity] }),
    { reason: 'not-a-number', profile: 0, issue: 0 },
  ],
  [
    'a list for any number',
    withValue(2, { kind: 'table', values: [1, 2] }),
    { reason: 'value-kind', profile: 0, issue: 2 },
  ],
  ['a line through options', withValue(0, upstream.values[2]!), { reason: 'value-kind', profile: 0, issue: 0 }],
  [
    'unordered points',
    withValue(2, {
      kind: 'piecewise',
      points: [
        { at: 1, value: 0 },
        { at: 0, value: 0 },
      ],
    }),
    { reason: 'points-unordered', profile: 0, issue: 2 },
  ],
  [
    'points that fall short',
    withValue(2, {
      kind: 'piecewise',
      points: [
        { at: 0, value: 0 },
        { at: 0.9, value: 0 },
      ],
    }),
    { reason: 'points-not-covering', profile: 0, issue: 2 },
  ],
  [
    'no points',
    withValue(2, { kind: 'piecewise', points: [] }),
    { reason: 'points-not-covering', profile: 0, issue: 2 },
  ],
  [
    'an interaction with itself',
    withProfile({
      interactions: [
        {
          issues: [0, 0],
          values: [
            [1, 1],
            [1, 1],
          ],
        },
      ],
    }),
    { reason: 'interaction-issue', profile: 0, interaction: 0 },
  ],
  [
    'an interaction with nothing',
    withProfile({ interactions: [{ issues: [0, 7], values: [] }] }),
    { reason: 'interaction-issue', profile: 0, interaction: 0 },
  ],
  [
    'a narrow interaction',
    withProfile({ interactions: [{ issues: [0, 1], values: [[1], [1]] }] }),
    { reason: 'interaction-shape', profile: 0, interaction: 0 },
  ],
  [
    'an interaction of no number',
    withProfile({
      interactions: [{ issues: [0, 1], values: upstream.interactions[0]!.values.map((row) => row.map(() => NaN)) }],
    }),
    { reason: 'not-a-number', profile: 0, interaction: 0 },
  ],
  [
    'a negative reservation',
    withProfile({ reservation: { kind: 'utility', utility: -1 } }),
    { reason: 'negative-reservation', profile: 0 },
  ],
  [
    'a reservation that is no number',
    withProfile({ reservation: { kind: 'utility', utility: NaN } }),
    { reason: 'not-a-number', profile: 0 },
  ],
  [
    'half a package reserved',
    withProfile({ reservation: { kind: 'package', package: [1] } }),
    { reason: 'reservation-package', profile: 0 },
  ],
  ['too large', withProfile({ weights: [1e300, 1, 1] }), { reason: 'too-large', profile: 0 }],
  ['an empty constraint', withConstraint({ answers: [] }), { reason: 'constraint-empty', constraint: 0 }],
  [
    'a constraint on no issue',
    withConstraint({}, { answers: [{ issue: 3, anyOf: [0] }] }),
    { reason: 'constraint-issue', constraint: 1 },
  ],
  [
    'a constraint on no answer',
    withConstraint({ answers: [{ issue: 0, anyOf: [2] }] }),
    { reason: 'constraint-answer', constraint: 0, issue: 0 },
  ],
  [
    'constraints that contradict',
    withConstraint({}, { answers: [{ issue: 1, anyOf: [3] }] }, { kind: 'required' }),
    { reason: 'constraints-contradict', constraints: [0, 2] },
  ],
];

test.each(faulty)('%s: the problem is named with its place', (_, scenario, expected) => {
  const problems = checkScenario(scenario);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject(expected);
  expect(problems[0]!.sentence).toMatch(/^[A-Z].+\.$/);
});

test('a negative reservation stands where utilities can be negative', () => {
  const values = [{ kind: 'table', values: [-10, 0] } as const, ...upstream.values.slice(1)];
  expect(checkScenario(withProfile({ values, reservation: { kind: 'utility', utility: -5 } }))).toEqual([]);
});

test('a contradiction is told with the names of its constraints', () => {
  const [problem] = checkScenario(withConstraint({}, { answers: [{ issue: 0, anyOf: [1] }] }));
  expect(problem!.sentence).toBe(
    'No package can meet these 2 constraints together: rule 1; rule 2. No smaller set contradicts itself.',
  );
});
