import { findingsIn as findingsOf } from '../case-yaml/words.ts';
import { readYaml, type YamlText } from '../yaml/document.ts';
import { pathInWords, placeOf, type Path } from '../yaml/places.ts';
import { z } from 'zod';
import type { Findings, Place } from './findings.ts';

/** A YAML or JSON file that could be read, and where its findings go. JSON is read as the YAML that it is, so that its faults have lines. */
export interface YamlFile {
  readonly yaml: YamlText;
  readonly findings: Findings;
}

/** Reads a YAML or JSON text; null when it cannot be read, which is then among the findings. */
export function readYamlFile(text: string, findings: Findings): YamlFile | null {
  const yaml = readYaml(text, 'scenario');
  if ('faults' in yaml) {
    for (const { message, ...place } of yaml.faults) findings.fault(place, message);
    return null;
  }
  return { yaml, findings };
}

/** The value of a file in the shape that a schema gives it, or null: what is wrong is then among the findings. */
export function shaped<T extends z.ZodType>(
  schema: T,
  { yaml, findings }: YamlFile,
  schemaOf: () => object = () => z.toJSONSchema(schema, { io: 'input' }),
): z.output<T> | null {
  const read = schema.safeParse(yaml.value);
  if (read.success) return read.data;
  for (const { path, aim, message } of findingsOf(read.error.issues, yaml.value, schemaOf))
    findings.fault(placeIn(yaml, path, aim), message);
  return null;
}

/** Where a path leads in a file. */
export const placeIn = (yaml: YamlText, path: Path, aim: 'key' | 'value' = 'value'): Place => ({
  ...placeOf(yaml, path, aim),
  path: pathInWords(path),
});

/** Says what is wrong at a path of a file. */
export const faultAt = ({ yaml, findings }: YamlFile, path: Path, message: string, aim?: 'key' | 'value'): void =>
  findings.fault(placeIn(yaml, path, aim), message);

/** Notes the keys of a group that are not read, of those that may well be there for the program that wrote it. */
export function noteUnread(group: object, known: readonly string[], path: Path, { yaml, findings }: YamlFile): void {
  const unread = Object.keys(group).filter((key) => !known.includes(key));
  if (unread.length > 0)
    findings.note(placeIn(yaml, [...path, unread[0] ?? ''], 'key').line, `Not read: ${unread.join(', ')}.`);
}
