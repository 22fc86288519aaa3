import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildConflict, type Conflict } from './conflict.ts';
import type { ConflictModel, Preference } from './model.ts';
import { mayMove, movesOf } from './moves.ts';
import { isRefused, type ConflictReason } from './refusal.ts';
import { reportOn } from './report.ts';
import { stabilityOf } from './stability.ts';
import { holds, parseStatement, type Statement } from './statement.ts';
import { statesAtMost } from './states.ts';

const indifferent = (options: number): Preference => ({ kind: 'ranking', groups: [['-'.repeat(options)]] });
const saying = (...statements: readonly string[]): Preference => ({ kind: 'statements', statements });

const river: ConflictModel = {
  makers: [
    { name: 'Upstream', preference: saying('3', '-1', '2 if 3') },
    { name: 'Downstream', preference: saying('1 & 2', '"pay" iff "release water"') },
  ],
  options: [
    { name: 'release water', maker: 'Upstream' },
    { name: 'share data', maker: 'Upstream', moves: 'forward' },
    { name: 'pay', maker: 'Downstream' },
  ],
  infeasible: [],
};

function built(model: ConflictModel): Conflict {
  const conflict = buildConflict(model);
  if (isRefused(conflict)) throw new Error(`${conflict.where}: ${conflict.words}`);
  return conflict;
}

test('statements rank states by the first that tells them apart', () => {
  const { states, liking } = built(river);
  const best = (maker: number): string[][] => {
    const levels = [...new Set(liking[maker])].sort((a, b) => b - a);
    return levels.map((level) => states.flatMap(({ pattern }, s) => (liking[maker]![s] === level ? [pattern] : [])));
  };
  expect(best(0)).toEqual([['NYY'], ['NNY'], ['YYY'], ['YNY'], ['NNN', 'NYN'], ['YNN', 'YYN']]);
  expect(best(1)).toEqual([['YYY'], ['YYN'], ['NNN', 'NYN', 'YNY'], ['YNN', 'NNY', 'NYY']]);
});

test('a statement means what its signs say', () => {
  const { tree } = fc.letrec<{ tree: Statement }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.nat(3).map((option): Statement => ({ kind: 'option', option })),
      tie('tree').map((of): Statement => ({ kind: 'not', of })),
      fc
        .tuple(fc.constantFrom('and', 'or', 'if', 'iff'), tie('tree'), tie('tree'))
        .map(([kind, left, right]): Statement => ({ kind, left, right })),
    ),
  }));
  const signs = { and: '&', or: '|', if: ' if ', iff: ' IFF ' } as const;
  const written = (s: Statement): string => {
    if (s.kind === 'option') return String(s.option + 1);
    if (s.kind === 'not') return `-(${written(s.of)})`;
    return `(${written(s.left)})${signs[s.kind]}(${written(s.right)})`;
  };
  fc.assert(
    fc.property(tree, fc.nat(15), (statement, combination) => {
      const read = parseStatement(written(statement), ['a', 'b', 'c', 'd']);
      if ('fault' in read) throw new Error(read.words);
      expect(holds(read, combination)).toBe(holds(statement, combination));
    }),
  );
  // `&` binds closer than `|`, and both closer than `if`.
  const parsed = parseStatement('1 | 2 & -3 if 4', ['a', 'b', 'c', 'd']);
  expect(parsed).toEqual(parseStatement('(1 | (2 & (-3))) if 4', ['a', 'b', 'c', 'd']));
});

