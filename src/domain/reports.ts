import { added } from './adding.ts';
import { mayManage, type Actor } from './authority.ts';
import { currentOf, type CaseFile } from './case-file.ts';
import type { Setting } from './confidentiality.ts';
import type { Entry, Instant, Making } from './entry.ts';
import { isRefusal, type Decision } from './refusal.ts';

/** What somebody reported: an event outside the room, a statement, or an assessment; always with who says so. */
export interface Report {
  readonly kind: 'report';
  readonly what: 'event' | 'statement' | 'assessment';
  readonly on: Instant;
  readonly words: string;
  readonly attribution: string;
  readonly source: string;
}

/** Files a report for those in `knownTo`. */
export function fileReport(
  file: CaseFile,
  actor: Actor,
  input: Omit<Report, 'kind'> & { readonly knownTo: Setting },
  make: Making,
): Decision {
  const allowed = mayManage(file, actor, 'file reports');
  if (isRefusal(allowed)) return allowed;
  const { knownTo, ...report } = input;
  return added(file, { kind: 'report', ...report }, knownTo, make);
}

/** The reports, by the day of what they tell. */
export const reports = (file: CaseFile): readonly Entry<Report>[] =>
  [...currentOf(file, 'report')].sort((a, b) => (a.fact.on < b.fact.on ? -1 : 1));
