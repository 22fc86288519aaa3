import { sql } from 'kysely';
import type { Actor, CaseId } from '../domain/index.ts';
import { accountOfRow, actorOfRow, type Account, type AccountRow } from './accounts.ts';
import { asAccounts, type Tx } from './as-viewer.ts';
import type { Store } from './database.ts';
import { newToken, tokenHash } from './token.ts';

/** How long a session lasts: without use, and at the most. */
export const sessionLimits = { idle: 60 * 60_000, absolute: 12 * 3_600_000, touch: 60_000 } as const;

/** A place where a person is signed in. */
export interface Session {
  readonly id: string;
  readonly since: Date;
  readonly seen: Date;
  readonly device: string;
  readonly current: boolean;
}

/** The account that a session's secret signs in, or null when it is unknown, idle too long or too old. The transaction must be on accounts. */
export const sessionOf = async (tx: Tx, token: string, now: Date): Promise<Account | null> =>
  (await sessionIn(tx, token, now, null))?.account ?? null;

/** The account that a session's secret signs in, and who it is in a case; `actor` is null when it is nobody there. The transaction must be on accounts. */
export async function sessionIn(
  tx: Tx,
  token: string,
  now: Date,
  caseId: CaseId | null,
): Promise<{ readonly account: Account; readonly actor: Actor | null } | null> {
  const idle = new Date(now.getTime() - sessionLimits.idle);
  const oldest = new Date(now.getTime() - sessionLimits.absolute);
  const { rows } =
    await sql<SessionRow>`select * from parley.session_in(${tokenHash(token)}, ${caseId}, ${idle}, ${oldest})`.execute(
      tx,
    );
  const [row] = rows;
  if (row === undefined) return null;
  const { person_id, held_as, seats, role } = row;
  const held = person_id !== null && held_as !== null && seats !== null;
  return { account: accountOfRow(row), actor: held ? actorOfRow({ person_id, name: held_as, role, seats }) : null };
}

/** A row that the function `session_in` gives. */
interface SessionRow extends AccountRow {
  readonly person_id: string | null;
  readonly held_as: string | null;
  readonly role: unknown;
  readonly seats: readonly string[] | null;
}

/** Signs an account in; gives the secret for its cookie. The transaction must be on accounts. */
export async function startSession(tx: Tx, accountId: string, device: string, now: Date): Promise<string> {
  const token = newToken();
  const oldest = new Date(now.getTime() - sessionLimits.absolute);
  await tx.deleteFrom('session').where('account_id', '=', accountId).where('created_at', '<', oldest).execute();
  await tx
    .insertInto('session')
    .values({
      token_hash: tokenHash(token),
      account_id: accountId,
      created_at: now,
      seen_at: now,
      device: device.slice(0, 200),
    })
    .execute();
  return token;
}

/** Notes that a session is in use, at most once a minute. */
export const touchSession = (store: Store, token: string, now: Date): Promise<void> =>
  asAccounts(store.connection, 'write', async (tx) => {
    await tx
      .updateTable('session')
      .set({ seen_at: now })
      .where('token_hash', '=', tokenHash(token))
      .where('seen_at', '<', new Date(now.getTime() - sessionLimits.touch))
      .execute();
  });

/** Where an account is signed in, latest use first. */
export const sessionsOf = (store: Store, accountId: string, token: string, now: Date): Promise<readonly Session[]> =>
  asAccounts(store.connection, 'read', async (tx) => {
    const rows = await tx
      .selectFrom('session')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('seen_at', '>', new Date(now.getTime() - sessionLimits.idle))
      .where('created_at', '>', new Date(now.getTime() - sessionLimits.absolute))
      .orderBy('seen_at', 'desc')
      .orderBy('created_at', 'desc')
      .orderBy('token_hash')
      .execute();
    return rows.map((row) => ({
      id: row.token_hash,
      since: row.created_at,
      seen: row.seen_at,
      device: row.device,
      current: row.token_hash === tokenHash(token),
    }));
  });

/** Signs out here. */
export const endSession = (store: Store, token: string): Promise<void> =>
  asAccounts(
    store.connection,
    'write',
    async (tx) => void (await tx.deleteFrom('session').where('token_hash', '=', tokenHash(token)).execute()),
  );

/** Signs an account out everywhere. */
export const endAllSessions = (store: Store, accountId: string): Promise<void> =>
  asAccounts(
    store.connection,
    'write',
    async (tx) => void (await tx.deleteFrom('session').where('account_id', '=', accountId).execute()),
  );

/** Signs an account in without a password: for the demonstration, which serves invented people on this computer alone. */
export const signInForDemonstration = (store: Store, accountId: string, device: string, now: Date): Promise<string> =>
  asAccounts(store.connection, 'write', (tx) => startSession(tx, accountId, device, now));
