import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchBeam } from './beam.ts';
import type { Exchange, Measure } from './exchange.ts';
import { isRefused, type ExchangeRefusal } from './refusal.ts';
import { leastExcess } from './least-excess.ts';
import { remediesFor } from './remedy.ts';
import { sequenceSteps, type Moment, type Sequence } from './sequencing.ts';
import { inShares } from './shares.ts';
import { momentWords, remedyWords, sequenceWords } from './telling.ts';
import { turnsOf } from './turns.ts';

// The obvious way: every order there is, each looked at on its own.

type Part = readonly string[];

function* allOrders(
  left: readonly (readonly Part[])[],
  may: (done: readonly Part[], next: Part) => boolean,
): Generator<Part[]> {
  function* go(done: Part[], rest: readonly (readonly Part[])[]): Generator<Part[]> {
    if (rest.every((turn) => turn.length === 0)) yield done;
    for (const [t, [next]] of rest.entries())
      if (next !== undefined && may(done, next))
        yield* go(
          [...done, next],
          rest.map((turn, i) => (i === t ? turn.slice(1) : turn)),
        );
  }
  yield* go([], left);
}

function bruteForce(exchange: Exchange, measure: Measure): { excess: number; orders: string[] } | null {
  const { parties, steps, before, together, tolerance } = exchange;
  const stepOf = (name: string) => steps.find((step) => step.name === name)!;
  const groups: Part[] = [
    ...together,
    ...steps.map(({ name }) => [name]).filter(([name]) => !together.some((g) => g.includes(name!))),
  ];
  const left = groups.map((group) => Array.from({ length: stepOf(group[0]!).parts ?? 1 }, () => group));
  const total = left.flat().length;
  const finished = (done: readonly Part[], name: string): boolean =>
    done.filter((part) => part.includes(name)).length === (stepOf(name).parts ?? 1);
  const may = (done: readonly Part[], next: Part): boolean =>
    before.every(([a, b]) => !next.includes(b) || finished(done, a));
  const balance = (done: readonly Part[], party: string): number =>
    done.flat().reduce((sum, name) => {
      const { by, cost, benefit, parts = 1 } = stepOf(name);
      return sum + (by === party ? -cost : (benefit[party] ?? 0)) / parts;
    }, 0);
  const risk = (done: readonly Part[], all: readonly Part[], party: string): number => {
    const rest = all.slice(done.length).flat();
    if (measure === 'exposure')
      return rest.some((name) => stepOf(name).by !== party) ? Math.max(0, -balance(done, party)) : 0;
    return rest.some((name) => stepOf(name).by === party) ? Math.max(0, balance(done, party) - balance(all, party)) : 0;
  };
  const doers = (part: Part): string => [...new Set(part.map((name) => stepOf(name).by))].sort().join();
  const rated = [...allOrders(left, may)].map((order) => {
    const prefixes = Array.from({ length: total + 1 }, (_, k) => order.slice(0, k));
    const risks = prefixes.map((done) => parties.map((party) => risk(done, order, party)));
    const excess = Math.max(...risks.flatMap((row) => row.map((r, p) => r - tolerance[parties[p]!]!)));
    const changes = order.filter((part, k) => k > 0 && doers(part) !== doers(order[k - 1]!)).length;
    return {
      key: [excess, risks.flat().reduce((a, b) => a + b, 0), changes],
      text: order.map((part) => part.toSorted().join('+')).join(' '),
    };
  });
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const differing = a.findIndex((x, i) => Math.abs(x - b[i]!) > 1e-9);
    return differing < 0 ? 0 : a[differing]! - b[differing]!;
  };
  if (rated.length === 0) return null;
  const best = rated.reduce((a, b) => (compare(b.key, a.key) < 0 ? b : a));
  return {
    excess: best.key[0]!,
    orders: rated.flatMap((it) => (compare(it.key, best.key) === 0 ? [it.text] : [])).sort(),
  };
}

