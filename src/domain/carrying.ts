import { mayMediate, type Actor } from './authority.ts';
import { currentOf, entriesOf, entryWithId, supersededBy, type CaseFile } from './case-file.ts';
import { audiencesOfCarry, mayCarry, type Attribution, type Recipient, type Release } from './confidentiality.ts';
import type { Draft, Entry, EntryId, Instant, Making } from './entry.ts';
import { answerInWords, issueKnownTo, type Answer } from './issues.ts';
import { parties, partyName, rulesOf } from './parties.ts';
import { stateOf, type Proposal, type Term } from './proposals.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Assent, Response, Verdict } from './responses.ts';
import { partyOf, partySeat, type Seat } from './seat.ts';

/** A term as its recipient reads it: whole in itself, so that it reads the same for ever, with no way back to its source. */
export interface CarriedTerm {
  readonly issue: string;
  readonly issueName: string;
  readonly answer: Answer;
  readonly answerWords: string;
  readonly words: string;
}

/** What a mediator put before a recipient: a copy. `from` is the side named, or null where it comes as the mediation's own idea. */
export interface Carried {
  readonly kind: 'carried';
  readonly to: Recipient;
  readonly from: { readonly key: string; readonly name: string } | null;
  readonly verdict: { readonly verdict: Verdict; readonly assent: Assent | null } | null;
  /** The recipient's own entry that this answers, or null. */
  readonly about: EntryId | null;
  readonly terms: readonly CarriedTerm[];
  readonly covering: string;
  readonly expires: Instant | null;
}

/** One thing disclosed: what, on what permission, and how its words were changed on the way. */
export interface DisclosedItem {
  readonly what: string;
  readonly issue: string | null;
  readonly permission: Release | 'own';
  readonly reworded: { readonly from: string; readonly to: string } | null;
}

/** The record of a carry, or of the mediation's own proposal, for those who mediate. `source` and `from` are null for the latter. */
export interface Disclosure {
  readonly kind: 'disclosure';
  readonly source: EntryId | null;
  readonly from: string | null;
  readonly carried: EntryId;
  readonly to: Recipient;
  readonly attribution: Attribution;
  readonly items: readonly DisclosedItem[];
}

/** Word to the source side that something of its own was carried. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly source: EntryId;
  readonly to: string;
  readonly attribution: Attribution;
  readonly items: readonly { readonly what: string; readonly reworded: boolean }[];
}

export interface CarryInput {
  readonly source: EntryId;
  /** The terms chosen, by their place in the source, with the words to carry; a different answer is refused. */
  readonly terms: readonly { readonly index: number; readonly words: string; readonly answer?: Answer }[];
  readonly verdict: boolean;
  readonly to: Recipient;
  readonly attribution: Attribution;
  readonly covering: string;
}

/** A side's entry that can be carried: its standing proposal, or its answer. */
export type Source = Entry<Proposal> | Entry<Response>;

/**
 * Carries what was chosen to a recipient: the copy, the disclosure, and the receipt where the case gives receipts, in this order.
 * Refuses a held term, one that may not be attributed, a changed answer, an unknown or own recipient, an issue that the recipient
 * does not know, and a source that no longer stands.
 */
export function carry(
  file: CaseFile,
  actor: Actor,
  input: CarryInput,
  make: Making,
): { readonly drafts: readonly [Draft<Carried>, ...Draft[]] } | Refusal {
  const allowed = mayMediate(file, actor, 'carry between sides');
  if (isRefusal(allowed)) return allowed;
  const source = sourceWithId(file, input.source);
  if (source === null) return refuse('unknown', 'proposal or answer');
  const standing = checkStanding(file, source, make.at);
  if (standing !== null) return standing;
  const items = disclosedItems(file, source, input);
  if (isRefusal(items)) return items;
  const recipient = checkRecipient(file, source, input);
  if (recipient !== null) return recipient;
  const carried: Draft<Carried> = {
    id: make.id(),
    audience: audiences(source, input).carried,
    supersedes: null,
    fact: copyOf(file, source, input),
  };
  const disclosure: Draft = {
    id: make.id(),
    audience: audiences(source, input).disclosure,
    supersedes: null,
    fact: {
      kind: 'disclosure',
      source: source.id,
      from: source.fact.party,
      carried: carried.id,
      to: input.to,
      attribution: input.attribution,
      items,
    },
  };
  if (!rulesOf(file).receipts || input.to === 'mediation') return { drafts: [carried, disclosure] };
  const receipt: Draft = {
    id: make.id(),
    audience: audiences(source, input).receipt,
    supersedes: null,
    fact: {
      kind: 'receipt',
      source: source.id,
      to: partyName(file, partyOf(input.to) ?? ''),
      attribution: input.attribution,
      items: items.map(({ what, reworded }) => ({ what, reworded: reworded !== null })),
    },
  };
  return { drafts: [carried, disclosure, receipt] };
}

/** The proposal or answer with this id in the viewer's file, or null. */
export function sourceWithId(file: CaseFile, id: string): Source | null {
  const entry = entryWithId(file, id);
  return entry?.fact.kind === 'proposal' || entry?.fact.kind === 'response' ? (entry as Source) : null;
}

/** The recipients to whom something of this source could be carried: the other parties, and the mediation when one institution heard it apart. */
export function recipientsOf(file: CaseFile, source: Source): readonly Recipient[] {
  const others = parties(file).filter((party) => party.key !== source.fact.party);
  return [
    ...others.map(({ key }): Recipient => `party:${key}`),
    ...(source.audience.includes('mediation') ? [] : (['mediation'] as const)),
  ];
}

