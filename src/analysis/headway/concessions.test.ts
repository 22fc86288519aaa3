import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Issue, Profile } from '../scenario.ts';
import { concessionInWords, concessionsIn } from './concessions.ts';
import { gapBetween } from './gap.ts';
import { headwayByRound, roundInWords } from './headway.ts';
import { checkHistory, type History, type Move } from './history.ts';
import { conductIn, reciprocityIn } from './reciprocity.ts';
import { standingIn, standingInWords } from './standing.ts';
import { classOfStep, sensitivityOf, type StepClass } from './step-class.ts';

const flow: Issue = { kind: 'range', name: 'flow', from: 0, to: 50, step: 5, unit: 'm³/s' };
const data: Issue = { kind: 'options', name: 'data', options: ['monthly', 'daily', 'continuous'] };
const offer = (round: number, party: string, issue: number, answer: Move['answer']) =>
  ({ kind: 'offer', round, party, issue, answer }) as const;

const talks: History = {
  parties: ['Upstream', 'Downstream'],
  issues: [flow, data],
  rounds: 4,
  moves: [
    offer(1, 'Upstream', 0, 10),
    offer(1, 'Upstream', 1, 'monthly'),
    offer(1, 'Downstream', 0, 45),
    offer(1, 'Downstream', 1, 'continuous'),
    offer(2, 'Upstream', 0, 20),
    offer(3, 'Downstream', 0, 35),
    offer(4, 'Downstream', 1, 'daily'),
    offer(4, 'Upstream', 1, 'daily'),
  ].map((move, at): Move => ({ ...move, at, ref: `#${at}` })),
};

const profile = (
  party: string,
  weights: readonly [number, number],
  byFlow: readonly [number, number],
  byData: readonly number[],
): Profile => ({
  party,
  provenance: { kind: 'fictional' },
  weights,
  values: [
    {
      kind: 'piecewise',
      points: [
        { at: 0, value: byFlow[0] },
        { at: 50, value: byFlow[1] },
      ],
    },
    { kind: 'table', values: byData },
  ],
  interactions: [],
  reservation: null,
});
const profiles = [
  profile('Upstream', [1, 1], [100, 0], [100, 100, 0]),
  profile('Downstream', [3, 1], [0, 100], [0, 50, 100]),
];

test('a concession says how far, what it was worth to each, its class, and what came in return', () => {
  const [, , up2, down2, , down3] = concessionsIn(talks, profiles);
  expect(up2).toMatchObject({ party: 'Upstream', round: 2, moved: expect.closeTo(0.2, 9), isUnilateral: false });
  expect(up2!.steps).toEqual([{ issue: 0, from: 10, to: 20, moved: expect.closeTo(0.2, 9), refs: ['#0', '#4'] }]);
  expect(up2!.worth.map(({ party, change }) => [party, change])).toEqual([
    ['Upstream', expect.closeTo(-0.1, 9)],
    ['Downstream', expect.closeTo(0.15, 9)],
  ]);
  expect(up2!.classes).toEqual([{ other: 'Downstream', step: 'concession' }]);
  expect(up2!.inReturn).toEqual([{ party: 'Downstream', round: 3, moved: expect.closeTo(0.2, 9) }]);
  expect(down2).toMatchObject({
    steps: [],
    moved: 0,
    classes: [{ other: 'Upstream', step: 'silent' }],
    isUnilateral: false,
  });
  expect(down3!.isUnilateral).toBe(true);
  expect(concessionInWords(talks, up2!)).toBe(
    'In round 2 Upstream changed its answer on *flow*, and moved towards the others by 20 % of a range in all; so did Downstream in round 3.',
  );
  expect(concessionInWords(talks, down2!)).toBe('In round 2 Downstream changed no answer.');
});

