import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHere } from '../../../tests/cli/captured.ts';
import { documents } from '../documents/documents.ts';

const property = fileURLToPath(new URL('../../../examples/divorce-property', import.meta.url));

const estate = (bids: string, more = ''): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'parley-')), 'estate.scenario.yaml');
  writeFileSync(
    file,
    `parley-scenario: 1
name: An estate
provenance: Steinhaus 1948 has such a table; these numbers were made up for a test.
items: { house: House, car: Car }
profiles:
  ana: { name: Ana, provenance: own, points: { house: 120, car: 12 } }
  ben: { name: Ben, provenance: own, points: { house: 90, car: 15 } }
  cleo: { name: Cleo, provenance: own, points: ${bids}${more} }
`,
  );
  return file;
};

test('things go whole to the highest bid and money makes up for it, as worked out by hand', async () => {
  const { code, out } = await runHere(['divide', estate('{ house: 105, car: 6 }'), '--money', '--json']);
  expect(code).toBe(0);
  const found = documents.divideMoney.parse(JSON.parse(out));
  // Equal parts 44, 35 and 37; 135 is held, 116 is owed, and a third of the 19 over goes to each.
  expect(found).toMatchObject({
    holders: { House: 'Ana', Car: 'Ben' },
    bonus: '19/3',
    totals: { Ana: '151/3', Ben: '124/3', Cleo: '130/3' },
    receives: { Ana: '-209/3', Ben: '79/3', Cleo: '130/3' },
    ties: [],
  });
});

test('bids under weights are multiplied as one would on paper', async () => {
  const { out } = await runHere([
    'divide',
    estate('{ house: 1200, car: 60 }', ', weights: { house: 0.1, car: 0.1 }'),
    '--money',
    '--json',
  ]);
  // 120 for the house ties with Ana’s bid.
  expect(documents.divideMoney.parse(JSON.parse(out)).ties).toEqual([{ item: 'House', bidders: ['Ana', 'Cleo'] }]);
  expect((await runHere(['divide', property, '--money', '--scale'])).code).toBe(2);
});

test('a tie is told as one, and a negative bid has its place', async () => {
  const { out } = await runHere(['divide', property, '--money']);
  expect(out.replaceAll(/\s+/g, ' ')).toContain('Carol and Bob bid the same for Investments, the most');
  const { code, err } = await runHere(['divide', estate('{ house: 105, car: -6 }'), '--money']);
  expect(code).toBe(1);
  expect(err).toMatch(/estate\.scenario\.yaml:8:\d+: What Cleo bids for “Car” is below 0\./);
});
