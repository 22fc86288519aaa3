import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Exchange, Measure, Step } from './exchange.ts';
import { isRefused } from './refusal.ts';
import { remediesFor, type Remedies } from './remedy.ts';
import { sequenceSteps } from './sequencing.ts';
import { remedyWords } from './telling.ts';

/** Steps that are done at the same moment, in so many parts. */
interface Group {
  readonly steps: readonly Step[];
  readonly parts: number;
}

function groupsOf({ steps, together }: Exchange): readonly Group[] {
  const alone = steps.filter(({ name }) => !together.some((group) => group.includes(name))).map(({ name }) => [name]);
  return [...together, ...alone].map((names) => {
    const members = steps.filter(({ name }) => names.includes(name));
    return { steps: members, parts: members[0]!.parts ?? 1 };
  });
}

/** The least excess of any order, by trying every way on from every stage; Infinity if there is no order. */
function leastBy(groups: readonly Group[], { parties, before, tolerance }: Exchange, measure: Measure): number {
  const known = new Map<string, number>();
  const isOver = (done: readonly number[], name: string): boolean =>
    groups.some(({ steps, parts }, g) => done[g] === parts && steps.some((step) => step.name === name));
  const has = (done: readonly number[], party: string): number =>
    groups.reduce((sum, { steps, parts }, g) => {
      const whole = steps.reduce((all, s) => all + (s.by === party ? -s.cost : (s.benefit[party] ?? 0)), 0);
      return sum + (whole * done[g]!) / parts;
    }, 0);
  const all = groups.map(({ parts }) => parts);
  const excess = (done: readonly number[]): number => {
    const left = groups.flatMap(({ steps, parts }, g) => (done[g]! < parts ? steps.map(({ by }) => by) : []));
    const risks = parties.map((party) =>
      measure === 'exposure'
        ? left.some((by) => by !== party) && -has(done, party)
        : left.includes(party) && has(done, party) - has(all, party),
    );
    return Math.max(...risks.map((risk, p) => Math.max(0, Number(risk)) - tolerance[parties[p]!]!));
  };
  const from = (done: readonly number[]): number => {
    const key = done.join();
    if (!known.has(key)) {
      const next = groups.flatMap(({ steps, parts }, g) =>
        done[g]! < parts && before.every(([a, b]) => steps.every(({ name }) => name !== b) || isOver(done, a))
          ? [from(done.map((count, i) => (i === g ? count + 1 : count)))]
          : [],
      );
      const on = done.every((count, g) => count === all[g]) ? -Infinity : Math.min(...next);
      known.set(key, Math.max(excess(done), on));
    }
    return known.get(key)!;
  };
  return from(groups.map(() => 0));
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
const divisibleInto = ({ steps, parts }: Group): number => Math.min(...steps.map((s) => s.divisible ?? parts));
const named = (...groups: readonly Group[]): string =>
  groups
    .flatMap(({ steps }) => steps.map(({ name }) => name))
    .sort()
    .join('+');

/** All single changes of the two kinds, each with the least excess that it leaves: of a pair, that of the best number of parts. */
function changesOf(exchange: Exchange, measure: Measure): Map<string, number> {
  const groups = groupsOf(exchange);
  const changes = new Map<string, number>();
  for (const group of groups)
    for (const parts of numbers(group.parts + 1, divisibleInto(group))) {
      const others = groups.filter((other) => other !== group);
      changes.set(`${named(group)} in ${parts}`, leastBy([...others, { ...group, parts }], exchange, measure));
    }
  for (const [i, a] of groups.entries())
    for (const b of groups.slice(i + 1)) {
      if (a.steps.some((s) => b.steps.some(({ by }) => by === s.by))) continue;
      const most = Math.min(Math.max(a.parts, b.parts), divisibleInto(a), divisibleInto(b));
      const found = numbers(Math.min(a.parts, b.parts), most).map((parts) => {
        const others = groups.filter((other) => other !== a && other !== b);
        return leastBy([...others, { steps: [...a.steps, ...b.steps], parts }], exchange, measure);
      });
      changes.set(`${named(a, b)} together`, Math.min(...found));
    }
  return changes;
}

const exchanges: fc.Arbitrary<Exchange> = fc
  .record({ parties: fc.constantFrom(['A', 'B'], ['A', 'B', 'C']), length: fc.integer({ min: 2, max: 4 }) })
  .chain(({ parties, length }) => {
    const place = fc.nat(length - 1).map((s) => `s${s}`);
    const step = fc.record({
      by: fc.constantFrom(...parties),
      cost: fc.nat(5),
      points: fc.array(fc.integer({ min: -1, max: 7 }), { minLength: 3, maxLength: 3 }),
      parts: fc.integer({ min: 1, max: 3 }),
      more: fc.option(fc.nat(2), { nil: undefined }),
    });
    return fc.record({
      parties: fc.constant(parties),
      steps: fc.array(step, { minLength: length, maxLength: length }).map((steps) =>
        steps.map(({ by, cost, points, parts, more }, s): Step => ({
          name: `s${s}`,
          by,
          cost,
          benefit: Object.fromEntries(parties.flatMap((p, i) => (p === by ? [] : [[p, points[i]!]]))),
          parts,
          ...(more === undefined ? {} : { divisible: parts + more }),
        })),
      ),
      before: fc.array(fc.tuple(place, place), { maxLength: 1 }),
      together: fc.tuple(place, place).map(([a, b]): string[][] => (a === 's0' && b !== a ? [[a, b]] : [])),
      tolerance: fc
        .array(fc.nat(2), { minLength: 3, maxLength: 3 })
        .map((most) => Object.fromEntries(parties.map((party, p) => [party, most[p]!]))),
    });
  })
  .filter((exchange) => !isRefused(sequenceSteps(exchange)));

function remedied(exchange: Exchange, measure: Measure = 'exposure'): Remedies {
  const remedies = remediesFor(exchange, measure);
  if (isRefused(remedies)) throw new Error(remedies.words);
  return remedies;
}

test('every single change that helps is found, with what it leaves, and nothing else', () => {
  fc.assert(
    fc.property(exchanges, fc.constantFrom<Measure>('exposure', 'temptation'), (exchange, measure) => {
      const now = leastBy(groupsOf(exchange), exchange, measure);
      const helpful = [...changesOf(exchange, measure)].filter(([, excess]) => now > 1e-9 && excess < now - 1e-9);
      const { single, untried } = remedied(exchange, measure);
      const found = new Map(
        single.map(({ change, excess }) => [
          `${change.steps.toSorted().join('+')} ${change.kind === 'split' ? `in ${change.parts}` : 'together'}`,
          excess,
        ]),
      );
      expect(untried).toEqual([]);
      expect(single).toHaveLength(helpful.length);
      for (const [name, excess] of helpful) expect([name, found.get(name)]).toEqual([name, expect.closeTo(excess, 9)]);
      const safe = helpful.filter(([, excess]) => excess <= 1e-9).length;
      expect(single.map(({ withinTolerance }) => withinTolerance)).toEqual(single.map((_, i) => i < safe));
    }),
    { numRuns: 300 },
  );
});

const gate: Step = { name: 'Open the gate', by: 'Hill', cost: 2, benefit: { Vale: 5 }, parts: 2 };
const repair: Step = { name: 'Pay for the repair', by: 'Vale', cost: 3, benefit: { Hill: 4 }, divisible: 3 };
const suit: Step = { name: 'End the suit', by: 'Vale', cost: 1, benefit: { Hill: 2 } };
const stream: Exchange = {
  parties: ['Hill', 'Vale'],
  steps: [gate, repair, suit],
  before: [['Open the gate', 'End the suit']],
  together: [],
  tolerance: { Hill: 0, Vale: 0 },
};

test('steps with different numbers of parts are put together in a number that both allow, and the words say so', () => {
  const told = (...steps: readonly Step[]): readonly string[] => remedied({ ...stream, steps }).single.map(remedyWords);
  expect(told(gate, repair, suit)).toEqual([
    'Do “Open the gate” and “Pay for the repair” at the same moment, each in 2 parts (“Pay for the repair” in 2 instead of 1), and verify it: the worst moment falls by 1, and everybody can then be kept within its tolerance.',
  ]);
  // Nothing can be paid in parts: then the gate is opened at once.
  expect(told(gate, { ...repair, divisible: 1 }, suit)).toEqual([
    'Do “Open the gate” and “Pay for the repair” at the same moment, each in one part (“Open the gate” in 1 instead of 2), and verify it: the worst moment falls by 1, and everybody can then be kept within its tolerance.',
  ]);
  // A pair that has the same number of parts keeps it.
  expect(told(gate, { ...repair, parts: 2 }, suit)[0]).toContain('“Pay for the repair” at the same moment, and verify');
});

test('a change counts each part more or fewer than there was', () => {
  const [{ cost, change }] = remedied(stream).single as [Remedies['single'][number]];
  expect([cost, change]).toEqual([
    2,
    { kind: 'together', steps: ['Open the gate', 'Pay for the repair'], parts: 2, were: [2, 1] },
  ]);
});

test('where a change would need parts too fine to be exact, its kind is said not to have been tried', () => {
  const steps = [
    { ...gate, cost: 48_000_000.123456, parts: 23, divisible: 24 },
    { ...repair, cost: 1, divisible: 1 },
    suit,
  ];
  const { untried } = remedied({ ...stream, steps });
  expect(untried).toEqual(['split']);
});

test('what changes nothing is no remedy, whatever a double makes of the fractions', () => {
  const [a, b] = [gate, repair].map(({ name, by }) => ({ name, by, divisible: 24 })) as [Step, Step];
  const steps = [
    { ...a, cost: 3, benefit: { Vale: 21 }, parts: 5 },
    { ...b, cost: 21, benefit: { Hill: 2 }, parts: 7 },
  ];
  const { single } = remedied({ ...stream, steps, before: [] });
  expect(single.length).toBeGreaterThan(0);
  expect(Math.min(...single.map(({ falls }) => falls))).toBeGreaterThan(1e-9);
});
