import type { Hono, Context as Request } from 'hono';
import {
  entryOfKind,
  keepDivision,
  parties,
  partyName,
  reviseDivision,
  type Division,
  type Entry,
  type EntryId,
  type Setting,
} from '../../domain/index.ts';
import { FormPage, type FormProps } from '../agenda/form-page.tsx';
import { caseForm, type View } from '../case-page.tsx';
import { KeptWith, readKeptWith } from '../conflict/kept-with.tsx';
import { setsUpWorkings } from '../conflict/reads-workings.ts';
import type { Context } from '../context.ts';
import { Choices, Field } from '../fields.tsx';
import { Form, isProblem } from '../form.ts';
import { startedFrom } from './from-points.ts';
import { readClaims } from './read-claims.ts';
import { SourcesOf } from './sources-of.tsx';

type Claimed = Omit<Division, 'kind' | 'sources'>;

/** Setting up a division. */
export function divisionForm(app: Hono, context: Context): void {
  caseForm<Claimed & { readonly sources: readonly EntryId[]; readonly room: Setting }>(app, context, {
    path: '/division/new',
    page: (view, form, problem, request) =>
      setsUpWorkings(view) ? (
        <DivisionForm view={view} form={request.req.method === 'GET' ? begun(view, form) : form} problem={problem} />
      ) : null,
    read: (form, view) => {
      const claimed = readClaims(form);
      if (isProblem(claimed)) return claimed;
      const room = readKeptWith(form, view);
      return isProblem(room) ? room : { ...claimed, room, sources: form.all('sources') as readonly EntryId[] };
    },
    about: ({ sources }) => sources,
    decide: keepDivision,
    done: (view, _input, { entries }) => `${view.base}/division/${entries[0]}`,
  });
}

/** Revising a division, for those who know it. */
export function reviseDivisionForm(app: Hono, context: Context): void {
  caseForm<{ readonly id: EntryId; readonly claimed: Claimed }>(app, context, {
    path: '/division/:id/edit',
    page: (view, form, problem, request) => {
      const before = divisionIn(view, request);
      return before === null || !setsUpWorkings(view) ? null : (
        <DivisionForm
          view={view}
          form={request.req.method === 'GET' ? written(before.fact) : form}
          problem={problem}
          before={before}
        />
      );
    },
    read: (form, _view, request) => {
      const claimed = readClaims(form);
      return isProblem(claimed) ? claimed : { id: (request.req.param('id') ?? '') as EntryId, claimed };
    },
    about: ({ id }) => [id],
    decide: (file, actor, { id, claimed }, make) => reviseDivision(file, actor, id, claimed, make),
    done: (view, _input, { entries }) => `${view.base}/division/${entries[0]}`,
  });
}

const DivisionForm = ({ view, form, problem, before }: FormProps & { readonly before?: Entry<Division> }) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title={before === undefined ? 'Set up a division' : 'Revise a division'}
    here="/division"
    action={before === undefined ? '/division/new' : `/division/${before.id}/edit`}
    lead="What is to be divided, and the points of each side: 100 over all the items. They are what you suppose unless a side has given them, and are shown with your name."
    readBy={
      before === undefined ? 'those you have chosen under “Who may know of it”' : 'those who know the division already'
    }
    send={before === undefined ? 'Keep the division' : 'Keep the revised division'}
  >
    {form.all('sources').map((id) => (
      <input type="hidden" name="sources" value={id} />
    ))}
    <SourcesOf sources={before?.fact.sources ?? (form.all('sources') as readonly EntryId[])} view={view} />
    <Field name="title" label="Title" form={form} problem={problem} maxlength={200} />
    <Field name="first" label="The first side" form={form} problem={problem} maxlength={200} />
    <Field name="second" label="The second side" form={form} problem={problem} maxlength={200} />
    <Field
      name="items"
      label="The items, with the points of each side"
      hint={
        <>
          One item on each line: its name, a colon, the points of the first side, a semicolon and those of the second.{' '}
          <code>House: 15; 10</code>
        </>
      }
      type="textarea"
      rows={8}
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    <Choices
      name="reading"
      legend="Points that do not sum to 100"
      choices={[
        { value: 'as stated', label: 'Are a mistake', hint: 'You are told of it, and nothing is kept.' },
        {
          value: 'scaled',
          label: 'Are multiplied so that they do',
          hint: 'What an item is worth to a side beside the others stays as it is.',
        },
      ]}
      form={form}
      problem={problem}
      value="as stated"
    />
    <Field
      name="basis"
      label="Where the points come from (optional)"
      type="textarea"
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    {before === undefined && <KeptWith view={view} form={form} problem={problem} />}
  </FormPage>
);

/** A form just opened: with the first two sides by name, or started from the points of the two that the address names. */
function begun(view: View, asked: Form): Form {
  const { file } = view;
  const [first, second] = asked.all('from').length === 2 ? asked.all('from') : parties(file).map(({ key }) => key);
  const blank: [string, string][] = [
    ['first', first === undefined ? '' : partyName(file, first)],
    ['second', second === undefined ? '' : partyName(file, second)],
    ['knownTo', 'mediation'],
  ];
  const started = first === undefined || second === undefined ? null : startedFrom(file, first, second);
  if (asked.all('from').length !== 2 || started === null) return new Form([...blank, ['reading', 'as stated']]);
  const left =
    started.leftOut.length === 0 ? '' : ` Left out, since one answer is best for both: ${started.leftOut.join(', ')}.`;
  return new Form([
    ...blank,
    ['reading', 'scaled'],
    ['items', started.items.map(({ name, points }) => `${name}: ${points.join('; ')}`).join('\n')],
    [
      'basis',
      `Started from the points of both sides: on each issue, what is at stake for a side between its own best answer and the other’s, times the weight of the issue. That half an issue is worth half of this is supposed.${left}`,
    ],
    ...started.sources.map(({ id }): [string, string] => ['sources', id]),
  ]);
}

/** A division as it is typed into its form. */
const written = ({ title, basis, claims, reading }: Division): Form =>
  new Form(
    Object.entries({
      title,
      basis,
      reading,
      first: claims.parties[0],
      second: claims.parties[1],
      items: claims.items.map((item, i) => `${item}: ${claims.points[0][i]}; ${claims.points[1][i]}`).join('\n'),
    }),
  );

const divisionIn = (view: View, request: Request): Entry<Division> | null =>
  entryOfKind(view.file, 'division', request.req.param('id') ?? '');