test('conduct and reciprocity count what came of it', () => {
  const concessions = concessionsIn(talks);
  expect(conductIn(concessions)).toEqual([
    { party: 'Upstream', towards: expect.closeTo(0.2, 9), away: 0, unilateral: [], silent: [1, 3] },
    { party: 'Downstream', towards: expect.closeTo(0.2, 9), away: 0, unilateral: [3], silent: [1, 2] },
  ]);
  expect(reciprocityIn(concessions)).toEqual([
    { party: 'Upstream', other: 'Downstream', occasions: 1, answered: 0 },
    { party: 'Downstream', other: 'Upstream', occasions: 1, answered: 1 },
  ]);
});

test('a move within the first round is a step from the first answer', () => {
  const moves = [...talks.moves.slice(0, 4), { ...offer(1, 'Downstream', 0, 40), at: 4, ref: '#4' }];
  const [up, down] = concessionsIn({ ...talks, rounds: 1, moves });
  expect(up!.steps).toEqual([]);
  expect(down).toMatchObject({ moved: expect.closeTo(0.1, 9), isUnilateral: null });
});

test('steps have the classes of Hindriks, Jonker and Tykhonov', () => {
  const table: readonly (readonly [own: number, other: number, StepClass])[] = [
    [1, 1, 'fortunate'],
    [1, 0, 'selfish'],
    [1, -1, 'selfish'],
    [0, 1, 'nice'],
    [0, 0, 'silent'],
    [0, -1, 'unfortunate'],
    [-1, 1, 'concession'],
    [-1, 0, 'concession'],
    [-1, -1, 'unfortunate'],
  ];
  for (const [own, other, step] of table) expect(classOfStep(own, other)).toBe(step);
  expect(sensitivityOf(['nice', 'concession', 'selfish'])).toBe(2);
  expect(sensitivityOf(['nice'])).toBeNull();
});

test('where the parties stand, with utility, and in words', () => {
  const { issues, overall, pairs } = standingIn(talks, profiles);
  expect(issues.map(({ gap, status, roundsUnchanged }) => [gap, status, roundsUnchanged])).toEqual([
    [expect.closeTo(0.3, 9), 'stuck', 1],
    [0, 'agreed', 0],
  ]);
  // Upstream would give up 15 of its 100 by 35 instead of 20, of half its total; Downstream 30 of three quarters.
  expect(overall.utility).toBeCloseTo((0.15 + 0.225) / 2, 9);
  expect(pairs).toHaveLength(1);
  expect(pairs[0]!.overall).toEqual(overall);
  expect(issues.map((each) => standingInWords(talks, each))).toEqual([
    'On *flow*: Upstream 20 m³/s, Downstream 35 m³/s. The gap has not changed for one round.',
    'On *data*: Upstream daily, Downstream daily. The answers have met.',
  ]);
});

test('a gap that was known once is not seen for the first time again, and answers that overlap have met', () => {
  const history = (moves: readonly Omit<Move, 'at' | 'ref'>[]): History => ({
    parties: ['Upstream', 'Downstream'],
    issues: [flow],
    rounds: 1,
    moves: moves.map((move, at): Move => ({ ...move, at, ref: `#${at}` })),
  });
  const again = history([
    offer(1, 'Upstream', 0, 10),
    offer(1, 'Downstream', 0, 40),
    { kind: 'withdrawal', round: 1, party: 'Downstream', issue: 0, answer: null },
    offer(1, 'Downstream', 0, 30),
  ]);
  expect(standingIn(again).issues[0]).toMatchObject({ status: 'narrowing' });
  const met = history([offer(1, 'Upstream', 0, { from: 25, to: 35 }), offer(1, 'Downstream', 0, 30)]);
  expect(standingInWords(met, standingIn(met).issues[0]!)).toMatch(/The answers have met\.$/);
});

