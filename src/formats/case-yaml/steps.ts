import { z } from 'zod';
import { meetingFormats, obstacleStates } from '../../domain/index.ts';
import {
  answer,
  bridgingTerm,
  deadline,
  issueScale,
  key,
  line,
  moment,
  optionalSetting,
  release,
  role,
  setting,
  term,
  text,
  withOneOf,
} from './parts.ts';

const knownTo = { 'known-to': optionalSetting };
const rank = role.rank.unwrap();

export const issueShape = z.strictObject({ key, name: line, description: text.optional(), ...issueScale, ...knownTo });

/** Everything that a step can do, by the word that the YAML uses for it. */
const acts = {
  'add-track': z.strictObject({ key, name: line, ...knownTo }),
  'add-venue': z.strictObject({ key, name: line, place: line, ...knownTo }),
  'add-issue': withOneOf(issueShape, ['range', 'options']),
  'set-deadline': deadline,
  'note-delegation': z.strictObject({
    party: key,
    name: line,
    rank,
    mandate: text.describe('What is known of the mandate, in words.'),
    members: z.array(z.strictObject({ name: line, title: text.optional(), rank })).optional(),
    ...knownTo,
  }),
  report: z.strictObject({
    what: z.enum(['event', 'statement', 'assessment']),
    on: moment.optional().describe('When it happened or was said; the time of the step if not given.'),
    words: line,
    attribution: line.describe('Who says so.'),
    source: text.describe('Where it was read or heard.'),
    ...knownTo,
  }),
  'open-round': z.strictObject({ name: line, track: key.optional(), venue: key.optional(), ...knownTo }),
  'close-round': key.describe('The label of the step that opened it.'),
  'call-meeting': z.strictObject({
    name: line,
    format: z.enum(meetingFormats),
    starts: moment,
    with: z
      .array(key)
      .min(1, 'name at least one participant')
      .describe('Who takes part: mediation, or parties and institutions by key.'),
    track: key.optional(),
    venue: key.optional(),
    round: line.optional().describe('The name of the round that it belongs to.'),
    agenda: text.optional(),
    ...knownTo,
  }),
  'revise-meeting': z.strictObject({
    meeting: key.describe('The label of the step that called it.'),
    state: z.enum(['planned', 'held', 'called-off']).optional(),
    starts: moment.optional(),
    venue: key.optional(),
    agenda: text.optional(),
  }),
  say: z.strictObject({ in: setting, words: line }),
  'take-position': z.strictObject({
    on: key.describe('The issue.'),
    party: key.optional().describe('For a mediator, who notes its understanding of a side’s position.'),
    stance: z.enum(['position', 'interest', 'red-line']).default('position'),
    answer: answer.optional(),
    words: text.optional(),
    in: optionalSetting,
  }),
  propose: z.strictObject({
    in: optionalSetting,
    terms: z.record(key, term),
    note: text.optional().describe('For the mediation alone; never carried.'),
    expires: moment.optional(),
    revises: key.optional().describe('The label of the proposal that this one replaces.'),
  }),
  withdraw: z.strictObject({ proposal: key, reason: text.optional() }),
  carry: z.strictObject({
    from: key.describe('The label of the proposal or answer that it comes from.'),
    to: key.describe('A party, or mediation.'),
    attribution: z.enum(['attributed', 'unattributed']),
    terms: z
      .union(
        [z.array(key), z.record(key, line.nullable())],
        'must be the issues in brackets, or by issue the words to carry',
      )
      .optional()
      .describe('The terms chosen, by issue; with other words, if they are reworded.'),
    verdict: z.boolean().optional().describe('Whether the verdict of an answer is carried.'),
    covering: text.optional().describe('The mediator’s own words beside it.'),
  }),
  answer: z.strictObject({
    to: key.describe('The label of what was carried or put forward.'),
    verdict: z.enum(['accept', 'reject', 'accept-if', 'counter']),
    release: z.enum(['hold', 'convey']).optional().describe('Whether the verdict itself may be conveyed.'),
    terms: z.record(key, term).optional(),
    note: text.optional(),
  }),
  'put-forward': z.strictObject({
    to: z.array(key).min(1, 'name at least one party'),
    form: z.enum(['bridging', 'non-paper']),
    title: line,
    terms: z.record(key, bridgingTerm).optional(),
    words: text.optional(),
    expires: moment.optional(),
    manner: z.enum(['jointly', 'apart']).optional().describe('Whether each party sees who else received it.'),
  }),
  'withdraw-carried': z.strictObject({ what: key, from: key.optional(), reason: text.optional() }),
  'state-preferences': z.strictObject({
    party: key.optional().describe('For a mediator, who states its own estimate of what a side values.'),
    weights: z.record(key, z.number()).describe('Points between the issues.'),
    worth: z
      .record(key, z.record(z.string(), z.number()))
      .describe('By issue, points from 0 to 100 for each option, or for some numbers of the range with both ends.'),
    reservation: z
      .number()
      .optional()
      .describe('What the side has without an agreement: points of 100 for the best package.'),
    basis: text.optional().describe('Where the points come from.'),
    in: optionalSetting,
  }),
  'enter-obstacle': z.strictObject({
    title: line,
    words: text.optional(),
    on: key.optional().describe('The issue that it is about.'),
    'raised-by': key.optional().describe('The party that raised it, if one did.'),
    remedy: text.optional().describe('What would remove it.'),
    state: z.enum(obstacleStates).default('standing'),
    ...knownTo,
  }),
  'revise-obstacle': z.strictObject({
    obstacle: key.describe('The label of the step that entered it.'),
    words: text.optional(),
    remedy: text.optional(),
    state: z.enum(obstacleStates).optional(),
  }),
  'give-account': z.strictObject({
    obstacle: key.describe('The label of the step that entered it.'),
    party: key.optional().describe('For a mediator, who notes a side’s account.'),
    words: line,
    in: optionalSetting,
  }),
  'change-rules': z.strictObject({ 'default-release': release, receipts: z.boolean() }),
  appoint: withOneOf(z.strictObject({ person: key, ...role }), ['mediator', 'delegate', 'reader']),
  dismiss: key.describe('The person who leaves the case.'),
  look: z.literal(true, 'must be true').describe('The person has read everything up to here.'),
};

/** A word for an act, and what stands under it. */
export type ActWord = keyof typeof acts;
export type ActDocument<W extends ActWord> = z.infer<(typeof acts)[W]>;

/** The words for acts. */
export const actWords = Object.keys(acts) as readonly ActWord[];

/** One step: when, by whom, exactly one act, and a label if others refer to it. */
export const steps = withOneOf(
  z.strictObject({
    at: moment,
    by: key.describe('Who acts: a person’s key.'),
    label: key.optional(),
    ...z.object(acts).partial().shape,
  }),
  actWords,
);

/** A step as its YAML holds it. */
export type StepDocument = z.infer<typeof steps>;
