import { randomUUID } from 'node:crypto';
import { clerk, clerkSeat, instant, settleSealed, type CaseId, type EntryId } from '../domain/index.ts';
import { append } from './append.ts';
import { asAccounts, qualify } from './as-viewer.ts';
import type { Store } from './database.ts';
import { readCaseFile } from './read-case-file.ts';
import { takeTurnAsViewer } from './turn.ts';

/**
 * Lets the clerk open what is to be opened in a case: a transaction of its own, after the one in which an answer was recorded, with the
 * clerk's seat and no other. Nothing happens where an answer is missing or the outcome is recorded, so that it may be called at any time.
 */
export async function clerkActs(store: Store, caseId: CaseId, now: Date, newId: () => EntryId): Promise<void> {
  const seats = [clerkSeat];
  const recorded = await asAccounts(store.connection, 'write', async (tx) => {
    const { ends } = await takeTurnAsViewer(tx, caseId, seats, { own: [qualify(caseId, clerkSeat)], key: '' });
    const file = await readCaseFile(tx, store.held, caseId, seats, ends);
    const at = instant(now);
    const { drafts } = settleSealed(file, { at, id: newId });
    if (drafts.length === 0) return false;
    store.held.note(
      caseId,
      drafts.flatMap(({ audience }) => audience),
    );
    await append(
      tx,
      caseId,
      drafts.map((draft) => ({ ...draft, at, by: clerk })),
      ends,
      null,
    );
    return true;
  });
  if (recorded) store.wake.ring(caseId);
}

/** Lets the clerk finish, in every case, what a server that stopped between an answer and its outcome left undone. For the start of a server. */
export async function clerkCatchesUp(store: Store, now: Date): Promise<void> {
  const cases = await asAccounts(store.connection, 'read', (tx) => tx.selectFrom('file').select('case_id').execute());
  for (const { case_id } of cases) await clerkActs(store, case_id as CaseId, now, () => randomUUID() as EntryId);
}
