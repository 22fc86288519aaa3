import { z } from 'zod';
import { entry, explained, notes, profiles, sentences, utilities } from './parts.ts';

const way = z
  .strictObject({
    ends: z
      .array(
        z.strictObject({ ...entry.shape, share: z.number().nullable().describe('Its chance, where it is drawn.') }),
      )
      .describe('The packages that it ends with; none where it ends with no single package.'),
    expected: utilities.nullable().describe('What each party has on average, where the end is no single package.'),
    path: z.array(utilities).describe('What each would have at each stage.'),
    sentences,
    method: explained,
  })
  .meta({ id: 'way' })
  .nullable()
  .describe('Null where the rule says nothing of such parties.');

/** What `parley bargain --json` answers. */
export const bargain = z
  .strictObject({
    name: z.string(),
    parties: z.array(z.string()),
    profiles,
    patience: z.array(z.number()).describe('What part of its gains a round’s delay leaves each of two parties.'),
    zeuthen: way,
    rubinstein: way,
    raiffaDiscrete: way,
    raiffaContinuous: way,
    kalaiSmorodinskyLottery: way,
    fallback: way,
    notes,
  })
  .describe('What parley bargain --json answers.');

export type BargainDocument = z.infer<typeof bargain>;
