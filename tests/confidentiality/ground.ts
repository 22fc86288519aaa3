import { hash } from '@node-rs/argon2';
import type { Replayed } from '../../src/domain/index.ts';
import { importCase, tokenHash } from '../../src/store/index.ts';
import { asAccounts } from '../../src/store/as-viewer.ts';
import type { Store } from '../../src/store/index.ts';
import type { Opened } from '../support/stores.ts';
import { uuidOf } from '../support/talks.ts';
import type { Cast } from './cast.ts';

/** When every world begins. */
export const beginning = new Date('2031-01-07T09:00:00Z');

/** A store on which one world after another is built, each from the very same rows. */
export interface Ground {
  readonly opened: Opened;
  /** Puts the store back to where the cast begins; gives it. */
  readonly clear: (cast: Cast) => Promise<Store>;
}

/** The secret of the session in which a person is signed in from the beginning: the same in every world. */
export const sessionOf = (who: string): string => `session of ${who}`;

/** The password of everybody who has one. */
export const password = 'a long enough password';

const tables = ['account', 'holding', 'session', 'invitation', 'attempt', 'file', 'entry', 'chain', 'done'];

/** Records each cast's cases, and keeps the rows beside the tables to start every world from. */
export async function prepareGround(opened: Opened, casts: readonly Cast[]): Promise<Ground> {
  const { store, superuser } = opened;
  const kept = await hash(password, { memoryCost: 64, timeCost: 1, parallelism: 1 });
  await superuser('create schema if not exists kept');
  for (const [nth, cast] of casts.entries()) {
    await superuser(emptied());
    await seat(store, cast, kept);
    for (const table of tables) await superuser(`create table kept.${table}_${nth} as select * from parley.${table}`);
  }
  let cleared = 0;
  return {
    opened,
    clear: async (cast) => {
      const nth = casts.indexOf(cast);
      // Deleting is quicker than truncating, but leaves dead rows behind.
      if ((cleared += 1) % 20 === 0) await superuser(`truncate ${tables.map((table) => `parley.${table}`).join(', ')}`);
      const fill = tables.map((table) => `insert into parley.${table} select * from kept.${table}_${nth};`).join(' ');
      await superuser(`do $$ begin ${emptied(';')} ${fill} end $$`);
      return store;
    },
  };
}

function emptied(): string;
function emptied(end: ';'): string;
function emptied(end?: ';'): string {
  const deletions = ['session', 'invitation', 'attempt', 'holding', 'account', 'file', 'entry', 'chain', 'done']
    .map((table) => `delete from parley.${table};`)
    .join(' ');
  return end === undefined ? `do $$ begin ${deletions} end $$` : deletions;
}

/** Makes an account and a session for each person, with ids that depend on the person alone, and records the cases. */
async function seat(store: Store, cast: Cast, kept: string): Promise<void> {
  const seating = new Map(cast.people.map((who) => [who as string, uuidOf('account', who)]));
  await asAccounts(store.connection, 'write', async (tx) => {
    for (const [who, id] of seating) {
      const account = {
        id,
        name: who,
        sign_in_name: who,
        password: kept,
        totp: null,
        totp_used: null,
        may_open: who === 'xenia',
        created_at: beginning,
      };
      await tx.insertInto('account').values(account).execute();
      await tx
        .insertInto('session')
        .values({
          token_hash: tokenHash(sessionOf(who)),
          account_id: id,
          created_at: beginning,
          seen_at: beginning,
          device: 'a browser',
        })
        .execute();
    }
  });
  const record = async (played: Replayed): Promise<void> => {
    if (!(await importCase(store, played, seating))) throw new Error('the case is there already');
  };
  await record(cast.played);
  await record(cast.elsewhere);
}
