import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded, type Chance } from '../chance.ts';
import type { Issue } from '../scenario.ts';
import { checkHistory, type History, type Move } from './history.ts';
import { obstaclesIn } from './obstacles.ts';

const flow: Issue = { kind: 'range', name: 'flow', from: 0, to: 60, step: 1, unit: 'm³/s' };
const filling: Issue = { kind: 'range', name: 'filling', from: 3, to: 12, step: 1, unit: 'years' };
const data: Issue = { kind: 'options', name: 'data', options: ['monthly', 'daily', 'continuous'] };

type Short = readonly [round: number | null, party: string, issue: number, answer: Move['answer'], kind?: Move['kind']];

function talks(issues: readonly Issue[], ...moves: readonly Short[]): History {
  return {
    parties: ['Upstream', 'Downstream'],
    issues,
    rounds: 9,
    moves: moves.map(([round, party, issue, answer, kind = 'offer'], at) => ({
      kind,
      at,
      round,
      party,
      issue,
      answer,
      ref: `#${at}`,
    })),
  };
}

const found = (history: History) => {
  expect(checkHistory(history)).toBeNull();
  return obstaclesIn(history).map(({ kind, sentence, before, now }) => ({
    kind,
    sentence,
    shown: [...before, now].join(),
  }));
};

test('a retreat is an answer that moves away from the others, with what shows both', () => {
  const history = talks(
    [filling],
    [1, 'Downstream', 0, 9],
    [1, 'Upstream', 0, 4],
    [2, 'Upstream', 0, 7],
    [3, 'Upstream', 0, 5],
  );
  expect(found(history)).toEqual([
    {
      kind: 'retreat',
      sentence: 'In round 3 Upstream’s answer on *filling* moved from 7 to 5 years, away from Downstream’s 9.',
      shown: '#2,#0,#3',
    },
  ]);
});

test('where nobody else has answered, a retreat goes back towards the party’s first answer', () => {
  expect(found(talks([flow], [1, 'Upstream', 0, 18], [1, 'Upstream', 0, 28], [null, 'Upstream', 0, 22]))).toEqual([
    {
      kind: 'retreat',
      sentence:
        'After round 1 Upstream’s answer on *flow* moved from 28 to 22 m³/s, back towards its first answer of 18 m³/s.',
      shown: '#0,#1,#2',
    },
  ]);
});

test('among three, a move nearer to one and farther from another is not a retreat', () => {
  const three = {
    ...talks([flow], [1, 'Upstream', 0, 10], [1, 'Downstream', 0, 40], [1, 'Hillside', 0, 25], [2, 'Hillside', 0, 30]),
    parties: ['Upstream', 'Downstream', 'Hillside'],
  };
  expect(found(three)).toEqual([]);
  const away = { ...three, moves: [...three.moves, { ...three.moves[1]!, at: 9, round: 3, answer: 45, ref: '#9' }] };
  expect(found(away).map(({ kind }) => kind)).toEqual(['new answer', 'retreat']);
});

test('an option that a party had left and takes up again is a retreat', () => {
  const history = talks(
    [data],
    [1, 'Upstream', 0, 'monthly'],
    [1, 'Downstream', 0, 'continuous'],
    [2, 'Upstream', 0, 'daily'],
    [3, 'Upstream', 0, 'monthly'],
  );
  expect(found(history)).toMatchObject([{ kind: 'retreat', shown: '#0,#2,#3' }]);
});

test('an issue is reopened by the move that ends the agreement', () => {
  const history = talks(
    [data],
    [1, 'Upstream', 0, 'daily'],
    [2, 'Downstream', 0, 'daily', 'acceptance'],
    [3, 'Downstream', 0, 'continuous'],
  );
  expect(found(history)).toMatchObject([
    { kind: 'retreat' },
    {
      kind: 'reopened',
      sentence: 'In round 3 Downstream answered continuous on *data*, where every party had answered daily.',
      shown: '#0,#1,#2',
    },
  ]);
});

test('an answer taken back on an agreed issue is a withdrawal, and reopens it', () => {
  const history = talks(
    [flow],
    [1, 'Upstream', 0, 30],
    [1, 'Downstream', 0, 30],
    [2, 'Downstream', 0, null, 'withdrawal'],
  );
  expect(found(history).map(({ kind }) => kind)).toEqual(['withdrawal', 'reopened']);
});

