import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runHere } from '../../tests/cli/captured.ts';
import { documents, type AnalyseDocument } from './documents/documents.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-between-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function analysed(text: string, ...more: readonly string[]): Promise<AnalyseDocument> {
  const file = join(dir, 'x.scenario.yaml');
  writeFileSync(file, `parley-scenario: 1\nname: x\nprovenance: Fiction\n${text}`);
  const { code, out, err } = await runHere(['analyse', file, '--json', ...more]);
  expect([code, err]).toEqual([0, '']);
  return documents.analyse.parse(JSON.parse(out));
}

const price = (seller: number, buyer: number): string => `issues:
  price: { name: Price, range: { from: 0, to: 100 } }
profiles:
  seller: { provenance: own, points: { price: { 0: 0, 100: 100 } }, reservation: ${seller} }
  buyer: { provenance: own, points: { price: { 0: 100, 100: 0 } }, reservation: ${buyer} }
`;

test('where any number is possible, no zone is said to be empty for the numbers that happen to be considered', async () => {
  // Every price from 51 to 54 suits both; the usual 20 steps go by 5.
  const few = await analysed(price(51, 46));
  expect(few.agreementZone).toMatchObject({ kind: 'unknown', proved: false, leastSacrifice: null });
  expect(few.explanations.agreementZone.join()).toContain('Between these numbers there may be one');
  expect([few.frontier.exact, few.frontier.within]).toEqual([false, null]);
  expect(Object.values(few.explanations.solutions).some(({ proved }) => proved)).toBe(false);
  const more = await analysed(price(51, 46), '--samples', '100');
  expect(more.agreementZone).toMatchObject({ kind: 'open', proved: true, packages: '4' });
  expect(more.solutions.nash.map(({ utilities }) => utilities)).toEqual([
    [53, 47],
    [52, 48],
  ]);
});

test('where no number between can suit all either, the zone is proved to be empty', async () => {
  const found = await analysed(price(60, 50));
  expect(found.agreementZone).toMatchObject({ kind: 'empty', proved: true, leastSacrifice: { proved: false } });
});

test('a frontier of the numbers that are considered is within its bound of what lies between them', async () => {
  const found = await analysed(`issues:
  share: { name: Share, range: { from: 0, to: 10 } }
  road: { name: Road, options: { yes: Yes, no: No } }
profiles:
  a: { provenance: own, points: { share: { 0: 0, 4: 8, 10: 11 }, road: { yes: 3, no: 0 } } }
  b: { provenance: own, points: { share: { 0: 6, 10: 0 }, road: { yes: 0, no: 2.5 } } }
`);
  const { points, exact, within } = found.frontier;
  // Half a step is a quarter of a unit: 2 a unit to the first where it values it most, 0.6 to the second.
  expect([exact, within]).toEqual([false, 0.5]);
  const worth = (share: number, road: boolean): readonly [number, number] => [
    (share <= 4 ? share * 2 : 8 + (share - 4) / 2) + (road ? 3 : 0),
    6 - share * 0.6 + (road ? 0 : 2.5),
  ];
  for (let share = 0; share <= 10; share += 0.01)
    for (const road of [true, false]) {
      const [a, b] = worth(share, road);
      expect(points.some(([x = 0, y = 0]) => x >= a - 0.5 - 1e-9 && y >= b - 0.5 - 1e-9)).toBe(true);
    }
});

test('issues that are all tied together are worked through where they can be, and the reason is true where not', async () => {
  const tied = (issues: number): string => {
    const keys = Array.from({ length: issues }, (_, i) => `i${i}`);
    const pairs = keys.flatMap((a, i) => keys.slice(i + 1).map((b) => [a, b] as const));
    const profile = (own: number): string =>
      `{ provenance: own, points: { ${keys.map((key, i) => `${key}: { x: ${(i * 7 * own) % 5}, y: ${(i * 3 + own) % 4}, z: 2 }`).join(', ')} }, interactions: [${pairs.map(([a, b], k) => `{ between: [${a}, ${b}], points: { ${[1, 2, 3].map((n) => `${'_xyz'[n]}: { x: ${(k * own * n) % 5}, y: ${(k + n) % 3}, z: ${(k * n) % 4} }`).join(', ')} } }`).join(', ')}] }`;
    return `issues:\n${keys.map((key) => `  ${key}: { name: ${key}, options: { x: X, y: Y, z: Z } }\n`).join('')}profiles:\n  a: ${profile(1)}\n  b: ${profile(2)}\n`;
  };
  const small = await analysed(tied(8));
  expect([small.frontier.exact, small.solutions.nash.length > 0]).toEqual([true, true]);
  const large = await analysed(tied(14));
  expect(large.solutions.nash).toEqual([]);
  expect(large.notes.map(({ message }) => message).join()).toContain('whatever the budget');
  expect(large.explanations.solutions.equalArea.sentence).toContain('tie too many issues together');
});

test('each method says what it means, what it assumes, when it misleads and who it is by, where that is asked for', async () => {
  const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  const words = async (...argv: readonly string[]): Promise<string> => {
    const { code, out } = await runHere([...argv]);
    expect(code).toBe(0);
    return out.replaceAll(/\s+/g, ' ');
  };
  const misleading = (text: string): number => text.split('It misleads:').length - 1;
  // The frontier, the zone, and each of eleven solutions; then five ways of being stable.
  expect(misleading(await words('analyse', example('nash-1950')))).toBe(0);
  expect(misleading(await words('analyse', example('nash-1950'), '--explain'))).toBe(13);
  expect(misleading(await words('conflict', example('elmira'), '--explain'))).toBe(5);
  const { out } = await runHere(['conflict', example('elmira'), '--json']);
  const { methods } = documents.conflict.parse(JSON.parse(out));
  expect(Object.values(methods).every(({ assumes, misleads, source }) => assumes && misleads && source)).toBe(true);
});
