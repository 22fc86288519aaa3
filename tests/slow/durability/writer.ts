// node writer.ts FOLDER RUN SEED guarded|'as shipped': writes to an embedded store, or to PGlite as it is shipped, until it is killed. Each transaction puts one row in each of two tables and changes
// an older row; `ACK n` is printed once it is acknowledged. A checkpoint comes every 300 transactions.
import { mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openPglite } from '../../../src/store/pglite/open.ts';
import { readSeed } from '../../../src/store/pglite/seed.ts';

const [dir = '', run = '', seed = '', guards = ''] = process.argv.slice(2);
const { pglite, syncLog } = guards === 'guarded' ? await openGuarded() : await openAsShipped();
await pglite.exec(`
  create table if not exists one (run text, n int, body text, changed int default 0, primary key (run, n));
  create table if not exists other (run text, n int, body text, primary key (run, n))`);
syncLog();
writeSync(1, 'READY\n');
for (let n = 1; ; n++) {
  await pglite.transaction(async (tx) => {
    await tx.query('insert into one (run, n, body) values ($1, $2, $3)', [run, n, String(n % 10).repeat(400)]);
    await tx.query('insert into other values ($1, $2, $3)', [run, n, String(n % 10).repeat(40 + (n % 1500))]);
    await tx.query('update one set changed = changed + 1 where run = $1 and n = $2', [run, n - 7]);
  });
  syncLog();
  writeSync(1, `ACK ${n}\n`);
  if (n % 300 === 0) await pglite.exec('checkpoint');
}

async function openGuarded() {
  const from = readSeed(seed);
  return openPglite({ dir, ...(from && { from }) });
}

async function openAsShipped() {
  mkdirSync(dir);
  return { pglite: await PGlite.create(join(dir, 'pg')), syncLog: () => {} };
}
