import { readdir, readFile } from 'node:fs/promises';

/** What can run plain SQL with several statements: PGlite, or a connection as the owner of the schema. */
export interface Runner {
  readonly exec: (sql: string) => Promise<unknown>;
  readonly query: (sql: string) => Promise<{ readonly rows: readonly unknown[] }>;
}

const folder = new URL('../../src/store/migrations/', import.meta.url);

/** The migrations that there are, in order. */
export const migrations = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();

/** Brings the schema up to date, each migration in a transaction of its own; returns those that ran. */
export async function migrate({ exec, query }: Runner): Promise<readonly string[]> {
  const done = await applied({ exec, query });
  const ran: string[] = [];
  for (const name of await migrations()) {
    if (done.has(name)) continue;
    const text = await readFile(new URL(name, folder), 'utf8');
    await exec(`begin; ${text}; insert into parley.migration (name) values ('${name}'); commit;`);
    ran.push(name);
  }
  return ran;
}

async function applied({ exec, query }: Runner): Promise<ReadonlySet<string>> {
  const { rows } = await query(`select to_regclass('parley.migration') is not null as known`);
  if (!(rows[0] as { known: boolean }).known)
    await exec(
      `create schema if not exists parley; create table parley.migration (name text primary key, at timestamptz not null default now())`,
    );
  const found = await query('select name from parley.migration');
  return new Set(found.rows.map((row) => (row as { name: string }).name));
}
