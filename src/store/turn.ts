import { sql } from 'kysely';
import type { CaseId, Instant, Seat } from '../domain/index.ts';
import { seatsOfViewer, type Tx } from './as-viewer.ts';

/** A form that a person sends, known to that person alone: the same key with the same digest is the same form again. */
export interface Form {
  /** The seat of the person, as the database names it. */
  readonly own: readonly string[];
  readonly key: string;
  readonly digest: string;
}

/** The last link of an audience's chain; the audience as the database names it. */
export interface ChainEnd {
  readonly audience: readonly string[];
  readonly length: number;
  readonly hash: string;
  readonly at: Instant;
}

/** What one finds when one's turn on a case has come. */
export interface Turn {
  /** What the same form did before, if it did. */
  readonly before: { readonly digest: string; readonly entries: readonly string[] } | null;
  /** The ends of the chains that the viewer may know. */
  readonly ends: readonly ChainEnd[];
}

/**
 * Goes on, in the same transaction, as a viewer who holds these seats, as `becomeViewer` does, and waits for the turn on the case, which
 * lasts until the transaction ends. In one statement, since each costs an act about a tenth of its time.
 */
export async function takeTurnAsViewer(
  tx: Tx,
  caseId: CaseId,
  seats: readonly Seat[],
  { own, key }: Pick<Form, 'own' | 'key'>,
): Promise<Turn> {
  const held = seatsOfViewer(caseId, seats);
  const { rows } = await sql<TurnRow>`select * from parley.take_turn(${held}, ${caseId}, ${own}, ${key})`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('a turn always has a row');
  const { digest, entries, ends } = row;
  return {
    before: digest === null || entries === null ? null : { digest, entries },
    ends: ends.map((end) => ({ ...end, at: new Date(end.at).toISOString() as Instant })),
  };
}

interface TurnRow {
  readonly digest: string | null;
  readonly entries: readonly string[] | null;
  readonly ends: readonly (Omit<ChainEnd, 'at'> & { readonly at: string })[];
}
