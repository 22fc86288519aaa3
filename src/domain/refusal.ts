import type { Draft, Entry } from './entry.ts';

/** Why an act was refused. Each reason has one sentence in `refusalInWords`. */
export type Reason =
  | 'unknown'
  | 'notYourRole'
  | 'beyondMandate'
  | 'roundClosed'
  | 'held'
  | 'notAttributable'
  | 'nothingChosen'
  | 'expired'
  | 'withdrawn'
  | 'superseded'
  | 'invalid'
  | 'notReleasable'
  | 'participantMustKnow'
  | 'ownRoomOnly'
  | 'toItself'
  | 'changedValue'
  | 'stale'
  | 'alreadySent'
  | 'duplicate';

/** A refusal is a value: the reason, what it is about in the reader's words, the field if there is one, and what has changed if that is why. */
export interface Refusal {
  readonly refused: Reason;
  readonly about: string;
  readonly field?: string;
  readonly changes?: readonly Entry[];
}

/** What an act decides: the entries to append, or a refusal. */
export type Decision = { readonly drafts: readonly Draft[] } | Refusal;

export const refuse = (refused: Reason, about: string, field?: string): Refusal =>
  field === undefined ? { refused, about } : { refused, about, field };

export const isRefusal = (value: object): value is Refusal => 'refused' in value;

/** The refusal as one sentence with what to do about it. */
export function refusalInWords({ refused, about }: Refusal): string {
  switch (refused) {
    case 'unknown':
      return `There is no ${about} here.`;
    case 'notYourRole':
      return `Your role in this case does not allow you to ${about}.`;
    case 'beyondMandate':
      return `Your mandate does not cover this: ${about}.`;
    case 'roundClosed':
      return `No round is open (${about}). Write in your room, or wait until the mediation opens the next round.`;
    case 'held':
      return `${about} is held: the side asked the mediation to keep it. Nothing was carried.`;
    case 'notAttributable':
      return `${about} may be floated as the mediation's own idea, and not in the side's name. Nothing was carried.`;
    case 'nothingChosen':
      return `Choose at least one ${about}.`;
    case 'expired':
      return `${about} has expired.`;
    case 'withdrawn':
      return `${about} has been withdrawn.`;
    case 'superseded':
      return `${about} has been replaced by a newer one.`;
    case 'invalid':
      return about;
    case 'notReleasable':
      return `With a mandate to explore, a term may be held or floated, and not conveyed as your side's: ${about}.`;
    case 'participantMustKnow':
      return `Whoever takes part must be among those who know of it: ${about}.`;
    case 'ownRoomOnly':
      return `You can write only in a room that you are in: ${about}.`;
    case 'toItself':
      return `${about} cannot be carried to the side that it comes from.`;
    case 'changedValue':
      return `${about} differs from what the side said. A changed value is the mediation's own proposal: make it a bridging proposal.`;
    case 'stale':
      return `Something has changed since you opened this page: ${about}. Nothing was sent; your words are kept below.`;
    case 'alreadySent':
      return `This form was sent before with other words, which were recorded: ${about}. Your new words are kept below; send them again to record them too.`;
    case 'duplicate':
      return `${about} already exists.`;
  }
}
