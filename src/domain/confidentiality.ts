import type { Role } from './role.ts';
import { clerkSeat, institutionOf, mediatorSeat, partyOf, partySeat, personSeat, type Seat } from './seat.ts';

/**
 * The seats that may know an entry: sorted, without repeats, never empty, fixed when the entry is made.
 * Nothing outside this file makes one.
 */
export type Audience = readonly Seat[] & { readonly audience: unique symbol };

/** Where something is said, which settles who may know it. */
export type Setting =
  | { readonly kind: 'joint' }
  | { readonly kind: 'public' }
  | { readonly kind: 'mediation' }
  | { readonly kind: 'caucus'; readonly parties: readonly string[] }
  | { readonly kind: 'consultation'; readonly institution: string; readonly parties: readonly string[] }
  | { readonly kind: 'delegation'; readonly party: string }
  | { readonly kind: 'persons'; readonly persons: readonly string[] };

/** Who takes part in the case, as far as an audience depends on it. */
export interface Roster {
  readonly parties: readonly string[];
  readonly observers: readonly string[];
}

/**
 * The audience of what is said in a setting. *Joint* is the mediation, every party and the observing institutions; *public* adds the
 * readers; a *caucus* is the mediation with the parties named; a *consultation* is one institution, apart from the rest of the
 * mediation, with the parties named; a *delegation* is a side alone; *persons* are those alone.
 */
export function audienceIn(setting: Setting, roster: Roster): Audience {
  switch (setting.kind) {
    case 'joint':
      return audienceOf(['mediation', ...roster.parties.map(partySeat), ...roster.observers.map(mediatorSeat)]);
    case 'public':
      return audienceOf(['public', ...audienceIn({ kind: 'joint' }, roster)]);
    case 'mediation':
      return audienceOf(['mediation']);
    case 'caucus':
      return audienceOf(['mediation', ...setting.parties.map(partySeat)]);
    case 'consultation':
      return audienceOf([mediatorSeat(setting.institution), ...setting.parties.map(partySeat)]);
    case 'delegation':
      return audienceOf([partySeat(setting.party)]);
    case 'persons':
      return audienceOf(setting.persons.map(personSeat));
  }
}

/** The setting that an audience belongs to: the inverse of `audienceIn`. Any other set of seats reads as a caucus of its parties. */
export function settingOf(audience: Audience, roster: Roster): Setting {
  const institutions = audience.map(institutionOf).filter((key) => key !== null);
  const persons = audience.filter((seat) => seat.startsWith('person:')).map((seat) => seat.slice(7));
  const parties = partiesIn(audience);
  if (audience.includes('public')) return { kind: 'public' };
  if (audience.join() === audienceIn({ kind: 'joint' }, roster).join()) return { kind: 'joint' };
  if (persons.length === audience.length) return { kind: 'persons', persons };
  if (audience.includes('mediation')) return parties.length === 0 ? { kind: 'mediation' } : { kind: 'caucus', parties };
  const [institution] = institutions;
  if (institution !== undefined) return { kind: 'consultation', institution, parties };
  return { kind: 'delegation', party: parties[0] ?? '' };
}

/** The audience of anything stored that is derived from several entries: those who may know all of them; null when nobody may. */
export function meet(audiences: readonly Audience[]): Audience | null {
  const [first, ...rest] = audiences;
  if (first === undefined) return null;
  const common = first.filter((seat) => rest.every((audience) => audience.includes(seat)));
  return common.length === 0 ? null : audienceOf(common);
}

/** What a side lets the mediation do with a term: keep it, put it forward as the mediation's own idea, or convey it as the side's. */
export type Release = 'hold' | 'float' | 'convey';

/** Whether what is carried names the side it comes from. */
export type Attribution = 'attributed' | 'unattributed';

/** The only widening there is. A term that may be conveyed may also be floated, since that tells less; a held term goes nowhere. */
export function mayCarry(release: Release, attribution: Attribution): 'yes' | 'held' | 'notAttributable' {
  if (release === 'hold') return 'held';
  return release === 'float' && attribution === 'attributed' ? 'notAttributable' : 'yes';
}

