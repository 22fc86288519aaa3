import { mayWrite, type Actor } from './authority.ts';
import { once, type CaseFile } from './case-file.ts';
import { audienceIn, settingOf, type Audience, type Setting } from './confidentiality.ts';
import type { Entry, Kind, Making } from './entry.ts';
import { institutionName, institutions, parties, partyName, rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision } from './refusal.ts';
import { mediatorSeat, partySeat } from './seat.ts';

/** Something said in a room. */
export interface Message {
  readonly kind: 'message';
  readonly words: string;
}

/** A place to speak: its setting, its audience, a key for addresses, and its name. */
export interface Room {
  readonly key: string;
  readonly name: string;
  readonly setting: Setting;
  readonly audience: Audience;
}

/** The kinds of entry that are a room's conversation. */
const spoken: readonly Kind[] = [
  'message',
  'position',
  'proposal',
  'withdrawal',
  'response',
  'carried',
  'receipt',
  'bridging',
];

/** Says something in a room. Refuses readers and observers, and a room that the actor does not sit in. */
export function say(file: CaseFile, actor: Actor, setting: Setting, words: string, make: Making): Decision {
  const room = roomIn(file, setting);
  const allowed = mayWrite(file, actor, setting);
  if (isRefusal(allowed)) return allowed;
  if (!room.audience.some((seat) => actor.seats.includes(seat))) return refuse('ownRoomOnly', room.name);
  if (words.trim() === '') return refuse('invalid', 'Write something first.', 'words');
  return { drafts: [{ id: make.id(), audience: room.audience, supersedes: null, fact: { kind: 'message', words } }] };
}

/** The room of a setting, as the viewer of this file knows it. */
export function roomIn(file: CaseFile, setting: Setting): Room {
  return {
    key: roomKey(setting),
    name: roomName(file, setting),
    setting,
    audience: audienceIn(setting, rosterOf(file)),
  };
}

/**
 * The rooms that a viewer sits in: the standing ones of its seats, then any other audience in which something was said.
 * A consultation with one institution appears for its own mediators and, for a side, once it has been used.
 */
export const roomsOf = once((file): readonly Room[] => {
  const sits = (seat: string) => file.seats.some((held) => held === seat);
  const standing: Setting[] = [];
  for (const { key } of parties(file))
    if (sits(partySeat(key)) || sits('mediation')) standing.push({ kind: 'caucus', parties: [key] });
  for (const { key } of parties(file)) if (sits(partySeat(key))) standing.push({ kind: 'delegation', party: key });
  if (sits('mediation')) standing.push({ kind: 'mediation' });
  for (const { key } of institutions(file))
    if (sits(mediatorSeat(key)) && institutions(file).length > 1) {
      for (const party of parties(file))
        standing.push({ kind: 'consultation', institution: key, parties: [party.key] });
      standing.push({ kind: 'consultation', institution: key, parties: [] });
    }
  if (parties(file).length > 0) standing.push({ kind: 'joint' });
  const rooms = standing.map((setting) => roomIn(file, setting)).filter((room) => room.audience.some(sits));
  const known = new Set(rooms.map((room) => room.audience.join()));
  for (const [audience, [first]] of spokenByAudience(file))
    if (first !== undefined && !known.has(audience))
      rooms.push(roomIn(file, settingOf(first.audience, rosterOf(file))));
  return rooms;
});

/** The viewer's room with this key, or null. */
export const roomWithKey = (file: CaseFile, key: string): Room | null =>
  roomsOf(file).find((room) => room.key === key) ?? null;

/** What was said in a room, oldest first. */
export const conversation = (file: CaseFile, room: Room): readonly Entry[] =>
  spokenByAudience(file).get(room.audience.join()) ?? [];

const spokenByAudience = once((file) =>
  Map.groupBy(
    file.entries.filter((entry) => spoken.includes(entry.fact.kind)),
    (entry) => entry.audience.join(),
  ),
);

/** Who reads what is said to an audience, in words: “the mediation and the Upstream delegation”. */
export function audienceInWords(file: CaseFile, audience: Audience): string {
  const setting = settingOf(audience, rosterOf(file));
  const delegations = (keys: readonly string[]) => keys.map((key) => `the ${partyName(file, key)} delegation`);
  switch (setting.kind) {
    case 'joint':
      return listed([
        'the mediation',
        'all delegations',
        ...rosterOf(file).observers.map((key) => `${institutionName(file, key)} (observer)`),
      ]);
    case 'public':
      return 'everybody in the case, readers included';
    case 'mediation':
      return 'the mediation alone';
    case 'caucus':
      return listed(['the mediation', ...delegations(setting.parties)]);
    case 'consultation':
      return setting.parties.length === 0
        ? `${institutionName(file, setting.institution)} alone`
        : listed([
            `${institutionName(file, setting.institution)} (not the other mediators)`,
            ...delegations(setting.parties),
          ]);
    case 'delegation':
      return `the ${partyName(file, setting.party)} delegation alone; the mediation does not hear this`;
    case 'persons':
      return setting.persons.length === 1 ? 'you alone' : 'the persons named';
  }
}

function roomKey(setting: Setting): string {
  switch (setting.kind) {
    case 'joint':
    case 'public':
    case 'mediation':
    case 'persons':
      return setting.kind;
    case 'caucus':
      return `caucus.${setting.parties.join('.')}`;
    case 'consultation':
      return ['consultation', setting.institution, ...setting.parties].join('.');
    case 'delegation':
      return `delegation.${setting.party}`;
  }
}

function roomName(file: CaseFile, setting: Setting): string {
  switch (setting.kind) {
    case 'joint':
      return 'Joint room';
    case 'public':
      return 'Public';
    case 'mediation':
      return 'Mediation';
    case 'persons':
      return 'Private';
    case 'caucus':
      return `Caucus with ${listed(setting.parties.map((key) => partyName(file, key)))}`;
    case 'consultation':
      return setting.parties.length === 0
        ? `${institutionName(file, setting.institution)} alone`
        : `${institutionName(file, setting.institution)} with ${listed(setting.parties.map((key) => partyName(file, key)))}`;
    case 'delegation':
      return `${partyName(file, setting.party)} delegation`;
  }
}

/** Names joined as a sentence joins them. */
export const listed = (names: readonly string[]): string => conjunction.format(names);

const conjunction = new Intl.ListFormat('en', { type: 'conjunction' });
