import { entryOfKind, supersededBy, type CaseFile, type Entry, type EntryId, type FactOf } from '../../domain/index.ts';

/** An offer that can be revised: a proposal, or an answer. */
type Revisable = 'proposal' | 'response';

/** An entry with those of its kind that it revised and that revised it, oldest first; empty when the viewer's file has no such entry. */
export function revisionsOf<K extends Revisable>(file: CaseFile, kind: K, id: EntryId): readonly Entry<FactOf<K>>[] {
  const chain: Entry<FactOf<K>>[] = [];
  for (let entry = firstOf(file, kind, id); entry !== null; entry = nextOf(file, kind, entry)) chain.push(entry);
  return chain;
}

function firstOf<K extends Revisable>(file: CaseFile, kind: K, id: EntryId): Entry<FactOf<K>> | null {
  const entry = entryOfKind(file, kind, id);
  return entry === null || entry.supersedes === null ? entry : (firstOf(file, kind, entry.supersedes) ?? entry);
}

function nextOf<K extends Revisable>(file: CaseFile, kind: K, entry: Entry): Entry<FactOf<K>> | null {
  const next = supersededBy(file, entry.id);
  return next === null ? null : entryOfKind(file, kind, next.id);
}
