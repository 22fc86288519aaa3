import { mayManage, type Actor } from './authority.ts';
import { currentOf, entryOfKind, type CaseFile } from './case-file.ts';
import { audienceIn, isAware, type Setting } from './confidentiality.ts';
import type { Entry, EntryId, Instant, Making } from './entry.ts';
import { institutionName, partyName, rosterOf } from './parties.ts';
import { unknownPlace } from './rounds.ts';
import { isRefusal, refuse, type Decision } from './refusal.ts';
import { institutionOf, partyOf, type Seat } from './seat.ts';

export const meetingFormats = ['proximity', 'caucus', 'consultation', 'plenary', 'technical'] as const;

/** A meeting, planned, held or called off. Who may know that it exists is the entry's audience. */
export interface Meeting {
  readonly kind: 'meeting';
  readonly name: string;
  readonly format: (typeof meetingFormats)[number];
  readonly starts: Instant;
  readonly state: 'planned' | 'held' | 'calledOff';
  readonly participants: readonly Seat[];
  readonly track: string | null;
  readonly venue: string | null;
  readonly round: string | null;
  readonly agenda: string;
}

/** Calls a meeting for those in `knownTo`. Refuses when a participant would not know of it, or when the one who calls it would not. */
export function callMeeting(
  file: CaseFile,
  actor: Actor,
  input: Omit<Meeting, 'kind' | 'state'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'call meetings');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...meeting } = input;
  if (meeting.participants.length === 0) return refuse('nothingChosen', 'participant', 'participants');
  const audience = audienceIn(knownTo, rosterOf(file));
  const unaware = meeting.participants.find((seat) => !isAware(audience, seat, rosterOf(file)));
  if (unaware !== undefined) return refuse('participantMustKnow', participantInWords(file, unaware), 'knownTo');
  if (!audience.some((seat) => actor.seats.includes(seat)))
    return refuse('participantMustKnow', 'you yourself', 'knownTo');
  const unknown = unknownPlace(file, meeting, audience);
  if (unknown !== null) return unknown;
  return {
    drafts: [{ id: make.id(), audience, supersedes: null, fact: { kind: 'meeting', state: 'planned', ...meeting } }],
  };
}

/** Moves a meeting, notes that it was held, or calls it off; its audience stays. */
export function reviseMeeting(
  file: CaseFile,
  actor: Actor,
  id: EntryId,
  change: Partial<Pick<Meeting, 'state' | 'starts' | 'venue' | 'agenda'>>,
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'change meetings');
  if (isRefusal(allowed)) return allowed;
  const before = entryOfKind(file, 'meeting', id);
  if (before === null) return refuse('unknown', 'meeting');
  if (!currentOf(file, 'meeting').includes(before)) return refuse('superseded', before.fact.name);
  const unknown = unknownPlace(file, change, before.audience);
  if (unknown !== null) return unknown;
  return {
    drafts: [{ id: make.id(), audience: before.audience, supersedes: before.id, fact: { ...before.fact, ...change } }],
  };
}

/** Who takes part in a meeting with this seat, in words. */
export function participantInWords(file: CaseFile, seat: Seat): string {
  const party = partyOf(seat);
  if (party !== null) return `the ${partyName(file, party)} delegation`;
  const institution = institutionOf(seat);
  if (institution !== null) return institutionName(file, institution);
  if (seat === 'mediation') return 'the mediation';
  return seat === 'public'
    ? 'the public'
    : (currentOf(file, 'appointment').find(({ fact }) => seat === `person:${fact.person}`)?.fact.name ?? 'a person');
}

/** The meetings as they stand, earliest first. */
export const meetings = (file: CaseFile): readonly Entry<Meeting>[] =>
  [...currentOf(file, 'meeting')].sort((a, b) =>
    a.fact.starts < b.fact.starts ? -1 : a.fact.starts > b.fact.starts ? 1 : 0,
  );
