import { mayManage, type Actor } from './authority.ts';
import { currentOf, entryOfKind, type CaseFile } from './case-file.ts';
import { audienceIn, audienceOfAppointment, type Setting } from './confidentiality.ts';
import { added } from './adding.ts';
import type { Draft, Entry, EntryId, Making, PersonId } from './entry.ts';
import { issueWithKey, unknownIssue } from './issues.ts';
import { institutions, parties, rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision } from './refusal.ts';
import type { Rank, Role } from './role.ts';

/** A person takes a role in the case. */
export interface Appointment {
  readonly kind: 'appointment';
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
}

/** A person leaves the case; supersedes the appointment. */
export interface Dismissal {
  readonly kind: 'dismissal';
  readonly person: PersonId;
  readonly name: string;
}

/** Word that a side sends a delegation: who, how senior, with what mandate, whether or not its members use Parley. */
export interface DelegationNote {
  readonly kind: 'delegation';
  readonly party: string;
  readonly name: string;
  readonly rank: Rank;
  readonly mandate: string;
  readonly members: readonly { readonly name: string; readonly title: string; readonly rank: Rank }[];
}

/** Appoints a person to a role, in place of the one that the person has. Refuses an unknown party or institution, and a mandate that names an unknown issue. */
export function appoint(file: CaseFile, actor: Actor, input: Omit<Appointment, 'kind'>, make: Making): Decision {
  const allowed = mayManage(file, actor, 'appoint people');
  if (isRefusal(allowed)) return allowed;
  const { role } = input;
  if (role.kind === 'mediator' && !institutions(file).some((known) => known.key === role.institution))
    return refuse('unknown', `institution “${role.institution}”`, 'institution');
  if (role.kind === 'delegate' && !parties(file).some((known) => known.key === role.party))
    return refuse('unknown', `party “${role.party}”`, 'party');
  const unknown =
    role.kind === 'delegate' ? role.mandate.issues.find((key) => issueWithKey(file, key) === null) : undefined;
  if (unknown !== undefined) return refuse('unknown', `issue “${unknown}”`, 'mandate');
  if (role.kind === 'delegate') {
    const readers = audienceIn({ kind: 'caucus', parties: [role.party] }, rosterOf(file));
    const hidden = unknownIssue(file, role.mandate.issues, readers, () => 'mandate');
    if (hidden !== null) return hidden;
  }
  const before = appointmentOf(file, input.person);
  const audience = audienceOfAppointment(input.person, role, rosterOf(file));
  const goesOn = before !== null && before.audience.join() === audience.join();
  const appointment: Draft = {
    id: make.id(),
    audience,
    supersedes: goesOn ? before.id : null,
    fact: { kind: 'appointment', ...input },
  };
  return { drafts: before === null || goesOn ? [appointment] : [dismissalOf(before, make), appointment] };
}

/** Ends an appointment for those who know of it. Those who know of the next one are not told that there was another. */
const dismissalOf = ({ id, audience, fact: { person, name } }: Entry<Appointment>, make: Making): Draft => ({
  id: make.id(),
  audience,
  supersedes: id,
  fact: { kind: 'dismissal', person, name },
});

/** Ends a person's appointment; from then on the person holds no seat in the case. */
export function dismiss(file: CaseFile, actor: Actor, appointment: EntryId, make: Making): Decision {
  const allowed = mayManage(file, actor, 'end appointments');
  if (isRefusal(allowed)) return allowed;
  const before = entryOfKind(file, 'appointment', appointment);
  if (before === null) return refuse('unknown', 'appointment');
  if (before.fact.person === actor.person)
    return refuse('invalid', 'Nobody can end their own appointment; ask another lead mediator.');
  if (!currentOf(file, 'appointment').includes(before)) return refuse('superseded', 'This appointment');
  return { drafts: [dismissalOf(before, make)] };
}

/** Notes a delegation that a side sends, for those in `knownTo`. */
export function noteDelegation(
  file: CaseFile,
  actor: Actor,
  input: Omit<DelegationNote, 'kind'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'note a delegation');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...note } = input;
  if (!parties(file).some((party) => party.key === note.party))
    return refuse('unknown', `party “${note.party}”`, 'party');
  return added(file, { kind: 'delegation', ...note }, knownTo, make);
}

/** The standing appointment of a person, or null. */
export const appointmentOf = (file: CaseFile, person: PersonId) =>
  currentOf(file, 'appointment').find((entry) => entry.fact.person === person) ?? null;
