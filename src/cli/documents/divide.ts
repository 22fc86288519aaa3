import { z } from 'zod';
import { fraction, sentences } from './parts.ts';

const division = {
  shares: z
    .record(z.string(), z.record(z.string(), fraction))
    .describe('By item, then by party: which part of the item it gets.'),
  totals: z.record(z.string(), fraction).describe('By party: what it has of its own 100 points.'),
  sentence: z.string(),
};

/** What `parley divide --json` answers. */
export const divide = z
  .strictObject({
    name: z.string(),
    parties: z.array(z.string()),
    items: z.array(z.string()),
    scaled: z.array(z.string()).describe('The parties whose points were multiplied so that they sum to 100.'),
    adjustedWinner: z.strictObject({
      ...division,
      split: z
        .strictObject({ item: z.string(), from: z.string(), keeps: fraction, to: z.string(), gets: fraction })
        .nullable()
        .describe('The one item that is split, if one is.'),
      steps: sentences,
    }),
    proportionalAllocation: z.strictObject(division),
  })
  .describe('What parley divide --json answers.');

export type DivideDocument = z.infer<typeof divide>;
