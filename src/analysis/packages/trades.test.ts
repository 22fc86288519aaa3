import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomPackage } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { answersOf } from '../preferences/index.ts';
import type { Issue, Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { agendaOf } from './agenda.ts';
import { stakesOf } from './stakes.ts';
import { tradeInWords } from './trade-in-words.ts';
import { tradesFrom, type Trade, type Trades } from './trades.ts';

function scene(seed: number, bonds = 2): { readonly scores: Scores; readonly pack: Package } {
  const chance = seeded(seed);
  const shape = { parties: 2 + Math.floor(chance() * 3), issues: 1 + Math.floor(chance() * 5), answers: 4 };
  const scores = randomScores(chance, { ...shape, bonds: Math.floor(chance() * (bonds + 1)) });
  return { scores, pack: randomPackage(chance, scores) };
}

function listed(scores: Scores, pack: Package, limit = 1e6): Trades {
  const trades = tradesFrom(scores, pack, limit);
  if ('refused' in trades) throw new Error(trades.refused);
  return trades;
}

const after = (pack: Package, changes: readonly { readonly issue: number; readonly to: number }[]): Package =>
  pack.map((answer, i) => changes.find(({ issue }) => issue === i)?.to ?? answer);

// Every package that differs in one or two answers, by looking at it.
function obvious(scores: Scores, pack: Package): ReadonlyMap<string, readonly number[]> {
  const before = totalsOf(scores, pack)!;
  const moves = scores.sizes.flatMap((size, issue) =>
    Array.from({ length: size }, (_, to) => ({ issue, to })).filter(({ to }) => to !== pack[issue]),
  );
  const gains = (changes: typeof moves): readonly number[] | null => {
    const totals = totalsOf(scores, after(pack, changes));
    if (totals === null) return null;
    const each = Array.from(totals, (total, p) => total - before[p]!);
    return each.every((gain) => gain >= 0) && each.some((gain) => gain > 0) ? each : null;
  };
  const found = new Map<string, readonly number[]>();
  for (const one of moves) {
    const alone = gains([one]);
    if (alone !== null) found.set(after(pack, [one]).join(), alone);
    for (const other of moves) {
      if (other.issue <= one.issue || (alone !== null && gains([other]) !== null)) continue;
      const both = gains([one, other]);
      if (both !== null) found.set(after(pack, [one, other]).join(), both);
    }
  }
  return found;
}

test('no trade is missed and none is invented', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const { scores, pack } = scene(seed);
      if (totalsOf(scores, pack) === null) return 'refused' in tradesFrom(scores, pack);
      const trades = listed(scores, pack);
      const expected = obvious(scores, pack);
      expect(trades.count).toBe(expected.size);
      const seen = trades.best.map((trade) => [after(pack, trade.moves).join(), trade.gains]);
      expect(new Map(seen as [string, readonly number[]][])).toEqual(expected);
      return true;
    }),
    { numRuns: 250 },
  );
});

test('the best come first, by the least share of the stakes and then the total, and a short list keeps all ties of its last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 6 }), (seed, limit) => {
      const { scores, pack } = scene(seed);
      if (totalsOf(scores, pack) === null) return;
      const [all, some] = [listed(scores, pack).best, listed(scores, pack, limit).best];
      const stakes = stakesOf(scores);
      for (const { least, gains } of all) {
        const shares = gains.flatMap((gain, p) => (stakes[p]! > 0 ? [gain / stakes[p]!] : []));
        expect(least).toBe(shares.length === 0 ? 0 : Math.min(...shares));
      }
      const sorted = [...all].sort((a, b) => b.least - a.least || b.total - a.total);
      expect(all).toEqual(sorted);
      expect(some).toEqual(all.slice(0, some.length));
      expect(some.length).toBeGreaterThanOrEqual(Math.min(limit, all.length));
      const [last, next] = [some.at(-1), all[some.length]];
      expect(last !== undefined && next?.least === last.least && next.total === last.total).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test('the order of parties, and the scale of one party’s points, change no ranking', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
      const { scores, pack } = scene(seed, 0);
      const worth = ({ best }: Trades): unknown =>
        best.map(({ least, total, moves }) => ({ least, total, moves: moves.map(({ issue, to }) => [issue, to]) }));
      const plain = worth(listed(scores, pack));
      const turned = { ...scores, of: [...scores.of].reverse() };
      expect(worth(listed(turned, pack))).toEqual(plain);
      const scaled = {
        ...scores,
        of: scores.of.map((of, p) => (p === 0 ? of.map((values) => values.map((v) => v * 1024)) : of)),
      };
      // Where all stakes are equal the sums are of whole numbers, and rounded once instead of party by party.
      const alike = (trades: Trades) => trades.best.map(({ least, total }) => [least.toFixed(9), total.toFixed(9)]);
      expect(alike(listed(scaled, pack))).toEqual(alike(listed(scores, pack)));
    }),
    { numRuns: 100 },
  );
});

test('a trade says who gives what, what it costs and what it is worth to the other', () => {
  const issues: readonly Issue[] = [
    { kind: 'range', name: 'pumping', from: 0, to: 8, step: 4, unit: 'm³/s' },
    { kind: 'options', name: 'data', options: ['monthly', 'daily'] },
  ];
  const agenda = agendaOf(
    issues,
    issues.map((issue) => answersOf(issue)),
  );
  const of = [
    [new Float64Array([0, 5, 8]), new Float64Array([0, 7])],
    [new Float64Array([20, 11, 0]), new Float64Array([6, 0])],
  ];
  const scores: Scores = {
    parties: ['Upstream', 'Downstream'],
    sizes: [3, 2],
    of,
    bonds: [],
    floors: [0, 0],
    step: 1,
    error: 0,
  };
  const { best, count } = listed(scores, [2, 0]);
  expect(count).toBe(1);
  const [trade] = best as [Trade];
  expect(trade).toMatchObject({ kind: 'trade', gains: [4, 5], moves: [{ gains: [-3, 11] }, { gains: [7, -6] }] });
  expect(tradeInWords(scores, agenda, trade)).toBe(
    'Upstream gives 4 m³/s on “pumping” (from 8 m³/s to 4 m³/s), which costs it 3 and is worth 11 to Downstream; ' +
      'in return Downstream gives way on “data” (from monthly to daily), which costs it 6 and is worth 7 to Upstream. ' +
      'Together: Upstream +4 and Downstream +5.',
  );
});

test('a change that costs nobody anything says so', () => {
  const issue: Issue = { kind: 'options', name: 'seat', options: ['north', 'south'] };
  const of = [[new Float64Array([0, 2])], [new Float64Array([1, 1])], [new Float64Array([0, 3])]];
  const scores: Scores = {
    parties: ['A', 'B', 'C'],
    sizes: [2],
    of,
    bonds: [],
    floors: [0, 0, 0],
    step: 0.1,
    error: 0,
  };
  const [single] = listed(scores, [0]).best;
  expect(tradeInWords(scores, agendaOf([issue], [answersOf(issue)]), single!)).toBe(
    '“seat” changes (from north to south), which costs nobody anything and is worth 0.2 to A and 0.3 to C. In all: A +0.2, B no change and C +0.3.',
  );
});
