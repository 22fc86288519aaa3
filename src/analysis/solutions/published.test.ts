import { expect, test } from 'vitest';
import { frontiers, packages, preferences, solutions, type Scenario } from '../index.ts';

// A public example of the negotiation literature (England and Zimbabwe, of the first automated negotiating agents competition), its figures
// restated: what England and Zimbabwe give each answer, and the weights of the issues. A value counts as a share of its issue's largest.
const issues = [
  ['Size of fund', ['100 billion', '50 billion', '10 billion', 'no agreement'], [5, 7, 9, 1], [9, 7, 5, 1]],
  ['Impact on other aid', ['none', 'half', 'full', 'no agreement'], [3, 6, 8, 1], [8, 5, 3, 1]],
  ['Trade policy of Zimbabwe', ['reduce', 'increase', 'no agreement'], [12, 1, 7], [1, 9, 5]],
  ['Trade policy of England', ['reduce', 'increase', 'no agreement'], [10, 1, 6], [1, 19, 9]],
  [
    'Other health issues',
    ['fund', 'committee on a fund', 'committee on an agenda', 'no'],
    [7, 10, 4, 1],
    [11, 9, 7, 1],
  ],
] as const;
const weights = [
  [0.3031462333758278, 0.303346839835533, 0.049028952379678074, 0.04904500802207314, 0.29543296638688804],
  [0.19707980311909024, 0.20134268816210074, 0.15406697766287486, 0.15407719183124569, 0.29343333922468845],
];
const scenario: Scenario = {
  issues: issues.map(([name, options]) => ({ kind: 'options', name, options })),
  profiles: ['England', 'Zimbabwe'].map((party, p) => ({
    party,
    provenance: { kind: 'fictional' },
    weights: weights[p]!,
    values: issues.map(([, , ...of]) => ({
      kind: 'table',
      values: of[p]!.map((value) => value / Math.max(...of[p]!)),
    })),
    interactions: [],
    reservation: { kind: 'utility', utility: 0 },
  })),
  constraints: [],
};

test('England and Zimbabwe: 25 efficient outcomes of 576, and the Nash, egalitarian and greatest-welfare packages as published', () => {
  const { scores } = preferences.scoresOf(scenario);
  const frontier = frontiers.frontierOf(scores);
  if ('refused' in frontier) throw new Error(frontier.refused);
  expect(scores.sizes.reduce((product, size) => product * size)).toBe(576);
  expect(frontier.size).toBe(25);
  const disagreement = solutions.disagreementOf(scores.floors, packages.endsOf(scores).worst);
  const chosen = ({ places }: { readonly places: readonly number[] }) => ({
    count: places.length,
    answers: frontier.packageAt(places[0]!).map((answer, i) => issues[i]![1][answer]),
    utilities: [0, 1].map((p) => Number(preferences.utilityOf(scores, frontier.totals[p]![places[0]!]!).toFixed(6))),
  });
  const onFund = ['10 billion', 'full', 'increase', 'increase'];
  const committee = { count: 1, answers: [...onFund, 'committee on a fund'], utilities: [0.910916, 0.733218] };
  expect(chosen(solutions.nash(frontier, disagreement))).toEqual(committee);
  expect(chosen(solutions.utilitarian(frontier, disagreement))).toEqual(committee);
  expect(chosen(solutions.egalitarian(frontier, disagreement))).toEqual({
    count: 1,
    answers: [...onFund, 'fund'],
    utilities: [0.822286, 0.78657],
  });
  const distances = Array.from({ length: frontier.size }, (_, place) =>
    Math.hypot(...[0, 1].map((p) => 1 - preferences.utilityOf(scores, frontier.totals[p]![place]!))),
  );
  expect(Math.min(...distances)).toBeCloseTo(0.272117, 6);
});
