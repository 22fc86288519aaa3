import {
  parseSeat,
  storedAudience,
  type Audience,
  type Author,
  type CaseId,
  type Entry,
  type EntryId,
  type Fact,
  type Instant,
} from '../domain/index.ts';
import { qualify } from './as-viewer.ts';

/** A row of the table of entries, as read. */
export interface EntryRow {
  readonly case_id: string;
  readonly id: string;
  readonly audience: readonly string[];
  readonly link: number;
  readonly at: Date;
  readonly author: unknown;
  readonly supersedes: string | null;
  readonly fact: unknown;
  readonly hash: string;
}

/** The entry of a row. What a row holds was decided by the domain before it was written, so its inside is taken as it is. */
export function entryOfRow(row: EntryRow): Entry {
  return {
    id: row.id as EntryId,
    case: row.case_id as CaseId,
    at: row.at.toISOString() as Instant,
    by: row.author as Author,
    audience: audienceOfRow(row.audience),
    supersedes: row.supersedes as EntryId | null,
    fact: row.fact as Fact,
  };
}

/** The audience of a row, without the case that qualifies its seats. Throws on a seat that is none. */
export function audienceOfRow(qualified: readonly string[]): Audience {
  return storedAudience(
    qualified.map((text) => {
      const seat = parseSeat(text.slice(37));
      if (seat === null) throw new Error(`not a seat: ${text}`);
      return seat;
    }),
  );
}

/** An audience as its row holds it. */
export const rowOfAudience = (caseId: CaseId, audience: Audience): string[] =>
  audience.map((seat) => qualify(caseId, seat));