/** The disclosures of a source so far, oldest first. */
export const disclosuresOf = (file: CaseFile, source: EntryId): readonly Entry<Disclosure>[] =>
  entriesOf(file, 'disclosure').filter((entry) => entry.fact.source === source);

/** Tells a recipient that what was put to it is withdrawn; for the same audience. */
export function withdrawCarried(
  file: CaseFile,
  actor: Actor,
  id: EntryId,
  reason: string,
  make: Making,
): { readonly drafts: readonly Draft[] } | Refusal {
  const allowed = mayMediate(file, actor, 'withdraw what was carried');
  if (isRefusal(allowed)) return allowed;
  const entry = entryWithId(file, id);
  if (entry === null || (entry.fact.kind !== 'carried' && entry.fact.kind !== 'bridging'))
    return refuse('unknown', 'carried proposal');
  if (!currentOf(file, entry.fact.kind).some((current) => current.id === id)) return refuse('withdrawn', 'It');
  return {
    drafts: [
      {
        id: make.id(),
        audience: entry.audience,
        supersedes: id,
        fact: { kind: 'withdrawal', what: entry.fact.kind, reason },
      },
    ],
  };
}

/** An answer copied whole, for those who hold these seats: the issue is named as they know it. */
export function carriedTerm(
  file: CaseFile,
  { issue, answer }: Pick<Term, 'issue' | 'answer'>,
  words: string,
  readers: readonly Seat[],
): CarriedTerm {
  const known = issueKnownTo(file, issue, readers);
  return { issue, issueName: known?.name ?? issue, answer, answerWords: answerInWords(known, answer), words };
}

const audiences = (source: Source, input: CarryInput) => audiencesOfCarry(source.audience, source.fact.party, input.to);

function copyOf(file: CaseFile, source: Source, { terms, to, attribution, covering, verdict }: CarryInput): Carried {
  const { fact } = source;
  return {
    kind: 'carried',
    to,
    from: attribution === 'attributed' ? { key: fact.party, name: partyName(file, fact.party) } : null,
    verdict: verdict && fact.kind === 'response' ? { verdict: fact.verdict, assent: fact.assent } : null,
    about: verdict && fact.kind === 'response' ? answeredEntryOf(file, fact.to, to) : null,
    terms: terms.flatMap(({ index, words }) => {
      const term = fact.terms[index];
      return term === undefined ? [] : [carriedTerm(file, term, words, [to])];
    }),
    covering,
    expires: fact.kind === 'proposal' ? fact.expires : null,
  };
}

/** The recipient's own entry behind the copy that was answered, so that an answer brought back stands beside it. */
function answeredEntryOf(file: CaseFile, answered: EntryId, to: Recipient): EntryId | null {
  const disclosure = entriesOf(file, 'disclosure').find((entry) => entry.fact.carried === answered);
  return disclosure !== undefined && disclosure.fact.from === partyOf(to) ? disclosure.fact.source : null;
}

function disclosedItems(file: CaseFile, { fact }: Source, input: CarryInput): readonly DisclosedItem[] | Refusal {
  const items: DisclosedItem[] = [];
  if (input.verdict) {
    if (fact.kind !== 'response') return refuse('unknown', 'answer');
    const may = mayCarry(fact.release, input.attribution);
    if (may !== 'yes') return refuse(may, 'The answer');
    if (input.attribution !== 'attributed')
      return refuse('notAttributable', 'An answer can be conveyed only as the side’s own: it', 'attribution');
    items.push({ what: fact.verdict, issue: null, permission: fact.release, reworded: null });
  }
  for (const { index, words, answer } of input.terms) {
    const term = fact.terms[index];
    if (term === undefined) return refuse('unknown', 'term');
    const { issueName, answerWords } = carriedTerm(file, term, '', [partySeat(fact.party)]);
    const what = `${issueName}: ${answerWords}`;
    const may = mayCarry(term.release, input.attribution);
    if (may !== 'yes') return refuse(may, what, `terms.${index}`);
    if (answer !== undefined && answer !== term.answer) return refuse('changedValue', what, `terms.${index}`);
    items.push({
      what,
      issue: term.issue,
      permission: term.release,
      reworded: words === term.words ? null : { from: term.words, to: words },
    });
  }
  return items.length === 0 ? refuse('nothingChosen', 'term', 'terms') : items;
}

function checkRecipient(file: CaseFile, source: Source, { to, terms }: CarryInput): Refusal | null {
  if (partyOf(to) === source.fact.party) return refuse('toItself', 'This', 'to');
  if (!recipientsOf(file, source).includes(to)) return refuse('unknown', 'recipient', 'to');
  const known = currentOf(file, 'issue').filter((issue) => issue.audience.includes(to));
  for (const { index } of terms) {
    const term = source.fact.terms[index];
    if (term !== undefined && !known.some((issue) => issue.fact.key === term.issue))
      return refuse('participantMustKnow', `the recipient does not know the issue “${term.issue}”`, `terms.${index}`);
  }
  return null;
}

function checkStanding(file: CaseFile, source: Source, at: Instant): Refusal | null {
  if (source.fact.kind === 'response')
    return supersededBy(file, source.id) === null ? null : refuse('superseded', 'This answer');
  const state = stateOf(file, source as Entry<Proposal>, at);
  return state === 'standing' ? null : refuse(state === 'revised' ? 'superseded' : state, 'This proposal');
}
