import { expect, test } from 'vitest';
import { institutionsIn, issuesIn, partiesIn } from './outline.ts';

test('parties are the lines that say something, each with a key of its own', () => {
  expect(
    partiesIn(' Upstream \n\nLow Land\nLow-land\nالنهر\n2nd bank\nMediation').map(({ key, name }) => [key, name]),
  ).toEqual([
    ['upstream', 'Upstream'],
    ['low-land', 'Low Land'],
    ['party-low-land', 'Low-land'],
    ['party', 'النهر'],
    ['party-2nd-bank', '2nd bank'],
    ['party-mediation', 'Mediation'],
  ]);
});

test('institutions have a standing, and a single one has the lead', () => {
  expect(institutionsIn('Mediation', [])).toEqual([
    { key: 'institution-mediation', name: 'Mediation', standing: 'lead' },
  ]);
  expect(institutionsIn('The Envoy|Lead\nThe League | observer', ['the-league'])).toEqual([
    { key: 'the-envoy', name: 'The Envoy', standing: 'lead' },
    { key: 'institution-the-league', name: 'The League', standing: 'observer' },
  ]);
  for (const wrong of ['A\nB', 'A | boss', '| lead', 'A | lead | more'])
    expect(institutionsIn(wrong, [])).toHaveProperty('unread', expect.stringMatching(/^Line \d, “/));
});

test.each([
  [
    'Gate: open | half open | shut',
    {
      kind: 'options',
      options: [
        { key: 'open', name: 'open' },
        { key: 'half-open', name: 'half open' },
        { key: 'shut', name: 'shut' },
      ],
    },
  ],
  [
    'Stay: 2 - 3 weeks | 4 weeks',
    {
      kind: 'options',
      options: [
        { key: 'option-2-3-weeks', name: '2 - 3 weeks' },
        { key: 'option-4-weeks', name: '4 weeks' },
      ],
    },
  ],
  ['Release: 0–100 Mm³ step 5', { kind: 'range', from: 0, to: 100, unit: 'Mm³', step: 5 }],
  ['Share: 0-1', { kind: 'range', from: 0, to: 1, unit: '', step: null }],
  ['Cold: -10 to -2,5 °C', { kind: 'range', from: -10, to: -2.5, unit: '°C', step: null }],
  ['Price: 1 000..2 500 CHF per m² Step 0.5', { kind: 'range', from: 1000, to: 2500, unit: 'CHF per m²', step: 0.5 }],
  ['Years: 1 — 30 step 1', { kind: 'range', from: 1, to: 30, unit: '', step: 1 }],
])('an issue is a line: %s', (line, scale) => {
  expect(issuesIn(line)).toEqual([{ key: expect.any(String), name: line.split(':')[0], scale }]);
});

test.each([
  'Gate',
  'Gate:',
  ': open | shut',
  'Gate: open',
  'Gate: open |',
  'Gate: from 1',
  'Water: 0–100\nGate',
  'Gate: a | b\nGate: c | d',
])('a line that is no issue is named: %j', (text) => {
  expect(issuesIn(text)).toHaveProperty('unread', expect.stringMatching(/^Line [12]\b/));
});
