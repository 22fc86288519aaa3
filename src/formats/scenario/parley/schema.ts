import { z } from 'zod';
import { issueScale, key, line, text, withOneOf } from '../../case-yaml/parts.ts';

/** The version of the format that this Parley reads. */
export const scenarioVersion = 1;

const number = z.number();
const answer = z.union([z.string(), z.number()], 'must be an option or a number');

const provenance = z
  .union(
    [
      z.enum(['own', 'fictional']),
      withOneOf(z.strictObject({ analyst: line.optional(), learnt: line.optional(), experiment: line.optional() }), [
        'analyst',
        'learnt',
        'experiment',
      ]),
    ],
    'must be own, fictional, { analyst: NAME }, { learnt: FROM WHAT } or { experiment: NAME }',
  )
  .meta({
    id: 'provenance',
    description:
      'Who says that the party values things so: own, fictional, { analyst: … }, { learnt: … } or { experiment: … }.',
  });

/** The points of one issue: of an item, of each option by key, or at some numbers of a range, joined by straight lines. */
const points = z
  .union([number, z.record(z.string(), number)], 'must be { ANSWER: POINTS }, or a number for an item')
  .meta({
    id: 'points',
    description: 'Points for each option, or at numbers of a range (joined by straight lines); one number for an item.',
  });

const interaction = z.strictObject({
  between: z.array(key).length(2, 'must be two issues: [a, b]'),
  points: z
    .record(z.string(), z.record(z.string(), number))
    .describe('What pairs of answers add, first issue first; 0 where nothing stands.'),
});

const pack = z.record(key, answer);

const weight = number.min(0, 'must be at least 0');

const uncertainWeights = withOneOf(
  z.strictObject({
    total: number
      .positive('must be above 0')
      .optional()
      .describe('What the weights sum to; 1, if left out. Samples have none.'),
    between: z
      .record(
        key,
        z.union(
          [weight, z.strictObject({ from: weight.optional(), to: weight.optional() })],
          'must be a number from 0, or { from: LEAST, to: MOST }',
        ),
      )
      .optional()
      .describe('The least and the most that the weight of each issue may be, or the weight itself where it is known.'),
    ranking: z
      .array(
        z.union(
          [z.string(), z.array(z.string()).min(1, 'must name an issue')],
          'must be an issue, or several in brackets where the order between them is not known',
        ),
      )
      .optional()
      .describe('The issues, weightiest first; in brackets where the order between them is not known.'),
    samples: z
      .array(z.record(key, weight))
      .min(1, 'must hold at least one sample')
      .optional()
      .describe('Sets of weights, each as likely as any other.'),
  }),
  ['between', 'ranking', 'samples'],
);

const profile = z
  .strictObject({
    name: line.optional().describe('What the party is called; its key, if left out.'),
    provenance,
    points: z.record(key, points).describe('What each answer to each issue is worth, before the weight.'),
    weights: z
      .record(key, number)
      .optional()
      .describe('By what the points of each issue are multiplied; 1, if left out. Used as they stand.'),
    'uncertain-weights': uncertainWeights.optional().describe('What is known of the weights, instead of the weights.'),
    interactions: z
      .array(interaction)
      .optional()
      .describe('What pairs of answers are worth beyond the sum of their points.'),
    reservation: z
      .union(
        [number, z.strictObject({ package: pack })],
        'must be a number of points, or { package: { ISSUE: ANSWER } }',
      )
      .optional()
      .describe('What the party has without an agreement: points in all, or the package that it could have elsewhere.'),
  })
  .meta({ not: { required: ['weights', 'uncertain-weights'] } });

const span = z.strictObject({ from: number.optional(), to: number.optional() });

const answers = z.record(
  key,
  z.union([answer, z.array(answer), span], 'must be an answer, several in brackets, or { from: …, to: … } on a range'),
);

const constraint = withOneOf(
  z.strictObject({
    name: line,
    forbidden: answers.optional().describe('No package may give all of these issues one of these answers.'),
    required: answers.optional().describe('Each package must give at least one of these issues one of these answers.'),
  }),
  ['forbidden', 'required'],
);

const pattern = z
  .string()
  .regex(/^[YN-]+$/, 'must be a pattern with Y, N or - for each option')
  .meta({ id: 'pattern', description: 'One letter for each option, in order: Y taken, N not taken, - either.' });

