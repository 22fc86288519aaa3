import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { openPglite } from '../../../src/store/pglite/open.ts';
import { copyDisk, mount, unmount } from './loop-disk.ts';

/**
 * What a copy of the disk lacks of what was acknowledged of each run, in words; every value and every change is looked at.
 * The copy is made and mounted in `dir`. Throws when the store does not open.
 */
export async function losses(
  disk: string,
  dir: string,
  acknowledged: ReadonlyMap<string, number>,
): Promise<readonly string[]> {
  const copy = join(dir, 'copy');
  const at = join(dir, 'opened');
  copyDisk(disk, copy);
  mount(copy, at);
  try {
    const { pglite, close } = await openPglite({ dir: join(at, 'store') });
    try {
      return await missing(pglite, acknowledged);
    } finally {
      await close();
    }
  } finally {
    unmount(at, 'even if it is in use');
    rmSync(copy);
  }
}

async function missing(pglite: PGlite, acknowledged: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const [tables] = (await pglite.query<{ other: string | null }>(`select to_regclass('other') as other`)).rows;
  if (tables?.other == null)
    return [...acknowledged].filter(([, count]) => count > 0).map(([run]) => `run ${run}: the tables`);
  const found: string[] = [];
  for (const [run, count] of acknowledged) {
    const { rows } = await pglite.query<{ lost: number }>(
      `select count(*)::int as lost from generate_series(1, $2::int) g
         left join one o on o.run = $1 and o.n = g left join other x on x.run = $1 and x.n = g
         where o.body is distinct from repeat((g % 10)::text, 400)
           or x.body is distinct from repeat((g % 10)::text, 40 + g % 1500)
           or (g + 7 <= $2 and o.changed <> 1)`,
      [run, count],
    );
    if (rows[0]?.lost !== 0) found.push(`run ${run}: ${rows[0]?.lost} of ${count}`);
  }
  const torn = await pglite.query<{ run: string; n: number }>(
    'select run, n from one full join other using (run, n) where one.body is null or other.body is null',
  );
  return [...found, ...torn.rows.map(({ run, n }) => `run ${run}: half of transaction ${n}`)];
}
