import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonFile } from '../../../../tests/support/json-file.ts';
import { readFile } from '../folder.ts';
import { scenarioDocument, scenarioJsonSchema } from './schema.ts';

const root = new URL('../../../../', import.meta.url);
const page = readFileSync(new URL('docs/scenario-file.md', root), 'utf8');

/** The blocks of the page that open with these words, in order. */
const blocks = (opening: string): readonly string[] =>
  [...page.matchAll(/^```(.+)\n([^]*?)^```$/gm)].flatMap(([, words, block = '']) => (words === opening ? [block] : []));

const whole = blocks('yaml').join('\n');

const read = (text: string, beside: Readonly<Record<string, string>> = {}) =>
  readFile('x.yaml', [
    { name: 'x.yaml', content: text },
    ...Object.entries(beside).map(([name, content]) => ({ name, content })),
  ]);

const faults = (text: string, beside: Readonly<Record<string, string>> = {}): readonly string[] => {
  const found = read(text, beside);
  return 'errors' in found ? found.errors.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('the page on the scenario file', () => {
  it('holds one complete scenario that can be read', () => {
    expect(faults(whole)).toEqual([]);
  });

  it('shows every part', () => {
    const instead = ['issues-of', 'items'];
    expect(Object.keys(scenarioDocument.shape).filter((word) => !whole.includes(`${word}:`))).toEqual(instead);
    expect(instead.filter((word) => !page.includes(`\`${word}: `))).toEqual([]);
  });

  it('says what is said when something is wrong', () => {
    expect(
      blocks('yaml wrong').map((wrong) =>
        faults(whole + wrong)
          .map((line) => `${line.replace(/^\d+: /, '')}\n`)
          .join(''),
      ),
    ).toEqual(blocks('text'));
  });
});

describe('the JSON Schema of a scenario', () => {
  it('is published as the parser has it', async () => {
    const published = new URL('docs/scenario-file.schema.json', root);
    await expect(await jsonFile(scenarioJsonSchema())).toMatchFileSnapshot(published.pathname);
  });

  it('says in itself what the parser says: exactly one of some keys', () => {
    const schema = JSON.stringify(scenarioJsonSchema());
    for (const keys of [
      ['range', 'options'],
      ['forbidden', 'required'],
      ['ranking', 'statements'],
      ['between', 'ranking', 'samples'],
      ['analyst', 'learnt', 'experiment'],
    ])
      expect(schema).toContain(`"oneOf":[${keys.map((key) => `{"required":["${key}"]}`).join(',')}]`);
    expect(schema).toContain('"not":{"required":["weights","uncertain-weights"]}');
    expect(z.toJSONSchema(scenarioDocument, { io: 'input' })).toMatchObject({ additionalProperties: false });
  });
});
