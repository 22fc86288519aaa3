import type { Issue } from '../../../analysis/index.ts';
import type { WholeCase } from '../../case-yaml/whole.ts';
import { didYouMean } from '../../nearest-word.ts';
import type { Path } from '../../yaml/places.ts';
import { caseIn } from '../case.ts';
import type { Findings } from '../findings.ts';
import { numberIn } from '../number-in.ts';
import { faultAt, type YamlFile } from '../yaml-file.ts';
import type { ScenarioDocument } from './schema.ts';

/** An issue with the keys by which the file speaks of it and of its options. */
export interface KeyedIssue {
  readonly key: string;
  readonly issue: Issue;
  /** One for each option; none for a range. */
  readonly options: readonly string[];
  /** A thing that goes to one party: its options are the parties. */
  readonly isItem: boolean;
}

/** The cases that lie beside a scenario, by the names of their files: the text, and where its findings go. */
export type CasesBeside = ReadonlyMap<string, { readonly text: string; readonly findings: Findings }>;

/** The case that a scenario takes its issues from; null where it names none, and where the case is at fault, by the case’s own lines. */
export function caseBeside(
  { 'issues-of': name }: ScenarioDocument,
  cases: CasesBeside,
  file: YamlFile,
): WholeCase | null {
  if (name === undefined) return null;
  const found = cases.get(name);
  if (found !== undefined) return caseIn(found.text, found.findings);
  faultAt(file, ['issues-of'], `There is no case file “${name}” beside this one.`);
  return null;
}

/** The issues of a scenario: its own, those of the case beside it, or one for each of its items. Exactly one of the three is given. */
export function issuesIn(document: ScenarioDocument, beside: WholeCase | null, file: YamlFile): readonly KeyedIssue[] {
  const { issues, items, 'issues-of': from, profiles = {} } = document;
  const given = [issues, items, from].filter((part) => part !== undefined).length;
  if (given > 1)
    faultAt(file, [from !== undefined ? 'issues-of' : 'items'], 'Give issues, items or issues-of: one of them.', 'key');
  if (given === 0 && (document.profiles !== undefined || document.constraints !== undefined))
    faultAt(file, ['profiles'], 'There is nothing to be settled: give issues, items or issues-of.', 'key');
  if (given !== 1) return [];
  if (from !== undefined) return beside === null ? [] : issuesOfCase(beside);
  if (items !== undefined) {
    const parties = Object.entries(profiles).map(([key, { name = key }]) => ({ key, name }));
    return Object.entries(items).map(([key, name]) => ({
      key,
      issue: { kind: 'options', name, options: parties.map((party) => party.name) },
      options: parties.map((party) => party.key),
      isItem: true,
    }));
  }
  return Object.entries(issues ?? {}).flatMap(([key, written]): readonly KeyedIssue[] => {
    const { name, range, options } = written;
    const path = ['issues', key];
    if (range !== undefined && options === undefined) {
      const { from: least, to, step = null, unit } = range;
      return [
        {
          key,
          issue: { kind: 'range', name, from: least, to, step, ...(unit === undefined ? {} : { unit }) },
          options: [],
          isItem: false,
        },
      ];
    }
    if (options !== undefined && range === undefined)
      return [
        {
          key,
          issue: { kind: 'options', name, options: Object.values(options) },
          options: Object.keys(options),
          isItem: false,
        },
      ];
    faultAt(file, path, 'An issue has a range or options: one of them.', 'key');
    return [];
  });
}

/** The place of an answer among the answers of an issue; null when it is none, which is then among the findings. */
export function placeOfAnswer(answer: string | number, issue: KeyedIssue, path: Path, file: YamlFile): number | null {
  if (issue.issue.kind === 'options') {
    const places = placesOf(issue);
    const place = places.get(String(answer));
    if (place !== undefined) return place;
    if (file.findings.isFull()) return null;
    faultAt(file, path, `“${answer}” is no answer to “${issue.key}”${didYouMean(String(answer), issue.options)}`);
    return null;
  }
  const { step, from, to } = issue.issue;
  if (step === null) {
    faultAt(file, path, `“${issue.key}” may be any number of its range; give it a step to name single answers.`);
    return null;
  }
  const number = numberIn(String(answer)) ?? Number.NaN;
  const place = Math.round((number - from) / step);
  if (number >= from && number <= to && Math.abs(from + place * step - number) <= step * 1e-9) return place;
  faultAt(
    file,
    path,
    `${answer} is no answer to “${issue.key}”, which goes from ${from} to ${to} by steps of ${step}.`,
  );
  return null;
}

/** Options by key, and by name where no key is the same. */
function placesOf(issue: KeyedIssue): ReadonlyMap<string, number> {
  const known = optionPlaces.get(issue);
  if (known !== undefined) return known;
  const names = issue.issue.kind === 'options' ? issue.issue.options : [];
  const places = new Map([...names, ...issue.options].map((word, i) => [word, i % Math.max(1, names.length)]));
  optionPlaces.set(issue, places);
  return places;
}

const optionPlaces = new WeakMap<KeyedIssue, ReadonlyMap<string, number>>();

/** The issue that a key names; null when there is none, which is then among the findings. */
export function issueNamed(key: string, issues: readonly KeyedIssue[], path: Path, file: YamlFile): number | null {
  const place = issues.findIndex((issue) => issue.key === key);
  if (place >= 0) return place;
  faultAt(
    file,
    path,
    `There is no issue “${key}”${didYouMean(
      key,
      issues.map((issue) => issue.key),
    )}`,
    'key',
  );
  return null;
}

function issuesOfCase({ script }: WholeCase): readonly KeyedIssue[] {
  return [...script.agenda, ...script.history].flatMap(({ act }): readonly KeyedIssue[] => {
    if (act.kind !== 'issue') return [];
    const { key, name: title, scale } = act;
    if (scale.kind === 'options')
      return [
        {
          key,
          issue: { kind: 'options', name: title, options: scale.options.map((option) => option.name) },
          options: scale.options.map((option) => option.key),
          isItem: false,
        },
      ];
    const { from, to, step, unit } = scale;
    return [
      {
        key,
        issue: { kind: 'range', name: title, from, to, step, ...(unit === '' ? {} : { unit }) },
        options: [],
        isItem: false,
      },
    ];
  });
}
