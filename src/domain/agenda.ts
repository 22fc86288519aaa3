import { added } from './adding.ts';
import { mayManage, type Actor } from './authority.ts';
import { currentOf, type CaseFile } from './case-file.ts';
import { audienceIn, type Setting } from './confidentiality.ts';
import type { Making } from './entry.ts';
import type { Issue } from './issues.ts';
import { rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision } from './refusal.ts';

/** Puts an issue on the agenda for those in `knownTo`. Refuses a key that is there already, a name that the same people know, and a scale without room. */
export function addIssue(
  file: CaseFile,
  actor: Actor,
  input: Omit<Issue, 'kind'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'change the agenda');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...issue } = input;
  const audience = audienceIn(knownTo, rosterOf(file)).join();
  // An issue that others know by the same name may not be felt by those who do not know of it.
  const same = currentOf(file, 'issue').find(
    (entry) => entry.fact.key === issue.key || (entry.fact.name === issue.name && entry.audience.join() === audience),
  );
  if (same !== undefined) return refuse('duplicate', issue.name, 'name');
  const { scale } = issue;
  if (scale.kind === 'options' && scale.options.length < 2)
    return refuse('invalid', `${issue.name}: give at least two options.`, 'options');
  if (scale.kind === 'range' && !(scale.from < scale.to))
    return refuse('invalid', `${issue.name}: the range must run from a lower to a higher number.`, 'from');
  return added(file, { kind: 'issue', ...issue }, knownTo, make);
}
