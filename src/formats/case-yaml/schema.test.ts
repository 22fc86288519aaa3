import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonFile } from '../../../tests/support/json-file.ts';
import { caseJsonSchema } from './schema.ts';

const root = new URL('../../../', import.meta.url);
const published = new URL('docs/case-file.schema.json', root);
const schema = caseJsonSchema() as Schema;
const examples = readdirSync(new URL('examples/', root), { withFileTypes: true }).flatMap((found) =>
  found.isDirectory() && existsSync(new URL(`examples/${found.name}/case.yaml`, root)) ? [found.name] : [],
);
const exampleNamed = (name: string): unknown =>
  parse(readFileSync(new URL(`examples/${name}/case.yaml`, root), 'utf8'), { maxAliasCount: 100 });

describe('the JSON Schema of a case', () => {
  it('is published as the parser has it', async () => {
    await expect(await jsonFile(caseJsonSchema())).toMatchFileSnapshot(published.pathname);
  });

  it.for(examples)('holds for the example %s', (name) => {
    expect(invalidAt(schema, exampleNamed(name))).toEqual([]);
  });

  it('finds what is wrong', () => {
    const wrong = (change: (document: Record<string, unknown>) => void) => {
      const document = exampleNamed('river') as Record<string, unknown>;
      change(document);
      return invalidAt(schema, document);
    };
    expect(wrong((it) => delete it['name'])).toEqual(['']);
    expect(wrong((it) => (it['nmae'] = 'x'))).toEqual(['/nmae']);
    expect(wrong((it) => (it['opens'] = 'soon'))).toEqual(['/opens']);
    expect(wrong((it) => (it['people'] = { ines: { name: 'Ines', mediator: 'commission', reader: true } }))).toEqual([
      '/people/ines',
    ]);
    expect(wrong((it) => (it['history'] = [{ at: '2031-01-01', by: 'ines', look: true, dismiss: 'olin' }]))).toEqual([
      '/history/0',
    ]);
    expect(
      wrong((it) => (it['history'] = [{ at: '2031-01-01', by: 'ines', say: { in: { cacus: 'a' }, words: 'x' } }])),
    ).toEqual(['/history/0/say/in']);
  });
});

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly exclusiveMinimum?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Every keyword that the validator below knows, so that one that it does not know fails the test. */
const known = new Set(
  'type properties required additionalProperties propertyNames items minItems anyOf oneOf enum const pattern maxLength exclusiveMinimum $ref $defs $schema title description default'.split(
    ' ',
  ),
);

/** The places in a value that break a schema: a validator apart from the one that made the schema, for the keywords in use. */
function invalidAt(root: Schema, value: unknown): readonly string[] {
  return check(root, value, '');

  function check(schema: Schema, part: unknown, at: string): readonly string[] {
    const strange = Object.keys(schema).filter((keyword) => !known.has(keyword));
    if (strange.length > 0) throw new Error(`unknown keywords: ${strange.join()}`);
    const target = schema.$ref === undefined ? {} : root.$defs?.[schema.$ref.replace('#/$defs/', '')];
    if (target === undefined) throw new Error(`no ${schema.$ref}`);
    const fine = isScalarFine(schema, part) && isCombinationFine(schema, part, at);
    const referred = schema.$ref === undefined ? [] : check(target, part, at);
    return fine ? [...referred, ...checkInside(schema, part, at)] : [at];
  }

  function isCombinationFine({ anyOf, oneOf }: Schema, part: unknown, at: string): boolean {
    const holding = (all: readonly Schema[]) => all.filter((one) => check(one, part, at).length === 0).length;
    return (anyOf === undefined || holding(anyOf) > 0) && (oneOf === undefined || holding(oneOf) === 1);
  }

  function checkInside(schema: Schema, part: unknown, at: string): readonly string[] {
    if (Array.isArray(part)) {
      const { items } = schema;
      return items === undefined ? [] : part.flatMap((item, index) => check(items, item, `${at}/${index}`));
    }
    if (typeof part !== 'object' || part === null) return [];
    const missing = (schema.required ?? []).some((key) => !Object.hasOwn(part, key)) ? [at] : [];
    const inside = Object.entries(part).flatMap(([key, item]) => {
      const own = schema.properties?.[key] ?? schema.additionalProperties ?? {};
      const names = schema.propertyNames === undefined ? [] : check(schema.propertyNames, key, `${at}/${key}`);
      return own === false ? [`${at}/${key}`] : [...names, ...check(own, item, `${at}/${key}`)];
    });
    return [...missing, ...inside];
  }
}

function isScalarFine(schema: Schema, value: unknown): boolean {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const text = typeof value === 'string' ? value : '';
  return (
    (schema.type === undefined || [schema.type].flat().includes(type)) &&
    (schema.enum === undefined || schema.enum.includes(value)) &&
    (!('const' in schema) || schema.const === value) &&
    (type !== 'string' || schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text)) &&
    text.length <= (schema.maxLength ?? Infinity) &&
    (!Array.isArray(value) || value.length >= (schema.minItems ?? 0)) &&
    (typeof value !== 'number' || value > (schema.exclusiveMinimum ?? -Infinity))
  );
}
