import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openStore, UnsafeDatabase } from '../../src/store/index.ts';
import type { PostgresServer } from '../setup/postgres.ts';
import { storeKinds, type Opened } from '../support/stores.ts';

const entryTables = ['chain', 'done', 'entry'];
const accountTables = ['account', 'attempt', 'holding', 'invitation', 'session'];
const caseId = '00000000-0000-4000-8000-000000000001';

/** The walls as the database's own catalogue shows them, and as somebody who can run SQL in a working role meets them. */
describe.each(storeKinds)('the policies on $name', ({ here, open }) => {
  let opened: Opened;
  const rows = (sql: string) => opened.superuser(sql);
  const names = async (sql: string) => (await rows(sql)).map((row) => row['name']);
  const as = (role: string, seats: string, sql: string) =>
    rows(`do $$ begin perform set_config('parley.seats', '${seats}', true); set local role ${role}; ${sql}; end $$`);

  beforeAll(async () => {
    if (!here) return;
    opened = await open();
    await rows(
      `insert into parley.entry values ('${caseId}', gen_random_uuid(), array['${caseId}/party:north'], 1, now(), '{}', null, '{}', '')`,
    );
  }, 60_000);
  afterAll(async () => here && opened.close());

  it.skipIf(!here)('are on every table, forced, and on tables of entries there is one and the same', async () => {
    const tables = await rows(`select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'parley' and c.relkind = 'r' order by 1`);
    expect(tables.filter(({ on }) => on === true).map(({ name }) => name)).toEqual(['chain', 'done', 'entry', 'file']);
    expect(tables.filter(({ forced }) => forced === true).map(({ name }) => name)).toEqual([
      'chain',
      'done',
      'entry',
      'file',
    ]);
    const policies = await rows(`select tablename, policyname, roles::text as roles, qual, with_check from pg_policies
      where schemaname = 'parley' and tablename in ('chain', 'done', 'entry') order by 1`);
    const one = {
      policyname: 'audience',
      roles: '{public}',
      qual: '(audience && parley.seats())',
      with_check: '(audience && parley.seats())',
    };
    expect(policies).toEqual(entryTables.map((tablename) => ({ tablename, ...one })));
  });

  it.skipIf(!here)(
    'have no way round: no view, no definer, no leakproof function, no sequence, no role that is free',
    async () => {
      expect(
        await names(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'parley' and c.relkind in ('v', 'm', 'S', 'f')`),
      ).toEqual([]);
      expect(
        await names(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'parley' and (p.prosecdef or p.proleakproof)`),
      ).toEqual([]);
      expect(
        await names(
          `select rolname as name from pg_roles where rolname like 'parley_%' and (rolsuper or rolbypassrls)`,
        ),
      ).toEqual([]);
      expect(
        await names(`select conname as name from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'parley' and t.relname in ('chain', 'done', 'entry') and c.contype = 'f'`),
      ).toEqual([]);
      const unique =
        await rows(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
      from pg_index i join pg_class t on t.oid = i.indrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'parley' and t.relname in ('chain', 'done', 'entry') and i.indisunique`);
      expect(unique.length).toBeGreaterThan(2);
      for (const { definition } of unique) expect(String(definition)).toContain('(case_id');
    },
  );

  it.skipIf(!here)(
    'leave nothing to count: no column fills itself in, and no key is shared between cases',
    async () => {
      expect(
        await names(`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'parley' and table_name in ('chain', 'done', 'entry', 'file') and (is_identity = 'YES' or column_default is not null)`),
      ).toEqual([]);
      const keys = await rows(`select conname as name, pg_get_constraintdef(c.oid) as definition from pg_constraint c
      join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'parley' and t.relname in ('chain', 'done', 'entry', 'file') and c.contype in ('p', 'u', 'f', 'x')`);
      for (const { definition } of keys) expect(String(definition)).toMatch(/^(PRIMARY KEY|UNIQUE) \(case_id\b/);
    },
  );

  it.skipIf(!here)(
    'belong to nobody who signs in, and the working roles can neither sign in nor make anything',
    async () => {
      const free =
        await names(`select rolname as name from pg_roles where rolname in ('parley_viewer', 'parley_accounts')
      and (rolcanlogin or rolcreaterole or rolcreatedb or rolreplication)`);
      expect(free).toEqual([]);
      const makers =
        await names(`select rolname as name from pg_roles where rolname in ('parley_viewer', 'parley_accounts')
      and (has_schema_privilege(oid, 'parley', 'create') or pg_has_role(oid, (select nspowner from pg_namespace where nspname = 'parley'), 'member'))`);
      expect(makers).toEqual([]);
      const owned = await names(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_roles r on r.oid = c.relowner where n.nspname = 'parley' and r.rolname in ('parley_login', 'parley_viewer', 'parley_accounts')`);
      expect(owned).toEqual([]);
      // Of the row on which acts take turns, a viewer reads that it is there, and not who else has a seat.
      await expect(
        as('parley_viewer', `${caseId}/mediation`, 'perform audience from parley.file'),
      ).rejects.toMatchObject({
        code: '42501',
      });
    },
  );

  it.skipIf(!here)('show nothing without a seat, and one’s own with it', async () => {
    const seen = async (seats: string) => {
      await as(
        'parley_viewer',
        seats,
        `perform set_config('parley.seen', (select count(*)::text from parley.entry), false)`,
      );
      return (await rows(`select current_setting('parley.seen') as seen`))[0]?.['seen'];
    };
    expect(await seen('')).toBe('0');
    expect(await seen(`${caseId}/party:south`)).toBe('0');
    expect(await seen('party:north')).toBe('0');
    expect(await seen(`${caseId}/party:north`)).toBe('1');
  });

  it.skipIf(!here)(
    'let nobody write for an audience they are not in, or change or delete what was written',
    async () => {
      const insert = (audience: string) =>
        as(
          'parley_viewer',
          `${caseId}/party:south`,
          `insert into parley.entry values ('${caseId}', gen_random_uuid(), array['${caseId}/${audience}'], 9, now(), '{}', null, '{}', '')`,
        );
      await expect(insert('party:north')).rejects.toMatchObject({ code: '42501' });
      await insert('party:south');
      for (const sql of [
        `update parley.entry set hash = ''`,
        'delete from parley.entry',
        'truncate parley.entry',
        `update parley.done set digest = ''`,
      ])
        await expect(as('parley_viewer', `${caseId}/party:south`, sql)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it.skipIf(!here)('keep accounts from viewers, and entries from those who keep accounts', async () => {
    for (const table of accountTables)
      await expect(as('parley_viewer', `${caseId}/mediation`, `perform 1 from parley.${table}`)).rejects.toMatchObject({
        code: '42501',
      });
    for (const table of entryTables)
      await expect(
        as('parley_accounts', `${caseId}/party:north`, `perform 1 from parley.${table}`),
      ).rejects.toMatchObject({ code: '42501' });
  });
});

it.skipIf(inject('postgres') === null)(
  'Parley does not start with a login role that the policies would not bind',
  async () => {
    const server = inject('postgres');
    if (server === null) return;
    await expect(openStore({ url: server.superUrl })).rejects.toThrow(UnsafeDatabase);
    await expect(openStore({ url: server.loginUrl })).rejects.toThrow(/Start once with DATABASE_OWNER_URL/);
    const { url, close } = await databaseWithSchema(server);
    await expect(openStore({ url: url(server.ownerUrl) })).rejects.toThrow(UnsafeDatabase);
    await expect(openStore({ url: url(server.superUrl) })).rejects.toThrow(UnsafeDatabase);
    await close();
  },
);

/** A database in which Parley has been started once by its owner, and the address of it for each role. */
async function databaseWithSchema(server: PostgresServer): Promise<{
  readonly url: (as: string) => string;
  readonly close: () => Promise<void>;
}> {
  const name = `parley_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server.superUrl });
  await admin.connect();
  await admin.query(`create database ${name} owner parley_owner`);
  await admin.end();
  const url = (as: string): string => Object.assign(new URL(as), { pathname: `/${name}` }).href;
  const store = await openStore({ url: url(server.loginUrl), ownerUrl: url(server.ownerUrl) });
  return { url, close: () => store.close() };
}