const exchanges: fc.Arbitrary<Exchange> = fc
  .record({ parties: fc.integer({ min: 2, max: 3 }), steps: fc.integer({ min: 1, max: 5 }) })
  .chain(({ parties, steps }) => {
    const names = ['A', 'B', 'C'].slice(0, parties);
    const place = fc.nat(steps - 1).map((s) => `s${s}`);
    return fc.record({
      parties: fc.constant(names),
      steps: fc.tuple(
        ...Array.from({ length: steps }, (_, s) =>
          fc
            .record({
              by: fc.constantFrom(...names),
              cost: fc.nat(6),
              points: fc.array(fc.integer({ min: -1, max: 8 }), { minLength: parties, maxLength: parties }),
              parts: fc.constantFrom(1, 1, 1, 2),
            })
            .map(({ by, cost, points, parts }) => {
              const benefit = Object.fromEntries(names.flatMap((name, p) => (name === by ? [] : [[name, points[p]!]])));
              return { name: `s${s}`, by, cost, benefit, parts, divisible: 3 };
            }),
        ),
      ),
      before: fc.array(fc.tuple(place, place), { maxLength: 2 }),
      together: fc
        .tuple(fc.boolean(), place, place)
        .map(([some, a, b]): string[][] => (some && a !== b ? [[a, b]] : [])),
      tolerance: fc
        .array(fc.nat(4), { minLength: parties, maxLength: parties })
        .map((most) => Object.fromEntries(names.map((name, p) => [name, most[p]!]))),
    });
  })
  .filter(({ steps }) => steps.reduce((sum, { parts }) => sum + parts, 0) <= 6)
  .filter(({ together, steps }) =>
    together.every((group) => new Set(group.map((name) => steps.find((step) => step.name === name)!.parts)).size === 1),
  );

const measures = fc.constantFrom<Measure>('exposure', 'temptation');

function allowed<T>(result: T | ExchangeRefusal): T {
  if (isRefused(result)) throw new Error(result.words);
  return result;
}

const sequenced = (exchange: Exchange, measure: Measure = 'exposure'): Sequence =>
  allowed(sequenceSteps(exchange, measure));
const possible = exchanges.filter((exchange) => !isRefused(sequenceSteps(exchange)));

function textsOf({ orders, turns }: Sequence): string[] {
  const names = (turn: number): string[] => turns.turns[turn]!.steps.map((s) => turns.exchange.steps[s]!.name);
  return orders.map((order) => order.map(({ turn }) => names(turn).sort().join('+')).join(' ')).sort();
}

test('an exchange is refused exactly when there is no order at all, and a circle is named', () => {
  fc.assert(
    fc.property(exchanges, (exchange) => {
      const sequence = sequenceSteps(exchange);
      const isCircle = isRefused(sequence) && sequence.refused === 'circularOrder' && sequence.cycle!.length > 0;
      expect(isCircle).toBe(bruteForce(exchange, 'exposure') === null);
    }),
    { numRuns: 100 },
  );
});

test('the orders are those that looking at every order finds', () => {
  fc.assert(
    fc.property(possible, measures, (exchange, measure) => {
      const brute = bruteForce(exchange, measure)!;
      const sequence = sequenced(exchange, measure);
      expect(sequence.excess).toBeCloseTo(brute.excess, 9);
      expect(sequence.withinTolerance).toBe(brute.excess <= 1e-9);
      expect(sequence.more).toBe(brute.orders.length > 24);
      const found = textsOf(sequence);
      expect(found).toHaveLength(Math.min(24, brute.orders.length));
      expect(brute.orders).toEqual(expect.arrayContaining(found));
      expect(new Set(found).size).toBe(found.length);
      const over = (order: readonly Moment[]): number[] =>
        order.flatMap(({ risk }) => risk.map((r, p) => r - exchange.tolerance[exchange.parties[p]!]!));
      expect(Math.max(...sequence.orders.flatMap(over))).toBeLessThanOrEqual(sequence.excess + 1e-9);
    }),
    { numRuns: 300 },
  );
});

