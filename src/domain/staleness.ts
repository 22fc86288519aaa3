import { since, type CaseFile } from './case-file.ts';
import type { Entry, EntryId } from './entry.ts';
import type { Refusal } from './refusal.ts';

/**
 * Whether anything that an act is about has changed since the person opened the page: a refusal that shows what changed, or null.
 * `seen` is the mark of the person's own file then; `about` are the entries that the act works on.
 */
export function staleness(file: CaseFile, seen: string, about: readonly EntryId[]): Refusal | null {
  if (about.length === 0) return null;
  const changes = since(file, seen).filter((entry) => concerns(entry, about));
  const [first] = changes;
  return first === undefined
    ? null
    : {
        refused: 'stale',
        about: `${changes.length === 1 ? 'one entry' : `${changes.length} entries`} on the same matter`,
        changes,
      };
}

function concerns({ fact, supersedes }: Entry, about: readonly EntryId[]): boolean {
  if (supersedes !== null && about.includes(supersedes)) return true;
  switch (fact.kind) {
    case 'response':
      return about.includes(fact.to);
    case 'disclosure':
      return fact.source !== null && about.includes(fact.source);
    default:
      return false;
  }
}
