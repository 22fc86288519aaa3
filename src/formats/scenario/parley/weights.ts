import { preferences } from '../../../analysis/index.ts';
import type { Path } from '../../yaml/places.ts';
import { rounded } from '../number-in.ts';
import { faultAt, placeIn, type YamlFile } from '../yaml-file.ts';
import { issueNamed, type KeyedIssue } from './issues.ts';
import type { ProfileDocument } from './schema.ts';

type UncertainWeights = preferences.UncertainWeights;
type Intervals = Extract<UncertainWeights, { kind: 'intervals' }>;
type UncertainDocument = NonNullable<ProfileDocument['uncertain-weights']>;

/** The weights of a profile; `uncertain` is what is known of them where they are the middle of that, else null. */
export interface StatedWeights {
  readonly weights: readonly number[];
  readonly uncertain: UncertainWeights | null;
}

/** The weights of one party, exact or the middle of what is known; what is wrong with them is among the findings. */
export function weightsIn(
  { weights, 'uncertain-weights': written }: ProfileDocument,
  party: string,
  issues: readonly KeyedIssue[],
  path: Path,
  file: YamlFile,
): StatedWeights {
  const exact =
    weights === undefined
      ? issues.map(() => 1)
      : ofEachIssue(weights, issues, [...path, 'weights'], file).map((weight) => weight ?? 0);
  if (written === undefined) return { weights: exact, uncertain: null };
  const own = [...path, 'uncertain-weights'];
  if (weights !== undefined) faultAt(file, own, 'Give weights or uncertain-weights: one of them.', 'key');
  if (issues.some(({ isItem }) => isItem))
    faultAt(
      file,
      own,
      'Items cannot have uncertain weights: to divide them takes one number for what each is worth. Give issues instead of items.',
      'key',
    );
  const uncertain = uncertainIn(written, issues, own, file);
  if (uncertain === null) return { weights: exact, uncertain };
  const central = preferences.centralWeights(uncertain);
  noteOn(uncertain, central, party, issues, placeIn(file.yaml, own, 'key').line, file);
  return { weights: central, uncertain };
}

/** What is known of weights; null where something is wrong with it. */
function uncertainIn(
  { between, ranking, samples, total }: UncertainDocument,
  issues: readonly KeyedIssue[],
  path: Path,
  file: YamlFile,
): UncertainWeights | null {
  if ([between, ranking, samples].filter((part) => part !== undefined).length !== 1)
    faultAt(file, path, 'Uncertain weights have between, ranking or samples: one of them.', 'key');
  if (samples !== undefined && total !== undefined)
    faultAt(file, [...path, 'total'], 'Samples have no total: each is used as it stands.', 'key');
  const read = [
    between === undefined ? null : intervalsIn(between, total ?? 1, issues, [...path, 'between'], file),
    ranking === undefined ? null : rankingIn(ranking, total ?? 1, issues, [...path, 'ranking'], file),
    samples === undefined ? null : samplesIn(samples, issues, [...path, 'samples'], file),
  ];
  const found = read.find((each) => each !== null) ?? null;
  return found !== null && preferences.checkUncertain(found, issues.length) === null ? found : null;
}

function intervalsIn(
  between: NonNullable<UncertainDocument['between']>,
  total: number,
  issues: readonly KeyedIssue[],
  path: Path,
  file: YamlFile,
): Intervals {
  const stated = ofEachIssue(between, issues, path, file);
  const intervals = stated.map((bounds) =>
    typeof bounds === 'number'
      ? { least: bounds, most: bounds }
      : { least: bounds?.from ?? 0, most: bounds?.to ?? total },
  );
  for (const [i, { key }] of issues.entries()) {
    const { least = 0, most = 0 } = intervals[i] ?? {};
    if (least > most)
      faultAt(file, [...path, key], `The least weight of “${key}”, ${least}, is above the most, ${most}.`, 'key');
  }
  const read: Intervals = { kind: 'intervals', total, intervals };
  const refusal = stated.includes(undefined) ? null : preferences.checkUncertain(read, issues.length);
  if (refusal?.refused === 'bounds-miss-total') faultAt(file, path, refusal.sentence, 'key');
  return read;
}

function rankingIn(
  ranking: NonNullable<UncertainDocument['ranking']>,
  total: number,
  issues: readonly KeyedIssue[],
  path: Path,
  file: YamlFile,
): UncertainWeights {
  const named = new Set<number>();
  const placeAt = (key: string, at: Path): readonly number[] => {
    if (file.findings.isFull()) return [];
    const place = issueNamed(key, issues, at, file);
    if (place !== null && named.has(place)) faultAt(file, at, `The ranking names “${key}” twice.`);
    if (place !== null) named.add(place);
    return place === null ? [] : [place];
  };
  const groups = ranking.map((group, g) =>
    typeof group === 'string' ? placeAt(group, [...path, g]) : group.flatMap((key, k) => placeAt(key, [...path, g, k])),
  );
  for (const [place, { key }] of issues.entries())
    if (!named.has(place)) faultAt(file, path, `The ranking does not name the issue “${key}”.`, 'key');
  return { kind: 'ranking', total, ranking: groups };
}

function samplesIn(
  samples: NonNullable<UncertainDocument['samples']>,
  issues: readonly KeyedIssue[],
  path: Path,
  file: YamlFile,
): UncertainWeights {
  const read = samples.map((sample, s) => {
    const weights = ofEachIssue(sample, issues, [...path, s], file);
    if (weights.every((weight) => weight === 0) && !file.findings.isFull())
      faultAt(file, [...path, s], 'All weights of this sample are 0: every package would be worth the same.');
    return weights.map((weight) => weight ?? 0);
  });
  return { kind: 'samples', samples: read };
}

/** What a group says of each issue, in order; an issue that it leaves out, or that there is not, is among the findings. */
function ofEachIssue<T>(
  group: Readonly<Record<string, T>>,
  issues: readonly KeyedIssue[],
  path: Path,
  file: YamlFile,
): readonly (T | undefined)[] {
  const known = new Set(issues.map(({ key }) => key));
  for (const key of Object.keys(group))
    if (!known.has(key) && !file.findings.isFull()) issueNamed(key, issues, [...path, key], file);
  return issues.map(({ key }) => {
    if (Object.hasOwn(group, key)) return group[key];
    if (!file.findings.isFull()) faultAt(file, path, `There is no weight for the issue “${key}”.`, 'key');
    return undefined;
  });
}

const statedAs = { intervals: 'bounds', ranking: 'a ranking', samples: 'samples' } as const;

function noteOn(
  uncertain: UncertainWeights,
  central: readonly number[],
  party: string,
  issues: readonly KeyedIssue[],
  line: number,
  { findings }: YamlFile,
): void {
  const middle = issues.map(({ issue }, i) => `${issue.name} ${rounded(central[i] ?? 0)}`).join(', ');
  findings.note(
    line,
    `The weights of ${party} are stated only as ${statedAs[uncertain.kind]}; the analysis uses those in the middle: ${middle}.`,
  );
}
