import { authorOf, type Actor } from './authority.ts';
import { extendedBy, type CaseFile } from './case-file.ts';
import { mayKnow } from './confidentiality.ts';
import { appoint } from './delegations.ts';
import type { CaseId, Draft, Entry, EntryId, Instant, Making, PersonId } from './entry.ts';
import { openCase } from './opening.ts';
import { observersAmong } from './parties.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';
import { seatsOf, type Role } from './role.ts';
import { decide } from './script-acts.ts';
import type { AgendaStep, CaseScript, Label, ScriptPerson } from './script.ts';
import type { Seat } from './seat.ts';

/** The ids of a case that is played: given from outside, since the domain makes none. An entry's is asked for with the step that makes it. */
export interface ReplayIds {
  readonly case: CaseId;
  readonly person: (key: string) => PersonId;
  readonly entry: (step: { readonly label: Label | null; readonly at: Instant }) => EntryId;
}

/** A case as it stands when its script has been played. `labels` gives the entries of each labelled step, in the order in which its act makes them. */
export interface Replayed {
  readonly case: CaseId;
  readonly entries: readonly Entry[];
  readonly people: readonly PlayedPerson[];
  readonly labels: ReadonlyMap<Label, readonly EntryId[]>;
}

/** A person at the end of the script, with the role and the seats then held (none, for one who was dismissed), and their own case file. */
export interface PlayedPerson {
  readonly key: string;
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly seats: readonly Seat[];
  readonly file: CaseFile;
}

/** The place in a script that something is about. */
export type ScriptPlace =
  | { readonly part: 'opening' }
  | { readonly part: 'people'; readonly key: string }
  | { readonly part: 'agenda'; readonly index: number }
  | { readonly part: 'history'; readonly index: number; readonly label: Label | null };

/** Why a script cannot be played: what was refused, and where. Nothing after that place was played. */
export interface ReplayRefusal {
  readonly refusal: Refusal;
  readonly place: ScriptPlace;
}

/**
 * Plays a script from its opening to its end. Each step is decided by the same functions that a person's own act goes through, over the
 * case file that the person has at that moment. Refuses the first step that such a person could not take.
 */
export function replayCase(script: CaseScript, ids: ReplayIds): Replayed | ReplayRefusal {
  const opened = open(script, { ...ids, person: onceEach(ids.person) });
  if ('refusal' in opened) return opened;
  const { stage, founder } = opened;
  for (const [index, step] of script.agenda.entries()) {
    const refusal = play(stage, founder, step, script.opens);
    if (refusal !== null) return { refusal, place: { part: 'agenda', index } };
  }
  for (const person of script.people) {
    if (person === founder.script) continue;
    const refusal = admit(stage, founder, person, script.opens);
    if (refusal !== null) return { refusal, place: { part: 'people', key: person.key } };
  }
  let before = script.opens;
  for (const [index, step] of script.history.entries()) {
    const player = stage.players.get(step.by);
    const refusal =
      player === undefined
        ? refuse('unknown', `person “${step.by}”`, 'by')
        : step.at < before
          ? refuse('invalid', 'A step cannot come before the one above it.', 'at')
          : play(stage, player, step, step.at);
    if (refusal !== null) return { refusal, place: { part: 'history', index, label: step.label } };
    before = step.at;
  }
  return ended(stage);
}

/** Whether playing a script gave the place of a refusal. */
export const isReplayRefusal = (played: Replayed | ReplayRefusal): played is ReplayRefusal => 'refusal' in played;

/**
 * All that a played case holds, as one file: that of a viewer with every seat that any entry is for, so that a file is here, too, what these
 * seats may know. No person has it. It is for whoever holds the script itself, where all of this can be read anyway.
 */
export const wholeFile = ({ case: id, entries }: Replayed): CaseFile => ({
  case: id,
  seats: [...new Set(entries.flatMap(({ audience }) => audience))].sort(),
  entries,
});

/** Gives each key one id, however often it is asked for. */
function onceEach(person: ReplayIds['person']): ReplayIds['person'] {
  const known = new Map<string, PersonId>();
  return (key) => {
    const id = known.get(key) ?? person(key);
    known.set(key, id);
    return id;
  };
}

/** What is on the stage while a script plays. Everything in it grows. */
interface Stage {
  readonly ids: ReplayIds;
  readonly observers: readonly string[];
  readonly entries: Entry[];
  readonly players: Map<string, Player>;
  readonly labels: Map<Label, readonly EntryId[]>;
}

/** A person on the stage: their file, and what they have come to know since it was made. */
interface Player {
  readonly script: ScriptPerson;
  actor: Actor;
  file: CaseFile;
  fresh: Entry[];
}

