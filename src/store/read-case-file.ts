import { sql } from 'kysely';
import type { CaseFile, CaseId, Entry, Seat } from '../domain/index.ts';
import type { Tx } from './as-viewer.ts';
import type { Appended } from './append.ts';
import { entryOfRow, type EntryRow } from './rows.ts';

const columns = ['case_id', 'id', 'audience', 'link', 'at', 'author', 'supersedes', 'fact', 'hash'] as const;

/** A case file held in memory: how far it has read each audience's chain, and how often the case had been recorded in by then. */
interface Held {
  readonly file: CaseFile;
  readonly read: ReadonlyMap<string, number>;
  readonly recorded: number;
}

/**
 * Case files kept in memory by case and seats, the least lately read given up first. Entries never change, so a file that is extended
 * by the newer links of its chains is exactly what the database would give.
 */
export class HeldFiles {
  readonly #held = new Map<string, Held>();
  readonly #recorded = new Map<CaseId, number>();
  readonly #alone: boolean;
  readonly #bound: number;
  #entries = 0;

  /**
   * @param alone whether nothing but this process records in the store, so that what it has not recorded is not there
   * @param bound how many entries are kept in all files together
   */
  constructor(alone: boolean, bound = 400_000) {
    this.#alone = alone;
    this.#bound = bound;
  }

  /** The file of these seats if nothing can have been recorded in the case since it was read. */
  unchanged(caseId: CaseId, seats: readonly Seat[]): CaseFile | undefined {
    const held = this.#alone ? this.get(keyOf(caseId, seats)) : undefined;
    return held?.recorded === this.#times(caseId) ? held.file : undefined;
  }

  /** Notes that something is being recorded in a case. */
  note(caseId: CaseId): void {
    this.#recorded.set(caseId, this.#times(caseId) + 1);
  }

  /** Extends the file of these seats by what they have just recorded, once that is settled; left to be read again where anything else came between. */
  grow(caseId: CaseId, seats: readonly Seat[], appended: readonly Appended[]): void {
    const key = keyOf(caseId, seats);
    const held = this.#alone ? this.get(key) : undefined;
    if (held === undefined || held.recorded !== this.#times(caseId) - 1) return;
    const read = new Map(held.read);
    for (const { qualified, link } of appended) {
      if (link !== (read.get(qualified) ?? 0) + 1) return;
      read.set(qualified, link);
    }
    const newer = appended.map(({ entry }) => entry).toSorted(entriesInOrder);
    this.keep(key, { ...held.file, entries: merged(held.file.entries, newer) }, read);
  }

  get(key: string): Held | undefined {
    const held = this.#held.get(key);
    if (held === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, held);
    return held;
  }

  keep(key: string, file: CaseFile, read: ReadonlyMap<string, number>): void {
    this.#drop(key);
    this.#held.set(key, { file, read, recorded: this.#times(file.case) });
    this.#entries += file.entries.length;
    for (const oldest of this.#held.keys()) {
      if (this.#entries <= this.#bound || oldest === key) break;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#entries -= this.#held.get(key)?.file.entries.length ?? 0;
    this.#held.delete(key);
  }

  #times(caseId: CaseId): number {
    return this.#recorded.get(caseId) ?? 0;
  }
}

const keyOf = (caseId: CaseId, seats: readonly Seat[]): string => `${caseId} ${[...seats].sort().join(' ')}`;

/** The case file of the viewer whose seats the transaction holds. `seats` must be those, for the key it is kept under. */
export async function readCaseFile(tx: Tx, held: HeldFiles, caseId: CaseId, seats: readonly Seat[]): Promise<CaseFile> {
  const unchanged = held.unchanged(caseId, seats);
  if (unchanged !== undefined) return unchanged;
  const key = keyOf(caseId, seats);
  const before = held.get(key);
  const rows = before === undefined ? await allRows(tx, caseId) : await newerRows(tx, caseId, before.read);
  const read = new Map(before?.read);
  for (const row of rows) read.set(row.audience.join(), Math.max(read.get(row.audience.join()) ?? 0, row.link));
  const older = before?.file.entries ?? [];
  const file: CaseFile =
    before !== undefined && rows.length === 0
      ? before.file
      : { case: caseId, seats, entries: merged(older, rows.toSorted(inOrder).map(entryOfRow)) };
  held.keep(key, file, read);
  return file;
}

const allRows = (tx: Tx, caseId: CaseId): Promise<EntryRow[]> =>
  tx.selectFrom('entry').select(columns).where('case_id', '=', caseId).execute();

/** The rows past what was read of each chain; one look at the ends of the chains when nothing is new. */
async function newerRows(tx: Tx, caseId: CaseId, read: ReadonlyMap<string, number>): Promise<EntryRow[]> {
  const ends = await tx.selectFrom('chain').select(['audience', 'length']).where('case_id', '=', caseId).execute();
  const grown = ends.filter((end) => end.length > (read.get(end.audience.join()) ?? 0));
  const rows: EntryRow[] = [];
  for (const { audience } of grown)
    rows.push(
      ...(await tx
        .selectFrom('entry')
        .select(columns)
        .where('case_id', '=', caseId)
        .where('audience', '=', sql<string[]>`${audience}::text[]`)
        .where('link', '>', read.get(audience.join()) ?? 0)
        .execute()),
    );
  return rows;
}

/** By time; at the same time by audience and then by place in its chain: an order that depends on nothing but the reader's own entries. */
function inOrder(a: EntryRow, b: EntryRow): number {
  const byTime = a.at.getTime() - b.at.getTime();
  if (byTime !== 0) return byTime;
  const [left, right] = [a.audience.join(), b.audience.join()];
  return left === right ? a.link - b.link : left < right ? -1 : 1;
}

/** The same order, for entries that are in order within each audience already. */
const entriesInOrder = (a: Entry, b: Entry): number => (comesFirst(a, b) ? (comesFirst(b, a) ? 0 : -1) : 1);

/** Two sorted lists as one; the newer list nearly always follows the older whole. */
function merged(older: readonly Entry[], newer: readonly Entry[]): readonly Entry[] {
  const [last, first] = [older.at(-1), newer[0]];
  if (last === undefined || first === undefined || last.at < first.at) return [...older, ...newer];
  const all: Entry[] = [];
  let i = 0;
  for (const entry of newer) {
    for (; i < older.length && comesFirst(older[i], entry); i += 1) all.push(older[i] as Entry);
    all.push(entry);
  }
  return [...all, ...older.slice(i)];
}

function comesFirst(a: Entry | undefined, b: Entry): boolean {
  if (a === undefined) return false;
  if (a.at !== b.at) return a.at < b.at;
  return a.audience.join() <= b.audience.join();
}
