/** A side of the case for the purposes of knowing. Keys are the case's own: `party:upstream`, `mediator:envoy`, `person:<uuid>`. */
export type Seat = 'mediation' | 'public' | 'clerk' | `party:${string}` | `mediator:${string}` | `person:${string}`;

/** The seat of a party's delegation. */
export const partySeat = (party: string): Extract<Seat, `party:${string}`> => `party:${party}`;

/** The seat of one mediating institution, apart from the others. */
export const mediatorSeat = (institution: string): Seat => `mediator:${institution}`;

/** The seat that no person holds: it opens sealed answers when the last of them is in. */
export const clerkSeat: Seat = 'clerk';

/** The seat that one person holds alone. */
export const personSeat = (person: string): Seat => `person:${person}`;

/** The seat written as text, or null when the text names none. */
export function parseSeat(text: string): Seat | null {
  return /^(mediation|public|clerk|(party|mediator):[a-z0-9-]{1,60}|person:[0-9a-f-]{36})$/.test(text)
    ? (text as Seat)
    : null;
}

/** The party that a seat belongs to, or null. */
export const partyOf = (seat: Seat): string | null => (seat.startsWith('party:') ? seat.slice(6) : null);

/** The mediating institution that a seat belongs to, or null. */
export const institutionOf = (seat: Seat): string | null => (seat.startsWith('mediator:') ? seat.slice(9) : null);