test.each([
  ['3 & | 5', 5, '“|” stands where an option, a “-” or an opening bracket was expected (character 5).'],
  ['3 &', 4, 'it ends where an option, a “-” or an opening bracket was expected (character 4).'],
  ['(1 | 2', 7, 'it ends where a closing bracket was expected (character 7).'],
  ['1 2', 3, '“2” stands where the end, “&”, “|”, “if” or “iff” was expected (character 3).'],
  [
    '1 + 2',
    3,
    '“+” at character 3 is not understood; option numbers, names in double quotes, -, &, |, brackets, if and iff are.',
  ],
  ['4 if 6', 6, 'There is no option 6; they run from 1 to 5 (character 6).'],
  ['"e" & "x"', 7, 'There is no option “x” (character 7).'],
  ['"d" & 1', 1, 'Several options are called “d”: give its number (character 1).'],
  ['', 1, 'it ends where an option, a “-” or an opening bracket was expected (character 1).'],
  ['1 if 2 if 3', 8, '“if” stands where the end, “&”, “|”, “if” or “iff” was expected (character 8).'],
])('the statement %j is refused at the place', (text, at, words) => {
  expect(parseStatement(text, ['a', 'b', 'd', 'd', 'e'])).toMatchObject({ at, words });
});

const [up, down] = [river.makers[0]!, river.makers[1]!];
const changed = (change: Partial<ConflictModel>): ConflictModel => ({ ...river, ...change });
const asking = (preference: Preference): ConflictModel => changed({ makers: [up, { ...down, preference }] });
const free = (options: number, extra: Partial<ConflictModel> = {}): ConflictModel => ({
  makers: ['a', 'b'].map((name) => ({ name, preference: indifferent(options) })),
  options: Array.from({ length: options }, (_, o) => ({ name: `o${o}`, maker: o % 2 === 0 ? 'a' : 'b' })),
  infeasible: [],
  ...extra,
});

test.each<[ConflictReason, string, string, ConflictModel]>([
  ['tooFewMakers', 'makers', 'this one has 1', changed({ makers: [up] })],
  [
    'tooManyMakers',
    'makers',
    '11 decision makers',
    changed({ makers: Array.from({ length: 11 }, (_, m) => ({ ...up, name: `m${m}` })) }),
  ],
  ['nameTwice', 'makers[1]', '“Upstream”', changed({ makers: [up, up] })],
  ['noOptions', 'options', 'nothing can change', changed({ options: [] })],
  [
    'unknownMaker',
    'options[1]',
    'Option 2 (x) belongs to “y”',
    changed({ options: [river.options[0]!, { name: 'x', maker: 'y' }] }),
  ],
  [
    'nameTwice',
    'options[3]',
    'Downstream has two options called “pay”',
    changed({ options: [...river.options, river.options[2]!] }),
  ],
  ['patternLength', 'infeasible[1]', '“Y-” has 2 letters; there are 3 options', changed({ infeasible: ['Y-N', 'Y-'] })],
  ['patternLetter', 'infeasible[0]', '“n” at place 2', changed({ infeasible: ['YnN'] })],
  ['noFeasibleState', 'infeasible', 'no state', changed({ infeasible: ['Y--', 'N--'] })],
  ['stateTwice', 'states[2]', 'as number 1 and 3', changed({ states: ['YNN', 'NNN', 'YNN'] })],
  ['patternLetter', 'states[0]', 'Y or N', changed({ states: ['Y-N'] })],
  ['stateInfeasible', 'states[1]', 'pattern 1', changed({ states: ['NNN', 'YNN'], infeasible: ['Y--'] })],
  ['noFeasibleState', 'infeasible', 'no state', changed({ states: [] })],
  ['alikeOverlap', 'alike[1]', 'YYN matches both', changed({ alike: ['Y--', '-Y-'] })],
  ['alikeDiffer', 'makers[0].preference.statements[1]', '“-1”, statement 2 of Upstream', changed({ alike: ['--Y'] })],
  ['unknownMaker', 'barred[0].maker', '“Z”', changed({ barred: [{ maker: 'Z', from: '---', to: '---' }] })],
  ['patternLength', 'barred[0].to', '“--”', changed({ barred: [{ from: '---', to: '--' }] })],
  [
    'statementSyntax',
    'makers[1].preference.statements[1]',
    'In “1 |”, statement 2 of Downstream: it ends',
    asking(saying('1', '1 |')),
  ],
  ['unknownOption', 'makers[1].preference.statements[0]', 'no option 9', asking(saying('9'))],
  [
    'ambiguousOption',
    'makers[0].preference.statements[0]',
    '“o”',
    free(2, {
      makers: [
        { name: 'a', preference: saying('"o"') },
        { name: 'b', preference: saying('1') },
      ],
      options: [
        { name: 'o', maker: 'a' },
        { name: 'o', maker: 'b' },
      ],
    }),
  ],
  ['noStatements', 'makers[1].preference.statements', 'Downstream', asking(saying())],
  [
    'unknownState',
    'makers[1].preference.groups[0][0]',
    'state 9; the states run from 1 to 8',
    asking({ kind: 'ranking', groups: [[9]] }),
  ],
  ['unknownState', 'makers[1].preference.groups[0][0]', 'state 1.5', asking({ kind: 'ranking', groups: [[1.5]] })],
  [
    'rankedTwice',
    'makers[1].preference.groups[1][1]',
    'state 2 (YNN) twice',
    asking({ kind: 'ranking', groups: [['YNN'], [1, 2]] }),
  ],
  [
    'rankingMisses',
    'makers[1].preference.groups',
    'misses states 1 (NNN), 3 (NYN)',
    asking({ kind: 'ranking', groups: [['Y--'], ['N-Y']] }),
  ],
  [
    'emptyGroup',
    'makers[1].preference.groups[1]',
    'a group without a state',
    asking({ kind: 'ranking', groups: [['Y--'], [], ['N--']] }),
  ],
  ['noMove', 'barred[0]', 'from YNN to itself', { ...river, barred: [{ from: 'YNN', to: 'YNN' }] }],
  [
    'noMove',
    'barred[1]',
    'no move of Upstream',
    {
      ...river,
      barred: [
        { from: 'Y--', to: '---' },
        { maker: 'Upstream', from: '--Y', to: '--N' },
      ],
    },
  ],
  ['tooManyStates', 'infeasible', '16384 feasible states', free(14)],
  ['tooManyOptions', 'options', 'must be listed', free(21)],
  ['tooManyOptions', 'options', '31 options', free(31)],
])('%s at %s', (refused, where, words, model) => {
  const result = buildConflict(model);
  expect(result).toMatchObject({ refused, where });
  expect(isRefused(result) && result.words).toContain(words);
});

