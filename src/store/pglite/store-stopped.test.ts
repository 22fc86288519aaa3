import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HostFiles, wasi } from './host-files.ts';
import { openPglite } from './open.ts';
import { makeSeed } from './seed.ts';
import { StoreStopped } from './store-stopped.ts';

let dir = '';
let seed = new Blob();
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'parley-stopped-'));
  seed = await makeSeed(async (pglite) => void (await pglite.exec('create table rows (n int primary key)')));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ['written', refuseLogWrites],
  ['put on disk', refuseLogSyncs],
])(
  'when the log cannot be %s, every query is refused and nothing hangs; reopened, all that was acknowledged is there',
  async (what, refuse) => {
    const folder = join(dir, what);
    const first = await openPglite({ dir: folder, from: seed });
    await first.pglite.query('insert into rows values (1)');
    refuse(first.pglite);
    await expect(first.pglite.query('insert into rows values (2)')).rejects.toThrow(StoreStopped);
    const stopped = { name: 'StoreStopped', reason: 'ended', code: '57P02' };
    await expect(first.pglite.query('select 1')).rejects.toMatchObject(stopped);
    await expect(first.pglite.exec('select 1')).rejects.toMatchObject(stopped);
    await expect(first.pglite.transaction((tx) => tx.query('select 1'))).rejects.toMatchObject(stopped);
    await first.close();
    const second = await openPglite({ dir: folder });
    expect((await second.pglite.query('select n from rows where n = 1')).rows).toEqual([{ n: 1 }]);
    await second.close();
  },
);

test('an ordinary error stops nothing', async () => {
  const { pglite, close } = await openPglite({ memory: true, from: seed });
  await pglite.query('insert into rows values (1)');
  await expect(pglite.query('insert into rows values (1)')).rejects.toMatchObject({ code: '23505' });
  await expect(pglite.query('selec')).rejects.toMatchObject({ code: '42601' });
  await expect(pglite.transaction((tx) => tx.query('select 1 / 0'))).rejects.toMatchObject({ code: '22012' });
  expect((await pglite.query('select n from rows')).rows).toEqual([{ n: 1 }]);
  await close();
});

/** Makes the host answer every write to the log with an input/output error. */
function refuseLogWrites({ Module }: PGlite): void {
  const { FS, NODEFS } = Module as unknown as Host;
  const { write } = NODEFS.stream_ops;
  NODEFS.stream_ops.write = (stream, ...content) => {
    if (NODEFS.realPath(stream.node).includes('pg_wal')) throw new FS.ErrnoError(wasi.inputOutputError);
    return write(stream, ...content);
  };
}

/** Makes the host answer every request to put a file on disk with an input/output error. */
function refuseLogSyncs({ Module }: PGlite): void {
  (Module as unknown as Host).NODEFS.stream_ops.fsync = () => wasi.inputOutputError;
}

type Host = { readonly FS: { readonly ErrnoError: new (code: number) => Error }; readonly NODEFS: HostFiles };
