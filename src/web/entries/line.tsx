import type { Child, FC } from 'hono/jsx';
import {
  answerInWords,
  clerkSeat,
  entryOfKind,
  issueWithKey,
  listed,
  partyName,
  partyOf,
  institutionName,
  institutionOf,
  roomsOf,
  type CaseFile,
  type DisclosedItem,
  type Entry,
  type EntryId,
  type Fact,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Time } from '../times.tsx';

/** An entry in one line: when, what it is, by whom, with the way to it; and what is said of it beside that. */
export const EntryLine: FC<{ readonly entry: Entry; readonly view: View; readonly children?: Child }> = ({
  entry,
  view,
  children,
}) => (
  <>
    <span class="when">
      <Time at={entry.at} file={view.file} />
    </span>{' '}
    <span class="what">
      <a href={addressOf(view, entry)}>
        <bdi>{inOneLine(view.file, entry)}</bdi>
      </a>{' '}
      <small>
        <bdi>{sideInWords(view.file, entry)}</bdi>
      </small>
      {children !== undefined && <> {children}</>}
    </span>
  </>
);

/** Where an entry is shown. */
export function addressOf({ base, file }: View, entry: Entry): string {
  switch (entry.fact.kind) {
    case 'proposal':
      return `${base}/proposals/${entry.id}`;
    case 'disclosure':
      return `${base}/ledger#e-${entry.id}`;
    case 'meeting':
    case 'delegation':
      return `${base}/meetings#e-${entry.id}`;
    case 'appointment':
    case 'dismissal':
      return `${base}/people`;
    case 'message':
    case 'position':
    case 'withdrawal':
    case 'response':
    case 'carried':
    case 'receipt':
    case 'bridging': {
      const room = roomsOf(file).find((known) => known.audience.join() === entry.audience.join());
      return room === undefined ? base : `${base}/rooms/${room.key}#e-${entry.id}`;
    }
    case 'preferences':
      return `${base}/preferences/${entry.fact.party}`;
    case 'obstacle':
    case 'account':
      return `${base}/obstacles#e-${entry.id}`;
    case 'sealedQuestion':
      return `${base}/sealed/${entry.id}`;
    case 'sealedAnswer':
    case 'sealedOutcome':
      return `${base}/sealed/${entry.fact.question}`;
    case 'conflictModel':
      return `${base}/conflict/${entry.id}`;
    case 'division':
      return `${base}/division/${entry.id}`;
    case 'opening':
    case 'institution':
    case 'rules':
    case 'issue':
    case 'track':
    case 'venue':
    case 'round':
    case 'deadline':
    case 'report':
    case 'looked':
      return `${base}/agenda#e-${entry.id}`;
  }
}

/** The side that an entry comes from, in words. */
export function sideInWords(file: CaseFile, { by }: Entry): string {
  const party = partyOf(by.as);
  if (party !== null) return partyName(file, party);
  if (by.as === clerkSeat) return 'the clerk';
  const institution = institutionOf(by.as);
  return institution === null ? 'the mediation' : institutionName(file, institution);
}

/** The verdicts as they read. */
export const verdictInWords = {
  accept: 'Accept',
  reject: 'Reject',
  acceptIf: 'Accept if',
  counter: 'Counter',
} as const;

/** What kind of assent an acceptance is, as it reads. */
export const assentInWords = { inPrinciple: 'in principle', adReferendum: 'ad referendum', final: 'finally' } as const;