function open(script: CaseScript, ids: ReplayIds): { readonly stage: Stage; readonly founder: Player } | ReplayRefusal {
  const observers = observersAmong(script.institutions);
  const stage: Stage = { ids, observers, entries: [], players: new Map(), labels: new Map() };
  const leads = script.institutions.filter(({ standing }) => standing === 'lead').map(({ key }) => key);
  const first = script.people.find(({ role }) => role.kind === 'mediator' && leads.includes(role.institution));
  const decided = openCase(script, makingIn(ids, null, script.opens));
  if (isRefusal(decided)) return { refusal: decided, place: { part: 'opening' } };
  if (first === undefined)
    return {
      refusal: refuse('invalid', 'One of the people must mediate for an institution in the lead.', 'people'),
      place: { part: 'opening' },
    };
  const founder = playerFor(stage, first, actorFor(stage, first, first.role));
  stage.players.set(first.key, founder);
  append(stage, founder, decided.drafts, script.opens);
  const refusal = admit(stage, founder, first, script.opens);
  return refusal === null ? { stage, founder } : { refusal, place: { part: 'people', key: first.key } };
}

/** Brings a person into the case by appointment. Refuses a key that is taken. */
function admit(stage: Stage, founder: Player, person: ScriptPerson, at: Instant): Refusal | null {
  if (person !== founder.script && stage.players.has(person.key)) return refuse('duplicate', person.name, 'people');
  const input = { person: stage.ids.person(person.key), name: person.name, role: person.role };
  const decided = appoint(fileOf(founder), founder.actor, input, makingIn(stage.ids, null, at));
  if (isRefusal(decided)) return decided;
  const before = stage.players.get(person.key);
  if (before === undefined)
    stage.players.set(person.key, playerFor(stage, person, actorFor(stage, person, person.role)));
  append(stage, founder, decided.drafts, at);
  return null;
}

function play(stage: Stage, player: Player, { label, act }: AgendaStep, at: Instant): Refusal | null {
  if (label !== null && stage.labels.has(label)) return refuse('duplicate', `The label “${label}”`, 'label');
  const names = {
    entries: (name: Label) => stage.labels.get(name) ?? [],
    person: (key: string) => {
      const found = stage.players.get(key);
      return found === undefined ? null : { id: found.actor.person, name: found.actor.name };
    },
  };
  const decided: Decision = decide(act, fileOf(player), player.actor, names, makingIn(stage.ids, label, at));
  if (isRefusal(decided)) return decided;
  const ids = append(stage, player, decided.drafts, at);
  if (label !== null) stage.labels.set(label, ids);
  if (act.kind === 'appoint') reseat(stage, act.person, act.role);
  if (act.kind === 'dismiss') reseat(stage, act.person, null);
  return null;
}

const makingIn = ({ entry }: ReplayIds, label: Label | null, at: Instant): Making => ({
  at,
  id: () => entry({ label, at }),
});

function append(stage: Stage, { actor }: Player, drafts: readonly Draft[], at: Instant): readonly EntryId[] {
  const by = authorOf(actor);
  for (const draft of drafts) {
    const entry: Entry = {
      id: draft.id,
      case: stage.ids.case,
      at,
      by,
      audience: draft.audience,
      supersedes: draft.supersedes,
      fact: draft.fact,
    };
    stage.entries.push(entry);
    for (const player of stage.players.values())
      if (mayKnow(player.actor.seats, entry.audience)) player.fresh.push(entry);
  }
  return drafts.map(({ id }) => id);
}

/** Gives a person the seats of a new role, or none; what they may know is then another file. */
function reseat(stage: Stage, key: string, role: Role | null): void {
  const player = stage.players.get(key);
  if (player === undefined) return;
  player.actor = role === null ? { ...player.actor, seats: [] } : actorFor(stage, player.script, role);
  Object.assign(player, playerFor(stage, player.script, player.actor));
}

const playerFor = ({ ids, entries }: Stage, script: ScriptPerson, actor: Actor): Player => ({
  script,
  actor,
  file: { case: ids.case, seats: actor.seats, entries: [] },
  fresh: entries.filter(({ audience }) => mayKnow(actor.seats, audience)),
});

function fileOf(player: Player): CaseFile {
  if (player.fresh.length > 0) player.file = extendedBy(player.file, player.fresh);
  player.fresh = [];
  return player.file;
}

function actorFor({ ids, observers }: Stage, { key, name }: ScriptPerson, role: Role): Actor {
  const person = ids.person(key);
  return { person, name, role, seats: seatsOf(person, role, observers) };
}

function ended(stage: Stage): Replayed {
  const people = [...stage.players.values()].map((player): PlayedPerson => {
    const { person, name, role, seats } = player.actor;
    return { key: player.script.key, person, name, role, seats, file: fileOf(player) };
  });
  return { case: stage.ids.case, entries: stage.entries, people, labels: stage.labels };
}
