import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { MemoryFS, PGlite } from '@electric-sql/pglite';
import { initParameters, startParameters } from './settings.ts';

/**
 * A database to start others from, as an uncompressed tar archive of its data directory.
 * `prepare` fills it, with the schema for instance. Making one takes seconds; starting from one does not.
 */
export async function makeSeed(prepare: (pglite: PGlite) => Promise<void> = async () => {}): Promise<Blob> {
  const fs = new ArchivedAtClose();
  const pglite = await PGlite.create({ fs, startParams: startParameters(), initDbStartParams: [...initParameters] });
  try {
    await dropTemplates(pglite);
    await prepare(pglite);
  } finally {
    await pglite.close();
  }
  if (fs.archive === undefined) throw new Error('PGlite closed without closing its file system.');
  return fs.archive;
}

/** An empty seed made by another process, so that the memory it takes, some 300 MB, is given back. */
export async function makeSeedElsewhere(): Promise<Blob> {
  const beside = new URL(import.meta.url.endsWith('.ts') ? './print-seed.ts' : './print-seed.js', import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(beside)], {
    encoding: 'buffer',
    maxBuffer: 256 * 1024 * 1024,
  });
  return new Blob([new Uint8Array(stdout)]);
}

/** The file in which the build may keep an empty seed, beside the program that was built. */
export const keptSeed = fileURLToPath(new URL('./seed.tar.gz', import.meta.url));

/** Keeps a seed in a file, compressed to about a sixth. */
export async function writeSeed(file: string, seed: Blob): Promise<void> {
  writeFileSync(file, gzipSync(await seed.arrayBuffer()));
}

/** The seed that `writeSeed` kept; `undefined` when there is no such file. */
export function readSeed(file: string): Blob | undefined {
  return existsSync(file) ? new Blob([new Uint8Array(gunzipSync(readFileSync(file)))]) : undefined;
}

/** Keeps what the memory held after PostgreSQL shut down, so that what starts from it has nothing to recover. */
class ArchivedAtClose extends MemoryFS {
  archive: Blob | undefined;

  override async closeFs(): Promise<void> {
    this.archive = await this.dumpTar('seed', 'none');
  }
}

/** The two databases that `create database` copies from are two thirds of the files, and nothing here creates databases. */
async function dropTemplates(pglite: PGlite): Promise<void> {
  for (const name of ['template0', 'template1']) {
    await pglite.exec(`alter database ${name} is_template false`);
    await pglite.exec(`drop database ${name}`);
  }
}
