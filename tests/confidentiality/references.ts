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
 * The entries that name another of which some of those who may know them may not know: what they supersede, answer, carry or belong to, by
 * its id; or an issue, by its key. Such a name would tell that the other is there. `qualifier` is what stands before each seat in the database.
 */
export function namedPastReaders(
  entries: readonly RecordedEntry[],
  roster: Roster,
  qualifier: string,
): readonly string[] {
  const audiences = new Map(entries.map(({ id, audience }) => [id, audienceOf(audience, qualifier)]));
  const issues = Map.groupBy(
    entries.filter(({ fact }) => kindOf(fact) === 'issue'),
    ({ fact }) => String((fact as { readonly key?: unknown }).key),
  );
  const unknownIssues = entries.flatMap(({ audience, fact }) =>
    issuesNamedIn(fact).flatMap((key) => {
      const known = (issues.get(key) ?? []).map((issue) => audienceOf(issue.audience, qualifier));
      const readers = audienceOf(audience, qualifier).filter((seat) => !/^(person:|clerk$)/.test(seat));
      const aware = known.some((of) => readers.every((seat) => isAware(of, seat, roster)));
      return known.length === 0 || aware ? [] : [`${JSON.stringify(fact)} names the issue ${key}, past its readers`];
    }),
  );
  const unknownEntries = entries.flatMap(({ id, fact, supersedes }) => {
    const named = JSON.stringify([supersedes, fact]).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    return named.flatMap((other) => {
      const known = audiences.get(other);
      const unaware =
        known === undefined ? [] : (audiences.get(id) ?? []).filter((seat) => !isAware(known, seat, roster));
      return unaware.map((seat) => `${JSON.stringify(fact)} names ${other}, of which ${seat} does not know`);
    });
  });
  return [...unknownEntries, ...unknownIssues];
}

const kindOf = (fact: unknown): unknown => (fact as { readonly kind?: unknown } | null)?.kind;

/** The keys of issues that a fact names, wherever it does: as the `issue` of something, or in a list of `issues`. */
function issuesNamedIn(fact: unknown): readonly string[] {
  if (typeof fact !== 'object' || fact === null) return [];
  return Object.entries(fact).flatMap(([name, value]) => [
    ...(name === 'issue' && typeof value === 'string' ? [value] : []),
    ...(name === 'issues' && Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []),
    ...issuesNamedIn(value),
  ]);
}

const audienceOf = (qualified: readonly string[], qualifier: string): Audience =>
  storedAudience(qualified.map((seat) => parseSeat(seat.slice(qualifier.length))).filter((seat) => seat !== null));
