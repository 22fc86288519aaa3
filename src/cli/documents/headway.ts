import { z } from 'zod';
import { explained, notes, provenance, sentences } from './parts.ts';

const share = z.number().describe('From 0 to 1.');
const gap = share
  .nullable()
  .describe('From 0, agreement, to 1, the two ends of the range; null until every party has answered.');
const utility = share.nullable().describe('The gap in utility; null where the points that it needs are not known.');
const answer = z
  .union([z.string(), z.number(), z.strictObject({ from: z.number(), to: z.number() })])
  .describe('The name of an option, a number, or all numbers between two.');
const entry = z
  .string()
  .describe(
    'An entry of the case: the label of its step, else its time as the case file has it; numbered where there are several.',
  );
const at = z.string().describe('ISO 8601, in UTC.');
const byParty = <T extends z.ZodType>(of: T) => z.record(z.string(), of);
const overall = z.strictObject({
  gap: gap.describe('The mean of the known gaps, each issue counted alike; null where none is known.'),
  utility: utility.describe('The sum of the gaps in utility; null unless known on each issue that counts.'),
  measured: z.number(),
  of: z.number(),
});
const status = z.enum(['agreed', 'narrowing', 'widening', 'stuck', 'first', 'unknown']);
const row = z.strictObject({ from: z.number(), to: z.number(), forecasts: z.number(), cameTrue: z.number() });
const chances = z.strictObject({
  rounds: z.number(),
  chance: share,
  band: z.strictObject({ from: share, to: share }),
  simulated: row.describe('Of forecasts with a chance between these in simulated talks, how many came true.'),
  published: row.describe('The same in published talks.'),
  sentence: z.string(),
});
const forecast = z.strictObject({
  observations: z.strictObject({ fewest: z.number(), most: z.number() }),
  open: z.array(z.string()).describe('The issues that it is about.'),
  unknown: z.number().describe('On how many issues the gap is not known; they are not in it.'),
  within: z.array(chances).describe('The chances that the gap closes within 1, 2, … rounds.'),
  record: sentences.describe('What the two calibration records were made on.'),
});

/** What `parley headway --json` answers. */
export const headway = z
  .strictObject({
    name: z.string().describe('The name of the case.'),
    asOf: at.describe('The time of the latest entry, or now where that is later.'),
    timeZone: z.string(),
    parties: z.array(z.string()),
    issues: z.array(z.string()),
    profiles: z
      .array(z.strictObject({ party: z.string(), provenance }))
      .describe(
        'Whose points the gaps in utility are of, and whose figures these points are; none without a scenario.',
      ),
    standing: z.strictObject({
      overall,
      issues: z.array(
        z.strictObject({
          issue: z.string(),
          answers: byParty(z.strictObject({ answer, entry })).describe('The latest answer of each party that has one.'),
          gap,
          utility,
          status,
          since: z
            .strictObject({ at, round: z.number(), entry })
            .nullable()
            .describe('Since when the gap is what it is, and what showed it.'),
          roundsUnchanged: z.number().nullable(),
          sentence: z.string(),
        }),
      ),
      pairs: z
        .array(z.strictObject({ parties: z.array(z.string()), overall, gaps: z.array(gap) }))
        .describe('The same for each two parties, with the gap on each issue.'),
    }),
    rounds: z.array(
      z.strictObject({
        round: z.number(),
        name: z.string(),
        began: at,
        closed: at.nullable(),
        overall,
        gaps: z.array(gap).describe('On each issue at the end of the round.'),
        change: z
          .strictObject({ before: share, after: share, issues: z.number() })
          .nullable()
          .describe('The mean gap before and after, on the issues known at both.'),
        isSetBack: z.boolean(),
        isSilent: z.boolean(),
        issues: z
          .array(
            z.strictObject({
              issue: z.string(),
              before: gap,
              after: gap,
              isSetBack: z.boolean(),
              entries: z.array(entry).describe('What was said on it in this round.'),
            }),
          )
          .describe('The issues on which something was said.'),
        sentence: z.string(),
      }),
    ),
    obstacles: z
      .array(
        z.strictObject({
          kind: z.enum(['new issue', 'new answer', 'retreat', 'withdrawal', 'red line', 'reopened']),
          party: z.string(),
          issue: z.string(),
          round: z.number().describe('0 before the first.'),
          at,
          before: z.array(entry).describe('What shows how things stood before.'),
          entry: entry.describe('What shows the move.'),
          sentence: z.string(),
        }),
      )
      .describe('Fresh obstacles, oldest first.'),
    concessions: z
      .array(
        z.strictObject({
          party: z.string(),
          round: z.number(),
          moved: z
            .number()
            .describe('Towards the others, less away from them, in shares of ranges; 0 where it was silent.'),
          steps: z.array(
            z.strictObject({
              issue: z.string(),
              from: answer,
              to: answer,
              moved: z.number().nullable(),
              before: entry,
              entry,
            }),
          ),
          worth: z
            .array(z.strictObject({ party: z.string(), change: z.number(), provenance }))
            .describe('What its changes are worth to each party with points, as a share of the total of that party.'),
          classes: z
            .array(
              z.strictObject({
                other: z.string(),
                step: z.enum(['fortunate', 'nice', 'concession', 'selfish', 'unfortunate', 'silent']),
              }),
            )
            .describe('The class of its changes as seen from each other party, by their points.'),
          inReturn: z.array(z.strictObject({ party: z.string(), round: z.number(), moved: z.number() })),
          isUnilateral: z.boolean().nullable().describe('Null while the next round has not come.'),
          sentence: z.string(),
        }),
      )
      .describe('Each party in each round, silent ones too.'),
    conduct: z.array(
      z.strictObject({
        party: z.string(),
        towards: z.number(),
        away: z.number(),
        unilateral: z.array(z.number()).describe('The rounds in which it alone moved towards the others.'),
        silent: z.array(z.number()).describe('The rounds in which it changed no answer.'),
        answered: z
          .array(z.strictObject({ other: z.string(), answered: z.number(), occasions: z.number() }))
          .describe('Of the rounds in which each other moved towards agreement, how many it answered by moving, too.'),
      }),
    ),
    clock: z.strictObject({
      kind: z.enum(['closes', 'no headway', 'closed', 'unknown']),
      roundsLeft: z.number().nullable().describe('At the mean pace so far; null unless it closes.'),
      deadline: z.strictObject({ name: z.string(), falls: at }).nullable().describe('The next, if any lies ahead.'),
      roundsThatFit: z
        .number()
        .nullable()
        .describe('How many rounds can still begin before it at the usual distance; null where that is not known.'),
      sentence: z.string(),
    }),
    forecast: forecast.nullable().describe('Null where none is made; `noForecast` says why.'),
    noForecast: z.string().nullable(),
    methods: z
      .record(
        z.enum(['gap', 'utility', 'headway', 'obstacles', 'concessions', 'classes', 'clock', 'forecast']),
        explained,
      )
      .describe('What each part means, assumes, and when it misleads.'),
    notes,
  })
  .describe('What parley headway --json answers.');

export type HeadwayDocument = z.infer<typeof headway>;
