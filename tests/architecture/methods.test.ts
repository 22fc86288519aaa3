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
  return [...found.values()].sort((a, b) => (titled(a) < titled(b) ? -1 : 1));
}

const titled = ({ name }: Method): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const isMethod = (value: unknown): value is Method =>
  typeof value === 'object' && value !== null && 'misleads' in value && 'source' in value && 'definition' in value;

test('every method says what it is, what it assumes, when it misleads and where it comes from', () => {
  expect(methods().length).toBeGreaterThan(40);
  for (const { name, definition, assumes, misleads, source } of methods())
    for (const words of [name, definition, assumes, misleads, source])
      expect([name, words.trim().length > 3]).toEqual([name, true]);
});

test('docs/methods.md has a paragraph and a source for each; PARLEY_WRITE makes them anew', () => {
  const paragraphs = methods().map(
    (method) =>
      `\n**${titled(method)}.** ${method.definition} *Assumes:* ${method.assumes} *Misleads:* ${method.misleads} *Source:* ${method.source}.\n`,
  );
  const text = readFileSync(page, 'utf8');
  const [head = ''] = text.split(mark);
  const whole = `${head}${mark}${paragraphs.join('')}`;
  if (process.env['PARLEY_WRITE'] !== undefined) writeFileSync(page, whole);
  expect(readFileSync(page, 'utf8')).toBe(whole);
});
