import type { Actor } from './authority.ts';
import { entriesOf, since, type CaseFile } from './case-file.ts';
import { audienceIn } from './confidentiality.ts';
import type { Entry, Making } from './entry.ts';
import { rosterOf } from './parties.ts';
import type { Decision } from './refusal.ts';

/** A person has seen the case file up to here; known to that person alone. */
export interface Looked {
  readonly kind: 'looked';
  readonly seen: number;
}

/** Marks the file as seen. */
export function look(file: CaseFile, actor: Actor, make: Making): Decision {
  const audience = audienceIn({ kind: 'persons', persons: [actor.person] }, rosterOf(file));
  return {
    drafts: [{ id: make.id(), audience, supersedes: null, fact: { kind: 'looked', seen: file.entries.length + 1 } }],
  };
}

/** What has come since the person last looked, but for their own marks; everything, for one who never has. */
export function sinceLastLook(file: CaseFile, actor: Actor): readonly Entry[] {
  const seen = entriesOf(file, 'looked').at(-1)?.fact.seen ?? 0;
  return since(file, seen).filter((entry) => entry.fact.kind !== 'looked' && entry.by.person !== actor.person);
}
