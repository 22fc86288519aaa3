import { z } from 'zod';
import { steps } from './steps.ts';
import { deadline, issueScale, key, line, moment, optionalSetting, release, role, text, withOneOf } from './parts.ts';

/** The version of the format that this Parley reads. */
export const formatVersion = 1;

const issue = withOneOf(
  z.strictObject({ name: line, description: text.optional(), ...issueScale, 'known-to': optionalSetting }),
  ['range', 'options'],
);

/** The shape of a case in YAML. What the names in it refer to is checked when it is made into a script. */
export const caseDocument = z
  .strictObject({
    parley: z
      .literal(formatVersion, `must be ${formatVersion}: the version of the format`)
      .describe('The version of the format.'),
    name: line.describe('What the case is called.'),
    summary: text.describe('What it is about, in a few sentences.'),
    provenance: text.describe('Where its facts come from; that it is fictional, if it is.'),
    'time-zone': line.describe('The time zone in which the times of this file are written, such as Europe/Zurich.'),
    opens: moment.describe('When the case is opened.'),
    existence: z
      .enum(['confidential', 'public'])
      .default('confidential')
      .describe('Whether readers may know that the case exists.'),
    rules: z
      .strictObject({ 'default-release': release.default('hold'), receipts: z.boolean().default(true) })
      .default({ 'default-release': 'hold', receipts: true })
      .describe('The release of a term that names none; whether a side is told when something of its own is carried.'),
    parties: z
      .record(key, z.strictObject({ name: line, description: text.optional() }))
      .describe('The sides, by key: 2 to 8.'),
    institutions: z
      .record(key, z.strictObject({ name: line, standing: z.enum(['lead', 'supporting', 'guarantor', 'observer']) }))
      .describe('The mediating institutions, by key; at least one in the lead.'),
    people: z
      .record(key, withOneOf(z.strictObject({ name: line, ...role }), ['mediator', 'delegate', 'reader']))
      .describe('The people of the case, by key. The first who mediates for an institution in the lead opens it.'),
    tracks: z
      .record(key, z.strictObject({ name: line, 'known-to': optionalSetting }))
      .optional()
      .describe('Strands of the talks that run side by side.'),
    venues: z
      .record(key, z.strictObject({ name: line, place: line, 'known-to': optionalSetting }))
      .optional()
      .describe('Where the talks are received.'),
    issues: z.record(key, issue).optional().describe('The matters to be settled, each with a range or with options.'),
    deadlines: z.array(deadline).optional().describe('Dates that change what can still be done.'),
    history: z.array(steps).optional().describe('What people did, in order of time.'),
  })
  .describe('A case for Parley: how it opens, its people, its agenda and its history.');

/** A case as its YAML holds it. */
export type CaseDocument = z.infer<typeof caseDocument>;

/** The JSON Schema of a case in YAML, for editors and for other programs; made from the schema that reads it. */
export function caseJsonSchema(): object {
  return { title: 'Parley case file', ...z.toJSONSchema(caseDocument, { io: 'input' }) };
}
