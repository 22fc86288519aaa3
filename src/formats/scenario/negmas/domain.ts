import { z } from 'zod';
import type { Issue } from '../../../analysis/index.ts';
import { twiceIn } from '../twice.ts';
import { faultAt, noteUnread, shaped, type YamlFile } from '../yaml-file.ts';

const answer = z.union([z.string(), z.number(), z.boolean()]);

const domain = z.looseObject({
  name: z.string().optional(),
  issues: z.array(
    z.looseObject({
      name: z.union([z.string(), z.number()]),
      type: z.string(),
      values: z.union([z.array(answer), z.number()], 'must be a list, or the number of values'),
    }),
  ),
});

type IssueDocument = z.infer<typeof domain>['issues'][number];

/** The last part of a class's name, which is all that tells what it is. */
export const classNamed = (type: string): string => type.slice(type.lastIndexOf('.') + 1);

/**
 * The outcome space of a NegMAS scenario: categorical, ordinal and cardinal issues become options, contiguous ones a range with step 1,
 * continuous ones a range without steps. Other types are refused by name.
 */
export function domainIn(file: YamlFile): { readonly name: string | null; readonly issues: readonly Issue[] } | null {
  const read = shaped(domain, file);
  if (read === null) return null;
  noteUnread(read, ['name', 'type', 'issues'], [], file);
  const names = read.issues.map(({ name }) => String(name));
  const twice = twiceIn(names);
  if (twice !== undefined)
    faultAt(file, ['issues', names.lastIndexOf(twice), 'name'], `There are two issues “${twice}”.`);
  const issues = read.issues.map((issue, i) => issueIn(issue, i, file));
  if (file.findings.faults.length > 0) return null;
  return { name: read.name ?? null, issues: issues.flatMap((issue) => (issue === null ? [] : [issue])) };
}

function issueIn(written: IssueDocument, i: number, file: YamlFile): Issue | null {
  const name = String(written.name);
  const at = ['issues', i, 'values'];
  switch (classNamed(written.type)) {
    case 'CategoricalIssue':
    case 'DiscreteOrdinalIssue':
    case 'DiscreteCardinalIssue': {
      const options = optionsOf(written.values);
      const twice = twiceIn(options);
      if (typeof written.values === 'number' && !(Number.isInteger(written.values) && written.values <= mostOptions))
        faultAt(
          file,
          at,
          `How many options “${name}” has must be a whole number up to ${mostOptions}, or give a list.`,
        );
      else if (options.length === 0) faultAt(file, at, `Issue “${name}” has no options.`);
      if (twice !== undefined) faultAt(file, at, `Issue “${name}” has the option “${twice}” twice.`);
      return { kind: 'options', name, options };
    }
    case 'ContiguousIssue':
    case 'ContinuousIssue': {
      const step = classNamed(written.type) === 'ContiguousIssue' ? 1 : null;
      const [from, to, ...more] = typeof written.values === 'number' ? [0, written.values - 1] : written.values;
      if (typeof from !== 'number' || typeof to !== 'number' || more.length > 0 || !(from < to)) {
        faultAt(file, at, `The values of “${name}” must be two numbers, the least and the greatest: [0, 10].`);
        return null;
      }
      if (step === 1 && !(Number.isInteger(from) && Number.isInteger(to)))
        faultAt(file, at, `The ends of “${name}” must be whole numbers.`);
      return { kind: 'range', name, from, to, step };
    }
    default:
      faultAt(
        file,
        ['issues', i, 'type'],
        `Issue “${name}” is a ${written.type}, which is not read; categorical, ordinal, cardinal, contiguous and continuous issues are.`,
      );
      return null;
  }
}

const optionsOf = (values: IssueDocument['values']): readonly string[] =>
  typeof values === 'number'
    ? Array.from({ length: Math.min(values, mostOptions) }, (_, k) => String(k))
    : values.map(String);

/** No issue of people has more options than this. */
export const mostOptions = 100_000;