test('headway by round compares like with like', () => {
  const headway = headwayByRound(talks);
  expect(headway.map((round) => roundInWords(talks, round))).toEqual([
    'At the end of round 1 the mean gap was 85.0 %, over 2 of 2 issues.',
    'In round 2 the mean gap narrowed from 85.0 % to 75.0 %, over 2 of 2 issues.',
    'In round 3 the mean gap narrowed from 75.0 % to 65.0 %, over 2 of 2 issues.',
    'In round 4 the mean gap narrowed from 65.0 % to 15.0 %, over 2 of 2 issues.',
  ]);
  expect(headway[1]!.issues).toEqual([
    { issue: 0, before: expect.closeTo(0.7, 9), after: 0.5, isSetBack: false, refs: ['#4'] },
  ]);
  const raised: History = {
    ...talks,
    issues: [...talks.issues, { ...flow, name: 'damage' }],
    rounds: 5,
    moves: [
      ...talks.moves,
      { ...offer(5, 'Downstream', 2, 50), at: 8, ref: '#8' },
      { ...offer(5, 'Upstream', 2, 0), at: 9, ref: '#9' },
    ],
  };
  // A new issue raises the mean; it is not a set-back on the issues that were there.
  expect(headwayByRound(raised)[4]).toMatchObject({
    isSetBack: false,
    isSilent: false,
    overall: { measured: 3 },
    change: { issues: 2 },
  });
});

test('a gap between answers that span numbers is that of their nearest ends', () => {
  const number = fc.integer({ min: 0, max: 50 });
  const spans = fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(spans, (ends) => {
      const answers = ends.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
      const all = Array.from({ length: 51 }, (_, n) => n);
      const isCommon = all.some((n) => answers.every(({ from, to }) => from <= n && n <= to));
      expect(gapBetween(flow, answers) === 0).toBe(isCommon);
      const pairs = answers.flatMap((a, i) => answers.slice(i + 1).map((b) => gapBetween(flow, [a, b])));
      expect(gapBetween(flow, answers)).toBe(Math.max(...pairs));
    }),
  );
});

test('a history that cannot be measured is refused with what is at fault', () => {
  const move = talks.moves[0]!;
  const refusal = (change: Partial<Move>) => checkHistory({ ...talks, moves: [{ ...move, ...change }] });
  expect(checkHistory(talks)).toBeNull();
  expect(checkHistory({ ...talks, parties: ['Upstream'] })).toEqual({ refused: 'fewer than two parties' });
  expect(checkHistory({ ...talks, parties: ['Upstream', 'Upstream'] })).toEqual({ refused: 'a party twice' });
  expect(checkHistory({ ...talks, rounds: 1.5 })).toEqual({ refused: 'rounds are not a whole number' });
  expect(checkHistory({ ...talks, issues: [{ ...flow, to: 0 }] })).toEqual({ refused: 'an empty range', issue: 0 });
  expect(checkHistory({ ...talks, issues: [flow, { ...data, options: ['a', 'a'] }] })).toEqual({
    refused: 'an option twice',
    issue: 1,
  });
  expect(refusal({ party: 'Hillside' })).toEqual({ refused: 'unknown party', move: 0 });
  expect(refusal({ issue: 7 })).toEqual({ refused: 'unknown issue', move: 0 });
  expect(refusal({ round: 5 })).toEqual({ refused: 'unknown round', move: 0 });
  expect(refusal({ at: NaN })).toEqual({ refused: 'out of order', move: 0 });
  expect(refusal({ answer: 51 })).toEqual({ refused: 'off the range', move: 0 });
  expect(refusal({ answer: NaN })).toEqual({ refused: 'not a number', move: 0 });
  expect(refusal({ answer: { from: 9, to: 3 } })).toEqual({ refused: 'not a number', move: 0 });
  expect(refusal({ issue: 1 })).toEqual({ refused: 'not an option', move: 0 });
  expect(refusal({ answer: null })).toEqual({ refused: 'answer missing', move: 0 });
  expect(refusal({ kind: 'withdrawal' })).toEqual({ refused: 'answer not expected', move: 0 });
  expect(checkHistory({ ...talks, moves: talks.moves.toReversed() })).toEqual({ refused: 'out of order', move: 1 });
});
