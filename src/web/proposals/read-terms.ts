import {
  answerInWords,
  issues,
  readAnswer,
  type CaseFile,
  type Instant,
  type Issue,
  type Release,
  type Term,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';
import { readInstant, zoneOf } from '../times.tsx';

/** An answer offered on an issue, with its wording; a term without its release. */
export type Offer = Omit<Term, 'release'>;

/** The answers typed into a form's `TermFields`, in the order of the agenda. A wording without an answer is a problem, so that no word is lost. */
export function readOffers(file: CaseFile, form: Form): readonly Offer[] | Problem {
  const offers: Offer[] = [];
  for (const issue of issues(file)) {
    const typed = form.text(`terms.${issue.key}`).trim();
    const words = form.text(`words.${issue.key}`).trim();
    if (typed === '' && words !== '')
      return problemWith(`terms.${issue.key}`, `${issue.name}: give an answer too, or clear your wording.`);
    if (typed !== '') offers.push({ issue: issue.key, answer: readAnswer(issue, typed), words });
  }
  return offers;
}

/** The answers that an address names for a form's `TermFields` (`terms.water=20`), as they are: what is wrong with one is said when it is sent. */
export const offersNamed = (file: CaseFile, form: Form): readonly Offer[] =>
  issues(file).flatMap((issue) => {
    const named = form.text(`terms.${issue.key}`).trim();
    return named === '' ? [] : [{ issue: issue.key, answer: readAnswer(issue, named), words: '' }];
  });

/** The terms typed into a form's `TermFields`, each with what the mediation may do with it. */
export function readTerms(file: CaseFile, form: Form): readonly Term[] | Problem {
  const offers = readOffers(file, form);
  if ('sentence' in offers) return offers;
  const terms: Term[] = [];
  for (const offer of offers) {
    const release = form.text(`release.${offer.issue}`);
    if (!isRelease(release))
      return problemWith(`release.${offer.issue}`, 'Say what the mediation may do with this term.');
    terms.push({ ...offer, release });
  }
  return terms;
}

/** The texts with which `TermFields` start: these terms, and on every other issue none, with the release that the case's rules give. */
export function startingTerms(
  file: CaseFile,
  terms: readonly (Offer & { readonly release?: Release })[],
  release: Release,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    issues(file).flatMap(({ key }) => {
      const term = terms.find((one) => one.issue === key);
      return [
        [`terms.${key}`, term === undefined ? '' : String(term.answer)],
        [`release.${key}`, term?.release ?? release],
        [`words.${key}`, term?.words ?? ''],
      ];
    }),
  );
}

/** The answer typed on an issue, in words; null where none was. */
export function typedAnswer(issue: Issue, form: Form): string | null {
  const typed = form.text(`terms.${issue.key}`).trim();
  const answer = readAnswer(issue, typed);
  // What cannot be read is shown as it was typed.
  return typed === ''
    ? null
    : issue.scale.kind === 'range' && typeof answer === 'string'
      ? typed
      : answerInWords(issue, answer);
}

/** The expiry typed into the field `expires`, or that there is none. */
export function readExpiry(view: View, form: Form): { readonly expires: Instant | null } | Problem {
  const typed = form.text('expires').trim();
  if (typed === '') return { expires: null };
  const expires = readInstant(typed, zoneOf(view.file));
  return expires === null ? problemWith('expires', 'Give a day and a time, such as 2031-01-20T18:00.') : { expires };
}

const isRelease = (text: string): text is Release => text === 'hold' || text === 'float' || text === 'convey';
