import { randomUUID } from 'node:crypto';
import type { CaseId, PersonId, Role } from '../domain/index.ts';
import { asAccounts, type Tx } from './as-viewer.ts';
import type { Store } from './database.ts';
import { startSession } from './sessions.ts';
import { hashPassword, newSignInName } from './sign-in.ts';
import { newToken, tokenHash } from './token.ts';

const lifetime = 7 * 24 * 3_600_000;

/** What a one-time link offers: a role in a case, or the first account, which may open cases. */
export interface Invitation {
  readonly caseId: CaseId | null;
  readonly name: string;
  readonly role: Role | null;
  readonly mayOpenCases: boolean;
  readonly expires: Date;
}

/** Makes a one-time link's secret for the first mediator, who may open cases. */
export const inviteFirst = (store: Store, now: Date): Promise<string> =>
  asAccounts(store.connection, 'write', (tx) => issue(tx, { case_id: null, person_id: null, may_open: true }, now));

/** Makes a one-time link's secret for a person appointed to a case; earlier links for the person end. Null when there is no such person waiting. */
export const invite = (
  store: Store,
  caseId: CaseId,
  person: PersonId,
  mayOpenCases: boolean,
  now: Date,
): Promise<string | null> =>
  asAccounts(store.connection, 'write', async (tx) => {
    const holding = await tx
      .selectFrom('holding')
      .select('account_id')
      .where('case_id', '=', caseId)
      .where('person_id', '=', person)
      .executeTakeFirst();
    if (holding === undefined || holding.account_id !== null) return null;
    await tx.deleteFrom('invitation').where('case_id', '=', caseId).where('person_id', '=', person).execute();
    return issue(tx, { case_id: caseId, person_id: person, may_open: mayOpenCases }, now);
  });

/** The persons of a case who have not accepted their invitation yet. */
export const waitingPersons = (store: Store, caseId: CaseId): Promise<ReadonlySet<string>> =>
  asAccounts(store.connection, 'read', async (tx) => {
    const rows = await tx
      .selectFrom('holding')
      .select('person_id')
      .where('case_id', '=', caseId)
      .where('account_id', 'is', null)
      .execute();
    return new Set(rows.map((row) => row.person_id));
  });

/** What a link offers, or null when it is unknown, used or too old. */
export const invitationOf = (store: Store, token: string, now: Date): Promise<Invitation | null> =>
  asAccounts(store.connection, 'read', async (tx) => {
    const row = await openInvitation(tx, token, now);
    return row === undefined
      ? null
      : {
          caseId: row.case_id as CaseId | null,
          name: row.name ?? '',
          role: row.role as Role | null,
          mayOpenCases: row.may_open,
          expires: row.expires_at,
        };
  });

export type Accepted =
  | { readonly token: string; readonly signInName: string }
  | { readonly refused: 'gone' | 'alreadyInCase' };

/** Accepts an invitation with a new account, and signs it in. The sign-in name is given, not chosen. */
export async function acceptWithNewAccount(
  store: Store,
  token: string,
  given: { readonly name: string; readonly password: string; readonly device: string },
  now: Date,
): Promise<Accepted> {
  const password = await hashPassword(given.password);
  return asAccounts(store.connection, 'write', async (tx) => {
    const row = await openInvitation(tx, token, now);
    if (row === undefined || !(await use(tx, token, now))) return { refused: 'gone' };
    const id = randomUUID();
    const signInName = newSignInName(given.name);
    await tx
      .insertInto('account')
      .values({
        id,
        name: given.name,
        sign_in_name: signInName,
        password,
        totp: null,
        totp_used: null,
        may_open: row.may_open,
        created_at: now,
      })
      .execute();
    await take(tx, row, id);
    return { token: await startSession(tx, id, given.device, now), signInName };
  });
}

/** Accepts an invitation with the account that is signed in. */
export const acceptWithAccount = (
  store: Store,
  token: string,
  accountId: string,
  now: Date,
): Promise<{ readonly accepted: true } | { readonly refused: 'gone' | 'alreadyInCase' }> =>
  asAccounts(store.connection, 'write', async (tx) => {
    const row = await openInvitation(tx, token, now);
    if (row === undefined) return { refused: 'gone' };
    const there = await tx
      .selectFrom('holding')
      .select('person_id')
      .where('case_id', '=', row.case_id)
      .where('account_id', '=', accountId)
      .executeTakeFirst();
    if (there !== undefined) return { refused: 'alreadyInCase' };
    if (!(await use(tx, token, now))) return { refused: 'gone' };
    if (row.may_open) await tx.updateTable('account').set({ may_open: true }).where('id', '=', accountId).execute();
    await take(tx, row, accountId);
    return { accepted: true };
  });

/** Whether anybody has an account yet. */
export const anybodyHere = (store: Store): Promise<boolean> =>
  asAccounts(
    store.connection,
    'read',
    async (tx) => (await tx.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined,
  );

interface OpenInvitation {
  readonly case_id: string | null;
  readonly person_id: string | null;
  readonly may_open: boolean;
  readonly expires_at: Date;
  readonly name: string | null;
  readonly role: unknown;
}

const openInvitation = (tx: Tx, token: string, now: Date): Promise<OpenInvitation | undefined> =>
  tx
    .selectFrom('invitation')
    .leftJoin('holding', (join) =>
      join.onRef('holding.case_id', '=', 'invitation.case_id').onRef('holding.person_id', '=', 'invitation.person_id'),
    )
    .select([
      'invitation.case_id',
      'invitation.person_id',
      'invitation.may_open',
      'invitation.expires_at',
      'holding.name',
      'holding.role',
    ])
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();

async function issue(
  tx: Tx,
  offer: { readonly case_id: string | null; readonly person_id: string | null; readonly may_open: boolean },
  now: Date,
): Promise<string> {
  const token = newToken();
  await tx
    .insertInto('invitation')
    .values({ ...offer, token_hash: tokenHash(token), expires_at: new Date(now.getTime() + lifetime), used_at: null })
    .execute();
  return token;
}

async function use(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash(token))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function take(tx: Tx, { case_id, person_id }: OpenInvitation, accountId: string): Promise<void> {
  if (case_id === null || person_id === null) return;
  await tx
    .updateTable('holding')
    .set({ account_id: accountId })
    .where('case_id', '=', case_id)
    .where('person_id', '=', person_id)
    .execute();
}
