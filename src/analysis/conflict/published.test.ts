import { expect, test } from 'vitest';
import { coalitionsThatLeave } from './coalition.ts';
import { buildConflict, type Conflict } from './conflict.ts';
import type { Convention } from './convention.ts';
import type { ConflictModel } from './model.ts';
import { isRefused } from './refusal.ts';
import { reportOn } from './report.ts';
import { stabilityOf, type Concept } from './stability.ts';
import { evolutionFrom } from './status-quo.ts';

type Ranking = readonly (readonly (number | string)[])[];

const ranked = (rankings: Readonly<Record<string, Ranking>>): ConflictModel['makers'] =>
  Object.entries(rankings).map(([name, groups]) => ({ name, preference: { kind: 'ranking', groups } }));

function built(model: ConflictModel): Conflict {
  const conflict = buildConflict(model);
  if (isRefused(conflict)) throw new Error(conflict.words);
  return conflict;
}

function equilibria(conflict: Conflict, concept: Concept, convention?: Convention): readonly number[] {
  return stabilityOf(conflict, convention).equilibria[concept].map((state) => state + 1);
}

const conventions: readonly Convention[] = ['legal-sequences', 'each-once', 'one-move'];

test('2×2 games: Prisoner’s Dilemma, Chicken, Stag Hunt', () => {
  // Cardinal levels for CC, DC, CD, DD; taking the option is to cooperate.
  const words = ['YY', 'NY', 'YN', 'NN'];
  const game = (row: readonly number[], column: readonly number[]): Record<string, readonly string[]> => {
    const groups = (levels: readonly number[]): Ranking => [4, 3, 2, 1].map((level) => [words[levels.indexOf(level)]!]);
    const conflict = built({
      makers: ranked({ row: groups(row), column: groups(column) }),
      options: [
        { name: 'cooperate', maker: 'row' },
        { name: 'cooperate', maker: 'column' },
      ],
      infeasible: [],
    });
    const { equilibria: of } = stabilityOf(conflict);
    const called = (states: readonly number[]): string[] =>
      ['CC', 'DC', 'CD', 'DD'].filter((_, w) => states.some((s) => conflict.states[s]!.pattern === words[w]));
    return { R: called(of.R), GMR: called(of.GMR), SMR: called(of.SMR), SEQ: called(of.SEQ) };
  };
  expect(game([3, 4, 1, 2], [3, 1, 4, 2])).toEqual({
    R: ['DD'],
    GMR: ['CC', 'DD'],
    SMR: ['CC', 'DD'],
    SEQ: ['CC', 'DD'],
  });
  expect(game([3, 4, 2, 1], [3, 2, 4, 1])).toEqual({
    R: ['DC', 'CD'],
    GMR: ['CC', 'DC', 'CD'],
    SMR: ['CC', 'DC', 'CD'],
    SEQ: ['DC', 'CD'],
  });
  expect(game([4, 3, 1, 2], [4, 1, 3, 2])).toEqual({
    R: ['CC', 'DD'],
    GMR: ['CC', 'DD'],
    SMR: ['CC', 'DD'],
    SEQ: ['CC', 'DD'],
  });
});

test('prisoners', () => {
  const conflict = built({
    makers: ranked({ one: [[3], [4], [1], [2]], two: [[2], [4], [1], [3]] }),
    options: [
      { name: 'cooperate', maker: 'one' },
      { name: 'cooperate', maker: 'two' },
    ],
    infeasible: [],
  });
  expect(conflict.states.map(({ pattern }) => pattern)).toEqual(['NN', 'YN', 'NY', 'YY']);
  expect(equilibria(conflict, 'R')).toEqual([1]);
  for (const concept of ['GMR', 'SMR', 'SEQ'] as const) expect(equilibria(conflict, concept)).toEqual([1, 4]);
  expect(coalitionsThatLeave(conflict, 0)).toEqual([{ members: [0, 1], states: [3] }]);
});

const elmira: ConflictModel = {
  makers: ranked({
    MoE: [[9], [3], [4], [10], [7], [1], [2], [8], [5, 6, 11, 12]],
    Uniroyal: [[1], [4], [10], [7], [5, 6, 11, 12], [2], [3], [9], [8]],
    'Local Government': [[9], [3], [7], [1], [10], [8], [4], [2], [5, 6, 11, 12]],
  }),
  options: [
    { name: 'Modify', maker: 'MoE', moves: 'forward' },
    { name: 'Delay', maker: 'Uniroyal', moves: 'backward' },
    { name: 'Accept', maker: 'Uniroyal' },
    { name: 'Abandon', maker: 'Uniroyal', moves: 'forward' },
    { name: 'Insist', maker: 'Local Government' },
  ],
  infeasible: ['-YY--', '-Y-Y-', '--YY-', '-NNN-'],
};

test('Elmira in twelve states, by every convention', () => {
  const conflict = built(elmira);
  expect(conflict.states.map(({ pattern }) => pattern)).toEqual([
    'NYNNN',
    'YYNNN',
    'NNYNN',
    'YNYNN',
    'NNNYN',
    'YNNYN',
    'NYNNY',
    'YYNNY',
    'NNYNY',
    'YNYNY',
    'NNNYY',
    'YNNYY',
  ]);
  for (const convention of conventions) {
    for (const concept of ['R', 'SEQ'] as const)
      expect(equilibria(conflict, concept, convention)).toEqual([5, 6, 7, 10, 11, 12]);
    for (const concept of ['GMR', 'SMR'] as const)
      expect(equilibria(conflict, concept, convention)).toEqual([1, 4, 5, 6, 7, 10, 11, 12]);
  }
});

