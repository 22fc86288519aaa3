import { z } from 'zod';
import type { Issue } from '../../../analysis/index.ts';
import { assembled } from '../assembled.ts';
import type { Findings } from '../findings.ts';
import { sameIssue, type ReadProfile } from '../profile.ts';
import type { Read, ReadScenario, Reading } from '../read-scenario.ts';
import { faultAt, noteUnread, placeIn, readYamlFile, shaped, type YamlFile } from '../yaml-file.ts';

/** A NegoLog profile and where its findings go. */
export interface NegologText {
  readonly text: string;
  readonly findings: Findings;
}

const profile = z.looseObject({
  reservationValue: z.number().optional(),
  issueWeights: z.record(z.string(), z.number()),
  issues: z.record(z.string(), z.record(z.string(), z.number())),
});

type Profile = z.infer<typeof profile>;

/** A scenario in NegoLog JSON: one profile for each party, with the same issues and options. There is no file for the domain. */
export function readNegolog(texts: readonly NegologText[], reading: Reading): Read<ReadScenario> {
  let issues: readonly Issue[] | null = null;
  const profiles: ReadProfile[] = [];
  for (const { text, findings } of texts) {
    const file = readYamlFile(text, findings);
    const written = file === null ? null : shaped(profile, file);
    if (file === null || written === null) continue;
    const own = issuesIn(written, file);
    noteUnread(written, ['reservationValue', 'issueWeights', 'issues'], [], file);
    issues ??= own;
    const read = profileIn(written, own, issues, file);
    if (read !== null) profiles.push(read);
  }
  return assembled({
    format: 'negolog-json',
    name: 'NegoLog',
    issues: issues ?? [],
    profiles,
    findings: texts.map(({ findings }) => findings),
    reading,
    weightsSumTo: 1,
  });
}

const issuesIn = ({ issues }: Profile, file: YamlFile): readonly Issue[] =>
  Object.entries(issues).map(([name, values]) => {
    const options = Object.keys(values);
    if (options.length === 0) faultAt(file, ['issues', name], `Issue “${name}” has no options.`);
    return { kind: 'options', name, options };
  });

function profileIn(
  written: Profile,
  own: readonly Issue[],
  issues: readonly Issue[],
  file: YamlFile,
): ReadProfile | null {
  for (const issue of own)
    if (!issues.some((other) => sameAnswers(issue, other)))
      faultAt(file, ['issues', issue.name], `The issue “${issue.name}” is not as in the other profiles.`, 'key');
  for (const { name } of issues) {
    const weight = written.issueWeights[name];
    if (!own.some((issue) => issue.name === name))
      faultAt(file, ['issues'], `There is no issue “${name}”, which the other profiles have.`, 'key');
    if (weight === undefined) faultAt(file, ['issueWeights'], `There is no weight for the issue “${name}”.`, 'key');
    else if (weight < 0)
      faultAt(file, ['issueWeights', name], `The weight of “${name}” is ${weight}; it must be at least 0.`);
  }
  for (const name of Object.keys(written.issueWeights))
    if (!own.some((issue) => issue.name === name))
      faultAt(file, ['issueWeights', name], `There is no issue “${name}”.`, 'key');
  if (file.findings.faults.length > 0) return null;
  const { reservationValue } = written;
  return {
    findings: file.findings,
    place: placeIn(file.yaml, ['issueWeights'], 'key'),
    weights: issues.map(({ name }) => written.issueWeights[name] ?? 0),
    values: issues.map((issue) => ({
      kind: 'table',
      values: issue.kind === 'options' ? issue.options.map((option) => written.issues[issue.name]?.[option] ?? 0) : [],
    })),
    reservation: reservationValue === undefined ? null : { kind: 'utility', utility: reservationValue },
    discount: null,
    ceiling: null,
  };
}

/** The same options in any order. */
const sameAnswers = (a: Issue, b: Issue): boolean =>
  a.kind === 'options' &&
  b.kind === 'options' &&
  sameIssue({ ...a, options: [...a.options].sort() }, { ...b, options: [...b.options].sort() });
