import { mayNegotiate, roundIsOpen, type Actor } from './authority.ts';
import { entriesOf, entryOfKind, supersededBy, type CaseFile } from './case-file.ts';
import { audienceIn, includesAll, type Audience, type Release, type Setting } from './confidentiality.ts';
import type { Entry, EntryId, Instant, Making } from './entry.ts';
import { checkAnswer, issueWithKey, unknownIssue, type Answer } from './issues.ts';
import { rosterOf } from './parties.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';
import { openRounds } from './rounds.ts';

/** One answer that a side offers, what the mediation may do with it, and the side's own wording of it if it gives one. */
export interface Term {
  readonly issue: string;
  readonly answer: Answer;
  readonly release: Release;
  readonly words: string;
}

/** What a side puts forward to the mediation, term by term. The note is for the mediation alone and is never carried. */
export interface Proposal {
  readonly kind: 'proposal';
  readonly party: string;
  readonly terms: readonly Term[];
  readonly note: string;
  readonly expires: Instant | null;
  readonly round: EntryId | null;
}

/** A side takes its proposal back, or the mediation something that it put forward; supersedes it. */
export interface Withdrawal {
  readonly kind: 'withdrawal';
  readonly what: 'proposal' | 'carried' | 'bridging';
  readonly reason: string;
}

export interface ProposalInput {
  readonly room: Setting;
  readonly terms: readonly Term[];
  readonly note: string;
  readonly expires: Instant | null;
  /** The proposal that this one revises. */
  readonly revises: EntryId | null;
}

/**
 * Puts a proposal forward to those who mediate in the room. Refuses terms outside the mandate, off an issue's scale or given twice,
 * a closed round, an expiry that has passed, and the revision of what no longer stands.
 */
export function submitProposal(file: CaseFile, actor: Actor, input: ProposalInput, make: Making): Decision {
  const allowed = mayNegotiate(file, actor, input.terms);
  if (isRefusal(allowed)) return allowed;
  if (actor.role.kind !== 'delegate') return refuse('notYourRole', 'put forward a side’s proposal');
  const { party } = actor.role;
  const open = roundIsOpen(file);
  if (isRefusal(open)) return open;
  const checked = checkTerms(file, input.terms);
  if (checked !== null) return checked;
  if (input.expires !== null && input.expires <= make.at)
    return refuse('invalid', 'The expiry must lie in the future.', 'expires');
  const { room, terms, note, expires } = input;
  if ((room.kind !== 'caucus' && room.kind !== 'consultation') || room.parties.join() !== party)
    return refuse('ownRoomOnly', 'a proposal goes to the mediation or to one institution');
  const before = input.revises === null ? null : standingProposal(file, party, input.revises);
  if (before !== null && isRefusal(before)) return before;
  const audience = before?.audience ?? audienceIn(room, rosterOf(file));
  const hidden = unknownToReaders(file, audience, terms);
  if (hidden !== null) return hidden;
  // A round that some of the readers do not know is not named to them.
  const round = openRounds(file).findLast((entry) => includesAll(entry.audience, audience))?.id ?? null;
  return {
    drafts: [
      {
        id: make.id(),
        audience,
        supersedes: before?.id ?? null,
        fact: { kind: 'proposal', party, terms, note, expires, round },
      },
    ],
  };
}

/** Takes a proposal of one's own side back. What was carried of it stays with those who read it, until the mediation tells them. */
export function withdrawProposal(file: CaseFile, actor: Actor, id: EntryId, reason: string, make: Making): Decision {
  if (actor.role.kind !== 'delegate') return refuse('notYourRole', 'withdraw a side’s proposal');
  const before = standingProposal(file, actor.role.party, id);
  if (isRefusal(before)) return before;
  return {
    drafts: [
      {
        id: make.id(),
        audience: before.audience,
        supersedes: before.id,
        fact: { kind: 'withdrawal', what: 'proposal', reason },
      },
    ],
  };
}

/** The first fault of a list of terms, or null: none at all, an unknown issue, an issue twice, an answer off its scale. */
export function checkTerms(
  file: CaseFile,
  terms: readonly { readonly issue: string; readonly answer: Answer }[],
): Refusal | null {
  if (terms.length === 0) return refuse('nothingChosen', 'term', 'terms');
  const seen = new Set<string>();
  for (const term of terms) {
    const issue = issueWithKey(file, term.issue);
    if (issue === null) return refuse('unknown', `issue “${term.issue}”`, `terms.${term.issue}`);
    if (seen.has(issue.key)) return refuse('duplicate', `A term on ${issue.name}`, `terms.${term.issue}`);
    seen.add(issue.key);
    const fault = checkAnswer(issue, term.answer);
    if (fault !== null) return refuse('invalid', fault, `terms.${term.issue}`);
  }
  return null;
}

export type ProposalState = 'standing' | 'revised' | 'withdrawn' | 'expired';

/** Whether a proposal, or what was carried of one, still stands at a time. */
export function stateOf(
  file: CaseFile,
  entry: Entry<Extract<Entry['fact'], { readonly expires: Instant | null }>>,
  at: Instant,
): ProposalState {
  const next = supersededBy(file, entry.id);
  if (next !== null) return next.fact.kind === 'withdrawal' ? 'withdrawn' : 'revised';
  return entry.fact.expires !== null && entry.fact.expires <= at ? 'expired' : 'standing';
}

/** A proposal's number among those of its side, counted in the viewer's own file: revisions count with what they revise. */
export function proposalNumber(file: CaseFile, id: EntryId): number {
  const proposal = entryOfKind(file, 'proposal', id);
  if (proposal === null) return 0;
  const first = firstOf(file, proposal);
  return (
    entriesOf(file, 'proposal')
      .filter((entry) => entry.fact.party === first.fact.party && entry.supersedes === null)
      .indexOf(first) + 1
  );
}

function firstOf(file: CaseFile, proposal: Entry<Proposal>): Entry<Proposal> {
  const before = proposal.supersedes === null ? null : entryOfKind(file, 'proposal', proposal.supersedes);
  return before === null ? proposal : firstOf(file, before);
}

function standingProposal(file: CaseFile, party: string, id: EntryId): Entry<Proposal> | Refusal {
  const before = entryOfKind(file, 'proposal', id);
  if (before === null || before.fact.party !== party) return refuse('unknown', 'proposal');
  const next = supersededBy(file, id);
  if (next === null) return before;
  return refuse(next.fact.kind === 'withdrawal' ? 'withdrawn' : 'superseded', 'That proposal');
}

/** Refuses a term on an issue that one of those who would read it does not know. */
export const unknownToReaders = (
  file: CaseFile,
  audience: Audience,
  terms: readonly Pick<Term, 'issue'>[],
): Refusal | null =>
  unknownIssue(
    file,
    terms.map(({ issue }) => issue),
    audience,
    (key) => `terms.${key}`,
  );
