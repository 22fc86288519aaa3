import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkSpace } from './disk-space.ts';
import { syncNames, syncTree } from './disk.ts';
import { keptSeed, makeSeedElsewhere, readSeed } from './seed.ts';
import { unpackTar } from './tar.ts';

/**
 * The data directory of `folder`, made first if there is none: from `seed`, from the one the build kept, or from nothing.
 *
 * It is made under another name and gets its own only when all of it is on disk. So a directory of that
 * name is whole, and whatever stands under the other name was never used and can go.
 * Throws `DiskFull` when there is no room to make one; one that exists opens even then, to be read.
 */
export async function dataDirectory(folder: string, seed?: Blob): Promise<string> {
  const ready = join(folder, 'pg');
  if (existsSync(ready)) return ready;
  const unfinished = join(folder, 'pg.new');
  rmSync(unfinished, { recursive: true, force: true });
  checkSpace(folder);
  const archive = await (seed ?? readSeed(keptSeed) ?? (await makeSeedElsewhere())).arrayBuffer();
  unpackTar(new Uint8Array(archive), unfinished);
  await syncTree(unfinished);
  renameSync(unfinished, ready);
  syncNames(folder);
  syncNames(dirname(folder));
  return ready;
}
