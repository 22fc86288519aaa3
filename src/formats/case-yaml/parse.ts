import type { CaseScript, ScriptPlace } from '../../domain/index.ts';
import { checksOf } from './checks.ts';
import { caseDocument } from './schema.ts';
import { scriptIn, stepIn } from './script.ts';
import { actWords, steps } from './steps.ts';
import { findingsIn, type Finding } from './words.ts';
import { readYaml, type Fault, type YamlText } from '../yaml/document.ts';
import { pathInWords, placeOf, type Path } from '../yaml/places.ts';

/** A case read from YAML: its script, and where each part of it stands in the text, for faults that show only when it is played. */
export interface ReadCase {
  readonly script: CaseScript;
  /** The line, column and path of a place in the script, or of a field there as a refusal names it. */
  readonly placeOf: (place: ScriptPlace, field?: string) => Omit<Fault, 'message'>;
  /** The line of a step of the history. */
  readonly lineOf: (step: number) => number;
}

/** Reads a case from YAML. Gives every fault that it can find at once, in the order of the lines. */
export function parseCaseYaml(text: string): ReadCase | { readonly errors: readonly Fault[] } {
  const yaml = readYaml(text);
  if ('faults' in yaml) return { errors: yaml.faults };
  const checks = checksOf(yaml.value);
  const shaped = caseDocument.safeParse(yaml.value);
  if (!shaped.success) {
    checkStepsApart(yaml.value, checks);
    return { errors: faults(yaml, [...findingsIn(shaped.error.issues, yaml.value), ...checks.findings]) };
  }
  const { script, agendaPaths } = scriptIn(shaped.data, checks);
  if (checks.findings.length > 0) return { errors: faults(yaml, checks.findings) };
  const locate = (place: ScriptPlace, field?: string) => {
    const path = pathOf(place, agendaPaths, yaml, field);
    return { ...placeOf(yaml, path), path: pathInWords(path) };
  };
  return { script, placeOf: locate, lineOf: (step) => placeOf(yaml, ['history', step]).line };
}

/** What can be found in the steps that are well shaped, when something else in the file is not. */
function checkStepsApart(value: unknown, checks: ReturnType<typeof checksOf>): void {
  const history: unknown = typeof value === 'object' && value !== null && 'history' in value ? value.history : [];
  if (!Array.isArray(history)) return;
  for (const [index, written] of (history as readonly unknown[]).entries()) {
    const step = steps.safeParse(written);
    if (step.success) stepIn(step.data, index, checks);
  }
}

/** Beyond so many faults, more would not help; and each costs a walk to its place. */
const most = 50;

function faults(yaml: YamlText, findings: readonly Finding[]): readonly Fault[] {
  const placed = findings
    .slice(0, 4 * most)
    .map(({ path, aim, message }): Fault => ({ ...placeOf(yaml, path, aim), path: pathInWords(path), message }));
  return placed.sort((a, b) => a.line - b.line || a.column - b.column).slice(0, most);
}

/** The path in the YAML of a place in the script; with a field, as far as the YAML has it. */
function pathOf(place: ScriptPlace, agendaPaths: readonly Path[], { value }: YamlText, field = ''): Path {
  switch (place.part) {
    case 'opening':
      return within(value, [], field);
    case 'people':
      return ['people', place.key];
    case 'agenda':
      return within(value, agendaPaths[place.index] ?? [], field);
    case 'history':
      return within(value, ['history', place.index], field);
  }
}

/** The path of a field as the domain names it (`terms.flow`, `knownTo`), in the act of a step or beside it; as much of it as the YAML has. */
function within(value: unknown, path: Path, field: string): Path {
  const names = field === '' ? [] : field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).split('.');
  const under = path.reduce(inside, value);
  const act = actWords.find((word) => path[0] === 'history' && inside(under, word) !== undefined);
  for (const start of act === undefined ? [[]] : [[act], []])
    for (let length = names.length; length > 0; length -= 1) {
      const part = [...start, ...names.slice(0, length)];
      if (part.reduce(inside, under) !== undefined) return [...path, ...part];
    }
  return path;
}

const inside = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string | number, unknown>>)[key]
    : undefined;
