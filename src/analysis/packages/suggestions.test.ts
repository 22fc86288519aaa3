import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bruteForce, randomScores } from '../../../tests/support/analysis/brute-force.ts';
import { randomPackage, randomTable } from '../../../tests/support/analysis/tables.ts';
import { seeded } from '../chance.ts';
import { frontierOf, type MergedFrontier } from '../frontier/index.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { waveringOf } from './robust.ts';
import { suggestionsFor, type Suggestion } from './suggestions.ts';
import type { OnTheTable } from './table.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });

interface Scene {
  readonly scores: Scores;
  readonly table: OnTheTable;
  readonly deal: Package;
}

function scene(seed: number): Scene {
  const chance = seeded(seed);
  const shape = { parties: 2 + Math.floor(chance() * 3), issues: 2 + Math.floor(chance() * 3), answers: 4 };
  const scores = randomScores(chance, { ...shape, bonds: Math.floor(chance() * 2), floors: chance() < 0.6 });
  return { scores, table: randomTable(chance, scores), deal: randomPackage(chance, scores) };
}

function made(scores: Scores): MergedFrontier {
  const frontier = frontierOf(scores);
  if ('refused' in frontier) throw new Error(frontier.refused);
  return frontier;
}

test('every suggestion is efficient, gives everybody at least its floor, and is a different point', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scores, table, deal } = scene(seed);
      const { points } = bruteForce(scores);
      const frontier = made(scores);
      const { list, notes } = suggestionsFor(scores, table, frontier, { deal });
      expect(notes.join(' ').includes('No package was found')).toBe(points.length === 0);
      expect(list.length > 0).toBe(points.length > 0);
      const efficient = new Set(points.map((point) => point.join()));
      for (const { pack, totals, reasons, alternatives, accounts } of list) {
        expect(efficient).toContain([...totalsOf(scores, pack)!].join());
        expect(totals).toEqual([...totalsOf(scores, pack)!]);
        expect(accounts.map(({ total }) => total)).toEqual(totals);
        expect(reasons.length).toBeGreaterThan(0);
        for (const { name, sentence } of reasons) {
          seen.add(name);
          expect(sentence.length).toBeGreaterThan(20);
        }
        for (const other of alternatives.packages) expect([...totalsOf(scores, other.pack)!]).toEqual(totals);
      }
      expect(new Set(list.map(({ place }) => place)).size).toBe(list.length);
      // Five reasons, each with six that tie at most.
      expect(list.length).toBeLessThanOrEqual(30);
    }),
    { numRuns: 150 },
  );
  expect([...seen].sort()).toEqual([
    'better than the deal',
    'egalitarian',
    'nash',
    'nearest',
    'traded from the middle',
  ]);
});

test('no order of the parties changes what is suggested, nor why', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scores, table, deal } = scene(seed);
      const turned: Scores = {
        ...scores,
        parties: scores.parties.toReversed(),
        floors: scores.floors.toReversed(),
        of: scores.of.toReversed(),
        bonds: scores.bonds.map((bond) => ({ ...bond, of: bond.of?.toReversed() ?? null })),
      };
      const wavering = waveringOf(scores, 0.3, 40, seeded(seed));
      const reasons = (list: readonly Suggestion[], back: boolean): readonly string[] =>
        list
          .flatMap(({ reasons: why, totals }) =>
            why.map(({ name }) => `${name} ${(back ? totals.toReversed() : totals).join()}`),
          )
          .sort();
      const [there, back] = [
        suggestionsFor(scores, table, made(scores), { deal, wavering }),
        suggestionsFor(turned, { ...table, offers: table.offers.toReversed() }, made(turned), {
          deal,
          wavering: { ...wavering, factors: wavering.factors.toReversed() },
        }),
      ];
      expect(reasons(back.list, true)).toEqual(reasons(there.list, false));
    }),
    { numRuns: 150 },
  );
});

test('an improvement of the deal gives nobody less than the deal', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { scores, table, deal } = scene(seed);
      const before = totalsOf(scores, deal);
      const { list } = suggestionsFor(scores, table, made(scores), { deal });
      const improved = list.filter(({ reasons }) => reasons.some(({ name }) => name === 'better than the deal'));
      expect(before === null && improved.length > 0).toBe(false);
      for (const { totals } of improved) expect(totals.every((total, p) => total >= before![p]!)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('a party without a known reservation is named', () => {
  const of = [[new Float64Array([0, 3])], [new Float64Array([2, 0])]];
  const scores: Scores = {
    parties: ['Ana', 'Ben'],
    sizes: [2],
    of,
    bonds: [],
    floors: [-Infinity, 1],
    step: 1,
    error: 0,
  };
  const { notes } = suggestionsFor(scores, randomTable(seeded(1), scores), made(scores));
  expect(notes).toEqual(['What Ana has without an agreement is not known; the worst package stands in for it.']);
});
