import type { Seat } from '../../src/domain/index.ts';
import fc from 'fast-check';
import { institutionOf, knows, sideOf, type Cast, type CastRoom, type Who } from './cast.ts';

/** A case as somebody sees it: what happens there is open or confided according to what this person may know. */
export interface Perspective {
  readonly name: string;
  readonly cast: Cast;
  readonly observer: Who;
}

/** The rooms that the observer may hear, or those that it may not. */
export const roomsOf = ({ cast, observer }: Perspective, heard: boolean): readonly CastRoom[] =>
  cast.rooms.filter(({ audience }) => knows(cast, observer, audience) === heard);

/** Everybody but the observer. */
export const others = ({ cast, observer }: Perspective): readonly Who[] =>
  cast.people.filter((who) => who !== observer);

/** Those who run the case, but for the observer. */
export const mediating = (perspective: Perspective): readonly Who[] =>
  others(perspective).filter((who) => who !== 'otto' && institutionOf(perspective.cast, who) !== null);

/** Whether the observer hears a room, by its key. */
export const hears = (perspective: Perspective, room: string): boolean =>
  roomsOf(perspective, true).some(({ key }) => key === room);

/** Who of those who run the case can tell what to which room that the observer hears, or does not. */
export const settingsKnown = (
  perspective: Perspective,
  heard: boolean,
): readonly { readonly who: Who; readonly knownTo: string }[] =>
  roomsOf(perspective, heard).flatMap(({ key, speakers }) =>
    mediating(perspective)
      .filter((who) => speakers.includes(who))
      .map((who) => ({ who, knownTo: key })),
  );

/** Sides to put something to, such that the observer sees it. */
export function recipients({ cast, observer }: Perspective): fc.Arbitrary<readonly string[]> {
  const side = sideOf(cast, observer);
  const rest = cast.parties.filter((party) => party !== side);
  return side === null
    ? fc.subarray([...cast.parties], { minLength: 1 })
    : fc.subarray(rest).map((more) => [side, ...more]);
}

/** A perspective, or that of one person alone. */
export type Whose = Perspective & { readonly only?: Who };

/** Who can speak in which of these rooms: everybody but the observer, or the one person. */
export const placesIn = (
  { observer, only, cast }: Whose,
  rooms: readonly CastRoom[],
): readonly (readonly [Who, string])[] =>
  cast.people
    .filter((who) => (only === undefined ? who !== observer : who === only))
    .flatMap((who) =>
      rooms
        .filter(({ key, speakers }) => key !== 'public' && speakers.includes(who))
        .map(({ key }) => [who, key] as const),
    );

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
    const recipients = [
      ...cast.parties.filter((party) => party !== side).map((party): Seat => `party:${party}`),
      ...(mediating.includes('mediation') ? [] : (['mediation'] as const)),
    ];
    return speakers
      .filter((who) => sideOf(cast, who) === side)
      .flatMap((who) =>
        speakers
          .filter((mediator) => institutionOf(cast, mediator) !== null)
          .flatMap((mediator) =>
            recipients.map((to): Way => ({
              who,
              room,
              mediator,
              to,
              said: audience,
              widest: to === 'mediation' ? [...audience, to] : [...audience, to],
            })),
          ),
      );
  });
}
