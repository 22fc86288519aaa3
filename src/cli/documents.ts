import { z } from 'zod';

// The JSON that the commands about scenarios answer with. Commands import these for their types alone, so that no start waits for Zod.

const utility = z.number().describe('In the points of the party.');
const utilities = z.array(utility).describe('One for each party, in the order of `parties`.');
const answers = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .describe('The answer to each issue by its name: the name of an option, or a number.');
const entry = z.strictObject({ utilities, package: answers });
const sentences = z.array(z.string());
const whole = z
  .string()
  .regex(/^\d+$/)
  .describe('A whole number in digits, since it may be larger than JSON readers hold exactly.');
const fraction = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .describe('An exact fraction, such as 3/5, or a whole number.');

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

const provenance = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own') }),
  z.strictObject({ kind: z.literal('analyst'), name: z.string() }),
  z.strictObject({ kind: z.literal('learnt'), from: z.string() }),
  z.strictObject({ kind: z.literal('experiment'), name: z.string() }),
  z.strictObject({ kind: z.literal('fictional') }),
]);

const method = {
  name: z.string(),
  definition: z.string(),
  assumes: z.string(),
  misleads: z.string(),
  source: z.string(),
};

const explained = z.strictObject(method);

const analyse = z
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
    notes: z.array(z.strictObject({ file: z.string().nullable(), line: z.number().nullable(), message: z.string() })),
  })
  .describe('What parley analyse --json answers.');

const division = {
  shares: z
    .record(z.string(), z.record(z.string(), fraction))
    .describe('By item, then by party: which part of the item it gets.'),
  totals: z.record(z.string(), fraction).describe('By party: what it has of its own 100 points.'),
  sentence: z.string(),
};

const divide = z
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

const concept = z.enum(['R', 'SEQ', 'SMR', 'GMR', 'SIM']);
const state = z
  .string()
  .regex(/^s\d+$/)
  .describe('A state by its number, from s1.');

const conflict = z
  .strictObject({
    name: z.string(),
    convention: z.enum(['legal-sequences', 'each-once', 'one-move']),
    makers: z.array(z.string()),
    options: z.array(z.strictObject({ name: z.string(), maker: z.string() })),
    states: z.array(
      z.strictObject({ state, pattern: z.string().describe('A letter for each option: Y taken, N not, - either.') }),
    ),
    equilibria: z
      .record(concept, z.array(state))
      .describe('By way of being stable: the states that are so for everybody.'),
    stable: z.record(concept, z.record(z.string(), z.array(state))).describe('By way, then by decision maker.'),
    methods: z
      .record(concept, explained)
      .describe('What each way of being stable means, assumes, and when it misleads.'),
    summary: sentences,
    outcomes: z.array(
      z.strictObject({
        state,
        words: z.string(),
        ways: z.array(concept),
        reasons: sentences,
        coalitions: z.array(z.strictObject({ members: z.array(z.string()), to: z.array(state), sentence: z.string() })),
        reach: sentences,
      }),
    ),
  })
  .describe('What parley conflict --json answers.');

const amounts = z.record(z.string(), z.number()).describe('By party, in points.');

const sequence = z
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

const refusal = z
  .looseObject({
    refused: z.string(),
    faults: z
      .array(z.looseObject({ file: z.string(), line: z.number(), column: z.number(), message: z.string() }))
      .optional(),
  })
  .describe('What each of them answers, with exit code 1, where it refuses.');

/** The shape of what each command about scenarios answers with `--json`. */
export const documents = { analyse, divide, conflict, sequence, refusal } as const;

export type AnalyseDocument = z.infer<typeof analyse>;
export type DivideDocument = z.infer<typeof divide>;
export type ConflictDocument = z.infer<typeof conflict>;
export type SequenceDocument = z.infer<typeof sequence>;

/** The same as one JSON Schema, with a definition for each command. */
export function documentsJsonSchema(): object {
  const { $defs, ...rest } = z.toJSONSchema(z.strictObject(documents), { target: 'draft-2020-12' }) as Readonly<
    Record<string, unknown>
  >;
  const { properties } = rest as { readonly properties: Readonly<Record<string, object>> };
  const refs = Object.keys(properties).map((name) => ({ $ref: `#/$defs/${name}` }));
  return {
    $schema: rest['$schema'],
    title: 'What parley analyse, divide, conflict and sequence answer with --json',
    anyOf: refs,
    $defs: { ...($defs as object | undefined), ...properties },
  };
}
