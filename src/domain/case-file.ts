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

/** For how many viewers the latest of what was worked out is kept, the least lately asked for given up first. */
const viewersKept = 16;

/**
 * Like `once`, for work that depends on a part of a file: as a viewer's file grows, the result is kept while the text that stands for that
 * part stays as it was. Kept for each viewer apart, so that nobody is served sooner for what another has had worked out.
 */
export function onceWhile<T>(part: (file: CaseFile) => string, work: (file: CaseFile) => T): (file: CaseFile) => T {
  const latest = new Map<string, { readonly text: string; readonly value: T }>();
  return once((file) => {
    const viewer = `${file.case} ${file.seats.join()}`;
    const text = part(file);
    const before = latest.get(viewer);
    const value = before?.text === text ? before.value : work(file);
    latest.delete(viewer);
    latest.set(viewer, { text, value });
    for (const oldest of latest.keys()) if (latest.size > viewersKept) latest.delete(oldest);
    return value;
  });
}

/** Work that is done when it is first asked for, and once. */
export function lazily<T>(work: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: work() }).value;
}

/** The file with newer entries at its end. What was worked out to find entries in it is carried over, not made anew. */
export function extendedBy(file: CaseFile, newer: readonly Entry[]): CaseFile {
  const longer: CaseFile = { ...file, entries: [...file.entries, ...newer] };
  const index = indexes.get(file);
  if (index !== undefined) indexes.set(longer, indexed(index, newer));
  return longer;
}

/** Where the entries of a file are found; `standing` has the kinds that were asked for so far. */
interface Index {
  readonly byId: Layers;
  readonly byKind: ReadonlyMap<Kind, readonly Entry[]>;
  readonly byAudience: ReadonlyMap<string, readonly Entry[]>;
  readonly successors: Layers;
  readonly standing: Map<Kind, readonly Entry[]>;
}

/** A map that grows cheaply: many entries that stay as they are, and over them the few latest. */
interface Layers {
  readonly settled: ReadonlyMap<EntryId, Entry>;
  readonly latest: ReadonlyMap<EntryId, Entry>;
}

const none: Layers = { settled: new Map(), latest: new Map() };
const empty: Index = {
  byId: none,
  byKind: new Map(),
  byAudience: new Map(),
  successors: none,
  standing: new Map(),
};
const indexes = new WeakMap<CaseFile, Index>();

function indexOf(file: CaseFile): Index {
  const known = indexes.get(file);
  if (known !== undefined) return known;
  const index = indexed(empty, file.entries);
  indexes.set(file, index);
  return index;
}

function indexed(before: Index, newer: readonly Entry[]): Index {
  const byId = layered(
    before.byId,
    newer.map((entry) => [entry.id, entry]),
  );
  const standing = new Map(before.standing);
  for (const { fact, supersedes } of newer) {
    standing.delete(fact.kind);
    const superseded = supersedes === null ? undefined : inLayers(byId, supersedes);
    if (superseded !== undefined) standing.delete(superseded.fact.kind);
  }
  return {
    byId,
    byKind: grouped(before.byKind, newer, (entry) => entry.fact.kind),
    byAudience: grouped(before.byAudience, newer, (entry) => entry.audience.join()),
    successors: layered(
      before.successors,
      newer.flatMap((entry) => (entry.supersedes === null ? [] : [[entry.supersedes, entry]])),
    ),
    standing,
  };
}

const inLayers = ({ settled, latest }: Layers, id: EntryId): Entry | undefined => latest.get(id) ?? settled.get(id);

const mostLatest = 256;

function layered({ settled, latest }: Layers, newer: readonly (readonly [EntryId, Entry])[]): Layers {
  if (newer.length === 0) return { settled, latest };
  const longer = new Map([...latest, ...newer]);
  return longer.size <= mostLatest
    ? { settled, latest: longer }
    : { settled: new Map([...settled, ...longer]), latest: new Map() };
}

function grouped<K>(
  before: ReadonlyMap<K, readonly Entry[]>,
  newer: readonly Entry[],
  keyOf: (entry: Entry) => K,
): ReadonlyMap<K, readonly Entry[]> {
  const groups = new Map(before);
  for (const [key, entries] of Map.groupBy(newer, keyOf)) groups.set(key, [...(groups.get(key) ?? []), ...entries]);
  return groups;
}

/** The entry with this id, or null when the viewer's file has none. */
export const entryWithId = (file: CaseFile, id: string): Entry | null =>
  inLayers(indexOf(file).byId, id as EntryId) ?? null;

/** The entry with this id if it is of this kind, or null. */
export function entryOfKind<K extends Kind>(file: CaseFile, kind: K, id: string): Entry<FactOf<K>> | null {
  const entry = entryWithId(file, id);
  return entry !== null && isOf(kind)(entry) ? entry : null;
}

/** All entries of a kind, oldest first. */
export const entriesOf = <K extends Kind>(file: CaseFile, kind: K): readonly Entry<FactOf<K>>[] =>
  ofKind(kind, indexOf(file).byKind);

/** How far a file goes in these kinds, as text: how many entries of each there are, and the latest. */
export const extentOf = (file: CaseFile, kinds: readonly Kind[]): string =>
  kinds.map((kind) => `${entriesOf(file, kind).length} ${entriesOf(file, kind).at(-1)?.id}`).join();

/** The entries of a kind that nothing has superseded, oldest first. */
export function currentOf<K extends Kind>(file: CaseFile, kind: K): readonly Entry<FactOf<K>>[] {
  const { byKind, successors, standing } = indexOf(file);
  if (!standing.has(kind))
    standing.set(
      kind,
      (byKind.get(kind) ?? []).filter((entry) => inLayers(successors, entry.id) === undefined),
    );
  return ofKind(kind, standing);
}

/** The entry that superseded this one, or null while it stands. */
export const supersededBy = (file: CaseFile, id: EntryId): Entry | null =>
  inLayers(indexOf(file).successors, id) ?? null;

/** How far a file goes, as text: how many entries it has of each audience. The same file gives the same text. */
export const markOf = once((file): string =>
  [...indexOf(file).byAudience]
    .map(([audience, entries]) => `${shortOf(audience)}.${entries.length}`)
    .sort()
    .join('_'),
);

/** The entries that a file has beyond a mark that was made of it earlier, oldest first; all of them for a text that is no mark. */
export function since(file: CaseFile, mark: string): readonly Entry[] {
  const seen = new Map(mark.split('_').map((part) => [part.split('.')[0], Number(part.split('.')[1])]));
  const fresh = [...indexOf(file).byAudience].flatMap(([audience, entries]) =>
    entries.slice(seen.get(shortOf(audience)) ?? 0),
  );
  const among = new Set(fresh);
  return file.entries.filter((entry) => among.has(entry));
}

const shortOf = (audience: string): string => createHash('sha256').update(audience).digest('hex').slice(0, 12);

/** The entries that were grouped under a kind, which are therefore all of it. */
const ofKind = <K extends Kind>(kind: K, groups: ReadonlyMap<Kind, readonly Entry[]>): readonly Entry<FactOf<K>>[] =>
  (groups.get(kind) ?? []) as unknown as readonly Entry<FactOf<K>>[];

const isOf =
  <K extends Kind>(kind: K) =>
  (entry: Entry): entry is Entry<FactOf<K>> =>
    entry.fact.kind === kind;
