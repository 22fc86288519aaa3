import type { Act, Instant, Setting, Worth } from '../../domain/index.ts';
import { answerActIn, carryActIn, proposalActIn, putForwardActIn } from './offers.ts';
import type { Checks } from './checks.ts';
import { issueIn, rankIn, roleIn, seatsIn, settingIn, type SettingDocument } from './names.ts';
import type { ActDocument, ActWord } from './steps.ts';
import type { Path } from '../yaml/places.ts';

/** What an act is read with: where it stands, in which step, when, and by whom. */
export interface ActPlace {
  readonly path: Path;
  readonly index: number;
  readonly at: Instant;
  readonly by: string;
  readonly checks: Checks;
}

type Reader<W extends ActWord> = (written: ActDocument<W>, place: ActPlace) => Act;

/** How each act is read, by its word. */
const readers: { readonly [W in ActWord]: Reader<W> } = {
  'add-track': ({ key, name, ...rest }, place) => ({ kind: 'track', key, name, knownTo: knownTo(rest, place) }),
  'add-venue': ({ key, name, place: where, ...rest }, place) => ({
    kind: 'venue',
    key,
    name,
    place: where,
    knownTo: knownTo(rest, place),
  }),
  'add-issue': (issue, place) => ({ ...issueIn(issue, place.path, place.checks), knownTo: knownTo(issue, place) }),
  'set-deadline': ({ name, falls, consequence, ...rest }, place) => ({
    kind: 'deadline',
    name,
    falls: place.checks.instant(falls, [...place.path, 'falls'], 'end'),
    consequence: consequence.trim(),
    knownTo: knownTo(rest, place),
  }),
  'note-delegation': ({ party, name, rank, mandate, members = [], ...rest }, place) => ({
    kind: 'delegation',
    party: place.checks.named('party', party, [...place.path, 'party']),
    name,
    rank: rankIn(rank),
    mandate: mandate.trim(),
    members: members.map((member) => ({ name: member.name, title: member.title ?? '', rank: rankIn(member.rank) })),
    knownTo: knownTo(rest, place),
  }),
  report: ({ what, on, words, attribution, source, ...rest }, place) => ({
    kind: 'report',
    what,
    on: on === undefined ? place.at : place.checks.instant(on, [...place.path, 'on']),
    words: words.trim(),
    attribution: attribution.trim(),
    source: source.trim(),
    knownTo: knownTo(rest, place),
  }),
  'open-round': ({ name, track, venue, ...rest }, place) => ({
    kind: 'openRound',
    name,
    ...whereabouts(track, venue, place),
    knownTo: knownTo(rest, place),
  }),
  'close-round': (round, { path, index, checks }) => ({
    kind: 'closeRound',
    round: checks.named('label', round, path, index),
  }),
  'call-meeting': ({ name, format, starts, with: participants, track, venue, round, agenda, ...rest }, place) => ({
    kind: 'callMeeting',
    name,
    format,
    starts: place.checks.instant(starts, [...place.path, 'starts']),
    participants: seatsIn(participants, [...place.path, 'with'], place.checks),
    ...whereabouts(track, venue, place),
    round: round === undefined ? null : place.checks.named('round', round, [...place.path, 'round']),
    agenda: (agenda ?? '').trim(),
    knownTo: knownTo(rest, place),
  }),
  'revise-meeting': ({ meeting, state, starts, venue, agenda }, { path, index, checks }) => ({
    kind: 'reviseMeeting',
    meeting: checks.named('label', meeting, [...path, 'meeting'], index),
    change: {
      ...(state === undefined ? {} : { state: state === 'called-off' ? 'calledOff' : state }),
      ...(starts === undefined ? {} : { starts: checks.instant(starts, [...path, 'starts']) }),
      ...(venue === undefined ? {} : { venue: checks.named('venue', venue, [...path, 'venue']) }),
      ...(agenda === undefined ? {} : { agenda: agenda.trim() }),
    },
  }),
  say: ({ in: room, words }, { path, checks }) => ({
    kind: 'say',
    room: settingIn(room, [...path, 'in'], checks),
    words: words.trim(),
  }),
  'take-position': ({ on, party, stance, answer, words, in: room }, place) => ({
    kind: 'takePosition',
    party: partyIn(party, place),
    issue: place.checks.named('issue', on, [...place.path, 'on']),
    stance: stance === 'red-line' ? 'redLine' : stance,
    answer: answer ?? null,
    words: (words ?? '').trim(),
    room: roomIn(room, place),
  }),
  propose: (written, place) => proposalActIn(written, roomIn(written.in, place), place),
  withdraw: ({ proposal, reason }, { path, index, checks }) => ({
    kind: 'withdrawProposal',
    proposal: checks.named('label', proposal, [...path, 'proposal'], index),
    reason: (reason ?? '').trim(),
  }),
  carry: carryActIn,
  answer: answerActIn,
  'put-forward': putForwardActIn,
  'withdraw-carried': ({ what, from, reason }, { path, index, checks }) => ({
    kind: 'withdrawCarried',
    what: checks.named('label', what, [...path, 'what'], index),
    from: from === undefined ? null : checks.named('party', from, [...path, 'from']),
    reason: (reason ?? '').trim(),
  }),
  'state-preferences': preferencesActIn,
  'enter-obstacle': ({ title, words, on, 'raised-by': raisedBy, remedy, state, ...rest }, place) => ({
    kind: 'enterObstacle',
    title,
    words: (words ?? '').trim(),
    issue: on === undefined ? null : place.checks.named('issue', on, [...place.path, 'on']),
    raisedBy: raisedBy === undefined ? null : place.checks.named('party', raisedBy, [...place.path, 'raised-by']),
    remedy: (remedy ?? '').trim(),
    state,
    knownTo: knownTo(rest, place),
  }),
  'revise-obstacle': ({ obstacle, words, remedy, state }, { path, index, checks }) => ({
    kind: 'reviseObstacle',
    obstacle: checks.named('label', obstacle, [...path, 'obstacle'], index),
    change: {
      ...(words === undefined ? {} : { words: words.trim() }),
      ...(remedy === undefined ? {} : { remedy: remedy.trim() }),
      ...(state === undefined ? {} : { state }),
    },
  }),
  'give-account': ({ obstacle, party, words, in: room }, place) => ({
    kind: 'giveAccount',
    obstacle: place.checks.named('label', obstacle, [...place.path, 'obstacle'], place.index),
    party: partyIn(party, place),
    words: words.trim(),
    room: roomIn(room, place),
  }),
  'change-rules': (rules) => ({
    kind: 'changeRules',
    defaultRelease: rules['default-release'],
    receipts: rules.receipts,
  }),
  appoint: ({ person, ...role }, { path, checks }) => ({
    kind: 'appoint',
    person: checks.named('person', person, [...path, 'person']),
    role: roleIn(role, path, checks),
  }),
  dismiss: (person, { path, checks }) => ({ kind: 'dismiss', person: checks.named('person', person, path) }),
  look: () => ({ kind: 'look' }),
};