test('renaming and reordering parties and steps changes nothing but names', () => {
  fc.assert(
    fc.property(possible, measures, fc.integer({ min: 1, max: 4 }), (exchange, measure, by) => {
      const turned = <T>(list: readonly T[]): T[] =>
        [...list.slice(by % list.length), ...list.slice(0, by % list.length)].reverse();
      const called = (record: Readonly<Record<string, number>>) =>
        Object.fromEntries(turned(Object.entries(record)).map(([party, points]) => [`other ${party}`, points]));
      const other: Exchange = {
        parties: turned(exchange.parties).map((party) => `other ${party}`),
        steps: turned(exchange.steps).map((step) => ({
          ...step,
          by: `other ${step.by}`,
          benefit: called(step.benefit),
        })),
        before: exchange.before.toReversed(),
        together: exchange.together.map((group) => group.toReversed()),
        tolerance: called(exchange.tolerance),
      };
      const [a, b] = [sequenced(exchange, measure), sequenced(other, measure)];
      expect(b.excess).toBe(a.excess);
      expect(b.more).toBe(a.more);
      expect(a.more || JSON.stringify(textsOf(a)) === JSON.stringify(textsOf(b))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('a remedy does what it says', () => {
  fc.assert(
    fc.property(possible, measures, (exchange, measure) => {
      const now = sequenced(exchange, measure);
      const remedies = allowed(remediesFor(exchange, measure));
      expect(now.withinTolerance && remedies.single.length > 0).toBe(false);
      const falling = remedies.combined.map(({ excess }) => excess);
      expect(falling).toEqual(falling.toSorted((a, b) => b - a));
      expect(remedies.untried).toEqual([]);
      for (const { change, excess, falls } of remedies.single) {
        const others = exchange.together.filter((group) => !group.some((name) => change.steps.includes(name)));
        const changed: Exchange = {
          ...exchange,
          steps: exchange.steps.map((s) =>
            change.steps.includes(s.name) ? { ...s, parts: change.parts, divisible: 24 } : s,
          ),
          together: change.kind === 'together' ? [...others, change.steps] : exchange.together,
        };
        expect(sequenced(changed, measure).excess).toBeCloseTo(excess, 9);
        expect(falls).toBeCloseTo(now.excess - excess, 9);
        expect(falls).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});

test('neither the beam nor the bound claims what is not so', () => {
  fc.assert(
    fc.property(possible, measures, (exchange, measure) => {
      const turns = allowed(turnsOf(exchange));
      const exact = sequenced(exchange, measure).excess * turns.scale;
      const { excess, atLeast, proven } = searchBeam(turns, measure);
      expect(excess).toBeGreaterThanOrEqual(exact - 1e-6);
      expect(atLeast).toBeLessThanOrEqual(exact + 1e-6);
      expect(proven).toBe(excess === atLeast);
      const small = leastExcess(turns, measure, 3);
      expect(small.atLeast).toBeLessThanOrEqual(exact + 1e-6);
      expect(leastExcess(turns, measure, Infinity).excess).toBeCloseTo(exact, 6);
    }),
    { numRuns: 150 },
  );
});

const swap = (parts: number, tolerance: number): Exchange => ({
  parties: ['A', 'B'],
  steps: [
    { name: 'release', by: 'A', cost: 10, benefit: { B: 12 }, parts, divisible: 24 },
    { name: 'withdraw', by: 'B', cost: 10, benefit: { A: 12 }, parts, divisible: 24 },
  ],
  before: [],
  together: [],
  tolerance: { A: tolerance, B: tolerance },
});

test('gradual release: in n parts each the worst exposure is one part; at the same moment there is none', () => {
  for (const n of [1, 2, 3, 5, 8]) {
    const { excess, orders } = sequenced(swap(n, 0));
    expect(excess).toBeCloseTo(n === 1 ? 10 : 10 / n, 9);
    expect(orders.map((order) => order.map(({ turn }) => turn)).every((order) => order.length === 2 * n)).toBe(true);
  }
  expect(sequenced({ ...swap(1, 0), together: [['release', 'withdraw']] }).excess).toBe(0);
});

test('temptation never vanishes in an order of separate steps: whoever acts last would gain by not acting', () => {
  expect(sequenced(swap(4, 0), 'temptation').excess).toBe(2.5);
  expect(sequenced(swap(4, 2.5), 'temptation').withinTolerance).toBe(true);
});

test('words say each step, the tolerance, the ties and the cheapest remedies', () => {
  const sequence = sequenced(swap(1, 3));
  expect(sequenceWords(sequence)).toEqual([
    'No order keeps everybody within its tolerance; in this one somebody is beyond it by 7 at the worst moment, the least possible.',
    '2 orders are equally good; this is one of them.',
  ]);
  expect(
    momentWords(
      sequence,
      sequence.orders.find(([first]) => first!.turn === 0)!,
    ),
  ).toEqual([
    'Step 1: A does “release”. A has given 10 and received 0: exposed by 10, beyond its tolerance of 3. B has given 0 and received 12: not exposed.',
    'Step 2: B does “withdraw”. A has given 10 and received 12. B has given 10 and received 12.',
  ]);
  const remedies = allowed(remediesFor(swap(1, 3)));
  expect(remedyWords(remedies.single[0]!)).toBe(
    'Do “release” and “withdraw” at the same moment, and verify it: the worst moment falls by 10, and everybody can then be kept within its tolerance.',
  );
  const parts = sequenced(swap(4, 3));
  expect(sequenceWords(parts)[0]).toBe('In this order nobody is ever exposed beyond its tolerance.');
  expect(momentWords(parts, parts.orders[0]!)[0]).toContain('(part 1 of 4)');
});

test('in shares, the size of one side’s points does not matter', () => {
  fc.assert(
    fc.property(exchanges, fc.integer({ min: 2, max: 9 }), (exchange, k) => {
      const larger = (party: string, points: number): number => (party === 'A' ? points * k : points);
      const other = {
        ...exchange,
        steps: exchange.steps.map((step) => ({
          ...step,
          cost: larger(step.by, step.cost),
          benefit: Object.fromEntries(Object.entries(step.benefit).map(([p, points]) => [p, larger(p, points)])),
        })),
      };
      fc.pre(exchange.steps.some(({ by, cost }) => by === 'A' && cost > 0));
      expect(inShares(other)).toEqual(inShares(exchange));
    }),
    { numRuns: 100 },
  );
});
