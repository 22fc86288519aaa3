import type { Hono, Context as Request } from 'hono';
import {
  isRefusal,
  mayCarry,
  mayMediate,
  parties,
  putForward,
  roomIn,
  sourceWithId,
  type BridgingInput,
} from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { roomAddress, roomOf } from '../entries/room-of.ts';
import { Choices, Field, FormMarks } from '../fields.tsx';
import { Form, isProblem, problemWith, type Problem } from '../form.ts';
import { offersNamed, readExpiry, readOffers, startingTerms } from '../proposals/read-terms.ts';
import { TermFields } from '../proposals/term-fields.tsx';
import { CasePage } from '../shell.tsx';
import { zoneOf } from '../times.tsx';
import { AskForPreview, PreviewRegion } from './preview.tsx';
import { asksForPreview, asPreviewed, previewedIn, previewOf, type Stepped } from './previewing.ts';

/** The mediation's own proposal or non-paper: write, preview, confirm. */
export function putForwardForm(app: Hono, context: Context): void {
  caseForm<Stepped<BridgingInput>>(app, context, {
    path: '/put-forward',
    page: (view, form, problem, request) => {
      if (isRefusal(mayMediate(view.file, view.actor, 'put forward'))) return null;
      return (
        <PutForwardPage
          view={view}
          form={started(view, form, request)}
          problem={problem}
          sent={request.req.method === 'POST'}
        />
      );
    },
    previews: asksForPreview,
    read: readBridging,
    decide: (file, actor, { input, previewed }, make) =>
      asPreviewed(previewed, (making) => putForward(file, actor, input, making), make),
    done: (view, { input: { to, manner } }, { entries }) =>
      manner === 'jointly' || to.length === 1
        ? `${roomAddress(view, roomOf(view.file, roomIn(view.file, { kind: 'caucus', parties: to }).audience))}#e-${entries[0]}`
        : `${view.base}/proposals#put-to-sides`,
  });
}

const PutForwardPage = ({
  view,
  form,
  problem,
  sent,
}: {
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
  readonly sent: boolean;
}) => {
  const { file, actor } = view;
  const asked = readBridging(form, view);
  const preview = sent ? previewOf(view, asked, (input, make) => putForward(file, actor, input, make)) : null;
  return (
    <CasePage view={view} title="The mediation’s own proposal" here="/proposals">
      <h1>Put forward the mediation’s own proposal</h1>
      <parley-preview>
        <form method="post" action={`${view.base}/put-forward#preview`} class="carry">
          <Fields view={view} form={form} problem={problem} />
          <PreviewRegion
            view={view}
            preview={preview}
            problem={problem}
            empty="Write it and say to whom, then preview: exactly what each side will read appears here. Nothing is sent before you have seen it."
            confirm="Put it forward"
          />
        </form>
      </parley-preview>
    </CasePage>
  );
};

const Fields = ({
  view,
  form,
  problem,
}: {
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
}) => (
  <div class="carry-fields">
    <FormMarks view={view} />
    <Choices
      name="kind"
      legend="What it is"
      choices={[
        {
          value: 'bridging',
          label: 'A bridging proposal',
          hint: 'The mediation’s own proposal between the positions.',
        },
        { value: 'nonPaper', label: 'A non-paper', hint: 'A text for discussion that nobody owns.' },
      ]}
      form={form}
      problem={problem}
    />
    <Field name="title" label="Title" form={form} problem={problem} maxlength={200} />
    <Field
      name="words"
      label="Words"
      hint="A text without terms needs words; terms can stand alone."
      type="textarea"
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    <TermFields view={view} form={form} problem={problem} legend="Terms" released={false} />
    <h2>To whom</h2>
    <Choices
      name="to"
      legend="Recipients"
      choices={parties(view.file).map(({ key, name }) => ({ value: key, label: <bdi>{name}</bdi> }))}
      many
      form={form}
      problem={problem}
    />
    <Choices
      name="manner"
      legend="Apart or jointly"
      choices={[
        {
          value: 'apart',
          label: 'Apart',
          hint: 'Each side reads a copy of its own, and is not told who else received one.',
        },
        { value: 'jointly', label: 'Jointly', hint: 'One copy for all: every recipient sees who else received it.' },
      ]}
      form={form}
      problem={problem}
    />
    <Field
      name="expires"
      label="Open until (optional)"
      hint={`In the time zone of the case, ${zoneOf(view.file)}.`}
      type="datetime-local"
      form={form}
      problem={problem}
    />
    <AskForPreview />
  </div>
);

function readBridging(form: Form, view: View): Stepped<BridgingInput> | Problem {
  const title = form.text('title').trim();
  if (title === '') return problemWith('title', 'Give it a title.');
  const offers = readOffers(view.file, form);
  if ('sentence' in offers) return offers;
  const expiry = readExpiry(view, form);
  if (isProblem(expiry)) return expiry;
  const input: BridgingInput = {
    form: form.text('kind') === 'nonPaper' ? 'nonPaper' : 'bridging',
    title,
    words: form.text('words').trim(),
    terms: offers,
    to: recipientsTicked(form, view),
    manner: form.text('manner') === 'jointly' ? 'jointly' : 'apart',
    expires: expiry.expires,
  };
  return { input, previewed: previewedIn(form) };
}

/** The parties ticked, in the order that every page has; whatever else was sent comes after, to be refused. */
function recipientsTicked(form: Form, { file }: View): readonly string[] {
  const ticked = form.all('to');
  const known = parties(file).map(({ key }) => key);
  return [...known.filter((key) => ticked.includes(key)), ...ticked.filter((key) => !known.includes(key))];
}

/**
 * The form as typed. On a page just opened from a side's term it has the value of that term to change, if it may go anywhere at all; on one
 * opened from a package, the answers, title, kind and recipients that the address names.
 */
function started(view: View, form: Form, request: Request): Form {
  if (request.req.method !== 'GET') return form;
  const term = sourceWithId(view.file, form.text('from'))?.fact.terms.find(({ issue }) => issue === form.text('issue'));
  const offers =
    term === undefined || mayCarry(term.release, 'unattributed') === 'held'
      ? offersNamed(view.file, form)
      : [{ issue: term.issue, answer: term.answer, words: '' }];
  const to = parties(view.file).filter(({ key }) => form.all('to').includes(key));
  return new Form([
    ...Object.entries({
      ...startingTerms(view.file, offers, 'hold'),
      title: form.text('title'),
      kind: form.text('kind') === 'nonPaper' ? 'nonPaper' : 'bridging',
      manner: 'apart',
    }),
    ...to.map(({ key }): [string, string] => ['to', key]),
  ]);
}
