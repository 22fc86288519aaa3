import { z } from 'zod';
import { analyse } from './analyse.ts';
import { bargain } from './bargain.ts';
import { conflict } from './conflict.ts';
import { divide, divideMoney } from './divide.ts';
import { headway } from './headway.ts';
import { learn } from './learn.ts';
import { examine, suggest } from './packages.ts';
import { sequence } from './sequence.ts';

export type { AnalyseDocument } from './analyse.ts';
export type { BargainDocument } from './bargain.ts';
export type { ConflictDocument } from './conflict.ts';
export type { DivideDocument, MoneyDocument } from './divide.ts';
export type { HeadwayDocument } from './headway.ts';
export type { LearnDocument } from './learn.ts';
export type { ExamineDocument, SuggestDocument } from './packages.ts';
export type { SequenceDocument } from './sequence.ts';

const refusal = z
  .looseObject({
    refused: z.string(),
    faults: z
      .array(z.looseObject({ file: z.string(), line: z.number(), column: z.number(), message: z.string() }))
      .optional(),
  })
  .describe('What each of them answers, with exit code 1, where it refuses.');

/** The shape of what each command about scenarios and cases in files answers with `--json`. */
export const documents = {
  analyse,
  suggest,
  examine,
  bargain,
  divide,
  divideMoney,
  conflict,
  sequence,
  headway,
  learn,
  refusal,
} as const;

/** The same as one JSON Schema, with a definition for each command. */
export function documentsJsonSchema(): object {
  const { $defs, ...rest } = z.toJSONSchema(z.strictObject(documents), { target: 'draft-2020-12' }) as Readonly<
    Record<string, unknown>
  >;
  const { properties } = rest as { readonly properties: Readonly<Record<string, object>> };
  const refs = Object.keys(properties).map((name) => ({ $ref: `#/$defs/${name}` }));
  return {
    $schema: rest['$schema'],
    title:
      'What parley analyse, suggest, examine, bargain, divide, conflict, sequence, headway and learn answer with --json',
    anyOf: refs,
    $defs: { ...($defs as object | undefined), ...properties },
  };
}
