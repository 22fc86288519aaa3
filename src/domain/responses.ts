import { mayAccept, mayNegotiate, type Actor } from './authority.ts';
import { currentOf, entriesOf, entryWithId, type CaseFile } from './case-file.ts';
import { audienceOfAnswer, type Release } from './confidentiality.ts';
import type { Bridging } from './bridging.ts';
import type { Carried } from './carrying.ts';
import type { Entry, EntryId, Making } from './entry.ts';
import { checkTerms, stateOf, unknownToReaders, type Term } from './proposals.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';
import type { Mandate } from './role.ts';
import { partySeat } from './seat.ts';

export type Verdict = 'accept' | 'reject' | 'acceptIf' | 'counter';

/** How far an acceptance binds, which follows from the delegate's mandate. */
export type Assent = 'inPrinciple' | 'adReferendum' | 'final';

/** A side's answer to what was carried to it, or to the mediation's own proposal. Conditions and counters are terms, each with its release. */
export interface Response {
  readonly kind: 'response';
  readonly party: string;
  readonly to: EntryId;
  readonly verdict: Verdict;
  readonly assent: Assent | null;
  /** Whether the verdict itself may be conveyed; it is never the mediation's own idea, so it is never floated. */
  readonly release: Exclude<Release, 'float'>;
  readonly terms: readonly Term[];
  readonly note: string;
}

export type ResponseInput = Omit<Response, 'kind' | 'party' | 'assent'>;

/** What can be answered: carried terms, or a bridging proposal or non-paper. */
export type Answerable = Entry<Carried> | Entry<Bridging>;

/**
 * Answers what was put to one's side, for those who put it. Refuses what is not there, has expired or was withdrawn; an acceptance
 * beyond the mandate; *accept if* and *counter* without terms; and terms with a plain yes or no.
 */
export function respond(file: CaseFile, actor: Actor, input: ResponseInput, make: Making): Decision {
  if (actor.role.kind !== 'delegate') return refuse('notYourRole', 'answer for a side');
  const { party, mandate } = actor.role;
  const put = answerable(file, party, input.to);
  if (put === null) return refuse('unknown', 'proposal');
  const state = stateOf(file, put, make.at);
  if (state !== 'standing') return refuse(state === 'revised' ? 'superseded' : state, 'What you answer');
  const checked = checkResponse(file, actor, input);
  if (checked !== null) return checked;
  const fact: Response = {
    kind: 'response',
    party,
    ...input,
    assent: input.verdict.startsWith('accept') ? assentOf(mandate) : null,
  };
  const before = responseTo(file, party, put.id);
  const audience = audienceOfAnswer(put.audience, party);
  const hidden = unknownToReaders(file, audience, input.terms);
  if (hidden !== null) return hidden;
  return {
    drafts: [{ id: make.id(), audience, supersedes: before?.id ?? null, fact }],
  };
}

/** The answerable entry with this id that was put to the party, or null. */
export function answerable(file: CaseFile, party: string, id: EntryId): Answerable | null {
  const entry = entryWithId(file, id);
  if (entry === null || !entry.audience.includes(partySeat(party))) return null;
  if (entry.fact.kind === 'bridging' && entry.fact.to.includes(party)) return entry as Entry<Bridging>;
  return entry.fact.kind === 'carried' && entry.fact.to === partySeat(party) && entry.fact.terms.length > 0
    ? (entry as Entry<Carried>)
    : null;
}

/** A party's standing answer to an entry, or null. */
export const responseTo = (file: CaseFile, party: string, to: EntryId): Entry<Response> | null =>
  currentOf(file, 'response').findLast((entry) => entry.fact.party === party && entry.fact.to === to) ?? null;

/** Everything put to a party that can be answered, oldest first. */
export const putTo = (file: CaseFile, party: string): readonly Answerable[] =>
  [...entriesOf(file, 'carried'), ...entriesOf(file, 'bridging')]
    .filter((entry) => answerable(file, party, entry.id) !== null)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

function checkResponse(file: CaseFile, actor: Actor, { verdict, terms, release }: ResponseInput): Refusal | null {
  const within = mayNegotiate(file, actor, terms);
  if (isRefusal(within)) return within;
  const accepting = verdict.startsWith('accept') ? mayAccept(actor) : within;
  if (isRefusal(accepting)) return accepting;
  if (release === 'convey' && actor.role.kind === 'delegate' && actor.role.mandate.kind === 'explore')
    return refuse('notReleasable', 'the answer itself', 'release');
  const conditional = verdict === 'acceptIf' || verdict === 'counter';
  if (conditional) return checkTerms(file, terms);
  return terms.length === 0
    ? null
    : refuse('invalid', 'A plain yes or no carries no terms: choose “accept if” or “counter”.', 'verdict');
}

function assentOf(mandate: Mandate): Assent {
  switch (mandate.kind) {
    case 'explore':
    case 'negotiate':
      return 'inPrinciple';
    case 'adReferendum':
      return 'adReferendum';
    case 'conclude':
      return 'final';
  }
}
