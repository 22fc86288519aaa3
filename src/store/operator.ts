import {
  chainStart,
  verifyChain,
  type Actor,
  type CaseFile,
  type CaseId,
  type Fault,
  type Head,
  type Linked,
  type PersonId,
  type Refusal,
  type Seat,
} from '../domain/index.ts';
import { parseSeat } from '../domain/index.ts';
import { actorOfRow } from './accounts.ts';
import { actBy, type Asking, type Decide, type Done } from './act.ts';
import { asAccounts, becomeViewer, type Tx } from './as-viewer.ts';
import type { Store } from './database.ts';
import { readCaseFile } from './read-case-file.ts';
import { audienceOfRow, entryOfRow } from './rows.ts';

/** Every case in the store, for whoever runs it from a terminal. */
export const caseIds = (store: Store): Promise<readonly CaseId[]> =>
  asAccounts(store.connection, 'read', async (tx) =>
    (await tx.selectFrom('file').select('case_id').orderBy('case_id').execute()).map((row) => row.case_id as CaseId),
  );

/**
 * The case file of some seats, for whoever runs the store from a terminal and so could read its files anyway. Null when there is no
 * such case. Without seats: of all the seats that there are.
 */
export const operatorFile = (store: Store, caseId: CaseId, seats?: readonly Seat[]): Promise<CaseFile | null> =>
  asAccounts(store.connection, 'read', async (tx) => {
    const all = await seatsIn(tx, caseId);
    if (all === null) return null;
    const held = seats ?? all;
    await becomeViewer(tx, caseId, held);
    return readCaseFile(tx, store.held, caseId, held);
  });

/**
 * An act that whoever runs the store does for a person of the case, as that person would: the domain decides over that person's own file.
 * Null when there is no such case, or the person holds no seat in it.
 */
export const operatorAct = (
  store: Store,
  asking: Omit<Asking, 'token'>,
  person: PersonId,
  decide: Decide,
): Promise<Done | Refusal | null> => actBy(store, asking, (tx) => personIn(tx, asking.caseId, person), decide);

/** What a verification found: the heads as they are now, and the faults. */
export interface Verification {
  readonly caseId: CaseId;
  readonly heads: readonly Head[];
  readonly entries: number;
  readonly faults: readonly Fault[];
}

/** Recomputes every chain of a case and compares it with the heads kept beside it, and with heads that were exported before. */
export const verifyLedger = (
  store: Store,
  caseId: CaseId,
  exported: readonly Head[] = [],
): Promise<Verification | null> =>
  asAccounts(store.connection, 'read', async (tx) => {
    const all = await seatsIn(tx, caseId);
    if (all === null) return null;
    await becomeViewer(tx, caseId, all);
    const rows = await tx.selectFrom('entry').selectAll().where('case_id', '=', caseId).orderBy('link').execute();
    const ends = await tx.selectFrom('chain').selectAll().where('case_id', '=', caseId).execute();
    const chains = new Map<string, { linked: Linked[]; heads: Head[] }>();
    const chainOf = (audience: readonly string[]) => {
      const key = audience.join();
      const known = chains.get(key) ?? { linked: [], heads: [] };
      chains.set(key, known);
      return known;
    };
    for (const row of rows)
      chainOf(audienceOfRow(row.audience)).linked.push({ entry: entryOfRow(row), link: row.link, hash: row.hash });
    const heads = ends.map(({ audience, length, hash }): Head => ({ audience: audienceOfRow(audience), length, hash }));
    for (const head of [...heads, ...exported]) chainOf(head.audience).heads.push(head);
    const faults = [...chains.values()].flatMap(({ linked, heads: ends }) =>
      verifyChain(
        linked,
        ends.length > 0 ? ends : [{ audience: linked[0]?.entry.audience ?? [], length: 0, hash: chainStart }],
      ).concat(unheaded(linked, ends)),
    );
    return { caseId, heads, entries: rows.length, faults };
  });

/** Who a person of a case is, with or without an account, or null. The transaction must be on accounts. */
async function personIn(tx: Tx, caseId: CaseId, person: PersonId): Promise<Actor | null> {
  const row = await tx
    .selectFrom('holding')
    .select(['person_id', 'name', 'role', 'seats'])
    .where('case_id', '=', caseId)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return row === undefined ? null : actorOfRow(row);
}

/** The seats that a case has, or null when there is no such case. The transaction must be on accounts. */
async function seatsIn(tx: Tx, caseId: CaseId): Promise<readonly Seat[] | null> {
  const row = await tx.selectFrom('file').select('audience').where('case_id', '=', caseId).executeTakeFirst();
  return row === undefined
    ? null
    : row.audience.map((text) => parseSeat(text.slice(37))).filter((seat) => seat !== null);
}

/** Entries beyond the end of their chain: appended past the application. */
function unheaded(linked: readonly Linked[], ends: readonly Head[]): readonly Fault[] {
  const length = Math.max(0, ...ends.map((end) => end.length));
  return linked
    .filter(({ link }) => link > length)
    .map(({ link, entry }) => ({ audience: entry.audience, link, fault: 'unlinked' as const }));
}
