import { mkdirSync } from 'node:fs';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { asAccounts, type Connection } from './as-viewer.ts';
import { migrate, migrations } from './migrate.ts';
import { openPglite, type OpenPglite } from './pglite/open.ts';
import { HeldFiles } from './read-case-file.ts';
import type { Tables } from './tables.ts';
import { asTrouble } from './trouble.ts';
import { localWake, postgresWake, type Wake } from './wake.ts';

/** The open store. Only the files of this room look inside. */
export interface Store {
  readonly kind: 'embedded' | 'postgres';
  readonly connection: Connection;
  readonly held: HeldFiles;
  readonly wake: Wake;
  /** Whether the store answers; throws `Trouble` when it does not. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where the store is: a folder, a PostgreSQL server with an optional owner for migrations, or memory for tests. */
export type Place =
  | { readonly dir: string }
  | { readonly url: string; readonly ownerUrl?: string }
  | { readonly memory: true; readonly from?: Blob };

/** The login role of a PostgreSQL server may do more than Parley's promises allow, or the schema is not there. */
export class UnsafeDatabase extends Error {
  override readonly name = 'UnsafeDatabase';
}

/** Opens the store and brings its schema up to date. Throws `FolderInUse`, `UnsafeDatabase` or `Trouble`. */
export const openStore = (place: Place): Promise<Store> =>
  ('url' in place ? openPostgres(place.url, place.ownerUrl) : openEmbedded(place)).catch((error: unknown) => {
    throw asTrouble(error);
  });

async function openEmbedded(
  place: { readonly dir: string } | { readonly memory: true; readonly from?: Blob },
): Promise<Store> {
  if ('dir' in place) mkdirSync(place.dir, { recursive: true, mode: 0o700 });
  return openStoreOver(await openPglite(place));
}

/** The store over an embedded database that is open already, its schema brought up to date. */
export async function openStoreOver({ pglite, syncLog, checkSpace, close }: OpenPglite): Promise<Store> {
  await migrate({ exec: (text) => pglite.exec(text), query: (text) => pglite.query(text) });
  await pglite.exec('set role parley_accounts');
  syncLog();
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }).withSchema('parley');
  return storeOver('embedded', { db, checkSpace, settle: syncLog }, localWake(), close);
}

async function openPostgres(url: string, ownerUrl: string | undefined): Promise<Store> {
  if (ownerUrl !== undefined) await migrateAsOwner(ownerUrl, url);
  await refuseUnsafeRole(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'parley',
    options: '-c role=parley_accounts',
  });
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema('parley');
  const wake = await postgresWake(url);
  return storeOver('postgres', { db, checkSpace: () => {}, settle: () => {} }, wake, () => db.destroy());
}

function storeOver(kind: Store['kind'], connection: Connection, wake: Wake, close: () => Promise<void>): Store {
  return {
    kind,
    connection,
    held: new HeldFiles(kind === 'embedded'),
    wake,
    check: () => asAccounts(connection, 'read', async (tx) => void (await sql`select 1`.execute(tx))),
    close: async () => {
      await wake.close();
      await close();
    },
  };
}

/** Runs the migrations as the owner of the schema, and lets the login role take the two working roles. */
const migrateAsOwner = (ownerUrl: string, url: string): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock(7274655301)');
    await migrate({ exec: (text) => client.query(text), query: (text) => client.query(text) });
    const login = client.escapeIdentifier(decodeURIComponent(new URL(url).username));
    await client.query(`grant parley_viewer, parley_accounts to ${login}`);
    await client.query(`grant usage on schema parley to ${login}; grant select on parley.migration to ${login}`);
  });

/** Refuses a login role that row-level security would not bind, and a schema that is missing or behind. */
const refuseUnsafeRole = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ bypasses: boolean; owns: boolean }>(`
      select rolsuper or rolbypassrls as bypasses,
        exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'parley' and pg_has_role(session_user, c.relowner, 'member')) as owns
      from pg_roles where rolname = session_user`);
    const [role] = rows;
    if (role === undefined || role.bypasses || role.owns)
      throw new UnsafeDatabase(
        'DATABASE_URL signs in as a role that is a superuser, bypasses row-level security or owns the tables; Parley does not start with it. Give it a plain login role, and the owner in DATABASE_OWNER_URL for migrations.',
      );
    const known = await client
      .query<{ name: string }>('select name from parley.migration')
      .catch(() => ({ rows: [] as { name: string }[] }));
    const missing = (await migrations()).filter((name) => !known.rows.some((row) => row.name === name));
    if (missing.length > 0)
      throw new UnsafeDatabase(
        `The database lacks ${missing.join(', ')}. Start once with DATABASE_OWNER_URL set to the role that owns the schema.`,
      );
  });

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'parley', connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
