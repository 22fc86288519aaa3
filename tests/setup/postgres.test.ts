import { Client } from 'pg';
import { describe, expect, inject, test } from 'vitest';

const postgres = inject('postgres');

describe.skipIf(postgres === null)('the PostgreSQL server of the tests', () => {
  const ask = async (url: string | undefined, query: string): Promise<unknown> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query(query);
    await client.end();
    return rows[0];
  };
  const rights = 'select rolsuper, rolcreaterole, rolbypassrls, rolinherit from pg_roles where rolname = current_user';

  test('has an owner who is no superuser', async () => {
    expect(await ask(postgres?.ownerUrl, rights)).toEqual({
      rolsuper: false,
      rolcreaterole: true,
      rolbypassrls: false,
      rolinherit: true,
    });
  });

  test('has a login that may do nothing by itself', async () => {
    expect(await ask(postgres?.loginUrl, rights)).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolbypassrls: false,
      rolinherit: false,
    });
  });

  test('writes through to the disk, as a real one does', async () => {
    expect(await ask(postgres?.superUrl, 'show fsync')).toEqual({ fsync: 'on' });
  });
});