const states = z.union(
  [pattern, z.number(), z.array(z.union([pattern, z.number()]))],
  'must be a state, or several that are equally good in brackets',
);

const maker = withOneOf(
  z.strictObject({
    name: line,
    options: z
      .array(
        z.union(
          [line, z.strictObject({ name: line, moves: z.enum(['both', 'forward', 'backward']).optional() })],
          'must be a name, or { name: …, moves: … }',
        ),
      )
      .optional()
      .describe('What this decision maker may do or not do; moves: both ways if left out.'),
    ranking: z
      .array(states)
      .optional()
      .describe('The states by number or pattern, best first; in brackets where several are equally good.'),
    statements: z.array(line).optional().describe('What it wants to be true, most important first.'),
  }),
  ['ranking', 'statements'],
);

const conflict = z.strictObject({
  makers: z.array(maker).describe('Those who decide, each with its options and what it prefers.'),
  infeasible: z.array(pattern).optional().describe('What cannot be.'),
  states: z
    .array(pattern)
    .optional()
    .describe('The feasible states in the order of their numbers, if somebody has listed them.'),
  alike: z.array(pattern).optional().describe('All states that match one of these are one and the same.'),
  barred: z
    .array(z.strictObject({ maker: line.optional(), from: pattern, to: pattern }))
    .optional()
    .describe('Moves that cannot be made although the options allow them.'),
});

const step = z.strictObject({
  name: line,
  by: line.describe('The party that does it.'),
  cost: number.describe('What it costs that party, in points.'),
  benefit: z
    .record(z.string(), number)
    .optional()
    .describe('What it gives each of the others, by party; a negative number is harm.'),
  parts: number.optional().describe('The number of equal parts that it is done in; 1, if left out.'),
  divisible: number.optional().describe('Into how many parts it may be split at most.'),
});

const exchange = z.strictObject({
  parties: z.array(line).describe('Those who take steps, by name.'),
  steps: z.array(step),
  before: z
    .array(z.array(line).length(2, 'must be two steps: [FIRST, THEN]'))
    .optional()
    .describe('Pairs of steps: the first must be done before the second.'),
  together: z.array(z.array(line)).optional().describe('Steps that are done at the same moment.'),
  tolerance: z
    .record(z.string(), number)
    .optional()
    .describe('How far each party may be exposed, in points; 0, if left out.'),
});

/** The shape of a scenario in YAML. What the names in it refer to is checked when it is made into a scenario. */
export const scenarioDocument = z
  .strictObject({
    'parley-scenario': z
      .literal(scenarioVersion, `must be ${scenarioVersion}: the version of the format`)
      .describe('The version of the format.'),
    name: line.describe('What the scenario is called.'),
    summary: text.optional().describe('What it is about, in a few sentences.'),
    provenance: text.describe('Where its facts and numbers come from; that it is fictional, if it is.'),
    'issues-of': line.optional().describe('A case file beside this one whose issues these are.'),
    issues: z
      .record(
        key,
        withOneOf(z.strictObject({ name: line, description: text.optional(), ...issueScale }), ['range', 'options']),
      )
      .optional()
      .describe('The matters to be settled, by key, each with a range or with options; as in a case file.'),
    items: z
      .record(key, line)
      .optional()
      .describe('Things that go to one party or another, by key; instead of issues.'),
    profiles: z.record(key, profile).optional().describe('What each party values, by its key.'),
    constraints: z.array(constraint).optional().describe('Combinations that no agreement may have, or must have.'),
    conflict: conflict.optional().describe('A conflict as a graph: who decides, what cannot be, who prefers what.'),
    exchange: exchange
      .optional()
      .describe('Steps that parties take in turn, to be put in an order that leaves nobody exposed.'),
  })
  .describe(
    'A scenario for Parley: what is to be settled and what each party values; a conflict; or an exchange of steps.',
  );

/** A scenario as its YAML holds it. */
export type ScenarioDocument = z.infer<typeof scenarioDocument>;

/** One party’s profile as the YAML holds it. */
export type ProfileDocument = NonNullable<ScenarioDocument['profiles']>[string];

/** The JSON Schema of a scenario in YAML, for editors and for other programs; made from the schema that reads it. */
export function scenarioJsonSchema(): object {
  return { title: 'Parley scenario file', ...z.toJSONSchema(scenarioDocument, { io: 'input' }) };
}