/** The act that a step's word and what stands under it give. */
export const actIn = <W extends ActWord>(word: W, written: ActDocument<W>, place: ActPlace): Act =>
  readers[word](written, place);

const knownTo = (written: { readonly 'known-to'?: SettingDocument | undefined }, { path, checks }: ActPlace): Setting =>
  settingIn(written['known-to'] ?? 'joint', [...path, 'known-to'], checks);

/** The room that is meant: unless the step names one, a delegate's own with the mediation, and for anybody else the mediation's. */
function roomIn(written: SettingDocument | undefined, { path, by, checks }: ActPlace): Setting {
  if (written !== undefined) return settingIn(written, [...path, 'in'], checks);
  const party = checks.partyOf(by);
  return party === null ? { kind: 'mediation' } : { kind: 'caucus', parties: [party] };
}

/** The party that is meant: the one named, or a delegate's own. */
function partyIn(written: string | undefined, { path, by, checks }: ActPlace): string {
  if (written !== undefined) return checks.named('party', written, [...path, 'party']);
  const own = checks.partyOf(by);
  if (own === null) checks.find(path, 'Say whose position this is: party: KEY.', 'key');
  return own ?? '';
}

/** What a side values: numbers as keys are points on a range, anything else are options. */
function preferencesActIn(
  { party, weights, worth, reservation, basis, in: room }: ActDocument<'state-preferences'>,
  place: ActPlace,
): Act {
  const { checks, path } = place;
  return {
    kind: 'statePreferences',
    party: partyIn(party, place),
    issues: Object.entries(weights).map(([issue, weight]) => ({
      issue: checks.named('issue', issue, [...path, 'weights', issue]),
      weight,
      worth: worthIn(worth[issue] ?? {}),
    })),
    reservation: reservation ?? null,
    basis: (basis ?? '').trim(),
    room: roomIn(room, place),
  };
}

function worthIn(values: Readonly<Record<string, number>>): Worth {
  const keys = Object.keys(values);
  if (keys.length === 0 || keys.some((key) => !Number.isFinite(Number(key)))) return { kind: 'options', values };
  const points = keys.map((key) => ({ at: Number(key), value: values[key] ?? 0 }));
  return { kind: 'range', points: points.sort((a, b) => a.at - b.at) };
}

const whereabouts = (track: string | undefined, venue: string | undefined, { path, checks }: ActPlace) => ({
  track: track === undefined ? null : checks.named('track', track, [...path, 'track']),
  venue: venue === undefined ? null : checks.named('venue', venue, [...path, 'venue']),
});
