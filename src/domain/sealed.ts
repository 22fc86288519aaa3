import { createHash } from 'node:crypto';
import { mayAccept, mayMediate, mayNegotiate, type Actor } from './authority.ts';
import { entriesOf, entryOfKind, once, type CaseFile } from './case-file.ts';
import { audienceIn, audienceOfSealedAnswer, audienceOfSealedQuestion } from './confidentiality.ts';
import { carriedTerm, type CarriedTerm } from './carrying.ts';
import { disclosureTo } from './bridging.ts';
import type { Author, Draft, Entry, EntryId, Instant, Making, PersonId } from './entry.ts';
import { parties, partyName, rosterOf } from './parties.ts';
import { checkTerms, unknownToReaders, type Term } from './proposals.ts';
import { isRefusal, refuse, type Decision, type Refusal } from './refusal.ts';
import { listed } from './rooms.ts';
import { partySeat } from './seat.ts';

/**
 * The rule by which sealed answers become an outcome. *Yes or no*: there is a deal when every side says yes. *Bids*: one side bids the
 * most that it would give and the other the least that it would take; there is a deal when these meet or cross, at the middle.
 */
export type SealedRule =
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'bids'; readonly unit: string; readonly gives: string; readonly takes: string };

/** A proposal of the mediation that several sides answer at once and in private. */
export interface SealedQuestion {
  readonly kind: 'sealedQuestion';
  readonly title: string;
  readonly terms: readonly CarriedTerm[];
  readonly words: string;
  readonly to: readonly string[];
  readonly rule: SealedRule;
  readonly closes: Instant;
}

/** One side's answer, known to that side and to the clerk. The commitment proves later what the answer was: see `commitmentOf`. */
export interface SealedAnswer {
  readonly kind: 'sealedAnswer';
  readonly question: EntryId;
  readonly party: string;
  readonly answer: boolean | number;
  readonly salt: string;
  readonly commitment: string;
}

/** What comes of the answers once all are in: a deal or none, and every commitment, sorted, so that each side finds its own. */
export interface SealedOutcome {
  readonly kind: 'sealedOutcome';
  readonly question: EntryId;
  readonly deal: boolean;
  /** Where the bids met; null without a deal, and for yes or no. */
  readonly at: number | null;
  readonly commitments: readonly string[];
}

export interface SealedQuestionInput extends Omit<SealedQuestion, 'kind' | 'terms'> {
  readonly terms: readonly Pick<Term, 'issue' | 'answer' | 'words'>[];
}

/** Puts a proposal to several sides for sealed answers, and records that each of them has been shown it. */
export function askSealed(
  file: CaseFile,
  actor: Actor,
  input: SealedQuestionInput,
  make: Making,
): { readonly drafts: readonly [Draft<SealedQuestion>, ...Draft[]] } | Refusal {
  const allowed = mayMediate(file, actor, 'ask for sealed answers');
  if (isRefusal(allowed)) return allowed;
  const { to, terms, rule, closes } = input;
  const stranger = to.find((key) => !parties(file).some((party) => party.key === key));
  if (stranger !== undefined) return refuse('unknown', `party “${stranger}”`, 'to');
  if (new Set(to).size < 2) return refuse('invalid', 'Sealed answers need at least two sides.', 'to');
  const fault = bidsFault(rule, to);
  if (fault !== null) return refuse('invalid', fault, 'rule');
  if (input.title.trim() === '') return refuse('invalid', 'Give it a title.', 'title');
  if (closes <= make.at) return refuse('invalid', 'The closing time must lie in the future.', 'closes');
  const checked =
    terms.length === 0 && input.words.trim() !== ''
      ? null
      : (checkTerms(file, terms) ??
        unknownToReaders(file, audienceIn({ kind: 'caucus', parties: to }, rosterOf(file)), terms));
  if (checked !== null) return checked;
  const recipients = [...new Set(to)].sort();
  const question: Draft<SealedQuestion> = {
    id: make.id(),
    audience: audienceOfSealedQuestion(recipients, rosterOf(file)),
    supersedes: null,
    fact: {
      kind: 'sealedQuestion',
      ...input,
      to: recipients,
      terms: terms.map((term) => carriedTerm(file, term, term.words, recipients.map(partySeat))),
    },
  };
  return { drafts: [question, ...recipients.map((key) => disclosureTo(file, question, key, make))] };
}

