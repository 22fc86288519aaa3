import { checkScenario, solutions, type Scenario, type ScenarioProblem } from '../../../analysis/index.ts';
import type { Path } from '../../yaml/places.ts';
import { faultsOf, notesOf, type Findings } from '../findings.ts';
import type { Read, ReadDivision, ReadScenario } from '../read-scenario.ts';
import { faultAt, placeIn, readYamlFile, shaped, type YamlFile } from '../yaml-file.ts';
import { conflictIn } from './conflict.ts';
import { exchangeIn } from './exchange.ts';
import { constraintIn } from './constraints.ts';
import { caseBeside, issuesIn, type CasesBeside, type KeyedIssue } from './issues.ts';
import { profileIn } from './profile.ts';
import { scenarioDocument, scenarioJsonSchema, type ScenarioDocument } from './schema.ts';

/**
 * Reads Parley’s own scenario file: issues and profiles, things to divide, a conflict, an exchange. `cases` are the case files beside it, for a scenario
 * whose issues are those of a case; its talks come along. Gives every fault that it can find at once.
 */
export function readScenarioYaml(text: string, findings: Findings, cases: CasesBeside): Read<ReadScenario> {
  const file = readYamlFile(text, findings);
  const document = file === null ? null : shaped(scenarioDocument, file, scenarioJsonSchema);
  if (file === null || document === null) return { errors: faultsOf([findings]) };
  const beside = caseBeside(document, cases, file);
  const ofCase = cases.get(document['issues-of'] ?? '')?.findings;
  const faults = () => faultsOf(ofCase === undefined ? [findings] : [findings, ofCase]);
  const found = issuesIn(document, beside, file);
  const unfit = found.length === 0 ? [] : unfitIssues(found);
  for (const problem of unfit) faultAt(file, pathOf(problem, document, found), problem.sentence, 'key');
  // What stands on a faulty issue is looked at only once the issues are in order.
  const issues = unfit.length > 0 ? [] : found;
  const profiles = issues.length === 0 ? [] : Object.entries(document.profiles ?? {});
  const stated = profiles.map(([key, profile]) => profileIn(key, profile, issues, file));
  const read: Scenario = {
    issues: issues.map(({ issue }) => issue),
    profiles: stated.map(({ profile }) => profile),
    constraints:
      issues.length === 0
        ? []
        : (document.constraints ?? []).flatMap((written, i) => constraintIn(written, i, issues, file) ?? []),
  };
  const conflict = document.conflict === undefined ? null : conflictIn(document.conflict, file);
  const exchange = document.exchange === undefined ? null : exchangeIn(document.exchange, file);
  const hasScenario = ['issues', 'items', 'issues-of', 'profiles', 'constraints'].some((part) =>
    Object.hasOwn(document, part),
  );
  if (!hasScenario && document.conflict === undefined && document.exchange === undefined)
    faultAt(file, [], 'This scenario is empty: give issues and profiles, a conflict, or an exchange.');
  if (hasScenario && faults().length === 0)
    for (const problem of checkScenario(read).filter(({ reason }) => issues.length > 0 || reason !== 'too-few-parties'))
      faultAt(file, pathOf(problem, document, issues), problem.sentence, 'key');
  const errors = faults();
  if (errors.length > 0) return { errors };
  return {
    format: 'parley',
    name: document.name.trim(),
    scenario: hasScenario ? read : null,
    division: document.items === undefined ? null : divisionIn(document, document.items, file),
    conflict,
    exchange,
    talks: beside?.file ?? null,
    ceilings: read.profiles.map(() => null),
    discounts: read.profiles.map(() => null),
    uncertain: stated.map(({ uncertain }) => uncertain),
    notes: notesOf([findings]),
  };
}

function divisionIn(
  { profiles = {} }: ScenarioDocument,
  items: Readonly<Record<string, string>>,
  { yaml, findings }: YamlFile,
): ReadDivision {
  return {
    items: Object.values(items),
    parties: Object.entries(profiles).map(([key, { name = key }]) => name),
    points: Object.values(profiles).map(({ points, weights }) =>
      Object.keys(items).map((item) => product(Number(points[item]), weights?.[item] ?? 1)),
    ),
    places: Object.keys(profiles).map((key) => ({
      file: findings.file,
      ...placeIn(yaml, ['profiles', key, 'points'], 'key'),
    })),
  };
}

/** A product as one would write it: 0.3 for 3 × 0.1. */
const product = (a: number, b: number): number =>
  b === 1 ? a : solutions.asNumber(solutions.times(solutions.asWritten(a), solutions.asWritten(b)));

const unfitIssues = (issues: readonly KeyedIssue[]): readonly ScenarioProblem[] =>
  checkScenario({ issues: issues.map(({ issue }) => issue), profiles: [], constraints: [] }).filter(
    ({ issue }) => issue !== undefined,
  );

/** Where the file has what a problem is about. */
function pathOf(problem: ScenarioProblem, document: ScenarioDocument, issues: readonly KeyedIssue[]): Path {
  const issue = issues[problem.issue ?? -1]?.key;
  const party = Object.keys(document.profiles ?? {})[problem.profile ?? -1];
  if (problem.constraint !== undefined || problem.constraints !== undefined)
    return ['constraints', problem.constraint ?? problem.constraints?.[0] ?? 0];
  if (party === undefined) {
    if (issue !== undefined && document.issues !== undefined) return ['issues', issue];
    return document.profiles === undefined ? [] : ['profiles'];
  }
  const profile = ['profiles', party];
  if (problem.interaction !== undefined) return [...profile, 'interactions', problem.interaction];
  if (problem.reason === 'negative-reservation' || problem.reason === 'reservation-package')
    return [...profile, 'reservation'];
  if (document.profiles?.[party]?.['uncertain-weights'] !== undefined && isOfWeights(problem))
    return [...profile, 'uncertain-weights'];
  if (problem.reason === 'weights-all-zero' || problem.reason === 'negative-weight')
    return issue === undefined ? [...profile, 'weights'] : [...profile, 'weights', issue];
  return issue === undefined ? profile : [...profile, 'points', issue];
}

/** Weights in the middle that cannot be counted with: the schema leaves no points that are no number. */
const isOfWeights = ({ reason, issue }: ScenarioProblem): boolean =>
  reason === 'weights-all-zero' || (reason === 'not-a-number' && issue !== undefined);