test('an issue is a new demand when first raised after the first round, and a reply to it is not', () => {
  const history = talks(
    [flow, data],
    [1, 'Upstream', 0, 18],
    [3, 'Downstream', 1, null, 'position'],
    [3, 'Upstream', 1, 'monthly'],
    [3, 'Downstream', 1, 'daily'],
  );
  expect(found(history)).toEqual([
    {
      kind: 'new issue',
      sentence: 'In round 3 Downstream raised *data*, on which nobody had spoken before.',
      shown: '#1',
    },
  ]);
  expect(found(talks([flow, data], [1, 'Upstream', 0, 18], [1, 'Downstream', 1, 'daily']))).toEqual([]);
});

test('a number beyond all that was asked for is a new demand; an offered option may be a bridge', () => {
  const numbers = talks([flow], [1, 'Upstream', 0, 18], [1, 'Downstream', 0, 45], [2, 'Downstream', 0, 50]);
  expect(found(numbers)[0]).toEqual({
    kind: 'new answer',
    sentence: 'In round 2 Downstream asked for 50 m³/s on *flow*, beyond all that had been asked for before (45).',
    shown: '#1,#1,#2',
  });
  const opening: readonly Short[] = [
    [1, 'Upstream', 0, 'monthly'],
    [1, 'Downstream', 0, 'continuous'],
  ];
  expect(found(talks([data], ...opening, [2, 'Upstream', 0, 'daily', 'offer']))).toEqual([]);
  expect(found(talks([data], ...opening, [2, 'Upstream', 0, 'daily', 'position']))).toMatchObject([
    { kind: 'new answer' },
  ]);
});

test('a red line is hardened when it rules out what it allowed, on whichever side it lies', () => {
  const line = (first: number, ...lines: readonly number[]) =>
    found(
      talks([filling], [1, 'Downstream', 0, first], ...lines.map((at): Short => [1, 'Downstream', 0, at, 'red-line'])),
    );
  expect(line(10, 7, 9)).toEqual([
    {
      kind: 'red line',
      sentence:
        'In round 1 Downstream’s red line on *filling* moved from 7 to 9 years, and rules out answers that it allowed before.',
      shown: '#1,#2',
    },
  ]);
  expect(line(10, 9, 7)).toEqual([]);
  expect(line(4, 9, 7)).toHaveLength(1);
  expect(line(4, 7, 9)).toEqual([]);
  // Beyond the party's own first answer and back: hardened once.
  expect(line(10, 7, 11, 9)).toHaveLength(1);
});

test('a red line drawn after the first round is an obstacle; one drawn in it is not', () => {
  const drawn = (round: number) =>
    found(talks([filling], [1, 'Upstream', 0, 4], [round, 'Upstream', 0, 6, 'red-line']));
  expect(drawn(1)).toEqual([]);
  expect(drawn(2)).toMatchObject([{ kind: 'red line' }]);
});

test('a retreat is found exactly where one is planted', () => {
  const often = fc.double({ min: 0, max: 0.5, noNaN: true });
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 20 }), often, (seed, rounds, share) => {
      const { history, planted } = withRetreats(seeded(seed), rounds, share);
      const retreats = obstaclesIn(history).filter(({ kind }) => kind === 'retreat');
      expect(retreats.map(({ now }) => now)).toEqual(planted);
    }),
  );
});

/** Two parties that come towards each other and never meet, but for planted moves the other way. */
function withRetreats(chance: Chance, rounds: number, often: number) {
  const parties = ['Upstream', 'Downstream'];
  const answers = [1000, 2000];
  const moves: Move[] = [];
  const planted: string[] = [];
  for (let round = 1; round <= rounds; round++)
    for (const [p, party] of parties.entries()) {
      const isPlanted = round > 1 && chance() < often;
      const step = (1 + Math.floor(chance() * 20)) * (isPlanted ? -1 : 1);
      answers[p] = answers[p]! + (p === 0 ? step : -step);
      const ref = `${party} ${round}`;
      if (isPlanted) planted.push(ref);
      moves.push({ kind: 'offer', at: moves.length, round, party, issue: 0, answer: answers[p]!, ref });
    }
  const issue: Issue = { kind: 'range', name: 'flow', from: 0, to: 3000, step: 1 };
  return { history: { parties, issues: [issue], rounds, moves }, planted };
}
