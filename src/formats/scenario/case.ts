import { wholeCaseYaml, type WholeCase } from '../case-yaml/whole.ts';
import { faultsOf, notesOf, type Findings } from './findings.ts';
import type { Read, ReadScenario } from './read-scenario.ts';

/** A case played to its end, or null: what is wrong with it is then among its findings. */
export function caseIn(text: string, findings: Findings): WholeCase | null {
  const read = wholeCaseYaml(text);
  if (!('errors' in read)) return read;
  for (const { message, ...place } of read.errors) findings.fault(place, message);
  return null;
}

/** Reads a case by itself: its talks, without a scenario. */
export function readCase(text: string, findings: Findings): Read<ReadScenario> {
  const read = caseIn(text, findings);
  if (read === null) return { errors: faultsOf([findings]) };
  return {
    format: 'parley',
    name: read.script.opening.name,
    scenario: null,
    division: null,
    conflict: null,
    exchange: null,
    talks: read.file,
    ceilings: [],
    discounts: [],
    uncertain: [],
    notes: notesOf([findings]),
  };
}
