import { randomUUID } from 'node:crypto';
import type { CaseId, PersonId, Replayed, Seat } from '../domain/index.ts';
import { hold, registerSeats } from './accounts.ts';
import { append } from './append.ts';
import { asAccounts, becomeAccounts, becomeViewer } from './as-viewer.ts';
import type { Store } from './database.ts';

/** Who an opened case's people are: the account that takes a person's place, by the person's key; the others wait for an invitation. */
export type Seating = ReadonlyMap<string, string>;

/** Records a case that was played from a script, whole or not at all. False when the case is there already, which a retry finds. */
export async function importCase(store: Store, played: Replayed, seating: Seating): Promise<boolean> {
  const caseId = played.case;
  const seats = [
    ...new Set(
      played.entries
        .flatMap((entry): readonly Seat[] => entry.audience)
        .concat(played.people.flatMap((person) => person.seats)),
    ),
  ];
  return asAccounts(store.connection, 'write', async (tx) => {
    const there = await tx.selectFrom('file').select('case_id').where('case_id', '=', caseId).executeTakeFirst();
    if (there !== undefined) return false;
    await registerSeats(tx, caseId, seats);
    for (const person of played.people)
      if (person.seats.length > 0) await hold(tx, caseId, person, seating.get(person.key) ?? null);
    await becomeViewer(tx, caseId, seats);
    store.held.note(caseId, seats);
    await append(tx, caseId, played.entries, [], null);
    await becomeAccounts(tx);
    return true;
  });
}

/** Makes an account without a password for each person of a played case, for the demonstration; gives the accounts by the people's keys. */
export const accountsForDemonstration = (store: Store, played: Replayed, now: Date): Promise<Seating> =>
  asAccounts(store.connection, 'write', async (tx) => {
    const seating = new Map<string, string>();
    for (const person of played.people) {
      const id = randomUUID();
      await tx
        .insertInto('account')
        .values({
          id,
          name: person.name,
          sign_in_name: null,
          password: null,
          totp: null,
          totp_used: null,
          may_open: person.role.kind === 'mediator',
          created_at: now,
        })
        .execute();
      seating.set(person.key, id);
    }
    return seating;
  });

/** The people of the demonstration who can be signed in as: those without a password. */
export const demonstrationPeople = (
  store: Store,
): Promise<
  readonly {
    readonly accountId: string;
    readonly caseId: CaseId;
    readonly person: PersonId;
    readonly name: string;
    readonly role: unknown;
  }[]
> =>
  asAccounts(store.connection, 'read', async (tx) => {
    const rows = await tx
      .selectFrom('holding')
      .innerJoin('account', 'account.id', 'holding.account_id')
      .select(['holding.account_id', 'holding.case_id', 'holding.person_id', 'holding.name', 'holding.role'])
      .where('account.password', 'is', null)
      .execute();
    return rows.map((row) => ({
      accountId: row.account_id ?? '',
      caseId: row.case_id as CaseId,
      person: row.person_id as PersonId,
      name: row.name,
      role: row.role,
    }));
  });
