// node postgres-keeper.ts BIN: keeps a PostgreSQL server in a folder of its own for as long as its standard input stays open, which
// ends with whoever started it, however that one ended. Then it stops the server and removes the folder. Prints the server's address.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const bin = process.argv[2] ?? '';
const asRoot = process.getuid?.() === 0;
// PostgreSQL refuses to run as root, and root's own temporary folder may be closed to others.
const folder = fs.mkdtempSync(path.join(asRoot ? '/tmp' : os.tmpdir(), 'parley-pg-'));
const someone: { readonly uid?: number; readonly gid?: number } = asRoot ? ordinaryUser() : {};
const password = randomBytes(12).toString('hex');
let server: ChildProcess | undefined;

process.stdin.resume().once('end', () => void leave(0));
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void leave(0));
process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

try {
  makeCluster();
  console.log(await started());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(fs.readFileSync(path.join(folder, 'log'), { encoding: 'utf8', flag: 'a+' }).slice(-4000));
  await leave(1);
}

function makeCluster(): void {
  const passwords = path.join(folder, 'password');
  fs.writeFileSync(passwords, password);
  for (const file of [passwords, folder])
    if (someone.uid !== undefined && someone.gid !== undefined) fs.chownSync(file, someone.uid, someone.gid);
  const args = [
    '--pgdata=data',
    '--username=postgres',
    `--pwfile=${passwords}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ];
  execFileSync(path.join(bin, 'initdb'), [...args, '--no-sync'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    ...someone,
  });
}

async function started(): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const url = await startOn(await freePort());
    if (url !== undefined) return url;
    if (attempt === 3) throw new Error('the server ended as soon as it was started');
  }
}

// Undefined if the server ended, as it does when somebody else took the port meanwhile.
async function startOn(port: number): Promise<string | undefined> {
  const log = fs.openSync(path.join(folder, 'log'), 'a');
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: folder, max_connections: 200 };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const mine = spawn(path.join(bin, 'postgres'), ['-D', 'data', ...args], {
    cwd: folder,
    stdio: ['ignore', log, log],
    ...someone,
  });
  server = mine;
  fs.closeSync(log);
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  while (mine.exitCode === null) {
    if (await answers(url)) return url;
    await sleep(50);
  }
  return undefined;
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function leave(code: number): Promise<never> {
  if (server?.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit');
    // PostgreSQL's fast shutdown: ends the sessions, writes everything, stops.
    server.kill('SIGINT');
    await ended;
  }
  process.exit(code);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

function ordinaryUser(): { readonly uid: number; readonly gid: number } {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      continue;
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as');
}
