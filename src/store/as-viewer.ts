import { sql, type Kysely, type Transaction } from 'kysely';
import type { CaseId, Seat } from '../domain/index.ts';
import type { Tables } from './tables.ts';
import { asTrouble } from './trouble.ts';

/** A transaction in which one role is taken; the only thing that touches rows. */
export type Tx = Transaction<Tables>;

/** The database behind the two roles. `settle` makes what was committed survive a power cut; it runs before a write is acknowledged. */
export interface Connection {
  readonly db: Kysely<Tables>;
  /** Refuses, by throwing `Trouble`, to start a write that the disk has no room for. */
  readonly checkSpace: () => void;
  readonly settle: () => void;
}

export type Mode = 'read' | 'write';

/**
 * Runs work on accounts, sessions and holdings, where no entry can be seen. Connections are in this role from their start, so that
 * nothing sees an entry but what has called `becomeViewer`.
 */
export async function asAccounts<T>(
  { db, checkSpace, settle }: Connection,
  mode: Mode,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    if (mode === 'write') checkSpace();
    const result = await db
      .transaction()
      .setAccessMode(mode === 'read' ? 'read only' : 'read write')
      .execute(work);
    if (mode === 'write') settle();
    return result;
  } catch (error) {
    throw asTrouble(error);
  }
}

/** Goes on, in the same transaction, as a viewer who holds these seats and no others. Only after this, or `takeTurnAsViewer`, is an entry within reach. */
export async function becomeViewer(tx: Tx, caseId: CaseId, seats: readonly Seat[]): Promise<void> {
  const held = seatsOfViewer(caseId, seats);
  await sql`select set_config('role', 'parley_viewer', true), set_config('parley.seats', ${held}, true)`.execute(tx);
}

/** Goes on, in the same transaction, on accounts again; no seat is held any more. */
export async function becomeAccounts(tx: Tx): Promise<void> {
  await sql`select set_config('role', 'parley_accounts', true), set_config('parley.seats', '', true)`.execute(tx);
}

/** Seats as the database is told that they are held. */
export const seatsOfViewer = (caseId: CaseId, seats: readonly Seat[]): string =>
  seats.map((seat) => qualify(caseId, seat)).join(' ');

/** A seat as the database knows it: of one case and no other. */
export const qualify = (caseId: CaseId, seat: Seat): string => `${caseId}/${seat}`;
