import { putForward } from './bridging.ts';
import type { Actor } from './authority.ts';
import { carry, sourceWithId, withdrawCarried } from './carrying.ts';
import { supersededBy, type CaseFile } from './case-file.ts';
import type { Setting } from './confidentiality.ts';
import { setDeadline } from './deadlines.ts';
import { appoint, appointmentOf, dismiss, noteDelegation } from './delegations.ts';
import type { Draft, EntryId, Making, PersonId } from './entry.ts';
import { addIssue } from './agenda.ts';
import { issueWithKey, readAnswer, type Answer } from './issues.ts';
import { look } from './looking.ts';
import { callMeeting, reviseMeeting } from './meetings.ts';
import { enterObstacle, giveAccount, reviseObstacle } from './obstacles.ts';
import { changeRules } from './opening.ts';
import { rulesOf } from './parties.ts';
import { takePosition } from './positions.ts';
import { statePreferences } from './preferences.ts';
import { submitProposal, withdrawProposal, type Term } from './proposals.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';
import { fileReport } from './reports.ts';
import { answerable, respond } from './responses.ts';
import { say } from './rooms.ts';
import { addPlace, closeRound, openRound } from './rounds.ts';
import type { Act, Label, ScriptCarry, ScriptTerm } from './script.ts';
import { partySeat } from './seat.ts';

/** What the names in a script stand for while it is played. */
export interface Names {
  readonly entries: (label: Label) => readonly EntryId[];
  readonly person: (key: string) => { readonly id: PersonId; readonly name: string } | null;
}

/** What the domain decides about an act of a script, by the very act that a person would use. Refuses a label or a person that the script does not have. */
export function decide(act: Act, file: CaseFile, actor: Actor, names: Names, make: Making): Decision {
  const labelled = (label: Label): EntryId => names.entries(label)[0] ?? nothing;
  switch (act.kind) {
    case 'track':
    case 'venue':
      return addPlace(file, actor, known(act, names), make);
    case 'issue':
      return addIssue(file, actor, bare(known(act, names)), make);
    case 'deadline':
      return setDeadline(file, actor, bare(known(act, names)), make);
    case 'delegation':
      return noteDelegation(file, actor, bare(known(act, names)), make);
    case 'report':
      return fileReport(file, actor, bare(known(act, names)), make);
    case 'openRound':
      return openRound(file, actor, bare(known(act, names)), make);
    case 'closeRound':
      return closeRound(file, actor, labelled(act.round), make);
    case 'callMeeting':
      return callMeeting(file, actor, bare(known(act, names)), make);
    case 'reviseMeeting':
      return reviseMeeting(file, actor, latest(file, labelled(act.meeting)), act.change, make);
    case 'say':
      return say(file, actor, settingIn(act.room, names), act.words, make);
    case 'takePosition': {
      const { answer, ...position } = bare(act);
      return takePosition(
        file,
        actor,
        {
          ...position,
          room: settingIn(act.room, names),
          answer: answer === null ? null : answerIn(file, act.issue, answer),
        },
        make,
      );
    }
    case 'submitProposal': {
      const revises = act.revises === null ? null : labelled(act.revises);
      return submitProposal(
        file,
        actor,
        { ...bare(act), terms: termsIn(file, act.terms), room: settingIn(act.room, names), revises },
        make,
      );
    }
    case 'withdrawProposal':
      return withdrawProposal(file, actor, labelled(act.proposal), act.reason, make);
    case 'carry':
      return carryTerms(act, file, actor, labelled(act.source), make);
    case 'respond': {
      const to = put(file, actor, names.entries(act.to)) ?? labelled(act.to);
      return respond(file, actor, { ...bare(act), to, terms: termsIn(file, act.terms) }, make);
    }
    case 'putForward': {
      const terms = act.terms.map((term) => ({ ...term, answer: answerIn(file, term.issue, term.answer) }));
      return putForward(file, actor, { ...bare(act), terms }, make);
    }
    case 'withdrawCarried':
      return withdrawFromAll(file, actor, names.entries(act.what), act.from, act.reason, make);
    case 'changeRules':
      return changeRules(file, actor, bare(act), make);
    case 'statePreferences':
      return statePreferences(file, actor, { ...bare(act), room: settingIn(act.room, names) }, make);
    case 'enterObstacle':
      return enterObstacle(file, actor, bare(known(act, names)), make);
    case 'reviseObstacle':
      return reviseObstacle(file, actor, latest(file, labelled(act.obstacle)), act.change, make);
    case 'giveAccount': {
      const obstacle = latest(file, labelled(act.obstacle));
      return giveAccount(file, actor, { ...bare(act), obstacle, room: settingIn(act.room, names) }, make);
    }
    case 'appoint': {
      const person = names.person(act.person);
      if (person === null) return refuse('unknown', `person “${act.person}”`, 'person');
      return appoint(file, actor, { person: person.id, name: person.name, role: act.role }, make);
    }
    case 'dismiss': {
      const person = names.person(act.person);
      const appointment = person === null ? null : appointmentOf(file, person.id);
      return appointment === null
        ? refuse('unknown', `appointment of “${act.person}”`, 'person')
        : dismiss(file, actor, appointment.id, make);
    }
    case 'look':
      return look(file, actor, make);
  }
}

