import { added } from './adding.ts';
import { mayManage, type Actor } from './authority.ts';
import type { CaseFile } from './case-file.ts';
import type { Setting } from './confidentiality.ts';
import type { Making } from './entry.ts';
import { issues, type Issue } from './issues.ts';
import { isRefusal, refuse, type Decision } from './refusal.ts';

/** Puts an issue on the agenda for those in `knownTo`. Refuses a key or a name that is there already, and a scale without room. */
export function addIssue(
  file: CaseFile,
  actor: Actor,
  input: Omit<Issue, 'kind'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'change the agenda');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...issue } = input;
  if (issues(file).some(({ key, name }) => key === issue.key || name === issue.name))
    return refuse('duplicate', issue.name, 'name');
  const { scale } = issue;
  if (scale.kind === 'options' && scale.options.length < 2)
    return refuse('invalid', `${issue.name}: give at least two options.`, 'options');
  if (scale.kind === 'range' && !(scale.from < scale.to))
    return refuse('invalid', `${issue.name}: the range must run from a lower to a higher number.`, 'from');
  return added(file, { kind: 'issue', ...issue }, knownTo, make);
}
