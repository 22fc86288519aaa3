import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openStore, type Store } from '../../src/store/index.ts';
import { seed } from './seed.ts';

/** A store of a kind, opened empty. */
export interface StoreKind {
  readonly name: 'PGlite' | 'PostgreSQL';
  /** Whether it can be opened here. */
  readonly here: boolean;
  readonly open: () => Promise<Opened>;
}

/** An open store, and a way past it: SQL as a superuser, for tests that tamper or look behind. */
export interface Opened {
  readonly store: Store;
  readonly superuser: (sql: string) => Promise<readonly Record<string, unknown>[]>;
  readonly close: () => Promise<void>;
}

/** Both stores that Parley runs on. A PostgreSQL store has a database of its own. */
export const storeKinds: readonly [StoreKind, StoreKind] = [
  { name: 'PGlite', here: true, open: openPglite },
  { name: 'PostgreSQL', here: inject('postgres') !== null, open: openPostgres },
];

async function openPglite(): Promise<Opened> {
  const { openPglite: open } = await import('../../src/store/pglite/open.ts');
  const { openStoreOver } = await import('../../src/store/database.ts');
  const embedded = await open({ memory: true, from: await seed() });
  const store = await openStoreOver(embedded);
  return {
    store,
    superuser: (sql) =>
      embedded.pglite.transaction(async (tx) => {
        await tx.exec('set local role postgres');
        return (await tx.query<Record<string, unknown>>(sql)).rows;
      }),
    close: () => store.close(),
  };
}

async function openPostgres(): Promise<Opened> {
  const server = inject('postgres');
  if (server === null) throw new Error('no PostgreSQL here');
  const name = `parley_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server.superUrl });
  await admin.connect();
  await admin.query(`create database ${name} owner parley_owner`);
  // Nothing that a test records here has to survive a power cut.
  await admin.query(`alter database ${name} set synchronous_commit = off`);
  await admin.end();
  const on = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const store = await openStore({ url: on(server.loginUrl), ownerUrl: on(server.ownerUrl) });
  const superuser = new pg.Client({ connectionString: on(server.superUrl) });
  await superuser.connect();
  return {
    store,
    superuser: async (sql) => (await superuser.query<Record<string, unknown>>(sql)).rows,
    close: async () => {
      await store.close();
      await superuser.end();
    },
  };
}