/** No bid is larger, so that what is bound by its commitment, kept and counted is one and the same number. */
const mostBid = 999_999_999_999;

/** Answers for one's side, once. Refuses what is not there, has closed, was answered before, and an answer of the wrong kind. */
export function answerSealed(
  file: CaseFile,
  actor: Actor,
  input: { readonly question: EntryId; readonly answer: boolean | number },
  make: Making,
): Decision {
  if (actor.role.kind !== 'delegate') return refuse('notYourRole', 'answer for a side');
  const { party } = actor.role;
  const question = entryOfKind(file, 'sealedQuestion', input.question);
  if (question === null || !question.fact.to.includes(party)) return refuse('unknown', 'sealed question');
  const { rule, terms, closes, title } = question.fact;
  if (sealedAnswerOf(file, question.id, party) !== null)
    return refuse(
      'invalid',
      'Your side has answered already. The answer stands as it was given; nothing else was recorded.',
    );
  if (closes <= make.at) return refuse('expired', `“${title}”`);
  const within = mayNegotiate(
    file,
    actor,
    terms.map(({ issue }) => ({ issue, release: 'hold' })),
  );
  if (isRefusal(within)) return within;
  if (input.answer !== false) {
    const binding = mayAccept(actor);
    if (isRefusal(binding)) return binding;
  }
  if (typeof input.answer !== (rule.kind === 'yesNo' ? 'boolean' : 'number'))
    return refuse('invalid', rule.kind === 'yesNo' ? 'Answer yes or no.' : 'Give a number.', 'answer');
  if (typeof input.answer === 'number' && !(Math.abs(input.answer) <= mostBid))
    return refuse('invalid', 'Give a number of at most 12 digits.', 'answer');
  const salt = make.id();
  const commitment = commitmentOf(question.id, party, input.answer, salt);
  return {
    drafts: [
      {
        id: make.id(),
        audience: audienceOfSealedAnswer(party),
        supersedes: null,
        fact: { kind: 'sealedAnswer', ...input, party, salt, commitment },
      },
    ],
  };
}

/**
 * What binds a side's answer without telling it: the SHA-256, in hexadecimal, of the question's id, the side's key, the answer
 * (`yes`, `no` or the number) and the salt, with one space between them.
 */
export const commitmentOf = (question: EntryId, party: string, answer: boolean | number, salt: string): string =>
  createHash('sha256')
    .update(`${question} ${party} ${answer === true ? 'yes' : answer === false ? 'no' : answer} ${salt}`)
    .digest('hex');

/**
 * The clerk's one act, from a file of the clerk's own: the outcome of every question whose last answer is in. The same work for a yes
 * as for a no, whatever the others answered.
 */
export function settleSealed(file: CaseFile, make: Making): { readonly drafts: readonly Draft[] } {
  const drafts = entriesOf(file, 'sealedQuestion').flatMap((question): Draft[] => {
    const { to, rule } = question.fact;
    const answers = to.map((party) => sealedAnswerOf(file, question.id, party)?.fact ?? null);
    if (outcomeOf(file, question.id) !== null || answers.some((answer) => answer === null)) return [];
    const given = answers.filter((answer) => answer !== null);
    return [
      {
        id: make.id(),
        audience: question.audience,
        supersedes: null,
        fact: {
          kind: 'sealedOutcome',
          question: question.id,
          ...settled(rule, given),
          commitments: given.map(({ commitment }) => commitment).sort(),
        },
      },
    ];
  });
  return { drafts };
}

