import { z } from 'zod';
import { mandateKinds, ranks } from '../../domain/index.ts';

/** Words as the YAML spells them: kebab case for the domain's camel case. */
export const spelled = <W extends string>(word: W): Spelled<W> =>
  word.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`) as Spelled<W>;

/** A word in kebab case. */
export type Spelled<W extends string> = W extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Spelled<Rest>}`
    : `-${Lowercase<First>}${Spelled<Rest>}`
  : W;

/** A name by which other places in the file refer to something. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,59}$/, 'must be a short key: small letters, digits and hyphens, beginning with a letter')
  .meta({ id: 'key', description: 'A short key: small letters, digits and hyphens.' });

export const text = z.string().max(20_000, 'must be at most 20,000 characters');
export const line = text.regex(/\S/, 'must not be empty');

/** A date, or a date with a time; in the time zone of the case unless it names an offset of its own. */
export const moment = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/,
    'must be a date such as 2031-04-02, or a date and time such as 2031-04-02 09:30',
  )
  .meta({
    id: 'moment',
    description: 'A date (2031-04-02) or a date and time (2031-04-02 09:30), in the time zone of the case.',
  });

const keys = z.union([key, z.array(key)], 'must be a key, or several in brackets: [a, b]');

/** Where something is said, or who may know of it. */
export const setting = z
  .union(
    [
      z.enum(['joint', 'public', 'mediation']),
      z.strictObject({ caucus: keys }),
      z.strictObject({ consultation: z.union([key, z.strictObject({ institution: key, with: keys.optional() })]) }),
      z.strictObject({ delegation: key }),
      z.strictObject({ persons: keys }),
    ],
    'must be joint, public, mediation, { caucus: PARTY }, { consultation: { institution: KEY, with: PARTY } }, { delegation: PARTY } or { persons: [PERSON] }',
  )
  .meta({
    id: 'setting',
    description:
      'Who may know: joint, public, mediation, { caucus: … }, { consultation: … }, { delegation: … } or { persons: … }.',
  });

export const optionalSetting = setting.optional();

export const release = z
  .enum(['hold', 'float', 'convey'])
  .meta({ id: 'release', description: 'hold it, float it as the mediation’s own idea, or convey it as ours.' });

export const answer = z
  .union([z.string(), z.number()], 'must be an option or a number')
  .meta({ id: 'answer', description: 'An option by its key or name, or a number.' });

/** What a side offers on an issue: the answer alone, or with its release and words. */
export const term = z
  .union(
    [z.string(), z.number(), z.strictObject({ answer, release: release.optional(), words: text.optional() })],
    'must be an answer, or { answer: …, release: …, words: … }',
  )
  .meta({ id: 'term', description: 'The answer alone, or with its release and words.' });

/** A term as its YAML holds it. */
export type TermDocument = z.infer<typeof term>;

/** What the mediation suggests on an issue. */
export const bridgingTerm = z.union(
  [z.string(), z.number(), z.strictObject({ answer, words: text.optional() })],
  'must be an answer, or { answer: …, words: … }',
);

const spelledRanks = ranks.map(spelled);
const spelledMandates = mandateKinds.map(spelled);

/** The kinds of mandate, by the words that the YAML uses for them. */
export const mandateWords = {
  explore: 'explore',
  negotiate: 'negotiate',
  'ad-referendum': 'adReferendum',
  conclude: 'conclude',
} as const satisfies Record<(typeof spelledMandates)[number], (typeof mandateKinds)[number]>;

const mandateOn = z.array(key).min(1, 'name at least one issue').optional();

/** What a person is: a mediator of an institution, a delegate of a party with rank and mandate, or a reader. */
export const role = {
  mediator: key.optional().describe('The institution that the person mediates for.'),
  delegate: key.optional().describe('The party that the person speaks for.'),
  rank: z.enum(spelledRanks).optional(),
  mandate: z
    .union(
      [
        z.enum(spelledMandates),
        withOneOf(
          z.strictObject({ explore: mandateOn, negotiate: mandateOn, 'ad-referendum': mandateOn, conclude: mandateOn }),
          spelledMandates,
        ),
      ],
      `must be ${spelledMandates.join(', ')}, or one of them with the issues that it is limited to: { negotiate: [ISSUE] }`,
    )
    .optional(),
  reader: z.literal(true, 'must be true').optional(),
};

/** What an answer to an issue can be. */
export const issueScale = {
  range: z
    .strictObject({
      from: z.number(),
      to: z.number(),
      unit: text.optional(),
      step: z.number().positive('must be above 0').optional(),
    })
    .optional()
    .describe('A number between two bounds, in a unit, by steps.'),
  options: z.record(key, line).optional().describe('The options in order, by key.'),
};

export const deadline = z.strictObject({ name: line, falls: moment, consequence: text, 'known-to': optionalSetting });

/** Says in the JSON Schema that exactly one of these keys is there. The parser says so too, in its own words. */
export function withOneOf<T extends z.ZodType>(schema: T, alternatives: readonly string[]): T {
  return schema.meta({ oneOf: alternatives.map((name) => ({ required: [name] })) });
}
