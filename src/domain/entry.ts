import type { Audience } from './confidentiality.ts';
import type { Opening, Institution, Rules } from './parties.ts';
import type { Appointment, Dismissal, DelegationNote } from './delegations.ts';
import type { Issue } from './issues.ts';
import type { Position } from './positions.ts';
import type { Track, Venue, Round } from './rounds.ts';
import type { Meeting } from './meetings.ts';
import type { Deadline } from './deadlines.ts';
import type { Message } from './rooms.ts';
import type { Proposal, Withdrawal } from './proposals.ts';
import type { Response } from './responses.ts';
import type { Carried, Disclosure, Receipt } from './carrying.ts';
import type { Bridging } from './bridging.ts';
import type { Report } from './reports.ts';
import type { Looked } from './looking.ts';
import type { Preferences } from './preferences.ts';
import type { Obstacle, ObstacleAccount } from './obstacles.ts';
import type { SealedAnswer, SealedOutcome, SealedQuestion } from './sealed.ts';
import type { Division, ModelledConflict } from './workings.ts';
import type { Seat } from './seat.ts';

export type EntryId = string & { readonly entry: unique symbol };
export type CaseId = string & { readonly case: unique symbol };
export type PersonId = string & { readonly person: unique symbol };

/** A moment, as ISO 8601 in UTC with milliseconds; the text sorts as the time does. */
export type Instant = string & { readonly instant: unique symbol };

/** Every kind of thing that can be said, offered, carried or decided in a case. A new kind is one file and one line here. */
export type Fact =
  | Opening
  | Institution
  | Rules
  | Appointment
  | Dismissal
  | DelegationNote
  | Issue
  | Position
  | Track
  | Venue
  | Round
  | Meeting
  | Deadline
  | Message
  | Proposal
  | Withdrawal
  | Response
  | Carried
  | Disclosure
  | Receipt
  | Bridging
  | Report
  | Looked
  | Preferences
  | Obstacle
  | ObstacleAccount
  | SealedQuestion
  | SealedAnswer
  | SealedOutcome
  | ModelledConflict
  | Division;

export type Kind = Fact['kind'];
export type FactOf<K extends Kind> = Extract<Fact, { readonly kind: K }>;

/** Who made an entry, and for which side: `as` is the seat spoken from. */
export interface Author {
  readonly person: PersonId;
  readonly name: string;
  readonly as: Seat;
}

/** One fact in a case, with its audience. Appended, never edited; a revision names what it supersedes. */
export interface Entry<F extends Fact = Fact> {
  readonly id: EntryId;
  readonly case: CaseId;
  readonly at: Instant;
  readonly by: Author;
  readonly audience: Audience;
  readonly supersedes: EntryId | null;
  readonly fact: F;
}

/** An entry that has been decided and not yet appended. */
export interface Draft<F extends Fact = Fact> {
  readonly id: EntryId;
  readonly audience: Audience;
  readonly supersedes: EntryId | null;
  readonly fact: F;
}

/** What an act has at hand besides the case file: the time, and fresh ids. Both are arguments, so that tests can fix them. */
export interface Making {
  readonly at: Instant;
  readonly id: () => EntryId;
}

/** The instant of a date. */
export const instant = (date: Date): Instant => date.toISOString() as Instant;
