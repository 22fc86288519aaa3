import { z } from 'zod';
import { entry, explained, notes, profiles, sentences, utility } from './parts.ts';

const often = z
  .strictObject({
    times: z.number(),
    of: z.number().describe('In how many weightings it could be decided.'),
    share: z.number(),
    interval: z.strictObject({ from: z.number(), to: z.number() }).describe('95%, of the sampling alone.'),
  })
  .meta({ id: 'often' });

const robustness = z
  .strictObject({
    efficient: often,
    samples: z.number(),
    acceptable: often
      .nullable()
      .describe('It gives every party what it has without an agreement; null where that of some party is not known.'),
    nash: often.nullable().describe('It has the largest product of gains; null where that was not counted.'),
    maxMin: often.nullable().describe('It has the largest least gain; null where that was not counted.'),
    sentence: z.string(),
  })
  .meta({ id: 'robustness', description: 'How the package fares over sampled weightings.' });

const offers = z
  .record(z.string(), entry.shape.package)
  .describe('By party: its latest answers in the case beside the scenario; none where it has given none.');

const head = { name: z.string(), parties: z.array(z.string()), profiles, offers };

/** What `parley suggest --json` answers. */
export const suggest = z
  .strictObject({
    ...head,
    suggestions: z
      .array(
        z.strictObject({
          ...entry.shape,
          reasons: z
            .array(z.strictObject({ name: z.string(), sentence: z.string() }))
            .describe('Why it is here; several where they lead to the same point.'),
          apart: z
            .array(z.number())
            .describe('For each party, how far it would have to come from its own latest offer, from 0 to 1.'),
          accounts: sentences.describe('What it means for each party.'),
          robustness: robustness.nullable(),
        }),
      )
      .describe('Packages to think about, none of which is the right one.'),
    potential: z.string().describe('How much there is to gain by trading at all.'),
    trades: z
      .array(
        z.strictObject({ issues: z.tuple([z.string(), z.string()]), difference: z.number(), sentence: z.string() }),
      )
      .describe('Pairs of issues that the parties weigh most differently.'),
    methods: z.array(explained),
    notes,
  })
  .describe('What parley suggest --json answers.');

/** What `parley examine --json` answers. */
export const examine = z
  .strictObject({
    ...head,
    ...entry.shape,
    efficient: z.boolean().nullable().describe('Null where that could not be decided.'),
    improvements: z.array(entry).describe('The best packages by which nobody has less than by this one.'),
    exact: z
      .boolean()
      .describe('Whether it is proved that there are no better ones; not where --budget was too small.'),
    acceptance: z
      .array(
        z.strictObject({
          party: z.string(),
          accepts: z.boolean().nullable().describe('Null where it is not known what it has without an agreement.'),
          short: utility.describe('By how much the package falls short of that; 0 where it does not.'),
          weights: z
            .record(z.string(), z.number())
            .nullable()
            .describe('The nearest weights by which it could accept; null where it can, or where none would do.'),
        }),
      )
      .describe('What would have to be true for each party to accept it.'),
    sensitivity: z
      .array(
        z.strictObject({
          party: z.string(),
          issue: z.string(),
          share: z.number().describe('The part of the party’s whole weight that the issue has.'),
          stays: z
            .strictObject({ from: z.number(), to: z.number() })
            .describe(
              'Between these shares the package remains efficient, the other weights keeping their proportions.',
            ),
        }),
      )
      .nullable()
      .describe(
        'The weight on which most depends first; null where the package is not efficient, or it was not decided.',
      ),
    robustness: robustness.nullable(),
    sections: z.array(z.strictObject({ heading: z.string(), sentences })).describe('The same in words.'),
    methods: z.array(explained),
    notes,
  })
  .describe('What parley examine --json answers.');

export type SuggestDocument = z.infer<typeof suggest>;
export type ExamineDocument = z.infer<typeof examine>;
