import { sql } from 'kysely';
import {
  chainStart,
  linkHash,
  type Audience,
  type Author,
  type CaseId,
  type Draft,
  type Entry,
  type Instant,
} from '../domain/index.ts';
import type { Tx } from './as-viewer.ts';
import { rowOfAudience } from './rows.ts';

/** What is appended: a draft with its author and its time. */
export interface Appending extends Draft {
  readonly at: Instant;
  readonly by: Author;
}

/** What was appended: the entry as it was recorded, and its place in the chain of its audience, as the database names that. */
export interface Appended {
  readonly entry: Entry;
  readonly qualified: string;
  readonly link: number;
}

const rowsAtOnce = 500;

/**
 * Appends entries at the ends of their audiences' chains and returns them as they were recorded. Within an audience no entry is older
 * than the one before it. The case must be locked by the same transaction.
 */
export async function append(tx: Tx, caseId: CaseId, appending: readonly Appending[]): Promise<readonly Appended[]> {
  const ends = await chainEnds(tx, caseId, appending);
  const rows = appending.map((draft) => {
    const end = ends.get(draft.audience.join());
    if (end === undefined) throw new Error('an audience without a chain');
    const { at, by, ...rest } = draft;
    const entry: Entry = { ...rest, case: caseId, at: at < end.at ? end.at : at, by };
    end.length += 1;
    end.at = entry.at;
    end.hash = linkHash(end.hash, end.length, entry);
    return { entry, link: end.length, hash: end.hash };
  });
  for (let i = 0; i < rows.length; i += rowsAtOnce)
    await tx
      .insertInto('entry')
      .values(
        rows.slice(i, i + rowsAtOnce).map(({ entry, link, hash }) => ({
          case_id: caseId,
          id: entry.id,
          audience: rowOfAudience(caseId, entry.audience),
          link,
          at: entry.at,
          author: JSON.stringify(entry.by),
          supersedes: entry.supersedes,
          fact: JSON.stringify(entry.fact),
          hash,
        })),
      )
      .execute();
  await tx
    .insertInto('chain')
    .values(
      [...ends.values()].map(({ audience, length, hash, at }) => ({
        case_id: caseId,
        audience: rowOfAudience(caseId, audience),
        length,
        hash,
        at,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'audience']).doUpdateSet((set) => ({
        length: set.ref('excluded.length'),
        hash: set.ref('excluded.hash'),
        at: set.ref('excluded.at'),
      })),
    )
    .execute();
  return rows.map(({ entry, link }) => ({ entry, qualified: rowOfAudience(caseId, entry.audience).join(), link }));
}

interface End {
  readonly audience: Audience;
  length: number;
  hash: string;
  at: Instant;
}

async function chainEnds(tx: Tx, caseId: CaseId, appending: readonly Appending[]): Promise<Map<string, End>> {
  const ends = new Map<string, End>();
  for (const { audience } of appending)
    ends.set(audience.join(), { audience, length: 0, hash: chainStart, at: '' as Instant });
  const qualified = new Map([...ends.values()].map((end) => [rowOfAudience(caseId, end.audience).join(), end]));
  const rows = await tx
    .selectFrom('chain')
    .select(['audience', 'length', 'hash', 'at'])
    .where('case_id', '=', caseId)
    .where(sql<boolean>`array_to_string(audience, ',') = any(${[...qualified.keys()]}::text[])`)
    .execute();
  for (const row of rows) {
    const end = qualified.get(row.audience.join());
    if (end === undefined) continue;
    end.length = row.length;
    end.hash = row.hash;
    end.at = row.at.toISOString() as Instant;
  }
  return ends;
}
