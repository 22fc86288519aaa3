import { clerkSeat, type Actor, type CaseId, type PersonId, type Role, type Seat } from '../domain/index.ts';
import { asAccounts, becomeAccounts, qualify, type Tx } from './as-viewer.ts';
import type { Store } from './database.ts';

/** A person who may sign in, apart from any case. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly signInName: string | null;
  readonly mayOpenCases: boolean;
  readonly direction: 'ltr' | 'rtl';
  readonly hasTotp: boolean;
}

/** Who an account is in one case: the actor, and the case. */
export interface Holding {
  readonly caseId: CaseId;
  readonly actor: Actor;
}

/** An account as the function `session_in` gives it. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly sign_in_name: string | null;
  readonly may_open: boolean;
  readonly direction: string;
  readonly has_totp: boolean;
}

/** An account from its row. */
export const accountOfRow = (row: AccountRow): Account => ({
  id: row.id,
  name: row.name,
  signInName: row.sign_in_name,
  mayOpenCases: row.may_open,
  direction: row.direction === 'rtl' ? 'rtl' : 'ltr',
  hasTotp: row.has_totp,
});

/** Every case that an account takes part in. */
export const holdingsOf = (store: Store, accountId: string): Promise<readonly Holding[]> =>
  asAccounts(store.connection, 'read', async (tx) => {
    const rows = await tx
      .selectFrom('holding')
      .select(['case_id', 'person_id', 'name', 'role', 'seats'])
      .where('account_id', '=', accountId)
      .execute();
    return rows.map((row) => ({ caseId: row.case_id as CaseId, actor: actorOfRow(row) }));
  });

/** The reading direction that the person prefers. */
export const setDirection = (store: Store, accountId: string, direction: Account['direction']): Promise<void> =>
  asAccounts(
    store.connection,
    'write',
    async (tx) => void (await tx.updateTable('account').set({ direction }).where('id', '=', accountId).execute()),
  );

/** Gives a person of a case its seats, or new ones; registers them with the case. Leaves the transaction on accounts. */
export async function hold(
  tx: Tx,
  caseId: CaseId,
  person: { readonly person: PersonId; readonly name: string; readonly role: Role; readonly seats: readonly Seat[] },
  accountId: string | null,
): Promise<void> {
  await becomeAccounts(tx);
  await tx
    .insertInto('holding')
    .values({
      case_id: caseId,
      person_id: person.person,
      account_id: accountId,
      name: person.name,
      role: JSON.stringify(person.role),
      seats: [...person.seats],
    })
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'person_id']).doUpdateSet((set) => ({
        name: set.ref('excluded.name'),
        role: set.ref('excluded.role'),
        seats: set.ref('excluded.seats'),
      })),
    )
    .execute();
  await registerSeats(tx, caseId, person.seats);
}

/** Takes a person's seats away. Leaves the transaction on accounts. */
export async function release(tx: Tx, caseId: CaseId, person: PersonId): Promise<void> {
  await becomeAccounts(tx);
  await tx.deleteFrom('holding').where('case_id', '=', caseId).where('person_id', '=', person).execute();
  await tx.deleteFrom('invitation').where('case_id', '=', caseId).where('person_id', '=', person).execute();
}

/** Notes that these seats exist in the case, besides the clerk's, which is in every one. The transaction must be on accounts. */
export async function registerSeats(tx: Tx, caseId: CaseId, seats: readonly Seat[]): Promise<void> {
  const row = await tx.selectFrom('file').select('audience').where('case_id', '=', caseId).executeTakeFirst();
  const audience = [
    ...new Set([...(row?.audience ?? []), ...[clerkSeat, ...seats].map((seat) => qualify(caseId, seat))]),
  ].sort();
  await tx
    .insertInto('file')
    .values({ case_id: caseId, audience })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ audience }))
    .execute();
}

/** Who somebody is in a case, from the row of what they hold. */
export const actorOfRow = (row: {
  readonly person_id: string;
  readonly name: string;
  readonly role: unknown;
  readonly seats: readonly string[];
}): Actor => ({
  person: row.person_id as PersonId,
  name: row.name,
  role: row.role as Role,
  seats: row.seats as readonly Seat[],
});
