import { expect, test } from 'vitest';
import type { Exchange, Step } from './exchange.ts';
import { isRefused, type ExchangeReason } from './refusal.ts';
import { remediesFor } from './remedy.ts';
import { sequenceSteps } from './sequencing.ts';

const a: Step = { name: 'a', by: 'A', cost: 4, benefit: { B: 5 } };
const b: Step = { name: 'b', by: 'B', cost: 4, benefit: { A: 5 } };
const c: Step = { name: 'c', by: 'A', cost: 1, benefit: {} };
const plain: Exchange = { parties: ['A', 'B'], steps: [a, b, c], before: [], together: [], tolerance: { A: 3, B: 3 } };
const steps = (...steps: readonly Step[]): Exchange => ({ ...plain, steps });

test.each<[ExchangeReason, string, string, Exchange]>([
  ['tooFewParties', 'parties', 'this one has 1', { ...plain, parties: ['A'] }],
  ['nameTwice', 'parties[1]', '“A”', { ...plain, parties: ['A', 'A'] }],
  ['badTolerance', 'tolerance.B', 'tolerance of B', { ...plain, tolerance: { A: 3 } }],
  ['badTolerance', 'tolerance.A', 'from 0', { ...plain, tolerance: { A: -1, B: 3 } }],
  ['unknownParty', 'tolerance.C', '“C”', { ...plain, tolerance: { A: 3, B: 3, C: 3 } }],
  ['noSteps', 'steps', 'no step', steps()],
  ['tooManySteps', 'steps', '61 steps', steps(...Array.from({ length: 61 }, (_, i) => ({ ...a, name: `${i}` })))],
  ['nameTwice', 'steps[1]', '“a”', steps(a, a)],
  ['unknownParty', 'steps[0].by', '“Z”', steps({ ...a, by: 'Z' })],
  ['badPoints', 'steps[0].cost', 'from 0', steps({ ...a, cost: -1 })],
  ['badPoints', 'steps[0].cost', 'cost of “a”', steps({ ...a, cost: Number.NaN })],
  ['badPoints', 'steps[0].benefit.B', 'six decimals', steps({ ...a, benefit: { B: 1 / 3 } })],
  ['unknownParty', 'steps[0].benefit.Z', '“Z”', steps({ ...a, benefit: { Z: 1 } })],
  ['benefitToDoer', 'steps[0].benefit.A', 'take that off its cost', steps({ ...a, benefit: { A: 1 } })],
  ['badParts', 'steps[0].parts', '1 to 24', steps({ ...a, parts: 1.5 })],
  ['badParts', 'steps[0].parts', '1 to 24', steps({ ...a, parts: 3, divisible: 2 })],
  ['unknownStep', 'before[0]', '“x”', { ...plain, before: [['a', 'x']] }],
  ['unknownStep', 'together[0]', '“x”', { ...plain, together: [['a', 'x']] }],
  [
    'groupedTwice',
    'together[1]',
    '“b” is put together twice',
    {
      ...plain,
      together: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    },
  ],
  ['groupParts', 'together[0]', '“a”, “b”', { ...steps({ ...a, parts: 2 }, b), together: [['a', 'b']] }],
  ['tooFine', 'steps', 'fewer digits', steps({ ...a, cost: 123456789.123456, parts: 23 }, { ...b, parts: 24 })],
  [
    'circularOrder',
    'before',
    '“a” before “b” before “c” before “a”',
    {
      ...plain,
      before: [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'a'],
      ],
    },
  ],
  ['circularOrder', 'before', '“a” would have to be done before itself', { ...plain, before: [['a', 'a']] }],
  [
    'circularOrder',
    'before',
    '“a” with “c” before “b” before “a” with “c”',
    {
      ...plain,
      before: [
        ['a', 'b'],
        ['b', 'c'],
      ],
      together: [['a', 'c']],
    },
  ],
])('%s at %s', (refused, where, words, exchange) => {
  for (const result of [sequenceSteps(exchange), remediesFor(exchange)]) {
    expect(result).toMatchObject({ refused, where });
    expect(isRefused(result) && result.words).toContain(words);
  }
});

test('the circle is named by its steps', () => {
  expect(
    sequenceSteps({
      ...plain,
      before: [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
      ],
    }),
  ).toMatchObject({ cycle: ['b', 'c'] });
});

test('beyond the exact search a good order is given and said not to be proven', () => {
  const many = Array.from({ length: 26 }, (_, i): Step =>
    i % 2 === 0 ? { ...a, name: `${i}`, cost: 2 + (i % 5) } : { ...b, name: `${i}`, cost: 2 + (i % 7) },
  );
  const exchange: Exchange = {
    ...steps(...many),
    before: [
      ['20', '1'],
      ['3', '0'],
    ],
  };
  const sequence = sequenceSteps(exchange);
  if (isRefused(sequence)) throw new Error(sequence.words);
  expect(sequence.atLeast).toBeLessThanOrEqual(sequence.excess);
  expect(sequence.proven).toBe(sequence.atLeast === sequence.excess);
  const [order] = sequence.orders;
  const at = (name: string): number => order!.findIndex(({ turn }) => many[turn]!.name === name);
  expect(order).toHaveLength(26);
  expect(at('20')).toBeLessThan(at('1'));
  expect(at('3')).toBeLessThan(at('0'));
});
