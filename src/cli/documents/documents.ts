import { z } from 'zod';
import { analyse } from './analyse.ts';
import { conflict } from './conflict.ts';
import { divide } from './divide.ts';
import { sequence } from './sequence.ts';

export type { AnalyseDocument } from './analyse.ts';
export type { ConflictDocument } from './conflict.ts';
export type { DivideDocument } from './divide.ts';
export type { SequenceDocument } from './sequence.ts';

const refusal = z
  .looseObject({
    refused: z.string(),
    faults: z
      .array(z.looseObject({ file: z.string(), line: z.number(), column: z.number(), message: z.string() }))
      .optional(),
  })
  .describe('What each of them answers, with exit code 1, where it refuses.');

/** The shape of what each command about scenarios answers with `--json`. */
export const documents = { analyse, divide, conflict, sequence, refusal } as const;

/** The same as one JSON Schema, with a definition for each command. */
export function documentsJsonSchema(): object {
  const { $defs, ...rest } = z.toJSONSchema(z.strictObject(documents), { target: 'draft-2020-12' }) as Readonly<
    Record<string, unknown>
  >;
  const { properties } = rest as { readonly properties: Readonly<Record<string, object>> };
  const refs = Object.keys(properties).map((name) => ({ $ref: `#/$defs/${name}` }));
  return {
    $schema: rest['$schema'],
    title: 'What parley analyse, divide, conflict and sequence answer with --json',
    anyOf: refs,
    $defs: { ...($defs as object | undefined), ...properties },
  };
}
