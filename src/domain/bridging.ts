import { mayMediate, type Actor } from './authority.ts';
import type { CaseFile } from './case-file.ts';
import { audienceIn } from './confidentiality.ts';
import { carriedTerm, type CarriedTerm } from './carrying.ts';
import type { Draft, Instant, Making } from './entry.ts';
import { parties, rosterOf } from './parties.ts';
import { checkTerms, unknownToReaders, type Term } from './proposals.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { partySeat } from './seat.ts';
import type { SealedQuestion } from './sealed.ts';

/** The mediation's own proposal between the positions, or a non-paper: a text for discussion that nobody owns. */
export interface Bridging {
  readonly kind: 'bridging';
  readonly form: 'bridging' | 'nonPaper';
  readonly title: string;
  readonly to: readonly string[];
  readonly terms: readonly CarriedTerm[];
  readonly words: string;
  readonly expires: Instant | null;
}

export interface BridgingInput extends Omit<Bridging, 'kind' | 'terms'> {
  readonly terms: readonly Pick<Term, 'issue' | 'answer' | 'words'>[];
  /** Jointly: every recipient sees who else received it. Apart: each reads a copy of its own that names nobody else. */
  readonly manner: 'jointly' | 'apart';
}

/** Puts the mediation's own proposal before one or more sides: a copy for each, or one for all jointly, and a disclosure for each recipient. */
export function putForward(
  file: CaseFile,
  actor: Actor,
  input: BridgingInput,
  make: Making,
): { readonly drafts: readonly [Draft<Bridging>, ...Draft[]] } | Refusal {
  const allowed = mayMediate(file, actor, 'put forward the mediation’s own proposal');
  if (isRefusal(allowed)) return allowed;
  const { manner, to, terms, ...text } = input;
  const [first, ...others] = to;
  if (first === undefined) return refuse('nothingChosen', 'recipient', 'to');
  const stranger = to.find((key) => !parties(file).some((party) => party.key === key));
  if (stranger !== undefined) return refuse('unknown', `party “${stranger}”`, 'to');
  const checked =
    terms.length === 0 && text.words.trim() !== ''
      ? null
      : (checkTerms(file, terms) ??
        unknownToReaders(file, audienceIn({ kind: 'caucus', parties: to }, rosterOf(file)), terms));
  if (checked !== null) return checked;
  if (text.expires !== null && text.expires <= make.at)
    return refuse('invalid', 'The expiry must lie in the future.', 'expires');
  const copies = terms.map((term) => carriedTerm(file, term, term.words, to.map(partySeat)));
  const copyFor = (recipients: readonly string[]): Draft<Bridging> => ({
    id: make.id(),
    audience: audienceIn({ kind: 'caucus', parties: recipients }, rosterOf(file)),
    supersedes: null,
    fact: { kind: 'bridging', ...text, to: recipients, terms: copies },
  });
  const firstCopy = copyFor(manner === 'jointly' ? to : [first]);
  const drafts = manner === 'jointly' ? [] : others.map((key) => copyFor([key]));
  const disclosures = [firstCopy, ...drafts].flatMap((copy) =>
    copy.fact.to.map((key) => disclosureTo(file, copy, key, make)),
  );
  return { drafts: [firstCopy, ...drafts, ...disclosures] };
}

/** The mediation's record that a side was shown something of its own making. */
export function disclosureTo(
  file: CaseFile,
  { id, fact }: Draft<Bridging | SealedQuestion>,
  party: string,
  make: Making,
): Draft {
  const items = fact.terms.map(({ issue, issueName, answerWords }) => ({
    what: `${issueName}: ${answerWords}`,
    issue,
    permission: 'own' as const,
    reworded: null,
  }));
  const whole = { what: fact.title, issue: null, permission: 'own' as const, reworded: null };
  return {
    id: make.id(),
    audience: audienceIn({ kind: 'mediation' }, rosterOf(file)),
    supersedes: null,
    fact: {
      kind: 'disclosure',
      source: null,
      from: null,
      carried: id,
      to: partySeat(party),
      attribution: 'unattributed',
      items: items.length === 0 ? [whole] : items,
    },
  };
}
