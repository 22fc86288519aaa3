import type { Seat, Setting } from '../../src/domain/index.ts';
import { audienceIn, mayKnow, seatsOf, type PersonId, type Replayed } from '../../src/domain/index.ts';
import { sixPeople, talks, uuidOf } from '../support/talks.ts';

/** The people of the histories; sixPeople (../support/talks.ts) says who they are. Otto watches for the league, an institution that only observes. */
export type Who = 'xenia' | 'yusuf' | 'otto' | 'ana' | 'ada' | 'ben' | 'bea' | 'cleo' | 'ria';

/** A case in which histories happen: the parties, and everything that everybody knows of it when it begins. */
export interface Cast {
  readonly name: string;
  readonly parties: readonly string[];
  readonly played: Replayed;
  /** Another case with the same mediators and the same upstream side, of which nobody else has heard. */
  readonly elsewhere: Replayed;
  readonly people: readonly Who[];
  readonly rooms: readonly CastRoom[];
}

/** A room with the key of its address, and who can speak there. */
export interface CastRoom {
  readonly key: string;
  readonly setting: Setting;
  readonly audience: readonly Seat[];
  readonly speakers: readonly Who[];
}

/** Two sides and two mediating institutions. */
export const twoParties = castOf('two parties', ['upstream', 'downstream'], { envoy: 'lead', ministry: 'supporting' });
/** Three sides, and a third institution that observes. */
export const threeParties = castOf('three parties', ['upstream', 'downstream', 'coast'], {
  envoy: 'lead',
  ministry: 'supporting',
  league: 'observer',
});

/** The seats of a person of a cast. */
export function seatsIn({ played }: Cast, who: Who): readonly Seat[] {
  const person = played.people.find(({ key }) => key === who);
  if (person === undefined) throw new Error(`${who} does not take part`);
  return person.seats;
}

/** Whether somebody may know what is said to an audience. */
export const knows = (cast: Cast, who: Who, audience: readonly Seat[]): boolean =>
  mayKnow(seatsIn(cast, who), audience);

/** The side that somebody speaks for, or null for a mediator or a reader. */
export function sideOf({ played }: Cast, who: Who): string | null {
  const role = played.people.find(({ key }) => key === who)?.role;
  return role?.kind === 'delegate' ? role.party : null;
}

/** The institution that somebody mediates for, or null. */
export function institutionOf({ played }: Cast, who: Who): string | null {
  const role = played.people.find(({ key }) => key === who)?.role;
  return role?.kind === 'mediator' ? role.institution : null;
}

/** The id of a person of a cast. */
export const personOf = ({ played }: Cast, who: Who): PersonId =>
  (played.people.find(({ key }) => key === who)?.person ?? '') as PersonId;

function castOf(
  name: string,
  parties: readonly string[],
  institutions: NonNullable<Parameters<typeof talks>[0]>['institutions'] & object,
): Cast {
  const people = [
    ...sixPeople,
    { key: 'otto', name: 'Otto', role: { kind: 'mediator', institution: 'league' } } as const,
  ].filter(({ role }) => role.kind !== 'mediator' || role.institution in institutions);
  const played = talks({ salt: name, parties, institutions, people });
  const elsewhere = talks({
    salt: `${name}, elsewhere`,
    parties,
    institutions,
    people: people.filter(({ key }) => !['ben', 'bea', 'ria', 'otto'].includes(key)),
  });
  const mediating = Object.keys(institutions).filter((key) => institutions[key] !== 'observer');
  const settings: readonly (readonly [string, Setting])[] = [
    ['joint', { kind: 'joint' }],
    ['public', { kind: 'public' }],
    ['mediation', { kind: 'mediation' }],
    ...parties.flatMap((party): (readonly [string, Setting])[] => [
      [`caucus.${party}`, { kind: 'caucus', parties: [party] }],
      [`delegation.${party}`, { kind: 'delegation', party }],
      ...mediating.map((institution): readonly [string, Setting] => [
        `consultation.${institution}.${party}`,
        { kind: 'consultation', institution, parties: [party] },
      ]),
    ]),
    ...mediating.map((institution): readonly [string, Setting] => [
      `consultation.${institution}`,
      { kind: 'consultation', institution, parties: [] },
    ]),
  ];
  const observers = Object.keys(institutions).filter((key) => institutions[key] === 'observer');
  const rooms = settings.map(([key, setting]): CastRoom => {
    const audience = audienceIn(setting, { parties, observers });
    const speakers = people.filter(
      ({ key: who, role }) =>
        role.kind !== 'reader' &&
        who !== 'otto' &&
        mayKnow(seatsOf(uuidOf(who) as PersonId, role, observers), audience),
    );
    return { key, setting, audience, speakers: speakers.map(({ key: who }) => who as Who) };
  });
  return { name, parties, played, elsewhere, people: played.people.map(({ key }) => key as Who), rooms };
}