test('Elmira in the nine states of the literature, where abandoning is one state', () => {
  // s1 to s4 of the literature have the same numbers here; its s9, abandoning, comes before its s5 to s8.
  const here: Readonly<Record<number, number>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 7, 7: 8, 8: 9, 9: 5 };
  const ranking = (best: readonly number[]): Ranking => best.map((s) => [here[s]!]);
  const conflict = built({
    ...elmira,
    alike: ['---Y-'],
    makers: ranked({
      MoE: ranking([7, 3, 4, 8, 5, 1, 2, 6, 9]),
      Uniroyal: ranking([1, 4, 8, 5, 9, 2, 3, 7, 6]),
      'Local Government': ranking([7, 3, 5, 1, 8, 6, 4, 2, 9]),
    }),
  });
  expect(conflict.states.map(({ pattern }) => pattern)).toEqual([
    'NYNNN',
    'YYNNN',
    'NNYNN',
    'YNYNN',
    '-NNY-',
    'NYNNY',
    'YYNNY',
    'NNYNY',
    'YNYNY',
  ]);
  const expected = (literature: readonly number[]): number[] => literature.map((s) => here[s]!).sort((a, b) => a - b);
  for (const concept of ['R', 'SEQ'] as const) expect(equilibria(conflict, concept)).toEqual(expected([5, 8, 9]));
  for (const concept of ['GMR', 'SMR'] as const)
    expect(equilibria(conflict, concept)).toEqual(expected([1, 4, 5, 8, 9]));
});

test('Elmira: together MoE and Uniroyal can leave s5 of the literature for s8, and it takes two moves from there', () => {
  // Kilgour, Hipel, Fang & Peng 2001: the equilibrium in which Local Government insists and nothing else changes can be left jointly.
  const conflict = built(elmira);
  expect(coalitionsThatLeave(conflict, 6)).toEqual([{ members: [0, 1], states: [9] }]);
  expect(coalitionsThatLeave(conflict, 9)).toEqual([]);
  const moves = evolutionFrom(conflict, 0, 'moves');
  expect(moves.steps[9]).toBe(3);
  expect([...evolutionFrom(conflict, 0, 'improvements').steps].flatMap((n, s) => (n >= 0 ? [s + 1] : []))).toEqual([
    1, 7,
  ]);
  const report = reportOn(conflict, stabilityOf(conflict), 0);
  const s7 = report.outcomes.find(({ state }) => state === 6)!;
  expect(s7.words).toBe('s7 (Uniroyal: Delay; Local Government: Insist)');
  expect(s7.reasons[0]).toBe('MoE would not move from s7: it can reach nothing better by itself.');
  expect(s7.coalitionWords).toEqual(['MoE and Uniroyal could together go from s7 to s10, which each of them prefers.']);
  expect(s7.reach[0]).toBe(
    's7 can be reached from s1 in 1 move, each to the good of whoever makes it, the last by Local Government.',
  );
});

test('Garrison Diversion, whose answer depends on the convention', () => {
  const conflict = built({
    makers: ranked({
      'US Support': [
        [3],
        [7],
        [1, 2],
        [4],
        [5, 6],
        [8],
        [9],
        [12],
        [11],
        [15],
        [10],
        [13],
        [14],
        [17],
        [16],
        [18],
        [19],
        [21],
        [20],
        [22],
        [23],
      ],
      'US Opposition': [
        [2, 6, 10, 13, 17, 21],
        [19, 23],
        [15],
        [11],
        [8],
        [4],
        [22],
        [18],
        [14],
        [7],
        [3],
        [20],
        [16],
        [12],
        [9],
        [5],
        [1],
      ],
      'Canadian Opposition': [
        [23],
        [20, 21],
        [19],
        [16, 17],
        [11],
        [9, 10],
        [15],
        [12, 13],
        [2],
        [4],
        [1],
        [8],
        [5, 6],
        [22],
        [18],
        [14],
        [3],
        [7],
      ],
      IJC: [['---------']],
    }),
    options: [
      { name: 'Full', maker: 'US Support' },
      { name: 'Reduced', maker: 'US Support' },
      { name: 'Appease', maker: 'US Support' },
      { name: 'Legal Challenge', maker: 'US Opposition' },
      { name: 'Treaty Challenge', maker: 'Canadian Opposition' },
      { name: 'Full', maker: 'IJC' },
      { name: 'Reduced', maker: 'IJC' },
      { name: 'Lonetree', maker: 'IJC' },
      { name: 'Suspend', maker: 'IJC' },
    ],
    infeasible: [
      'YY-------',
      'Y-Y------',
      '-YY------',
      '-----YY--',
      '-----Y-Y-',
      '-----Y--Y',
      '------YY-',
      '------Y-Y',
      '-------YY',
      'NNN------',
      '-----NNNN',
      'Y--N-----',
      '--YY-----',
      'Y---NN---',
      '-Y--N--Y-',
      '-Y--N---Y',
      '--Y-N--Y-',
      '--Y-N---Y',
    ],
  });
  expect(conflict.states).toHaveLength(23);
  expect(conflict.states[0]!.pattern).toBe('NYNNNYNNN');
  expect(conflict.states[22]!.pattern).toBe('NYNYYNNNY');
  const answers: Record<Convention, readonly number[]> = {
    'one-move': [2, 3, 8, 11, 13, 14, 15, 17, 18, 19, 21, 22],
    'each-once': [2, 3, 4, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22],
    'legal-sequences': [2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22],
  };
  for (const convention of conventions) {
    for (const concept of ['R', 'SEQ'] as const)
      expect(equilibria(conflict, concept, convention)).toEqual([2, 3, 11, 17, 18, 21, 22]);
    for (const concept of ['GMR', 'SMR'] as const)
      expect(equilibria(conflict, concept, convention)).toEqual(answers[convention]);
  }
});