test('thirteen free options are the most states, and too many moves are refused', () => {
  expect(built(free(13)).states).toHaveLength(statesAtMost);
  const one = free(13, { options: Array.from({ length: 13 }, (_, o) => ({ name: `o${o}`, maker: 'a' })) });
  expect(buildConflict(one)).toMatchObject({ refused: 'tooManyMoves' });
});

test('thirty options are analysed where the states are listed, in the order of the list', () => {
  const states = ['Y', 'N'].map((letter) => letter.repeat(30));
  const conflict = built(free(30, { states }));
  expect(conflict.states.map(({ pattern }) => pattern)).toEqual(states);
  expect(movesOf(conflict.states, conflict.rules)).toMatchObject([
    { ends: new Int32Array(0) },
    { ends: new Int32Array(0) },
  ]);
});

test('a forward move cannot be undone, and a barred one cannot be made by whom it is barred', () => {
  const [rule, other] = built({ ...river, barred: [{ maker: 'Upstream', from: 'N-N', to: 'Y-N' }] }).rules;
  expect(mayMove(rule!, 0b000, 0b010)).toBe(true);
  expect(mayMove(rule!, 0b010, 0b000)).toBe(false);
  expect(mayMove(rule!, 0b000, 0b001)).toBe(false);
  expect(mayMove(rule!, 0b100, 0b101)).toBe(true);
  expect(mayMove(rule!, 0b000, 0b100)).toBe(false);
  expect(mayMove(other!, 0b000, 0b100)).toBe(true);
});

test('a report says how much of it is left out', () => {
  const conflict = built(free(3));
  const { summary, outcomes } = reportOn(conflict, stabilityOf(conflict), null, 2);
  expect(outcomes).toHaveLength(2);
  expect(summary.at(-1)).toBe('2 of 8 outcomes are described.');
});
