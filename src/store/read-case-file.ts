import { sql } from 'kysely';
import { extendedBy, type CaseFile, type CaseId, type Entry, type Seat } from '../domain/index.ts';
import { qualify, type Tx } from './as-viewer.ts';
import type { Appended } from './append.ts';
import { entryOfRow, type EntryRow } from './rows.ts';
import type { ChainEnd } from './turn.ts';

const columns = ['case_id', 'id', 'audience', 'link', 'at', 'author', 'supersedes', 'fact', 'hash'] as const;

/** A case file held in memory: how far it has read each audience's chain, and how often something had been recorded for its seats by then. */
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
  readonly #recorded = new Map<string, number>();
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

  /**
   * The file of these seats if nothing can have been recorded for them since it was read. What is recorded for others leaves it as it is,
   * so that nobody can tell by a page that takes longer that something was.
   */
  unchanged(caseId: CaseId, seats: readonly Seat[]): CaseFile | undefined {
    const held = this.#alone ? this.get(keyOf(caseId, seats)) : undefined;
    return held?.recorded === this.#times(caseId, seats) ? held.file : undefined;
  }

  /** Notes that something is being recorded in a case for those who hold these seats. */
  note(caseId: CaseId, seats: readonly Seat[]): void {
    for (const seat of new Set(seats)) this.#recorded.set(qualify(caseId, seat), this.#times(caseId, [seat]) + 1);
  }

  /** Extends the file of these seats by what they have just recorded, once that is settled; left to be read again where anything else came between. */
  grow(caseId: CaseId, seats: readonly Seat[], appended: readonly Appended[]): void {
    const key = keyOf(caseId, seats);
    const held = this.get(key);
    const own = seats.filter((seat) => appended.some(({ entry }) => entry.audience.includes(seat))).length;
    if (held === undefined || (this.#alone && held.recorded !== this.#times(caseId, seats) - own)) return;
    const read = new Map(held.read);
    for (const { qualified, link } of appended) {
      if (link !== (read.get(qualified) ?? 0) + 1) return;
      read.set(qualified, link);
    }
    const newer = appended.map(({ entry }) => entry).toSorted(entriesInOrder);
    this.keep(key, grown(held.file, newer), read);
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
    this.#held.set(key, { file, read, recorded: this.#times(file.case, file.seats) });
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

  #times(caseId: CaseId, seats: readonly Seat[]): number {
    return seats.reduce((sum, seat) => sum + (this.#recorded.get(qualify(caseId, seat)) ?? 0), 0);
  }
}

const keyOf = (caseId: CaseId, seats: readonly Seat[]): string => `${caseId} ${[...seats].sort().join(' ')}`;

/**
 * The case file of the viewer whose seats the transaction holds. `seats` must be those, for the key it is kept under; `ends`, where they
 * are known already, the ends of the chains that those seats may know.
 */
export async function readCaseFile(
  tx: Tx,
  held: HeldFiles,
  caseId: CaseId,
  seats: readonly Seat[],
  ends?: readonly Pick<ChainEnd, 'audience' | 'length'>[],
): Promise<CaseFile> {
  const unchanged = held.unchanged(caseId, seats);
  if (unchanged !== undefined) return unchanged;
  const key = keyOf(caseId, seats);
  const before = held.get(key);
  const rows = before === undefined ? await allRows(tx, caseId) : await newerRows(tx, caseId, before.read, ends);
  const read = new Map(before?.read);
  for (const row of rows) read.set(row.audience.join(), Math.max(read.get(row.audience.join()) ?? 0, row.link));
  const file = grown(before?.file ?? { case: caseId, seats, entries: [] }, rows.toSorted(inOrder).map(entryOfRow));
  held.keep(key, file, read);
  return file;
}

const allRows = (tx: Tx, caseId: CaseId): Promise<EntryRow[]> =>
  tx.selectFrom('entry').select(columns).where('case_id', '=', caseId).execute();

/** The rows past what was read of each chain; one look at the ends of the chains when nothing is new. */
async function newerRows(
  tx: Tx,
  caseId: CaseId,
  read: ReadonlyMap<string, number>,
  known?: readonly Pick<ChainEnd, 'audience' | 'length'>[],
): Promise<EntryRow[]> {
  const ends =
    known ?? (await tx.selectFrom('chain').select(['audience', 'length']).where('case_id', '=', caseId).execute());
  const longer = ends.filter((end) => end.length > (read.get(end.audience.join()) ?? 0));
  const rows: EntryRow[] = [];
  for (const { audience } of longer)
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

/** A file with newer entries in their places, which are nearly always after all the others. */
function grown(file: CaseFile, newer: readonly Entry[]): CaseFile {
  const [last, first] = [file.entries.at(-1), newer[0]];
  if (first === undefined) return file;
  return last === undefined || comesFirst(last, first)
    ? extendedBy(file, newer)
    : { ...file, entries: merged(file.entries, newer) };
}

/** Two sorted lists as one. */
function merged(older: readonly Entry[], newer: readonly Entry[]): readonly Entry[] {
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
