import { createHash } from 'node:crypto';
import {
  wholeFile,
  type CaseFile,
  type CaseId,
  type CaseScript,
  type EntryId,
  type PersonId,
  type ReplayIds,
} from '../../domain/index.ts';
import { parseCaseYaml } from './parse.ts';
import { playRead } from './play.ts';
import { writtenIn } from './time.ts';
import type { Fault } from '../yaml/document.ts';

/** What a case was read as, and all its entries. */
export interface WholeCase {
  readonly script: CaseScript;
  readonly file: CaseFile;
}

/**
 * A case from YAML, played to its end, with all its entries: whoever holds the text holds all of it. An entry's id is what one finds it by in the
 * text: the label of its step, else its time as it is written there; with a number behind where that is not the first of them.
 */
export function wholeCaseYaml(text: string): WholeCase | { readonly errors: readonly Fault[] } {
  const read = parseCaseYaml(text);
  if ('errors' in read) return read;
  const result = playRead(read, idsFor(text, read.script));
  return 'errors' in result ? result : { script: result.script, file: wholeFile(result.played) };
}

/** Ids that are the same each time, and of another case where the text is another. */
function idsFor(text: string, { opening }: CaseScript): ReplayIds {
  const given = new Map<string, number>();
  return {
    case: createHash('sha256').update(text).digest('hex') as CaseId,
    person: (key) => key as PersonId,
    entry: ({ label, at }) => {
      const name = label ?? writtenIn(at, opening.timeZone);
      const count = (given.get(name) ?? 0) + 1;
      given.set(name, count);
      return (count === 1 ? name : `${name} (${count})`) as EntryId;
    },
  };
}