/** What an entry is, in one line of words. */
export function inOneLine(file: CaseFile, { fact }: Entry): string {
  switch (fact.kind) {
    case 'opening':
      return `Case opened: ${fact.name}`;
    case 'institution':
      return `${fact.name} mediates (${fact.standing})`;
    case 'rules':
      return 'The rules of the case';
    case 'appointment':
      return `${fact.name} appointed`;
    case 'dismissal':
      return `${fact.name} left the case`;
    case 'delegation':
      return `${partyName(file, fact.party)} sends ${fact.name}`;
    case 'issue':
      return `On the agenda: ${fact.name}`;
    case 'position':
      return `${stanceInWords[fact.stance]} on ${issueName(file, fact.issue)}: ${fact.answer === null ? shortened(fact.words) : answerInWords(issueWithKey(file, fact.issue), fact.answer)}`;
    case 'track':
    case 'venue':
      return `${fact.kind === 'track' ? 'Track' : 'Venue'}: ${fact.name}`;
    case 'round':
      return `${fact.name} ${fact.state === 'open' ? 'opened' : 'closed'}`;
    case 'meeting':
      return `${fact.name} (${meetingStateInWords[fact.state]})`;
    case 'deadline':
      return `Deadline: ${fact.name}`;
    case 'message':
      return shortened(fact.words);
    case 'proposal':
      return `Proposal on ${issueNames(file, fact.terms)}`;
    case 'withdrawal':
      return fact.reason === '' ? 'Withdrawn' : `Withdrawn: ${shortened(fact.reason)}`;
    case 'response':
      return `Answer: ${verdictInWords[fact.verdict]}${fact.terms.length === 0 ? '' : ` (${issueNames(file, fact.terms)})`}`;
    case 'carried':
      return carriedInOneLine(fact);
    case 'disclosure':
      return `${fact.source === null ? 'Put' : 'Carried'} to ${recipientInWords(file, fact.to)}: ${listed(fact.items.map(itemInWords))}`;
    case 'receipt':
      return `Receipt: ${listed(fact.items.map(({ what }) => receiptItemInWords(what)))} carried to ${fact.to}`;
    case 'bridging':
      return `${fact.form === 'nonPaper' ? 'Non-paper' : 'Bridging proposal'}: ${fact.title}`;
    case 'report':
      return `Reported: ${shortened(fact.words)}`;
    case 'looked':
      return 'Seen';
    case 'preferences':
      return `What ${partyName(file, fact.party)} values${fact.provenance === 'own' ? '' : ' (an estimate)'}`;
    case 'obstacle':
      return `Obstacle: ${fact.title} (${fact.state})`;
    case 'account':
      return `${partyName(file, fact.party)} on an obstacle: ${shortened(fact.words)}`;
    case 'sealedQuestion':
      return `Sealed answers asked: ${fact.title}`;
    case 'sealedAnswer':
      return 'A sealed answer given';
    case 'sealedOutcome':
      return `Sealed answers opened${titleOf(file, fact.question)}: ${fact.deal ? 'a deal' : 'no deal'}`;
    case 'conflictModel':
      return `Conflict model: ${fact.title}`;
    case 'division':
      return `Division: ${fact.title}`;
  }
}

const titleOf = (file: CaseFile, id: EntryId): string => {
  const question = entryOfKind(file, 'sealedQuestion', id);
  return question === null ? '' : ` on “${question.fact.title}”`;
};

/** What was disclosed, as it reads: a term, the title of a text, or an answer's verdict. */
export const itemInWords = ({ what, issue, permission }: DisclosedItem): string =>
  issue === null && permission !== 'own' ? receiptItemInWords(what) : what;

/** What a receipt names, as it reads: a term, or an answer's verdict. */
export const receiptItemInWords = (what: string): string =>
  Object.hasOwn(verdictInWords, what) ? `Answer: ${verdictInWords[what as keyof typeof verdictInWords]}` : what;

/** The permission on which something was disclosed, as it reads. */
export const permissionInWords = {
  hold: 'Held',
  float: 'May be floated',
  convey: 'May be conveyed',
  own: 'The mediation’s own',
} as const;

/** Kinds of stance as they read. */
export const stanceInWords = { position: 'Position', interest: 'Interest', redLine: 'Red line' } as const;

/** The state of a meeting as it reads. */
export const meetingStateInWords = { planned: 'planned', held: 'held', calledOff: 'called off' } as const;

/** A recipient in words. */
export const recipientInWords = (file: CaseFile, to: string): string =>
  to === 'mediation' ? 'the mediation' : partyName(file, to.slice(6));

function carriedInOneLine(fact: Extract<Fact, { readonly kind: 'carried' }>): string {
  const from = fact.from === null ? 'The mediation suggests' : fact.from.name;
  const verdict = fact.verdict === null ? '' : ` answers: ${verdictInWords[fact.verdict.verdict]}`;
  const terms = fact.terms.map((term) => term.issueName);
  return `${from}${verdict}${terms.length === 0 ? '' : `${fact.verdict === null && fact.from !== null ? ' proposes' : ''}: ${listed(terms)}`}`;
}

const issueName = (file: CaseFile, key: string): string => issueWithKey(file, key)?.name ?? key;
const issueNames = (file: CaseFile, terms: readonly { readonly issue: string }[]): string =>
  listed(terms.map((term) => issueName(file, term.issue)));
const shortened = (words: string): string => (words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words);
