import { z } from 'zod';
import { explained, sentences } from './parts.ts';

const concept = z.enum(['R', 'SEQ', 'SMR', 'GMR', 'SIM']);
const state = z
  .string()
  .regex(/^s\d+$/)
  .describe('A state by its number, from s1.');

/** What `parley conflict --json` answers. */
export const conflict = z
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

export type ConflictDocument = z.infer<typeof conflict>;
