import { z } from 'zod';
import { explained, sentences } from './parts.ts';

const amounts = z.record(z.string(), z.number()).describe('By party, in points.');

/** What `parley sequence --json` answers. */
export const sequence = z
  .strictObject({
    name: z.string(),
    parties: z.array(z.string()),
    measure: z.enum(['exposure', 'temptation']),
    tolerance: amounts,
    withinTolerance: z.boolean(),
    excess: z
      .number()
      .describe(
        'By how much the worst placed party is beyond its tolerance at the worst moment; 0 or less: it is kept.',
      ),
    proved: z.boolean(),
    atLeast: z.number().describe('No order has a smaller excess than this.'),
    orders: z
      .array(
        z.array(
          z.strictObject({
            steps: z
              .array(z.strictObject({ by: z.string(), name: z.string() }))
              .describe('Several where they are done at the same moment.'),
            part: z.number(),
            parts: z.number(),
            given: amounts,
            received: amounts,
            risk: amounts,
            sentence: z.string(),
          }),
        ),
      )
      .describe('Orders that are equally good.'),
    more: z.boolean().describe('Whether there may be more that are as good.'),
    method: explained,
    sentences,
    remedies: z.strictObject({
      untried: z
        .array(z.enum(['split', 'together']))
        .describe(
          'Kinds of change that are left out because the search among them grew too long, or the parts too fine to be reckoned exactly.',
        ),
      single: z.array(z.strictObject({ sentence: z.string(), withinTolerance: z.boolean(), excess: z.number() })),
      combined: z.array(z.strictObject({ sentence: z.string(), withinTolerance: z.boolean(), excess: z.number() })),
    }),
  })
  .describe('What parley sequence --json answers.');

export type SequenceDocument = z.infer<typeof sequence>;
