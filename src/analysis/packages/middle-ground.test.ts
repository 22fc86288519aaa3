import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomTable } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { answersOf } from '../preferences/index.ts';
import type { Issue } from '../scenario.ts';
import { eachPackage } from '../scores.ts';
import { agendaOf } from './agenda.ts';
import { middleGround, middleGroundInWords } from './middle-ground.ts';
import { byNearness } from './nearness.ts';
import { distancesOf, hasOffered, type OnTheTable } from './table.ts';

const issues: readonly Issue[] = [
  { kind: 'range', name: 'Flow', from: 10, to: 60, step: 10, unit: 'm³/s' },
  { kind: 'options', name: 'Data', options: ['monthly', 'daily', 'continuous'] },
  { kind: 'options', name: 'Seat', options: ['north', 'south'] },
  { kind: 'options', name: 'Language', options: ['one', 'both'] },
];
const agenda = agendaOf(
  issues,
  issues.map((issue) => answersOf(issue)),
);

test('a range is met in the middle, contested options are dealt out evenly, what is agreed stays', () => {
  const table: OnTheTable = {
    agenda,
    offers: [
      [0, 0, 0, 1],
      [4, 2, 1, 1],
    ],
  };
  const ground = middleGround(table);
  expect(ground.issues).toEqual([
    { kind: 'between', answers: [2] },
    { kind: 'one or the other', answers: [0, 2] },
    { kind: 'one or the other', answers: [0, 1] },
    { kind: 'agreed', answers: [1] },
  ]);
  expect(ground.candidates.map((deal) => deal.join()).sort()).toEqual(['2,0,1,1', '2,2,0,1']);
  expect(ground.all).toBe(true);
  // Each side comes 2 of 5 steps on the range and gives up one option of four issues.
  expect(ground.furthest).toBeCloseTo((0.4 + 1) / 4, 12);
});

test('an answer that one side gave may lie between those of the others', () => {
  const years: Issue = { kind: 'range', name: 'Years', from: 0, to: 10, step: 1, unit: '' };
  const table = { agenda: agendaOf([years], [answersOf(years)]), offers: [[0], [5], [10]] };
  expect(middleGround(table).issues).toEqual([{ kind: 'between', answers: [5] }]);
  expect(middleGroundInWords(table, middleGround(table))).not.toContain('Nothing lies between');
});

test('it says what is agreed, halfway and undivided, and that halfway is not fair', () => {
  const words = middleGroundInWords(
    {
      agenda,
      offers: [
        [0, 0, null, 1],
        [4, 2, null, 1],
      ],
    },
    middleGround({
      agenda,
      offers: [
        [0, 0, null, 1],
        [4, 2, null, 1],
      ],
    }),
  );
  expect(words).toContain('Agreed: Language: both.');
  expect(words).toContain('Halfway: Flow: 30 m³/s.');
  expect(words).toContain('Nothing lies between: Data: monthly or continuous.');
  expect(words).toContain('Open: Seat.');
  expect(words).toContain(
    '35% of the way across all issues, one of 2: Flow: 30 m³/s; Data: monthly; Seat: open; Language: both.',
  );
  expect(words).toContain('halfway need not be fair');
});

test('without offers there is no middle', () => {
  const table: OnTheTable = { agenda, offers: [agenda.map(() => null), agenda.map(() => null)] };
  expect(middleGround(table).candidates).toEqual([]);
  expect(middleGroundInWords(table, middleGround(table))).toContain('No side has made an offer');
});

test('of one offer alone it is that offer', () => {
  const table: OnTheTable = { agenda, offers: [[3, 1, null, 0], agenda.map(() => null)] };
  expect(middleGround(table)).toMatchObject({ candidates: [[3, 1, null, 0]], furthest: 0, all: true });
});

test('no other choice of middle answers takes the furthest side less far, and every such choice is listed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const chance = seeded(seed);
      const sizes = Array.from({ length: 1 + Math.floor(chance() * 4) }, () => 1 + Math.floor(chance() * 4));
      const parties = Array.from({ length: 2 + Math.floor(chance() * 2) }, (_, p) => `${p}`);
      const table = randomTable(chance, { sizes, parties });
      const offers = table.offers.filter(hasOffered);
      const ground = middleGround(table, 1000);
      if (offers.length === 0) return ground.candidates.length === 0;
      const distances = distancesOf({ agenda: table.agenda, offers });
      const choices = ground.issues.map(({ answers }) => (answers.length === 0 ? [null] : answers));
      const deals: { readonly deal: (number | null)[]; readonly away: number[] }[] = [];
      for (const pick of eachPackage(choices.map((each) => each.length))) {
        const deal = pick.map((a, i) => choices[i]![a]!);
        const away = offers.map((_, p) =>
          deal.reduce<number>((sum, a, i) => sum + (a === null ? 0 : distances.of[p]![i]![a]!), 0),
        );
        deals.push({ deal, away });
      }
      const best = deals.reduce((a, b) => (byNearness(b.away, a.away) < 0 ? b : a));
      const expected = deals.filter(({ away }) => byNearness(away, best.away) === 0).map(({ deal }) => deal.join());
      expect(ground.candidates.map((deal) => deal.join()).sort()).toEqual(expected.sort());
      expect(ground.furthest).toBeCloseTo(Math.max(...best.away) / distances.grid / sizes.length, 12);
      return true;
    }),
    { numRuns: 150 },
  );
});

test('the middle of a range is nearest to the furthest side among all its answers', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 4 }), (said) => {
      const issue: Issue = { kind: 'range', name: 'Years', from: 0, to: 10, step: 1 };
      const ground = middleGround({ agenda: agendaOf([issue], [answersOf(issue)]), offers: said.map((a) => [a]) });
      const cost = (a: number) => [
        Math.max(...said.map((b) => Math.abs(a - b))),
        said.reduce((sum, b) => sum + Math.abs(a - b), 0),
      ];
      const costs = Array.from({ length: 11 }, (_, a) => cost(a));
      const [most, sum] = costs.reduce((x, y) => ((y[0]! - x[0]! || y[1]! - x[1]!) < 0 ? y : x));
      const expected = costs.flatMap((each, a) => (each[0] === most && each[1] === sum ? [a] : []));
      expect(ground.issues[0]!.answers).toEqual(expected);
    }),
  );
});
