import {
  faultInWords,
  readFolder,
  type FileFault,
  type Read,
  type Reading,
  type ReadScenario,
} from '../../src/formats/scenario/index.ts';
import type { Scenario } from '../../src/analysis/index.ts';

/** The files of a folder: what each holds, by its name. */
export type Files = Readonly<Record<string, string>>;

/** What a folder of these files gives. */
export const readFiles = (files: Files, reading: Partial<Reading> = {}): Read<ReadScenario> =>
  readFolder(
    Object.entries(files).map(([name, content]) => ({ name, content })),
    reading,
  );

/** What was read, where it must be a scenario without a fault. */
export function scenarioIn(read: Read<ReadScenario>): Omit<ReadScenario, 'scenario'> & { readonly scenario: Scenario } {
  if ('errors' in read) throw new Error(read.errors.map(faultInWords).join('\n'));
  if (read.scenario === null) throw new Error('There is no scenario.');
  return { ...read, scenario: read.scenario };
}

/** The faults, each with file, line and what is wrong; none if there is a scenario. */
export const faultsIn = (read: Read<ReadScenario>): readonly string[] =>
  'errors' in read ? read.errors.map((fault: FileFault) => `${fault.file}:${fault.line}: ${fault.message}`) : [];

/** The files with one text in one of them replaced by another. */
export function changed(files: Files, name: string, from: string, to: string): Files {
  const text = files[name] ?? '';
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  return { ...files, [name]: text.replace(from, to) };
}
