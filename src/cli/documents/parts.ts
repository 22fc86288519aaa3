import { z } from 'zod';

// What the documents have in common. Commands import the documents for their types alone, so that no start waits for Zod.

export const utility = z.number().describe('In the points of the party.');
export const utilities = z.array(utility).describe('One for each party, in the order of `parties`.');
export const answers = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .describe('The answer to each issue by its name: the name of an option, or a number.');
export const entry = z.strictObject({ utilities, package: answers }).meta({ id: 'entry' });
export const sentences = z.array(z.string());
export const whole = z
  .string()
  .regex(/^\d+$/)
  .describe('A whole number in digits, since it may be larger than JSON readers hold exactly.');
export const fraction = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .describe('An exact fraction, such as 3/5, or a whole number.');

export const provenance = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('own') }),
    z.strictObject({ kind: z.literal('analyst'), name: z.string() }),
    z.strictObject({ kind: z.literal('learnt'), from: z.string() }),
    z.strictObject({ kind: z.literal('experiment'), name: z.string() }),
    z.strictObject({ kind: z.literal('fictional') }),
  ])
  .meta({ id: 'provenance' });

export const method = {
  name: z.string(),
  definition: z.string(),
  assumes: z.string(),
  misleads: z.string(),
  source: z.string(),
};

export const explained = z.strictObject(method).meta({ id: 'method' });

export const notes = z.array(
  z
    .strictObject({ file: z.string().nullable(), line: z.number().nullable(), message: z.string() })
    .meta({ id: 'note' }),
);

export const profiles = z.array(
  z.strictObject({
    party: z.string(),
    provenance: provenance.describe('Whose figures the points are.'),
    reservation: utility.nullable().describe('What it has without an agreement; null if that is not known.'),
  }),
);