/** The author of an outcome: nobody. */
export const clerk: Author = {
  person: '00000000-0000-4000-8000-00000000c1e4' as PersonId,
  name: 'The clerk',
  as: 'clerk',
};

/** A side's answer, for those who may know it, or null. */
export const sealedAnswerOf = (file: CaseFile, question: EntryId, party: string): Entry<SealedAnswer> | null =>
  sealedAnswers(file).get(`${question} ${party}`) ?? null;

/** The outcome of a question, or null while there is none. */
export const outcomeOf = (file: CaseFile, question: EntryId): Entry<SealedOutcome> | null =>
  outcomes(file).get(question) ?? null;

/** How far a question has come: waiting for answers, closed without all of them, or settled. Nothing tells who has answered. */
export type SealedState = 'open' | 'lapsed' | 'deal' | 'noDeal';

export function sealedStateOf(file: CaseFile, question: Entry<SealedQuestion>, at: Instant): SealedState {
  const outcome = outcomeOf(file, question.id);
  if (outcome !== null) return outcome.fact.deal ? 'deal' : 'noDeal';
  return question.fact.closes <= at ? 'lapsed' : 'open';
}

/** The rule in the words that everybody reads beforehand. */
export function ruleInWords(file: CaseFile, { rule, to }: Pick<SealedQuestion, 'rule' | 'to'>): readonly string[] {
  const sides = listed(to.map((key) => partyName(file, key)));
  const sealed = `${sides} answer in private, each once. Until all have answered, nobody is told an answer, nor who has given one: not the other sides, and not the mediation. A side that has answered, and finds the question still open, can tell that somebody else has not.`;
  if (rule.kind === 'yesNo')
    return [
      sealed,
      'If every side says yes, all of them and the mediation are told that there is a deal. If any side says no, they are told that there is none, and nothing else.',
      'Whoever says yes and hears that there is no deal can therefore tell that somebody said no; whoever says no learns nothing about the others.',
      'If not all have answered by the closing time, nothing is opened.',
    ];
  return [
    sealed,
    `${partyName(file, rule.gives)} bids the most that it would give and ${partyName(file, rule.takes)} the least that it would take, in ${rule.unit}. If the first number is at least the second, there is a deal half way between them, and both sides and the mediation are told that number.`,
    'From it and from its own bid each side can work out the other’s. If the numbers do not meet, they are told that there is no deal, and nothing else.',
    'If not all have answered by the closing time, nothing is opened.',
  ];
}

function bidsFault(rule: SealedRule, to: readonly string[]): string | null {
  if (rule.kind === 'yesNo') return null;
  if (new Set(to).size !== 2) return 'Bids are between two sides.';
  return rule.gives !== rule.takes && [rule.gives, rule.takes].every((key) => to.includes(key))
    ? null
    : 'One of the two sides gives, and the other takes.';
}

function settled(rule: SealedRule, answers: readonly SealedAnswer[]): Pick<SealedOutcome, 'deal' | 'at'> {
  if (rule.kind === 'yesNo')
    return { deal: answers.filter(({ answer }) => answer === true).length === answers.length, at: null };
  const bidOf = (party: string) => Number(answers.find((answer) => answer.party === party)?.answer);
  const [most, least] = [bidOf(rule.gives), bidOf(rule.takes)];
  return most >= least ? { deal: true, at: (most + least) / 2 } : { deal: false, at: null };
}

const sealedAnswers = once(
  (file) =>
    new Map(entriesOf(file, 'sealedAnswer').map((entry) => [`${entry.fact.question} ${entry.fact.party}`, entry])),
);
const outcomes = once((file) => new Map(entriesOf(file, 'sealedOutcome').map((entry) => [entry.fact.question, entry])));

/** The sealed questions that the viewer knows, oldest first. */
export const sealedQuestions = (file: CaseFile): readonly Entry<SealedQuestion>[] => entriesOf(file, 'sealedQuestion');
