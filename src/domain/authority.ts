import { currentOf, entriesOf, type CaseFile } from './case-file.ts';
import type { Release, Setting } from './confidentiality.ts';
import type { Author, PersonId } from './entry.ts';
import { issueWithKey } from './issues.ts';
import { institutions, type Standing } from './parties.ts';
import { refuse, type Refusal } from './refusal.ts';
import { mandateCovers, type Role } from './role.ts';
import { mediatorSeat, partySeat, personSeat, type Seat } from './seat.ts';

/** A person acting in a case: who, in what role, with which seats. */
export interface Actor {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly seats: readonly Seat[];
}

type Allowed = { readonly allowed: true } | Refusal;
const yes: Allowed = { allowed: true };

/** The standing of a mediator's institution, or null for anybody else. */
export function standingOf(file: CaseFile, { role }: Actor): Standing | null {
  if (role.kind !== 'mediator') return null;
  return institutions(file).find((institution) => institution.key === role.institution)?.standing ?? null;
}

/** Whether the actor may run the case: leads and supporting mediators keep its agenda, meetings and people. */
export function mayManage(file: CaseFile, actor: Actor, what: string): Allowed {
  const standing = standingOf(file, actor);
  return standing === 'lead' || standing === 'supporting' ? yes : refuse('notYourRole', what);
}

/** Whether the actor may carry between sides and put forward the mediation's own proposals: leads and supporting mediators. */
export const mayMediate = mayManage;

/** Whether the actor may write in a setting: everybody in a room of theirs, but readers, and observers outside their own institution. */
export function mayWrite(file: CaseFile, actor: Actor, setting: Setting): Allowed {
  if (actor.role.kind === 'reader') return refuse('notYourRole', 'write here');
  return standingOf(file, actor) === 'observer' && setting.kind !== 'consultation'
    ? refuse('notYourRole', 'write here')
    : yes;
}

/** Whether a delegate may put forward or answer terms on these issues with these releases: the mandate covers them, and one to explore conveys nothing. */
export function mayNegotiate(
  file: CaseFile,
  actor: Actor,
  terms: readonly { readonly issue: string; readonly release: Release }[],
): Allowed {
  if (actor.role.kind !== 'delegate') return refuse('notYourRole', 'speak for a side');
  const { mandate } = actor.role;
  const outside = terms.find((term) => !mandateCovers(mandate, term.issue));
  if (outside !== undefined)
    return refuse('beyondMandate', `the issue “${issueWithKey(file, outside.issue)?.name ?? outside.issue}”`);
  const binding = mandate.kind === 'explore' ? terms.find((term) => term.release === 'convey') : undefined;
  return binding === undefined
    ? yes
    : refuse('notReleasable', `the issue “${issueWithKey(file, binding.issue)?.name ?? binding.issue}”`);
}

/** Whether a delegate may accept: any mandate but one to explore. */
export function mayAccept(actor: Actor): Allowed {
  if (actor.role.kind !== 'delegate') return refuse('notYourRole', 'answer for a side');
  return actor.role.mandate.kind === 'explore' ? refuse('beyondMandate', 'accepting, with a mandate to explore') : yes;
}

/** Whether proposals can be made now: a round is open, or the case has none. */
export function roundIsOpen(file: CaseFile): Allowed {
  if (entriesOf(file, 'round').length === 0) return yes;
  const rounds = currentOf(file, 'round');
  return rounds.some((round) => round.fact.state === 'open')
    ? yes
    : refuse('roundClosed', rounds.at(-1)?.fact.name ?? 'none');
}

/** The author of an actor's entries: the side it speaks for. Observers speak for their institution, readers for themselves. */
export function authorOf(actor: Actor): Author {
  const { person, name, role, seats } = actor;
  switch (role.kind) {
    case 'delegate':
      return { person, name, as: partySeat(role.party) };
    case 'mediator':
      return { person, name, as: seats.includes('mediation') ? 'mediation' : mediatorSeat(role.institution) };
    case 'reader':
      return { person, name, as: personSeat(person) };
  }
}
