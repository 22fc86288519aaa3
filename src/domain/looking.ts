import type { Actor } from './authority.ts';
import { entriesOf, markOf, once, since, type CaseFile } from './case-file.ts';
import { audienceIn } from './confidentiality.ts';
import type { Entry, Making, PersonId } from './entry.ts';
import { rosterOf } from './parties.ts';
import type { Decision } from './refusal.ts';

/** A person has seen the case file up to here; known to that person alone. */
export interface Looked {
  readonly kind: 'looked';
  /** The mark of the person's own file then. */
  readonly seen: string;
}

/** Marks the file as seen. */
export function look(file: CaseFile, actor: Actor, make: Making): Decision {
  const audience = audienceIn({ kind: 'persons', persons: [actor.person] }, rosterOf(file));
  return {
    drafts: [{ id: make.id(), audience, supersedes: null, fact: { kind: 'looked', seen: markOf(file) } }],
  };
}

/** What has come since the person last looked, newest first, but for their own acts; everything, for one who never has. */
export function sinceLastLook(file: CaseFile, actor: Actor): readonly Entry[] {
  const known = sinceLooks(file).get(actor.person);
  if (known !== undefined) return known;
  const seen = entriesOf(file, 'looked').at(-1)?.fact.seen ?? '';
  const fresh = since(file, seen).filter((entry) => entry.fact.kind !== 'looked' && entry.by.person !== actor.person);
  sinceLooks(file).set(actor.person, fresh.reverse());
  return fresh;
}

const sinceLooks = once(() => new Map<PersonId, readonly Entry[]>());
