import {
  valuesOn,
  answersIn,
  type Interaction,
  type Profile,
  type Provenance,
  type Reservation,
  type ValueFunction,
} from '../../../analysis/index.ts';
import type { Path } from '../../yaml/places.ts';
import { numberIn, rounded } from '../number-in.ts';
import { faultAt, type YamlFile } from '../yaml-file.ts';
import { issueNamed, placeOfAnswer, type KeyedIssue } from './issues.ts';
import type { ProfileDocument } from './schema.ts';
import { weightsIn, type StatedWeights } from './weights.ts';

type PointsDocument = ProfileDocument['points'][string];

/** A profile, and what is known of its weights where that is less than the weights; null where they are stated exactly. */
export interface StatedProfile extends Pick<StatedWeights, 'uncertain'> {
  readonly profile: Profile;
}

/** One party’s profile; what it misses, or says of issues and answers that there are not, is among the findings. */
export function profileIn(
  key: string,
  written: ProfileDocument,
  issues: readonly KeyedIssue[],
  file: YamlFile,
): StatedProfile {
  const path = ['profiles', key];
  for (const name of Object.keys(written.points)) issueNamed(name, issues, [...path, 'points', name], file);
  const party = written.name ?? key;
  const { weights, uncertain } = weightsIn(written, party, issues, path, file);
  const values = issues.map((issue): ValueFunction => {
    const points = own(written.points, issue.key);
    if (points !== undefined) return valueIn(points, issue, key, [...path, 'points', issue.key], file);
    faultAt(
      file,
      [...path, 'points'],
      `There are no points for the ${issue.isItem ? 'item' : 'issue'} “${issue.key}”.`,
      'key',
    );
    return nothing;
  });
  const profile: Profile = {
    party,
    provenance: provenanceIn(written.provenance),
    weights,
    values,
    interactions: (written.interactions ?? []).flatMap((one, i) =>
      interactionIn(one, issues, [...path, 'interactions', i], file),
    ),
    reservation: null,
  };
  const reservation = reservationIn(written.reservation, profile, issues, [...path, 'reservation'], file);
  if (uncertain !== null && typeof written.reservation === 'object' && reservation?.kind === 'utility')
    file.findings.note(
      null,
      `What ${party} has without an agreement is worth ${rounded(reservation.utility)} by the weights in the middle; other weights do not change it.`,
    );
  return { profile: { ...profile, reservation }, uncertain };
}

