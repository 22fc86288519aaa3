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
import type { ChainEnd, Form } from './turn.ts';

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

/**
 * Appends entries at the ends of their audiences' chains and returns them as they were recorded. Within an audience no entry is older
 * than the one before it. The transaction must have its turn on the case, which gave the `ends`. `form`, if any, is recorded as done.
 */
export async function append(
  tx: Tx,
  caseId: CaseId,
  appending: readonly Appending[],
  ends: readonly ChainEnd[],
  form: Form | null,
): Promise<readonly Appended[]> {
  const chains = chainsOf(caseId, appending, ends);
  const rows = appending.map((draft) => {
    const end = chains.get(draft.audience.join());
    if (end === undefined) throw new Error('an audience without a chain');
    const { at, by, ...rest } = draft;
    const entry: Entry = { ...rest, case: caseId, at: at < end.at ? end.at : at, by };
    end.length += 1;
    end.at = entry.at;
    end.hash = linkHash(end.hash, end.length, entry);
    return { entry, audience: end.audience, link: end.length, hash: end.hash };
  });
  const fresh = JSON.stringify(
    rows.map(({ entry: { id, at, by, supersedes, fact }, audience, link, hash }) => ({
      id,
      audience,
      link,
      at,
      author: by,
      supersedes,
      fact,
      hash,
    })),
  );
  const longer = JSON.stringify([...chains.values()]);
  const { own, key, digest } = form ?? { own: null, key: null, digest: null };
  await sql`select parley.append(${caseId}, ${fresh}, ${longer}, ${own}, ${key}, ${digest})`.execute(tx);
  return rows.map(({ entry, audience, link }) => ({ entry, qualified: audience.join(), link }));
}

interface Chain {
  readonly audience: readonly string[];
  length: number;
  hash: string;
  at: Instant;
}

/** The chains that are lengthened, by audience; those that nothing was recorded in yet begin here. */
function chainsOf(
  caseId: CaseId,
  appending: readonly Appending[],
  ends: readonly ChainEnd[],
): ReadonlyMap<string, Chain> {
  const known = new Map(ends.map((end) => [end.audience.join(), end]));
  const chains = new Map<string, Chain>();
  for (const { audience } of appending)
    if (!chains.has(audience.join())) chains.set(audience.join(), chainOf(caseId, audience, known));
  return chains;
}

function chainOf(caseId: CaseId, audience: Audience, known: ReadonlyMap<string, ChainEnd>): Chain {
  const qualified = rowOfAudience(caseId, audience);
  const end = known.get(qualified.join());
  return {
    audience: qualified,
    length: end?.length ?? 0,
    hash: end?.hash ?? chainStart,
    at: end?.at ?? ('' as Instant),
  };
}
