import { sql } from 'kysely';
import type { CaseFile, CaseId, Entry, Seat } from '../domain/index.ts';
import type { Tx } from './as-viewer.ts';
import { entryOfRow, type EntryRow } from './rows.ts';

const columns = ['case_id', 'id', 'audience', 'link', 'at', 'author', 'supersedes', 'fact', 'hash'] as const;

/** A case file held in memory, with how far it has read each audience's chain. */
interface Held {
  readonly file: CaseFile;
  readonly read: ReadonlyMap<string, number>;
}

/**
 * Case files kept in memory by case and seats, the least lately read given up first. Entries never change, so a file that is extended
 * by the newer links of its chains is exactly what the database would give.
 */
export class HeldFiles {
  readonly #held = new Map<string, Held>();
  readonly #bound: number;
  #entries = 0;

  /** @param bound how many entries are kept in all files together */
  constructor(bound = 400_000) {
    this.#bound = bound;
  }

  get(key: string): Held | undefined {
    const held = this.#held.get(key);
    if (held === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, held);
    return held;
  }

  keep(key: string, held: Held): void {
    this.drop(key);
    this.#held.set(key, held);
    this.#entries += held.file.entries.length;
    for (const oldest of this.#held.keys()) {
      if (this.#entries <= this.#bound || oldest === key) break;
      this.drop(oldest);
    }
  }

  drop(key: string): void {
    this.#entries -= this.#held.get(key)?.file.entries.length ?? 0;
    this.#held.delete(key);
  }
}

/** The case file of the viewer whose seats the transaction holds. `seats` must be those, for the key it is kept under. */
export async function readCaseFile(tx: Tx, held: HeldFiles, caseId: CaseId, seats: readonly Seat[]): Promise<CaseFile> {
  const key = `${caseId} ${[...seats].sort().join(' ')}`;
  const before = held.get(key);
  const rows = before === undefined ? await allRows(tx, caseId) : await newerRows(tx, caseId, before.read);
  if (before !== undefined && rows.length === 0) return before.file;
  const read = new Map(before?.read);
  for (const row of rows) read.set(row.audience.join(), Math.max(read.get(row.audience.join()) ?? 0, row.link));
  const sorted = [...rows].sort(inOrder).map(entryOfRow);
  const file: CaseFile = { case: caseId, seats, entries: merged(before?.file.entries ?? [], sorted) };
  held.keep(key, { file, read });
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
