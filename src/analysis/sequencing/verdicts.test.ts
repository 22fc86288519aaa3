import { expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import { isRefused } from './refusal.ts';
import { sequenceSteps, type Sequence } from './sequencing.ts';
import { inShares } from './shares.ts';
import { momentWords, sequenceWords } from './telling.ts';

function sequenced(exchange: Exchange): Sequence {
  const found = sequenceSteps(exchange);
  if (isRefused(found)) throw new Error(found.words);
  return found;
}

test('in shares, no rounding puts anybody beyond its tolerance', () => {
  const thirds: Exchange = {
    parties: ['A', 'B'],
    tolerance: { A: 0, B: 67 },
    before: [['x', 'y3']],
    together: [],
    steps: [
      { name: 'y1', by: 'B', cost: 1, benefit: { A: 1 } },
      { name: 'y2', by: 'B', cost: 1, benefit: { A: 1 } },
      { name: 'y3', by: 'B', cost: 1, benefit: { A: 1 } },
      { name: 'x', by: 'A', cost: 2, benefit: { B: 2 } },
      { name: 'z', by: 'A', cost: 1, benefit: { B: 1 } },
    ],
  };
  const found = sequenced(inShares(thirds));
  expect(found.withinTolerance).toBe(true);
  const words = [...sequenceWords(found), ...momentWords(found, found.orders[0]!)].join(' ');
  expect(words).not.toMatch(/gives 0 more|beyond its tolerance of/);
});

test('a party may be called as any program calls its own things', () => {
  const found = sequenced({
    parties: ['constructor', 'toString'],
    tolerance: { constructor: 1, toString: 1 },
    before: [],
    together: [],
    steps: [
      { name: 'x', by: 'constructor', cost: 1, benefit: {} },
      { name: 'y', by: 'toString', cost: 1, benefit: { constructor: 2 } },
    ],
  });
  expect([found.excess, found.orders.length]).toEqual([0, 2]);
});

test('where not all orders were looked at, none is said to be equally good', () => {
  const chain: Exchange = {
    parties: ['A', 'B'],
    tolerance: { A: 1, B: 1 },
    before: Array.from({ length: 21 }, (_, s) => [`s${s}`, `s${s + 1}`]),
    together: [],
    steps: Array.from({ length: 22 }, (_, s) => ({
      name: `s${s}`,
      by: s % 2 === 0 ? 'A' : 'B',
      cost: 1,
      benefit: { [s % 2 === 0 ? 'B' : 'A']: 2 },
    })),
  };
  const words = sequenceWords(sequenced(chain)).join(' ');
  expect(words).toContain('Not all orders were looked at');
  expect(words).not.toContain('equally good');
});