/** An id that no entry has: what a label stands for when nothing was entered under it, so that the act itself says what is missing. */
const nothing = '' as EntryId;

/** An act without its kind, as the domain's functions take it. */
function bare<A extends { readonly kind: string }>(act: A): Omit<A, 'kind'> {
  const { kind: _kind, ...input } = act;
  return input;
}

const known = <A extends { readonly knownTo: Setting }>(act: A, names: Names): A => ({
  ...act,
  knownTo: settingIn(act.knownTo, names),
});

/** A setting with persons by their ids in place of their keys. */
function settingIn(setting: Setting, names: Names): Setting {
  if (setting.kind !== 'persons') return setting;
  return { kind: 'persons', persons: setting.persons.map((key) => names.person(key)?.id ?? key) };
}

/** The entry, or what has superseded it by now: a meeting keeps its label when it is moved. */
function latest(file: CaseFile, id: EntryId): EntryId {
  const next = supersededBy(file, id);
  return next === null ? id : latest(file, next.id);
}

const answerIn = (file: CaseFile, issue: string, answer: Answer): Answer => {
  const found = issueWithKey(file, issue);
  return found === null ? answer : readAnswer(found, String(answer));
};

const termsIn = (file: CaseFile, terms: readonly ScriptTerm[]): readonly Term[] =>
  terms.map((term) => ({
    ...term,
    answer: answerIn(file, term.issue, term.answer),
    release: term.release ?? rulesOf(file).defaultRelease,
  }));

/** Of the copies that a step put forward, the one that the actor can answer. */
function put(file: CaseFile, { role }: Actor, copies: readonly EntryId[]): EntryId | null {
  return role.kind === 'delegate' ? (copies.find((id) => answerable(file, role.party, id) !== null) ?? null) : null;
}

function carryTerms(act: ScriptCarry, file: CaseFile, actor: Actor, id: EntryId, make: Making): Decision {
  const source = sourceWithId(file, id);
  const places = act.terms.map(({ issue }) => source?.fact.terms.findIndex((term) => term.issue === issue) ?? -1);
  const missing = act.terms[places.indexOf(-1)];
  if (source !== null && missing !== undefined)
    return refuse('unknown', `term on “${missing.issue}”`, `terms.${missing.issue}`);
  const terms = act.terms.map(({ words }, place) => {
    const index = places[place] ?? -1;
    return { index, words: words ?? source?.fact.terms[index]?.words ?? '' };
  });
  const decided = carry(file, actor, { ...bare(act), source: id, terms }, make);
  return isRefusal(decided) ? byIssue(decided, source?.fact.terms ?? []) : decided;
}

/** A refusal of a term by its place, said of the issue instead, by which a script names its terms. */
function byIssue(refusal: Refusal, terms: readonly { readonly issue: string }[]): Refusal {
  const place = /^terms\.(\d+)$/.exec(refusal.field ?? '')?.[1];
  const issue = terms[Number(place)]?.issue;
  return issue === undefined ? refusal : { ...refusal, field: `terms.${issue}` };
}

function withdrawFromAll(
  file: CaseFile,
  actor: Actor,
  ids: readonly EntryId[],
  from: string | null,
  reason: string,
  make: Making,
): Decision {
  const copies = ids.filter((id) => file.entries.some((entry) => entry.id === id && isCopyFor(entry, from)));
  const decisions = (copies.length === 0 ? [nothing] : copies).map((id) =>
    withdrawCarried(file, actor, id, reason, make),
  );
  const drafts: Draft[] = [];
  for (const decision of decisions) {
    if (isRefusal(decision)) return decision;
    drafts.push(...decision.drafts);
  }
  return { drafts };
}

function isCopyFor({ fact, audience }: CaseFile['entries'][number], party: string | null): boolean {
  if (fact.kind !== 'carried' && fact.kind !== 'bridging') return false;
  return party === null || audience.includes(partySeat(party));
}
