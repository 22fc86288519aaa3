import { mayManage, type Actor } from './authority.ts';
import { currentOf, entriesOf, entryOfKind, type CaseFile } from './case-file.ts';
import { added } from './adding.ts';
import { areAware, audienceIn, includesAll, type Audience, type Setting } from './confidentiality.ts';
import type { Entry, EntryId, Making } from './entry.ts';
import { rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';

/** A strand of the talks that runs beside others. */
export interface Track {
  readonly kind: 'track';
  readonly key: string;
  readonly name: string;
}

/** Where talks are received: the place, and who hosts. */
export interface Venue {
  readonly kind: 'venue';
  readonly key: string;
  readonly name: string;
  readonly place: string;
}

/** A round of talks. Closing it supersedes its opening. */
export interface Round {
  readonly kind: 'round';
  readonly name: string;
  readonly state: 'open' | 'closed';
  readonly track: string | null;
  readonly venue: string | null;
}

/** Adds a track or a venue for those in `knownTo`. Refuses a key that the viewer already has. */
export function addPlace(
  file: CaseFile,
  actor: Actor,
  { knownTo, ...fact }: (Track | Venue) & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'add tracks and venues');
  if (isRefusal(allowed)) return allowed;
  if (currentOf(file, fact.kind).some((entry) => entry.fact.key === fact.key))
    return refuse('duplicate', fact.name, 'name');
  return added(file, fact, knownTo, make);
}

/** Opens a round for those in `knownTo`. Refuses the name of one that is open for the same. */
export function openRound(
  file: CaseFile,
  actor: Actor,
  input: Omit<Round, 'kind' | 'state'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'open a round');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...round } = input;
  const audience = audienceIn(knownTo, rosterOf(file));
  // A round that others know by the same name may not be felt by those who do not know of it.
  if (openRounds(file).some((entry) => entry.fact.name === round.name && entry.audience.join() === audience.join()))
    return refuse('duplicate', round.name, 'name');
  const unknown = unknownPlace(file, round, audience);
  if (unknown !== null) return unknown;
  return added(file, { kind: 'round', state: 'open', ...round }, knownTo, make);
}

/** Closes a round, for the same audience. */
export function closeRound(file: CaseFile, actor: Actor, round: EntryId, make: Making): Decision {
  const allowed = mayManage(file, actor, 'close a round');
  if (isRefusal(allowed)) return allowed;
  const open = entryOfKind(file, 'round', round);
  if (open === null) return refuse('unknown', 'round');
  if (!openRounds(file).includes(open)) return refuse('superseded', open.fact.name);
  return {
    drafts: [{ id: make.id(), audience: open.audience, supersedes: open.id, fact: { ...open.fact, state: 'closed' } }],
  };
}

/** What a round or a meeting refers to. */
interface Whereabouts {
  readonly track?: string | null;
  readonly venue?: string | null;
  readonly round?: string | null;
}

/**
 * The refusal of a track, a venue or a round that is there and that some of an audience do not know, since they would read of it here;
 * null when there is none such. A round may be named before it opens.
 */
export function unknownPlace(file: CaseFile, { track, venue, round }: Whereabouts, audience: Audience): Refusal | null {
  const hidden = (entries: readonly Entry[]) =>
    entries.length > 0 && !entries.some((entry) => areAware(entry.audience, audience, rosterOf(file)));
  const refusal = (what: string) =>
    refuse('invalid', `Some of those who may know of this do not know of the ${what}. Choose another, or none.`, what);
  if (hidden(currentOf(file, 'track').filter((entry) => entry.fact.key === track))) return refusal('track');
  if (hidden(currentOf(file, 'venue').filter((entry) => entry.fact.key === venue))) return refusal('venue');
  return hidden(entriesOf(file, 'round').filter((entry) => entry.fact.name === round)) ? refusal('round') : null;
}

/** The rounds that everybody in the case knows of: what can be counted and named before anybody. */
export const jointRounds = (file: CaseFile): readonly Entry<Round>[] => {
  const everybody = audienceIn({ kind: 'joint' }, rosterOf(file));
  return currentOf(file, 'round').filter((entry) => includesAll(entry.audience, everybody));
};

/** The rounds that are open now. */
export const openRounds = (file: CaseFile): readonly Entry<Round>[] =>
  currentOf(file, 'round').filter((entry) => entry.fact.state === 'open');
