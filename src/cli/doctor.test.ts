import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { runHere, smallCase } from '../../tests/cli/captured.ts';
import { readyMade } from '../../tests/cli/ready-made.ts';
import { openStore } from '../store/index.ts';
import { openPglite } from '../store/pglite/open.ts';

const dir = mkdtempSync(join(tmpdir(), 'parley-cli-'));
const data = join(dir, 'data');
const server = inject('postgres');

interface Report {
  readonly ok: boolean;
  readonly checks: readonly { readonly check: string; readonly ok: boolean; readonly says: string }[];
}

async function doctor(
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly report: Report; readonly faults: readonly string[] }> {
  const { code, out } = await runHere(['doctor', '--json', '--data', data], env);
  const report = JSON.parse(out) as Report;
  return { code, report, faults: report.checks.filter(({ ok }) => !ok).map(({ check }) => check) };
}

beforeAll(async () => {
  await readyMade(data);
  const file = join(dir, 'small.yaml');
  writeFileSync(file, smallCase);
  await runHere(['case', 'new', file, '--data', data]);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('all is well with a store as it was made', async () => {
  const { code, report, faults } = await doctor();
  expect([code, report.ok, faults]).toEqual([0, true, []]);
  expect(report.checks.map(({ check }) => check)).toEqual([
    'Node',
    'Parley',
    'Folder',
    'Disk space',
    'Lock',
    'Database',
    'Schema',
    'Login role',
    'Walls',
    'Chains',
  ]);
});

test('each way in which the walls can have been opened is found', async () => {
  // Past Parley, as the superuser that an embedded database is opened by.
  const before = await openPglite({ dir: data });
  for (const statement of [
    'alter table parley.chain no force row level security',
    'create policy everybody on parley.entry for select to parley_viewer using (true)',
    'create view parley.backdoor as select fact from parley.entry',
    'grant select on parley.backdoor to parley_viewer',
    'grant select (name) on parley.holding to parley_viewer',
    'grant select (key) on parley.done to parley_accounts',
  ])
    await before.pglite.exec(statement);
  await before.close();
  const { code, report, faults } = await doctor();
  expect([code, faults]).toEqual([1, ['Walls']]);
  const says = report.checks.find(({ check }) => check === 'Walls')?.says;
  for (const name of [
    'Row-level security is not forced on the table chain',
    'The table entry does not have the one policy',
    'the table backdoor',
    'the table holding',
    'Those who keep accounts reach the table done',
  ])
    expect(says).toContain(name);
});

test('a folder that others may look into, that is in use, or that is none', async () => {
  chmodSync(data, 0o755);
  expect((await doctor()).faults).toEqual(['Folder']);
  chmodSync(data, 0o700);
  const open = await openStore({ dir: data });
  const inUse = await doctor();
  await open.close();
  expect([inUse.code, inUse.faults, inUse.report.checks.at(-1)?.says]).toEqual([
    1,
    ['Store'],
    expect.stringContaining('is already in use by this same process'),
  ]);
  const none = await runHere(['doctor', '--data', join(dir, 'none')]);
  expect([none.code, none.out, none.err]).toEqual([
    1,
    expect.stringMatching(/FAULT {2}Folder There is no store in/),
    expect.stringContaining('There is no store in'),
  ]);
});

test.skipIf(server === null)(
  'a PostgreSQL server is looked at likewise, and refused where its login role is free',
  async () => {
    if (server === null) return;
    const name = `parley_${randomUUID().replaceAll('-', '')}`;
    const admin = new Client({ connectionString: server.superUrl });
    await admin.connect();
    await admin.query(`create database ${name} owner parley_owner`);
    await admin.end();
    const on = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
    const behind = await doctor({ DATABASE_URL: on(server.loginUrl) });
    expect([behind.code, behind.faults, behind.report.checks.at(-1)?.says]).toEqual([
      1,
      ['Store'],
      expect.stringContaining('The database lacks'),
    ]);
    const well = await doctor({ DATABASE_URL: on(server.loginUrl), DATABASE_OWNER_URL: on(server.ownerUrl) });
    expect([well.code, well.faults]).toEqual([0, []]);
    const free = await doctor({ DATABASE_URL: on(server.superUrl) });
    expect([free.code, free.report.checks.at(-1)?.says]).toEqual([1, expect.stringContaining('superuser')]);
  },
);
