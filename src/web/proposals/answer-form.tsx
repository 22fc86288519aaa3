import type { Hono, Context as Request } from 'hono';
import {
  answerable,
  isRefusal,
  partyName,
  respond,
  responseTo,
  stateOf,
  audienceInWords,
  type Answerable,
  type Assent,
  type CaseFile,
  type Entry,
  type EntryId,
  type Response,
  type ResponseInput,
  type Verdict,
} from '../../domain/index.ts';
import { caseForm, throwaway, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { EntryCard } from '../entries/card.tsx';
import { PutWords } from '../entries/put-words.tsx';
import { roomAddress, roomOf, roomWith } from '../entries/room-of.ts';
import { Choices, Field, FormMarks, ProblemNote, Send, type Choice } from '../fields.tsx';
import { Form, problemWith, type Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';
import { startingRelease } from './proposal-form.tsx';
import { readTerms, startingTerms } from './read-terms.ts';
import { TermFields } from './term-fields.tsx';

/** Answering what was put to one's side. */
export function answerForm(app: Hono, context: Context): void {
  caseForm<ResponseInput>(app, context, {
    path: '/answer/:id',
    page: (view, form, problem, request) => {
      const asked = askedOf(view, request);
      return asked === null ? null : (
        <AnswerPage view={view} asked={asked} form={started(view, form, asked, request)} problem={problem} />
      );
    },
    read: (form, view, request) => readAnswerForm(form, view.file, (request.req.param('id') ?? '') as EntryId),
    about: ({ to }) => [to],
    decide: respond,
    done: (view, { to }, { entries }) => `${view.base}/answer/${to}#e-${entries[0]}`,
  });
}

/** What was put to a person's own side, and its answer so far. */
interface Asked {
  readonly party: string;
  readonly put: Answerable;
  readonly before: Entry<Response> | null;
}

const AnswerPage = ({
  view,
  asked: { party, put, before },
  form,
  problem,
}: {
  readonly view: View;
  readonly asked: Asked;
  readonly form: Form;
  readonly problem: Problem | null;
}) => {
  const room = roomWith(view.file, put.audience, party);
  const state = stateOf(view.file, put, view.now);
  const putIn = roomOf(view.file, put.audience);
  return (
    <CasePage view={view} title="Answer" here="/proposals" band={room.name} audience={room.audience}>
      <h1>Answer for {partyName(view.file, party)}</h1>
      <section aria-labelledby="put">
        <h2 id="put">What was put to you</h2>
        <PutWords fact={put.fact} view={view} />
        <p>
          <a href={`${roomAddress(view, putIn)}#e-${put.id}`}>
            See it in <bdi>{putIn.name}</bdi>
          </a>
        </p>
      </section>
      {before !== null && (
        <section aria-labelledby="so-far">
          <h2 id="so-far">Your answer so far</h2>
          <EntryCard entry={before} view={view} />
        </section>
      )}
      {state !== 'standing' && problem === null ? (
        <p class="empty">It is {state} and can no longer be answered.</p>
      ) : (
        <form method="post" action={`${view.base}/answer/${put.id}#problem`}>
          <h2>{before === null ? 'Your answer' : 'Answer again'}</h2>
          {before !== null && <p class="hint">A new answer replaces the one above.</p>}
          <ProblemNote problem={problem} view={view} />
          <FormMarks view={view} />
          <Choices name="verdict" legend="Verdict" choices={verdicts(view, put)} form={form} problem={problem} />
          <Choices
            name="release"
            legend="What the mediation may do with the answer itself"
            choices={[
              { value: 'hold', label: 'Hold', hint: 'It stays with those who read this form.' },
              {
                value: 'convey',
                label: 'May be conveyed as ours',
                hint: 'Another side may be told how you answered, in your name.',
              },
            ]}
            form={form}
            problem={problem}
          />
          <TermFields
            view={view}
            form={form}
            problem={problem}
            legend="Conditions, or your counter"
            released
            hint="For “accept if” and “counter” only. Every term says for itself what the mediation may do with it."
          />
          <Field
            name="note"
            label="Note to the mediation (optional)"
            hint="Read where the answer is read, and never carried."
            type="textarea"
            form={form}
            problem={problem}
            maxlength={20_000}
          />
          <Send readBy={audienceInWords(view.file, room.audience)}>Send the answer</Send>
        </form>
      )}
    </CasePage>
  );
};

/** The verdicts, an acceptance with what the person's mandate makes of it. */
function verdicts(view: View, put: Answerable): readonly Choice[] {
  const assent = assentIn(view, put);
  const accept: Pick<Choice, 'hint' | 'disabled'> =
    assent === null ? { hint: 'Not within your mandate.', disabled: true } : { hint: assentHints[assent] };
  const condition = assent === null ? accept : { hint: `On the conditions below. ${assentHints[assent]}` };
  const choices: Readonly<Record<Verdict, Choice>> = {
    accept: { value: 'accept', label: 'Accept', ...accept },
    acceptIf: { value: 'acceptIf', label: 'Accept if', ...condition },
    counter: { value: 'counter', label: 'Counter', hint: 'With the terms below instead.' },
    reject: { value: 'reject', label: 'Reject' },
  };
  return [choices.accept, choices.acceptIf, choices.counter, choices.reject];
}

const assentHints: Readonly<Record<Assent, string>> = {
  inPrinciple: 'In principle: assent to the idea, with the detail open.',
  adReferendum: 'Ad referendum: subject to approval at home.',
  final: 'Finally: your mandate lets you conclude.',
};

/** How far an acceptance by this person would bind, as the domain would have it; null where it would refuse one. */
function assentIn(view: View, put: Answerable): Assent | null {
  const accepted = respond(
    view.file,
    view.actor,
    { to: put.id, verdict: 'accept', release: 'hold', terms: [], note: '' },
    throwaway(view),
  );
  const fact = isRefusal(accepted) ? undefined : accepted.drafts[0]?.fact;
  return fact?.kind === 'response' ? fact.assent : null;
}

function readAnswerForm(form: Form, file: CaseFile, to: EntryId): ResponseInput | Problem {
  const verdict = form.text('verdict');
  if (verdict !== 'accept' && verdict !== 'acceptIf' && verdict !== 'counter' && verdict !== 'reject')
    return problemWith('verdict', 'Choose how you answer.');
  const release = form.text('release');
  if (release !== 'hold' && release !== 'convey')
    return problemWith('release', 'Say what the mediation may do with the answer.');
  const terms = readTerms(file, form);
  if ('sentence' in terms) return terms;
  return { to, verdict, release, terms, note: form.text('note').trim() };
}

/** The form as typed; on a page just opened, with the answer so far. */
function started(view: View, form: Form, { before }: Asked, request: Request): Form {
  if (request.req.method !== 'GET') return form;
  const release = startingRelease(view);
  const { terms = [], note = '', verdict } = before?.fact ?? {};
  const own = before?.fact.release ?? (release === 'convey' ? 'convey' : 'hold');
  return new Form(
    Object.entries({
      ...startingTerms(view.file, terms, release),
      release: own,
      note,
      ...(verdict !== undefined && { verdict }),
    }),
  );
}

function askedOf({ file, actor: { role } }: View, request: Request): Asked | null {
  if (role.kind !== 'delegate') return null;
  const put = answerable(file, role.party, (request.req.param('id') ?? '') as EntryId);
  return put === null ? null : { party: role.party, put, before: responseTo(file, role.party, put.id) };
}
