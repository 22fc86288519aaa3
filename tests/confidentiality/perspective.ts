import type { Seat } from '../../src/domain/index.ts';
import { institutionOf, knows, sideOf, type Cast, type CastRoom, type Who } from './cast.ts';

/** A case as somebody sees it: what happens there is open or confided according to what this person may know. */
export interface Perspective {
  readonly name: string;
  readonly cast: Cast;
  readonly observer: Who;
}

/** The rooms that the observer may hear, or those that it may not. */
export const roomsOf = ({ cast, observer }: Perspective, heard: boolean): readonly CastRoom[] => cast.rooms.filter(({ audience }) => knows(cast, observer, audience) === heard);

/** Everybody but the observer. */
export const others = ({ cast, observer }: Perspective): readonly Who[] => cast.people.filter((who) => who !== observer);

/** A way from a side's room to a recipient: who proposes there, who carries from there, and everybody who would know of the carrying. */
export interface Way {
  readonly who: Who;
  readonly room: string;
  readonly mediator: Who;
  readonly to: string;
  readonly widest: readonly Seat[];
  readonly said: readonly Seat[];
}

/** Every way that something can be carried in a cast. */
export function waysIn(cast: Cast): readonly Way[] {
  return cast.rooms.flatMap(({ key: room, audience, speakers }) => {
    const side = /^(?:caucus|consultation\.[^.]+)\.([^.]+)$/.exec(room)?.[1];
    if (side === undefined) return [];
    const mediating = audience.filter((seat) => !seat.startsWith('party:'));
    const recipients = [...cast.parties.filter((party) => party !== side).map((party): Seat => `party:${party}`), ...(mediating.includes('mediation') ? [] : (['mediation'] as const))];
    return speakers
      .filter((who) => sideOf(cast, who) === side)
      .flatMap((who) =>
        speakers
          .filter((mediator) => institutionOf(cast, mediator) !== null)
          .flatMap((mediator) => recipients.map((to): Way => ({ who, room, mediator, to, said: audience, widest: to === 'mediation' ? [...audience, to] : [...audience, to] }))),
      );
  });
}
