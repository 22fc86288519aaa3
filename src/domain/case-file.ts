import { createHash } from 'node:crypto';
import type { CaseId, Entry, EntryId, FactOf, Kind } from './entry.ts';
import type { Seat } from './seat.ts';

/** All the entries of one case that a viewer with these seats may know, oldest first. */
export interface CaseFile {
  readonly case: CaseId;
  readonly seats: readonly Seat[];
  readonly entries: readonly Entry[];
}

/** Something worked out from a case file, once for each file: files are immutable, so the answer is too. */
export function once<T>(work: (file: CaseFile) => T): (file: CaseFile) => T {
  const known = new WeakMap<CaseFile, { readonly value: T }>();
  return (file) => {
    const found = known.get(file);
    if (found !== undefined) return found.value;
    const value = work(file);
    known.set(file, { value });
    return value;
  };
}

const byId = once((file) => new Map(file.entries.map((entry) => [entry.id, entry])));
const byKind = once((file) => Map.groupBy(file.entries, (entry) => entry.fact.kind));
const successors = once((file) => {
  const found = new Map<EntryId, Entry>();
  for (const entry of file.entries) if (entry.supersedes !== null) found.set(entry.supersedes, entry);
  return found;
});
const currentByKind = once(
  (file) =>
    new Map(
      [...byKind(file)].map(([kind, entries]) => [kind, entries.filter((entry) => !successors(file).has(entry.id))]),
    ),
);

/** The entry with this id, or null when the viewer's file has none. */
export const entryWithId = (file: CaseFile, id: string): Entry | null => byId(file).get(id as EntryId) ?? null;

/** The entry with this id if it is of this kind, or null. */
export function entryOfKind<K extends Kind>(file: CaseFile, kind: K, id: string): Entry<FactOf<K>> | null {
  const entry = entryWithId(file, id);
  return entry !== null && isOf(kind)(entry) ? entry : null;
}

/** All entries of a kind, oldest first. */
export const entriesOf = <K extends Kind>(file: CaseFile, kind: K): readonly Entry<FactOf<K>>[] =>
  ofKind(kind, byKind(file));

/** The entries of a kind that nothing has superseded, oldest first. */
export const currentOf = <K extends Kind>(file: CaseFile, kind: K): readonly Entry<FactOf<K>>[] =>
  ofKind(kind, currentByKind(file));

/** The entry that superseded this one, or null while it stands. */
export const supersededBy = (file: CaseFile, id: EntryId): Entry | null => successors(file).get(id) ?? null;

/** How far a file goes, as text: how many entries it has of each audience. The same file gives the same text. */
export const markOf = once((file): string =>
  [...byAudience(file)]
    .map(([audience, entries]) => `${shortOf(audience)}.${entries.length}`)
    .sort()
    .join('_'),
);

/** The entries that a file has beyond a mark that was made of it earlier, oldest first; all of them for a text that is no mark. */
export function since(file: CaseFile, mark: string): readonly Entry[] {
  const seen = new Map(mark.split('_').map((part) => [part.split('.')[0], Number(part.split('.')[1])]));
  const fresh = [...byAudience(file)].flatMap(([audience, entries]) => entries.slice(seen.get(shortOf(audience)) ?? 0));
  const among = new Set(fresh);
  return file.entries.filter((entry) => among.has(entry));
}

const byAudience = once((file) => Map.groupBy(file.entries, (entry) => entry.audience.join()));
const shortOf = (audience: string): string => createHash('sha256').update(audience).digest('hex').slice(0, 12);

/** The entries that were grouped under a kind, which are therefore all of it. */
const ofKind = <K extends Kind>(kind: K, groups: ReadonlyMap<Kind, readonly Entry[]>): readonly Entry<FactOf<K>>[] =>
  (groups.get(kind) ?? []) as unknown as readonly Entry<FactOf<K>>[];

const isOf =
  <K extends Kind>(kind: K) =>
  (entry: Entry): entry is Entry<FactOf<K>> =>
    entry.fact.kind === kind;