/** What a file says under a key; an issue may be called by a word that every object knows. */
const own = <T>(written: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(written, key) ? written[key] : undefined;

/** Stands for a value that is among the faults. */
const nothing: ValueFunction = { kind: 'table', values: [] };

function valueIn(points: PointsDocument, issue: KeyedIssue, party: string, path: Path, file: YamlFile): ValueFunction {
  if (issue.isItem) {
    if (typeof points === 'number')
      return { kind: 'table', values: issue.options.map((key) => (key === party ? points : 0)) };
    faultAt(file, path, `“${issue.key}” is an item: give one number, what it is worth to have it.`);
    return nothing;
  }
  if (typeof points === 'number') {
    faultAt(file, path, `“${issue.key}” has answers: give points for each, { ANSWER: POINTS }.`);
    return nothing;
  }
  return issue.issue.kind === 'options' ? tableIn(points, issue, path, file) : lineIn(points, issue, path, file);
}

type ByAnswer = Readonly<Record<string, number>>;

function tableIn(points: ByAnswer, issue: KeyedIssue, path: Path, file: YamlFile): ValueFunction {
  const given = new Map<number, number>();
  for (const [answer, worth] of Object.entries(points)) {
    const place = placeOfAnswer(answer, issue, [...path, answer], file);
    if (place !== null && given.has(place)) faultAt(file, [...path, answer], `“${answer}” has points already.`, 'key');
    if (place !== null) given.set(place, worth);
  }
  for (const [place, option] of issue.options.entries())
    if (!given.has(place))
      faultAt(file, path, `There are no points for “${option}”, an option of “${issue.key}”.`, 'key');
  return { kind: 'table', values: issue.options.map((_, place) => given.get(place) ?? 0) };
}

function lineIn(points: ByAnswer, { key, issue }: KeyedIssue, path: Path, file: YamlFile): ValueFunction {
  if (issue.kind === 'options') return nothing;
  const joined = Object.entries(points).flatMap(([written, value]) => {
    const at = numberIn(written);
    if (at !== null && at >= issue.from && at <= issue.to) return [{ at, value }];
    faultAt(
      file,
      [...path, written],
      at === null
        ? `“${written}” is no number.`
        : `${written} lies outside “${key}”, which goes from ${issue.from} to ${issue.to}.`,
      'key',
    );
    return [];
  });
  joined.sort((a, b) => a.at - b.at);
  const twice = joined.find(({ at }, place) => joined[place + 1]?.at === at);
  if (twice !== undefined) faultAt(file, path, `The number ${twice.at} has points twice.`, 'key');
  const ends = [issue.from, issue.to].filter((end) => !joined.some(({ at }) => at === end));
  if (ends.length > 0)
    faultAt(
      file,
      path,
      `There are no points at ${ends.join(' and ')}: the first and last number of a range need points.`,
      'key',
    );
  return { kind: 'piecewise', points: joined };
}

function provenanceIn(written: ProfileDocument['provenance']): Provenance {
  if (typeof written === 'string') return { kind: written };
  if (written.analyst !== undefined) return { kind: 'analyst', name: written.analyst };
  if (written.learnt !== undefined) return { kind: 'learnt', from: written.learnt };
  return { kind: 'experiment', name: written.experiment ?? '' };
}

function interactionIn(
  { between, points }: NonNullable<ProfileDocument['interactions']>[number],
  issues: readonly KeyedIssue[],
  path: Path,
  file: YamlFile,
): readonly Interaction[] {
  const [a, b] = between.map((key, i) => issueNamed(key, issues, [...path, 'between', i], file));
  if (a == null || b == null) return [];
  const [first, second] = [issues[a], issues[b]];
  if (first === undefined || second === undefined) return [];
  const values = rowsFor(first).map(() => rowsFor(second).map(() => 0));
  const given = new Set<string>();
  for (const [answer, row] of Object.entries(points)) {
    const i = placeOfAnswer(answer, first, [...path, 'points', answer], file);
    for (const [other, added] of Object.entries(row)) {
      const j = placeOfAnswer(other, second, [...path, 'points', answer, other], file);
      const into = i === null ? undefined : values[i];
      if (into === undefined || j === null) continue;
      if (given.has(`${i} ${j}`))
        faultAt(file, [...path, 'points', answer, other], 'These two answers have points twice.', 'key');
      given.add(`${i} ${j}`);
      into[j] = added;
    }
  }
  return [{ issues: [a, b], values }];
}

function rowsFor({ issue }: KeyedIssue): readonly unknown[] {
  if (issue.kind === 'options') return issue.options;
  const [answers] = answersIn({ issues: [issue], profiles: [] });
  return Array.from({ length: Math.min(answers?.size ?? 0, mostRows) });
}

/** An interaction over a finer range would be a table of more than a million numbers. */
const mostRows = 1000;

function reservationIn(
  written: ProfileDocument['reservation'],
  profile: Profile,
  issues: readonly KeyedIssue[],
  path: Path,
  file: YamlFile,
): Reservation | null {
  if (written === undefined) return null;
  if (typeof written === 'number') return { kind: 'utility', utility: written };
  for (const key of Object.keys(written.package)) issueNamed(key, issues, [...path, 'package', key], file);
  const answers = issues.map((issue) => {
    const answer = own(written.package, issue.key);
    if (answer === undefined)
      faultAt(
        file,
        [...path, 'package'],
        `The package has no answer to “${issue.key}”; it must answer every issue.`,
        'key',
      );
    return answer;
  });
  if (answers.includes(undefined)) return null;
  const isContinuous = ({ issue }: KeyedIssue) => issue.kind === 'range' && issue.step === null;
  for (const [i, { key, issue }] of issues.entries()) {
    if (issue.kind !== 'range' || issue.step !== null) continue;
    const number = numberIn(String(answers[i]));
    if (number !== null && number >= issue.from && number <= issue.to) continue;
    faultAt(
      file,
      [...path, 'package', key],
      `“${answers[i]}” is no answer to “${key}”, which goes from ${issue.from} to ${issue.to}.`,
    );
    return null;
  }
  const places = issues.map((issue, i) =>
    isContinuous(issue) ? 0 : (placeOfAnswer(answers[i] ?? '', issue, [...path, 'package', issue.key], file) ?? 0),
  );
  if (!issues.some(isContinuous)) return { kind: 'package', package: places };
  file.findings.note(
    null,
    `What ${profile.party} has without an agreement is read as what it is worth, since a range without steps has no numbered answers.`,
  );
  return {
    kind: 'utility',
    utility: issues.reduce(
      (sum, issue, i) =>
        sum +
        (profile.weights[i] ?? 0) * worthOf(profile.values[i] ?? nothing, issue, answers[i] ?? '', places[i] ?? 0),
      0,
    ),
  };
}

function worthOf(value: ValueFunction, { issue }: KeyedIssue, answer: string | number, place: number): number {
  if (value.kind === 'table') return value.values[place] ?? 0;
  if (issue.kind === 'options' || value.points.length === 0) return 0;
  const numbers = [Number(answer)];
  return valuesOn(value, { kind: 'numbers', size: 1, numbers, unit: null, sampled: null })[0] ?? 0;
}
