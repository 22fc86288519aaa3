import { conflict, division, type ConflictModel } from '../analysis/index.ts';
import { added } from './adding.ts';
import { mayMediate, type Actor } from './authority.ts';
import { currentOf, entryOfKind, supersededBy, type CaseFile } from './case-file.ts';
import { areAware, audienceIn, type Setting } from './confidentiality.ts';
import type { Entry, EntryId, Making } from './entry.ts';
import { rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';

/** A conflict as a graph model: who could do what, and what each prefers, as those who mediate suppose it. No side says any of it. */
export interface ModelledConflict {
  readonly kind: 'conflictModel';
  readonly title: string;
  /** Where the suppositions come from, in words. */
  readonly basis: string;
  readonly model: ConflictModel;
  /** The state as it is now, by its pattern; null where nothing is said of it. */
  readonly now: string | null;
}

/** Items to be divided between two sides, with the points that each is supposed to give them. */
export interface Division {
  readonly kind: 'division';
  readonly title: string;
  /** Where the points come from, in words. */
  readonly basis: string;
  readonly claims: division.Claims;
  readonly reading: division.Reading;
  /** The preferences that the points were taken over from, if they were. */
  readonly sources: readonly EntryId[];
}

type Working = ModelledConflict | Division;

/** No more states than this are kept in a case, so that a page of them can be read and is quick. */
export const modelStatesAtMost = 1024;

/** Keeps a conflict model for those who mediate. Refuses one that cannot be analysed, with the place in the model as its field. */
export const keepConflictModel = (
  file: CaseFile,
  actor: Actor,
  { room, ...input }: Omit<ModelledConflict, 'kind'> & { readonly room: Setting },
  make: Making,
): Decision => keep(file, actor, { kind: 'conflictModel', ...input }, room, make);

/** Puts a revised conflict model in the place of one, for those who know that one. */
export const reviseConflictModel = (
  file: CaseFile,
  actor: Actor,
  id: EntryId,
  input: Omit<ModelledConflict, 'kind'>,
  make: Making,
): Decision => revise(file, actor, id, { kind: 'conflictModel', ...input }, make);

/** Keeps a division for those who mediate. Refuses points that cannot be divided by, and preferences that some who would read it do not know. */
export const keepDivision = (
  file: CaseFile,
  actor: Actor,
  { room, ...input }: Omit<Division, 'kind'> & { readonly room: Setting },
  make: Making,
): Decision => keep(file, actor, { kind: 'division', ...input }, room, make);

/** Puts a revised division in the place of one, for those who know that one. It rests on the same preferences as before. */
export function reviseDivision(
  file: CaseFile,
  actor: Actor,
  id: EntryId,
  input: Omit<Division, 'kind' | 'sources'>,
  make: Making,
): Decision {
  const sources = entryOfKind(file, 'division', id)?.fact.sources ?? [];
  return revise(file, actor, id, { kind: 'division', ...input, sources }, make);
}

/** The conflict models that the viewer knows, oldest first. */
export const conflictModels = (file: CaseFile): readonly Entry<ModelledConflict>[] => currentOf(file, 'conflictModel');

/** The divisions that the viewer knows, oldest first. */
export const divisions = (file: CaseFile): readonly Entry<Division>[] => currentOf(file, 'division');

function keep(file: CaseFile, actor: Actor, fact: Working, room: Setting, make: Making): Decision {
  const allowed = mayMediate(file, actor, 'keep workings of the mediation');
  if (isRefusal(allowed)) return allowed;
  const apart = room.kind === 'mediation' || (room.kind === 'consultation' && room.parties.length === 0);
  if (!apart) return refuse('ownRoomOnly', 'workings stay with those who mediate');
  return faultOf(file, fact) ?? unawareOf(file, fact, room) ?? added(file, fact, room, make);
}

function revise(file: CaseFile, actor: Actor, id: EntryId, fact: Working, make: Making): Decision {
  const allowed = mayMediate(file, actor, 'revise workings of the mediation');
  if (isRefusal(allowed)) return allowed;
  const before = entryOfKind(file, fact.kind, id);
  if (before === null) return refuse('unknown', fact.kind === 'division' ? 'division' : 'conflict model');
  if (supersededBy(file, id) !== null)
    return refuse('superseded', fact.kind === 'division' ? 'That division' : 'That conflict model');
  return faultOf(file, fact) ?? { drafts: [{ id: make.id(), audience: before.audience, supersedes: before.id, fact }] };
}

function faultOf(file: CaseFile, fact: Working): Refusal | null {
  if (fact.title.trim() === '') return refuse('invalid', 'Give it a title.', 'title');
  if (fact.kind === 'conflictModel') return modelFault(fact);
  const unknown = fact.sources.find((id) => entryOfKind(file, 'preferences', id) === null);
  if (unknown !== undefined) return refuse('unknown', 'statement of points', 'sources');
  const [first, second] = fact.claims.parties;
  if (first.trim() === '' || second.trim() === '') return refuse('invalid', 'Name both sides.', 'parties');
  if (first === second) return refuse('invalid', 'Give the two sides different names.', 'parties');
  const divided = division.adjustedWinner(fact.claims, fact.reading);
  return 'refused' in divided ? refuse('invalid', division.claimsRefusedInWords(divided, fact.claims), 'items') : null;
}

function modelFault({ model, now }: ModelledConflict): Refusal | null {
  const built = conflict.buildConflict(model);
  if (conflict.isConflictRefused(built)) return refuse('invalid', built.words, built.where);
  if (built.states.length > modelStatesAtMost)
    return refuse(
      'invalid',
      `There are ${built.states.length} states that can be; up to ${modelStatesAtMost} are kept here. Say what else cannot be, or leave options out.`,
      'infeasible',
    );
  return now === null || built.states.some(({ pattern }) => pattern === now)
    ? null
    : refuse('invalid', 'How things stand is none of the states that can be.', 'now');
}

/** Points go no further by way of a division: whoever reads it must know the preferences that it was taken over from. */
function unawareOf(file: CaseFile, fact: Working, room: Setting): Refusal | null {
  const roster = rosterOf(file);
  const readers = audienceIn(room, roster);
  const sources = fact.kind === 'division' ? fact.sources : [];
  const unaware = sources.some((id) => {
    const known = entryOfKind(file, 'preferences', id)?.audience;
    return known === undefined || !areAware(known, readers, roster);
  });
  return unaware ? refuse('participantMustKnow', 'the points that it was started from', 'knownTo') : null;
}
