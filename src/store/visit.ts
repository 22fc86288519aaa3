import type { Actor, CaseFile, CaseId } from '../domain/index.ts';
import type { Account } from './accounts.ts';
import { asAccounts, becomeViewer } from './as-viewer.ts';
import type { Store } from './database.ts';
import { readCaseFile } from './read-case-file.ts';
import { sessionIn, sessionOf } from './sessions.ts';

/** Who asks: somebody signed in, by the secret of their session. */
export interface Visitor {
  readonly token: string;
  readonly now: Date;
}

/** A look at a case: who looks, as what, and all that they may know. `actor` and `file` are null when the case is none of theirs, or none. */
export interface Visit {
  readonly account: Account;
  readonly actor: Actor | null;
  readonly file: CaseFile | null;
}

/** The account behind a session, or null when nobody is signed in by it. */
export const visit = async (store: Store, { token, now }: Visitor): Promise<Account | null> =>
  token === '' ? null : asAccounts(store.connection, 'read', (tx) => sessionOf(tx, token, now));

/** The visitor's own file of a case, in one transaction: the session, the seats, then the rows that those seats may know. */
export const visitCase = async (store: Store, { token, now }: Visitor, caseId: CaseId): Promise<Visit | null> =>
  token === ''
    ? null
    : asAccounts(store.connection, 'read', async (tx) => {
        const found = await sessionIn(tx, token, now, caseId);
        if (found === null) return null;
        const { account, actor } = found;
        if (actor === null) return { account, actor: null, file: null };
        const unchanged = store.held.unchanged(caseId, actor.seats);
        if (unchanged !== undefined) return { account, actor, file: unchanged };
        await becomeViewer(tx, caseId, actor.seats);
        return { account, actor, file: await readCaseFile(tx, store.held, caseId, actor.seats) };
      });