/** Who receives what is carried: a party, or the mediation as a whole when one institution shares what it heard apart. */
export type Recipient = Extract<Seat, `party:${string}`> | 'mediation';

/**
 * The three audiences of one carry, from the audience of its source: the *carried* copy (those who mediate there, and the recipient),
 * the *disclosure* (those who mediate there) and the *receipt* (those who mediate there, and the source side).
 * When one institution shares with the whole mediation, the copy is the mediation's and the disclosure stays with the institution.
 */
export function audiencesOfCarry(
  source: Audience,
  from: string,
  to: Recipient,
): Readonly<Record<'carried' | 'disclosure' | 'receipt', Audience>> {
  const mediating = source.filter((seat) => seat === 'mediation' || institutionOf(seat) !== null);
  return {
    carried: to === 'mediation' ? audienceOf(['mediation']) : audienceOf([...mediating, to]),
    disclosure: audienceOf(mediating),
    receipt: audienceOf([...mediating, partySeat(from)]),
  };
}

/** The audience of an answer to what was put with this audience: those who mediate there and the side that answers, and no other side to which it was put. */
export function audienceOfAnswer(put: Audience, party: string): Audience {
  return audienceOf([...put.filter((seat) => partyOf(seat) === null), partySeat(party)]);
}

/** Who may know what is put to several sides for sealed answers: the mediation and those sides, and the clerk who will open the answers. */
export function audienceOfSealedQuestion(parties: readonly string[], roster: Roster): Audience {
  return audienceOf([...audienceIn({ kind: 'caucus', parties }, roster), clerkSeat]);
}

/** Who may know a sealed answer: the side that gave it, and the clerk; not the mediation. */
export const audienceOfSealedAnswer = (party: string): Audience => audienceOf([partySeat(party), clerkSeat]);

/**
 * Who may know that a person was appointed: the person and, of a mediator, everybody in the case; of a delegate, the mediation and the
 * side that the person joins; of a reader, the mediation.
 */
export function audienceOfAppointment(
  person: string,
  role: { readonly kind: 'mediator' | 'delegate' | 'reader'; readonly party?: string },
  roster: Roster,
): Audience {
  const known: Setting =
    role.kind === 'mediator'
      ? { kind: 'joint' }
      : { kind: 'caucus', parties: role.party === undefined ? [] : [role.party] };
  return audienceOf([...audienceIn(known, roster), personSeat(person)]);
}

/** Whether every one of `seats` is held within the audience, so that someone who takes part in a meeting also knows of it. */
export const includesAll = (audience: Audience, seats: readonly Seat[]): boolean =>
  seats.every((seat) => audience.includes(seat));

/** Whether somebody who takes part with this seat is within the audience: an institution that does more than observe hears what the mediation hears. */
export function isAware(audience: Audience, seat: Seat, { observers }: Roster): boolean {
  const institution = institutionOf(seat);
  const mediates = institution !== null && !observers.includes(institution);
  return audience.includes(seat) || (mediates && audience.includes('mediation'));
}

/** Whether all who take part with these seats are within the audience, so that what they read may name what has it. */
export const areAware = (audience: Audience, seats: readonly Seat[], roster: Roster): boolean =>
  seats.every((seat) => isAware(audience, seat, roster));

/** Whether a viewer with these seats may know what has this audience. The store asks the database; this is its law, for tests and for authority. */
export const mayKnow = (seats: readonly Seat[], audience: readonly Seat[]): boolean =>
  audience.some((seat) => seats.includes(seat));

/** The parties among an audience, in its order. */
export const partiesIn = (audience: Audience): readonly string[] =>
  audience.map(partyOf).filter((party) => party !== null);

/** Whether what the sides value, and what follows from it, is shown in a role: to all who take part, and not to readers, who only follow. */
export const seesWorkings = (role: Role): boolean => role.kind !== 'reader';

/** An audience as it was stored; only for reading entries back. */
export const storedAudience = (seats: readonly Seat[]): Audience => audienceOf(seats);

function audienceOf(seats: readonly Seat[]): Audience {
  if (seats.length === 0) throw new Error('an audience needs at least one seat');
  return [...new Set(seats)].sort() as readonly Seat[] as Audience;
}
