import type { Act, Instant, Recipient, ScriptTerm, Setting } from '../../domain/index.ts';
import type { ActPlace } from './acts.ts';
import type { TermDocument } from './parts.ts';
import type { ActDocument } from './steps.ts';

/** A side's proposal. */
export function proposalActIn(
  { terms, note, expires, revises }: ActDocument<'propose'>,
  room: Setting,
  place: ActPlace,
): Act {
  return {
    kind: 'submitProposal',
    room,
    terms: termsIn(terms, place),
    note: (note ?? '').trim(),
    expires: expiryIn(expires, place),
    revises: revises === undefined ? null : labelIn(revises, 'revises', place),
  };
}

/** A mediator's carry of what was chosen. */
export function carryActIn(
  { from, to, attribution, terms = [], verdict, covering }: ActDocument<'carry'>,
  place: ActPlace,
): Act {
  const { path, checks } = place;
  const chosen = Array.isArray(terms)
    ? terms.map((issue) => [issue, null] as const)
    : Object.entries(terms as Readonly<Record<string, string | null>>);
  for (const [issue] of chosen) checks.named('issue', issue, [...path, 'terms']);
  if (to !== 'mediation') checks.named('party', to, [...path, 'to']);
  return {
    kind: 'carry',
    source: labelIn(from, 'from', place),
    terms: chosen.map(([issue, words]) => ({ issue, words: words === null ? null : words.trim() })),
    verdict: verdict ?? false,
    to: (to === 'mediation' ? to : `party:${to}`) satisfies Recipient,
    attribution,
    covering: (covering ?? '').trim(),
  };
}

/** A side's answer to what was put to it. */
export function answerActIn({ to, verdict, release, terms, note }: ActDocument<'answer'>, place: ActPlace): Act {
  return {
    kind: 'respond',
    to: labelIn(to, 'to', place),
    verdict: verdict === 'accept-if' ? 'acceptIf' : verdict,
    release: release ?? 'hold',
    terms: termsIn(terms ?? {}, place),
    note: (note ?? '').trim(),
  };
}

/** The mediation's own proposal, or a non-paper. */
export function putForwardActIn(
  { to, form, title, terms, words, expires, manner }: ActDocument<'put-forward'>,
  place: ActPlace,
): Act {
  const { path, checks } = place;
  return {
    kind: 'putForward',
    to: to.map((party, index) => checks.named('party', party, [...path, 'to', index])),
    form: form === 'non-paper' ? 'nonPaper' : form,
    title,
    terms: termsIn(terms ?? {}, place).map(({ issue, answer, words: own }) => ({ issue, answer, words: own })),
    words: (words ?? '').trim(),
    expires: expiryIn(expires, place),
    manner: manner ?? 'apart',
  };
}

function termsIn(terms: Readonly<Record<string, TermDocument>>, { path, checks }: ActPlace): readonly ScriptTerm[] {
  return Object.entries(terms).map(([issue, written]) => {
    checks.named('issue', issue, [...path, 'terms', issue]);
    const { answer, release = null, words = '' } = typeof written === 'object' ? written : { answer: written };
    return { issue, answer, release, words: words.trim() };
  });
}

const expiryIn = (written: string | undefined, { path, checks }: ActPlace): Instant | null =>
  written === undefined ? null : checks.instant(written, [...path, 'expires'], 'end');

const labelIn = (label: string, key: string, { path, index, checks }: ActPlace): string =>
  checks.named('label', label, [...path, key], index);
