import { z } from 'zod';
import { explained, fraction, sentences } from './parts.ts';

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

/** What `parley divide --money --json` answers. */
export const divideMoney = z
  .strictObject({
    name: z.string(),
    parties: z.array(z.string()),
    items: z.array(z.string()),
    holders: z.record(z.string(), z.string()).describe('By item: the party that gets it, whole.'),
    receives: z.record(z.string(), fraction).describe('By party: the money that it receives; below 0, pays.'),
    totals: z.record(z.string(), fraction).describe('By party: what it has in the end, by its own bids.'),
    bonus: fraction.describe('What each has above an equal part.'),
    ties: z
      .array(z.strictObject({ item: z.string(), bidders: z.array(z.string()) }))
      .describe('Items that several could have, with other money passing and the same totals.'),
    sentences,
    method: explained,
  })
  .describe('What parley divide --money --json answers.');

export type MoneyDocument = z.infer<typeof divideMoney>;
