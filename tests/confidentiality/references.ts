import { isAware, storedAudience, type Audience, type Roster } from '../../src/domain/confidentiality.ts';
import { parseSeat } from '../../src/domain/index.ts';

/** An entry as the database holds it. */
export interface RecordedEntry {
  readonly id: string;
  readonly audience: readonly string[];
  readonly supersedes: string | null;
  readonly fact: unknown;
}

/**
 * The entries that name another of which some of those who may know them may not know: what they supersede, answer, carry or belong to.
 * Such a name would tell that the other is there. `qualifier` is what stands before each seat in the database.
 */
export function namedPastReaders(
  entries: readonly RecordedEntry[],
  roster: Roster,
  qualifier: string,
): readonly string[] {
  const audiences = new Map(entries.map(({ id, audience }) => [id, audienceOf(audience, qualifier)]));
  return entries.flatMap(({ id, fact, supersedes }) => {
    const named = JSON.stringify([supersedes, fact]).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    return named.flatMap((other) => {
      const known = audiences.get(other);
      const unaware =
        known === undefined ? [] : (audiences.get(id) ?? []).filter((seat) => !isAware(known, seat, roster));
      return unaware.map((seat) => `${JSON.stringify(fact)} names ${other}, of which ${seat} does not know`);
    });
  });
}

const audienceOf = (qualified: readonly string[], qualifier: string): Audience =>
  storedAudience(qualified.map((seat) => parseSeat(seat.slice(qualifier.length))).filter((seat) => seat !== null));
