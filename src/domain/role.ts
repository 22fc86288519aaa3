import type { PersonId } from './entry.ts';
import { mediatorSeat, partySeat, personSeat, type Seat } from './seat.ts';

export const ranks = ['principal', 'ministerial', 'senior', 'midLevel', 'technical'] as const;
/** How senior a delegation or a delegate is. */
export type Rank = (typeof ranks)[number];

export const mandateKinds = ['explore', 'negotiate', 'adReferendum', 'conclude'] as const;
/**
 * What a delegate may concede. *Explore*: hear and float. *Negotiate*: propose and answer, on the listed issues or, where none is
 * listed, on all. *Ad referendum*: also accept, subject to approval at home. *Conclude*: also accept finally.
 */
export interface Mandate {
  readonly kind: (typeof mandateKinds)[number];
  readonly issues: readonly string[];
}

/** What a person is in a case. */
export type Role =
  | { readonly kind: 'mediator'; readonly institution: string }
  | { readonly kind: 'delegate'; readonly party: string; readonly rank: Rank; readonly mandate: Mandate }
  | { readonly kind: 'reader' };

/** The seats that a role gives to a person: observers sit with their own institution and hear what is joint, not what the mediation hears. */
export function seatsOf(person: PersonId, role: Role, observers: readonly string[]): readonly Seat[] {
  const own = personSeat(person);
  switch (role.kind) {
    case 'mediator':
      return observers.includes(role.institution)
        ? [own, mediatorSeat(role.institution)]
        : [own, 'mediation', mediatorSeat(role.institution)];
    case 'delegate':
      return [own, partySeat(role.party)];
    case 'reader':
      return [own, 'public'];
  }
}

/** Whether a mandate covers an issue. */
export const mandateCovers = (mandate: Mandate, issue: string): boolean =>
  mandate.issues.length === 0 || mandate.issues.includes(issue);
