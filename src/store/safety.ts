import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Tx } from './as-viewer.ts';
import type { Store } from './database.ts';
import { migrations } from './migrate.ts';

/** What a look at the database found: its version, whether its schema is up to date, and each way in which it does not keep the walls. */
export interface Safety {
  readonly version: string;
  /** The migrations that the schema lacks. */
  readonly missing: readonly string[];
  /** What is wrong with the roles and the tables, in sentences. */
  readonly faults: readonly string[];
  /** Whether the login role is bound by the policies. The embedded store's own is not, and only this program reaches it. */
  readonly loginIsBound: boolean;
}

/** Whether a folder holds an embedded store already. */
export const isStore = (folder: string): boolean => existsSync(join(folder, 'pg'));

/** Looks at the roles, the tables and the policies of an open store, as the role that it signs in with. It sees no entry. */
export const safetyOf = (store: Store): Promise<Safety> =>
  store.connection.db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'none', true)`.execute(tx);
    const known = (await sql<{ name: string }>`select name from parley.migration`.execute(tx)).rows.map(
      ({ name }) => name,
    );
    return {
      ...(await signedIn(tx)),
      missing: (await migrations()).filter((name) => !known.includes(name)),
      faults: [...(await faultyRoles(tx)), ...(await faultyTables(tx)), ...(await openToAccounts(tx))],
    };
  });

async function signedIn(tx: Tx): Promise<Pick<Safety, 'version' | 'loginIsBound'>> {
  const { rows } = await sql<{ version: string; bound: boolean }>`
    select current_setting('server_version') as version,
      not (rolsuper or rolbypassrls or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'parley' and pg_has_role(session_user, c.relowner, 'member'))) as bound
    from pg_roles where rolname = session_user`.execute(tx);
  return { version: rows[0]?.version ?? 'unknown', loginIsBound: rows[0]?.bound ?? false };
}

async function faultyRoles(tx: Tx): Promise<readonly string[]> {
  const working = ['parley_viewer', 'parley_accounts'];
  const { rows } = await sql<{ name: string; free: boolean; login: boolean }>`
    select rolname as name, rolsuper or rolbypassrls as free, rolcanlogin as login
    from pg_roles where rolname = any(${working}::text[])`.execute(tx);
  return working.flatMap((name) => {
    const role = rows.find((row) => row.name === name);
    if (role === undefined) return [`The role ${name} is missing.`];
    return [
      ...(role.free ? [`The role ${name} is a superuser or bypasses row-level security.`] : []),
      ...(role.login ? [`The role ${name} can sign in.`] : []),
    ];
  });
}

/** The policy that stands on every table that a viewer reaches, as PostgreSQL writes it back. */
const policy = '(audience && parley.seats())';

async function faultyTables(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; forced: boolean; policies: string[]; checks: string[] }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      coalesce(array_agg(pg_get_expr(p.polqual, p.polrelid)) filter (where p.oid is not null), '{}') as policies,
      coalesce(array_agg(pg_get_expr(p.polwithcheck, p.polrelid)) filter (where p.oid is not null), '{}') as checks
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_policy p on p.polrelid = c.oid
      and (p.polroles = '{0}' or (select oid from pg_roles where rolname = 'parley_viewer') = any(p.polroles))
    where n.nspname = 'parley' and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and (has_table_privilege('parley_viewer', c.oid, 'select, insert, update, delete, truncate')
        or has_any_column_privilege('parley_viewer', c.oid, 'select, insert, update'))
    group by c.oid order by c.relname`.execute(tx);
  const reached = rows.map(({ name }) => name);
  return [
    ...['entry', 'chain', 'done', 'file']
      .filter((name) => !reached.includes(name))
      .map((name) => `A viewer does not reach the table ${name}, and should.`),
    ...rows.flatMap(({ name, forced, policies, checks }) => [
      ...(forced ? [] : [`Row-level security is not forced on the table ${name}.`]),
      ...(policies.length === 1 && policies[0] === policy && checks[0] === policy
        ? []
        : [`The table ${name} does not have the one policy that holds the walls, and no other.`]),
    ]),
  ];
}

/** The tables of entries that those who keep accounts reach, and should not. */
async function openToAccounts(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'parley' and c.relname in ('entry', 'chain', 'done')
      and (has_table_privilege('parley_accounts', c.oid, 'select, insert, update, delete, truncate')
        or has_any_column_privilege('parley_accounts', c.oid, 'select, insert, update'))
    order by c.relname`.execute(tx);
  return rows.map(({ name }) => `Those who keep accounts reach the table ${name}, and should not.`);
}
