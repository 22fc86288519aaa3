import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as analysis from '../../src/analysis/index.ts';
import type { Method } from '../../src/analysis/index.ts';

const page = new URL('../../docs/methods.md', import.meta.url);
const mark = '<!-- made by tests/architecture/methods.test.ts -->\n';

/** Every method that the analysis exports, by name. */
function methods(): readonly Method[] {
  const found = new Map<string, Method>();
  for (const room of Object.values(analysis))
    if (typeof room === 'object' && room !== null)
      for (const value of Object.values(room)) if (isMethod(value)) found.set(value.name, value);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const isMethod = (value: unknown): value is Method =>
  typeof value === 'object' && value !== null && 'misleads' in value && 'source' in value && 'definition' in value;

test('every method says what it is, what it assumes, when it misleads and where it comes from', () => {
  expect(methods().length).toBeGreaterThan(40);
  for (const { name, definition, assumes, misleads, source } of methods())
    for (const words of [name, definition, assumes, misleads, source])
      expect([name, words.trim().length > 3]).toEqual([name, true]);
});

test('docs/methods.md lists them all; PARLEY_WRITE makes the table anew', () => {
  const rows = methods().map(({ name, definition, source }) => `| ${name} | ${definition} | ${source} |\n`);
  const table = `\n| Method | What it is | Source |\n|---|---|---|\n${rows.join('')}`;
  const text = readFileSync(page, 'utf8');
  const [head = ''] = text.split(mark);
  if (process.env['PARLEY_WRITE'] !== undefined) writeFileSync(page, `${head}${mark}${table}`);
  expect(readFileSync(page, 'utf8')).toBe(`${head}${mark}${table}`);
});
