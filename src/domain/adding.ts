import type { CaseFile } from './case-file.ts';
import { audienceIn, type Setting } from './confidentiality.ts';
import type { EntryId, Fact, Making } from './entry.ts';
import { rosterOf } from './parties.ts';
import { refuse, type Decision } from './refusal.ts';

/** A fact of the agenda, appended for those in `knownTo`. Refuses an audience that leaves the actor out. */
export function added(
  file: CaseFile,
  fact: Fact,
  knownTo: Setting,
  make: Making,
  supersedes: EntryId | null = null,
): Decision {
  const audience = audienceIn(knownTo, rosterOf(file));
  if (!audience.some((seat) => file.seats.includes(seat)))
    return refuse('participantMustKnow', 'you yourself', 'knownTo');
  return { drafts: [{ id: make.id(), audience, supersedes, fact }] };
}
