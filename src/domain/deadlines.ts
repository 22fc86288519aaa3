import { added } from './adding.ts';
import { mayManage, type Actor } from './authority.ts';
import { currentOf, type CaseFile } from './case-file.ts';
import type { Setting } from './confidentiality.ts';
import type { Entry, Instant, Making } from './entry.ts';
import { isRefusal, type Decision } from './refusal.ts';

/** A date that changes what can still be done, and what happens then. */
export interface Deadline {
  readonly kind: 'deadline';
  readonly name: string;
  readonly falls: Instant;
  readonly consequence: string;
}

/** Sets a deadline for those in `knownTo`; one of the same name is replaced where its audience is the same. */
export function setDeadline(
  file: CaseFile,
  actor: Actor,
  input: Omit<Deadline, 'kind'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'set deadlines');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...deadline } = input;
  const decided = added(file, { kind: 'deadline', ...deadline }, knownTo, make);
  if (isRefusal(decided)) return decided;
  const before = currentOf(file, 'deadline').find(
    (entry) => entry.fact.name === deadline.name && sameAudience(entry, decided.drafts[0]),
  );
  return before === undefined
    ? decided
    : { drafts: decided.drafts.map((draft) => ({ ...draft, supersedes: before.id })) };
}

/** The deadlines that have not passed, nearest first. */
export const deadlinesAfter = (file: CaseFile, at: Instant): readonly Entry<Deadline>[] =>
  currentOf(file, 'deadline')
    .filter((entry) => entry.fact.falls > at)
    .sort((a, b) => (a.fact.falls < b.fact.falls ? -1 : 1));

const sameAudience = (entry: Entry, draft: { readonly audience: readonly string[] } | undefined): boolean =>
  draft !== undefined && entry.audience.join() === draft.audience.join();
