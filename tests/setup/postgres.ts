import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { postgresHere } from '../../scripts/testing/programs.mjs';

/** A PostgreSQL server for this run of the tests, as three addresses of its database `postgres`. Each test file makes a database of its own. */
export type PostgresServer = {
  /** `parley_owner`: may log in and create roles, is no superuser. Databases are to be made by `superUrl … owner parley_owner`. */
  readonly ownerUrl: string;
  /** `parley_login`: may log in and nothing else: no superuser, no bypass of row-level security, inherits nothing. */
  readonly loginUrl: string;
  readonly superUrl: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is no PostgreSQL, or PARLEY_POSTGRES_BIN is set to nothing: skip what needs it. */
    postgres: PostgresServer | null;
  }
}

/** Starts the server before the first test and stops it after the last. Its keeper stops it in any event, even when we are killed. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const bin = process.env['PARLEY_POSTGRES_BIN'] ?? postgresHere() ?? '';
  if (bin === '') {
    project.provide('postgres', null);
    return undefined;
  }
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('postgres-keeper.ts', import.meta.url)), bin], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Out of reach of a Ctrl-C, which the terminal sends to a whole group: the keeper goes when its input ends.
    detached: true,
  });
  const ended = once(keeper, 'exit');
  const superUrl = await firstLine(keeper.stdout);
  if (superUrl === undefined) throw new Error('the PostgreSQL server for the tests did not start');
  project.provide('postgres', await withRoles(superUrl));
  return async () => {
    keeper.stdin.end();
    await ended;
  };
}

async function withRoles(superUrl: string): Promise<PostgresServer> {
  const client = new Client({ connectionString: superUrl });
  await client.connect();
  await client.query(`create role parley_owner login nosuperuser createrole password 'owner'`);
  await client.query(
    `create role parley_login login nosuperuser nobypassrls noinherit nocreatedb nocreaterole password 'login'`,
  );
  await client.end();
  return { superUrl, ownerUrl: as('parley_owner', 'owner', superUrl), loginUrl: as('parley_login', 'login', superUrl) };
}

function as(user: string, password: string, superUrl: string): string {
  return Object.assign(new URL(superUrl), { username: user, password }).href;
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface({ input: stream })) return line;
  return undefined;
}
