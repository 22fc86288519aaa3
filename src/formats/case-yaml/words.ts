import type { z } from 'zod';
import { caseJsonSchema } from './schema.ts';
import { didYouMean, nearest } from '../nearest-word.ts';
import type { Path } from '../yaml/places.ts';

/** What is wrong at a place in the YAML, as one sentence; `aim` is whether the key or the value is at fault. */
export interface Finding {
  readonly path: Path;
  readonly message: string;
  readonly aim?: 'key' | 'value';
}

type ZodIssue = z.core.$ZodIssue;

/** What a schema found in a value, in plain words: one finding for each thing to mend. Its JSON Schema tells which keys are known where. */
export const findingsIn = (
  issues: readonly ZodIssue[],
  value: unknown,
  schemaOf: () => object = caseJsonSchema,
): readonly Finding[] => issues.slice(0, most).flatMap((issue) => findingsOf(issue, [], value, schemaOf));

/** Beyond so many, more would not help. */
const most = 100;

function findingsOf(issue: ZodIssue, above: Path, value: unknown, schemaOf: () => object): readonly Finding[] {
  const path = [...above, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  const name = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys
        .slice(0, most)
        .map((key) => ({ path: [...path, key], aim: 'key', message: unknownKey(key, path, schemaOf) }));
    case 'invalid_key':
      return [{ path, aim: 'key', message: `${name} ${issue.issues[0]?.message ?? 'is no key'}.` }];
    case 'invalid_union':
      return (
        insideUnion(issue, path, value, schemaOf) ?? [
          { path, message: valueAt(value, path) === undefined ? `${name} is missing.` : `${name} ${issue.message}.` },
        ]
      );
    case 'invalid_type':
      return [{ path, message: wrongType(name, issue.expected, valueAt(value, path)) }];
    case 'invalid_value': {
      const given = valueAt(value, path);
      if (given === undefined) return [{ path, message: `${name} is missing.` }];
      if (issue.values.length === 1) return [{ path, message: `${name} ${issue.message}.` }];
      const words = issue.values.map(String);
      return [
        {
          path,
          message: `${name} must be one of ${words.join(', ')}${didYouMean(typeof given === 'string' ? given : '', words)}`,
        },
      ];
    }
    default:
      return [{ path, message: `${name} ${issue.message}.` }];
  }
}

/** Of a union, the findings within the one alternative that is plainly meant: the only one of this type, or the one whose keys are there. */
function insideUnion(
  issue: Extract<ZodIssue, { code: 'invalid_union' }>,
  path: Path,
  value: unknown,
  schemaOf: () => object,
): readonly Finding[] | null {
  const given = valueAt(value, path);
  const ofType = issue.errors.filter(
    (errors) => !errors.some((error) => error.path.length === 0 && error.code !== 'unrecognized_keys'),
  );
  const withKeys = ofType.filter((errors) =>
    errors.every((error) => error.path.length > 0 && isRecord(given) && Object.hasOwn(given, String(error.path[0]))),
  );
  const [only, another] = ofType.length === 1 ? ofType : withKeys;
  return only === undefined || another !== undefined
    ? null
    : only.flatMap((error) => findingsOf(error, path, value, schemaOf));
}

function wrongType(name: string, expected: string, given: unknown): string {
  if (given === undefined) return `${name} is missing.`;
  if (expected === 'string' && (typeof given === 'number' || typeof given === 'boolean'))
    return `${name} must be text: put it in quotes, “${String(given)}”.`;
  const words = new Map([
    ['string', 'text'],
    ['number', 'a number'],
    ['boolean', 'true or false'],
    ['array', 'a list'],
    ['object', 'a group of keys with values'],
    ['record', 'a group of keys with values'],
  ]);
  return `${name} must be ${words.get(expected) ?? expected}${given === null ? ', and is empty' : ''}.`;
}

/** The last key on a path, in quotation marks; an element of a list is named after the list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'This file';
  return typeof last === 'number' ? `Item ${last + 1} of “${String(path.at(-2) ?? '')}”` : `“${last}”`;
}

function unknownKey(key: string, path: Path, schemaOf: () => object): string {
  if (/\s/.test(key)) return `“${key}” is no key. Within { }, put text that holds a comma in quotes.`;
  const known = knownKeys(path, schemaOf);
  if (nearest(key, known) === null && known.length > 0)
    return `“${key}” is not known here; known are ${known.join(', ')}.`;
  return `“${key}” is not known here${didYouMean(key, known)}`;
}

interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | false;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** The schemas, made when they are first needed. */
const schemas = new WeakMap<() => object, SchemaNode>();

/** The keys that the schema knows at a path. */
function knownKeys(path: Path, schemaOf: () => object): readonly string[] {
  const root: SchemaNode = schemas.get(schemaOf) ?? schemaOf();
  schemas.set(schemaOf, root);
  const spread = (node: SchemaNode): readonly SchemaNode[] => {
    const target =
      node.$ref === undefined ? node : { ...root.$defs?.[node.$ref.replace('#/$defs/', '')], ...node, $ref: undefined };
    return [target as SchemaNode, ...((target as SchemaNode).anyOf ?? []).flatMap(spread)];
  };
  let nodes = spread(root);
  for (const part of path)
    nodes = nodes.flatMap((node) => {
      const next =
        typeof part === 'number'
          ? node.items
          : (node.properties?.[part] ?? (node.additionalProperties === false ? undefined : node.additionalProperties));
      return next === undefined ? [] : spread(next);
    });
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path) at = isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined;
  return at;
}

const isRecord = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === 'object' && value !== null;
