import { z } from 'zod';
import { explained, notes } from './parts.ts';

const model = z.strictObject({
  weights: z
    .record(z.string(), z.number())
    .nullable()
    .describe('By issue; they sum to 1. Null where there are too few offers.'),
  sureness: z.number().nullable().describe('From 0 to 1, as the method says; null where that cannot be told.'),
  sentence: z.string(),
});

/** What `parley learn --json` answers. */
export const learn = z
  .strictObject({
    name: z.string(),
    provenance: z.literal('learnt'),
    issues: z.array(z.string()),
    parties: z.array(
      z.strictObject({
        party: z.string(),
        offers: z.number().describe('Whole offers, each as it stood when something in it changed.'),
        frequency: model,
        bayesian: model,
      }),
    ),
    methods: z.strictObject({ frequency: explained, bayesian: explained }),
    notes,
  })
  .describe('What parley learn --json answers.');

export type LearnDocument = z.infer<typeof learn>;
