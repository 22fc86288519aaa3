import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { migrate } from '../../src/store/migrate.ts';
import { makeSeed } from '../../src/store/pglite/seed.ts';

let known: Promise<Blob> | undefined;

/**
 * A database in which the migrations have run and nothing else has, to start stores in memory from: that takes a fifth of a second, while
 * a new database takes some. Made once for each state of the migrations and kept under `node_modules/.cache` for the next test file.
 */
export const seed = (): Promise<Blob> => (known ??= readOrMake());

async function readOrMake(): Promise<Blob> {
  const file = path.join(folder, `seed-${fingerprint()}.tar.gz`);
  if (fs.existsSync(file)) return new Blob([new Uint8Array(gunzipSync(fs.readFileSync(file)))]);
  const made = await makeSeed(
    async (pglite) => void (await migrate({ exec: (text) => pglite.exec(text), query: (text) => pglite.query(text) })),
  );
  fs.mkdirSync(folder, { recursive: true });
  for (const old of fs.readdirSync(folder)) fs.rmSync(path.join(folder, old), { force: true });
  // Renamed into place, so that a test file that runs beside this one never reads half of it.
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, gzipSync(await made.arrayBuffer(), { level: 1 }));
  fs.renameSync(draft, file);
  return made;
}

const root = path.resolve(import.meta.dirname, '..', '..');
const folder = path.join(root, 'node_modules', '.cache', 'parley');

/** What a seed depends on: the migrations, PGlite itself, and how it is started. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const migrations = path.join(root, 'src', 'store', 'migrations');
  for (const name of fs.readdirSync(migrations).sort())
    hash.update(name).update(fs.readFileSync(path.join(migrations, name)));
  for (const file of [
    'node_modules/@electric-sql/pglite/package.json',
    'src/store/pglite/settings.ts',
    'src/store/pglite/seed.ts',
  ])
    hash.update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex').slice(0, 16);
}
