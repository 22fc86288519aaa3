import { z } from 'zod';
import { entry, method, notes, provenance, sentences, utilities, utility, whole } from './parts.ts';

/** How a concept is called in the JSON of `analyse`. */
const solutionName = z.enum([
  'nash',
  'kalaiSmorodinsky',
  'kalaiSmorodinskyOverall',
  'egalitarian',
  'leximin',
  'utilitarian',
  'relativeUtilitarian',
  'equalArea',
  'minimumSpread',
  'minimumDifference',
  'productOfUtilities',
]);

/** What `parley analyse --json` answers. */
export const analyse = z
  .strictObject({
    name: z.string(),
    format: z.string().describe('The format that was read.'),
    outcomes: whole,
    parties: z.array(z.string()),
    profiles: z.array(
      z.strictObject({
        party: z.string(),
        provenance: provenance.describe('Whose figures the points are.'),
        reservation: utility.nullable().describe('What it has without an agreement; null if that is not known.'),
        disagreement: utility.describe('What the solutions measure gains from.'),
        least: utility,
        most: utility,
      }),
    ),
    grid: z.strictObject({
      step: z.number().describe('All totals are whole multiples of this.'),
      error: z.number().describe('How far a total may be off; 0 where every number is held exactly.'),
    }),
    frontier: z.strictObject({
      points: z
        .array(utilities)
        .describe(
          'The efficient packages that all would accept, rising by the first party, then the second, and so on.',
        ),
      exact: z.boolean().describe('Whether these are all of them.'),
      within: z
        .number()
        .nullable()
        .describe(
          'Where not exact: for each that is left out, one is here that gives each party at most this much less. Null if it is exact, or if nothing is proved.',
        ),
    }),
    solutions: z
      .record(solutionName, z.array(entry))
      .describe('One entry for each point that ties; none where the concept chooses nothing.'),
    agreementZone: z.strictObject({
      kind: z.enum(['open', 'empty', 'unknown']),
      proved: z.boolean(),
      packages: whole
        .nullable()
        .describe('How many packages all would accept; null where that is estimated or not known.'),
      of: whole.nullable().describe('How many packages are allowed.'),
      share: z.number().nullable(),
      interval: z
        .strictObject({ from: z.number(), to: z.number() })
        .nullable()
        .describe('95%, where the share is estimated.'),
      certificate: z
        .array(z.number())
        .nullable()
        .describe(
          'Where empty: weights of the parties under which no package comes to what they have without an agreement.',
        ),
      leastSacrifice: z
        .strictObject({
          ...entry.shape,
          short: z
            .array(utility)
            .describe('By how much the package falls short of what each has without an agreement.'),
          proved: z.boolean(),
        })
        .nullable()
        .describe('Where empty: the package whose largest shortfall, as a share of the party’s range, is smallest.'),
    }),
    explanations: z.strictObject({
      frontier: z.string(),
      agreementZone: sentences,
      solutions: z.record(
        solutionName,
        z.strictObject({
          ...method,
          proved: z.boolean().describe('Whether nothing better exists.'),
          sentence: z.string(),
        }),
      ),
    }),
    notes,
  })
  .describe('What parley analyse --json answers.');

export type AnalyseDocument = z.infer<typeof analyse>;
