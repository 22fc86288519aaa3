import type { Hono, Context as Request } from 'hono';
import {
  entryOfKind,
  keepConflictModel,
  parties,
  reviseConflictModel,
  type Entry,
  type EntryId,
  type ModelledConflict,
  type Setting,
} from '../../domain/index.ts';
import { FormPage, type FormProps } from '../agenda/form-page.tsx';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Form, isProblem, type Problem } from '../form.ts';
import { ConflictFields } from './fields.tsx';
import { KeptWith, readKeptWith } from './kept-with.tsx';
import { setsUpWorkings } from './reads-workings.ts';
import { readFrame } from './read-frame.ts';
import { readModel } from './read-model.ts';
import { writtenModel } from './written-model.ts';

type Model = Omit<ModelledConflict, 'kind'>;

/** What the form asks for: to see the states so far, which records nothing; or to keep the model. */
type Asked<Kept> = { readonly asks: 'states' } | { readonly asks: 'keep'; readonly kept: Kept };

/** Setting up a conflict model. */
export function conflictForm(app: Hono, context: Context): void {
  caseForm<Asked<Model & { readonly room: Setting }>>(app, context, {
    path: '/conflict/new',
    page: (view, form, problem, request) =>
      setsUpWorkings(view) ? (
        <ConflictForm view={view} form={request.req.method === 'GET' ? begun(view) : form} problem={problem} />
      ) : null,
    read: (form, view) => {
      if (asksForStates(form)) return readStates(form);
      const model = readModel(form);
      if (isProblem(model)) return model;
      const room = readKeptWith(form, view);
      return isProblem(room) ? room : { asks: 'keep', kept: { ...model, room } };
    },
    previews: asksForStates,
    decide: (file, actor, input, make) =>
      input.asks === 'states' ? { drafts: [] } : keepConflictModel(file, actor, input.kept, make),
    done: (view, _input, { entries }) => `${view.base}/conflict/${entries[0]}`,
  });
}

/** Revising a conflict model, for those who know it. */
export function reviseConflictForm(app: Hono, context: Context): void {
  caseForm<Asked<Model> & { readonly id: EntryId }>(app, context, {
    path: '/conflict/:id/edit',
    page: (view, form, problem, request) => {
      const before = modelIn(view, request);
      return before === null || !setsUpWorkings(view) ? null : (
        <ConflictForm
          view={view}
          form={request.req.method === 'GET' ? writtenModel(before.fact) : form}
          problem={problem}
          before={before}
        />
      );
    },
    read: (form, _view, request) => {
      const id = (request.req.param('id') ?? '') as EntryId;
      if (asksForStates(form)) {
        const asked = readStates(form);
        return isProblem(asked) ? asked : { ...asked, id };
      }
      const kept = readModel(form);
      return isProblem(kept) ? kept : { asks: 'keep', kept, id };
    },
    about: ({ id }) => [id],
    previews: asksForStates,
    decide: (file, actor, input, make) =>
      input.asks === 'states' ? { drafts: [] } : reviseConflictModel(file, actor, input.id, input.kept, make),
    done: (view, _input, { entries }) => `${view.base}/conflict/${entries[0]}`,
  });
}

const ConflictForm = ({ view, form, problem, before }: FormProps & { readonly before?: Entry<ModelledConflict> }) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title={before === undefined ? 'Set up a conflict model' : 'Revise a conflict model'}
    here="/conflict"
    action={actionFor(before)}
    lead="First who decides on what. Then look at the states that are left, and say what each prefers. All of it is what you suppose, and is shown with your name."
    readBy={
      before === undefined ? 'those you have chosen under “Who may know of it”' : 'those who know the model already'
    }
    send={before === undefined ? 'Keep the model' : 'Keep the revised model'}
  >
    <ConflictFields view={view} form={form} problem={problem} action={`${view.base}${actionFor(before)}`} />
    {before === undefined && <KeptWith view={view} form={form} problem={problem} />}
  </FormPage>
);

const actionFor = (before: Entry<ModelledConflict> | undefined): string =>
  before === undefined ? '/conflict/new' : `/conflict/${before.id}/edit`;

const asksForStates = (form: Form): boolean => form.text('step') === 'states';

function readStates(form: Form): { readonly asks: 'states' } | Problem {
  const frame = readFrame(form);
  return isProblem(frame) ? frame : { asks: 'states' };
}

/** A form just opened: the sides are named, in the order of all pages, and nothing else is supposed. */
const begun = (view: View): Form =>
  new Form([
    [
      'options',
      parties(view.file)
        .map(({ name }) => `${name}: `)
        .join('\n'),
    ],
    ['knownTo', 'mediation'],
  ]);

const modelIn = (view: View, request: Request): Entry<ModelledConflict> | null =>
  entryOfKind(view.file, 'conflictModel', request.req.param('id') ?? '');
