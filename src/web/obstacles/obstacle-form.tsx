import type { Hono, Context as Request } from 'hono';
import {
  enterObstacle,
  entryOfKind,
  issues,
  obstacleStates,
  parties,
  reviseObstacle,
  type Entry,
  type EntryId,
  type Obstacle,
  type Setting,
} from '../../domain/index.ts';
import { FormPage, type FormProps } from '../agenda/form-page.tsx';
import { KnownTo, readKnownTo, thoseChosen } from '../agenda/known-to.tsx';
import { managesCase } from '../agenda/may-manage.ts';
import { typedLine, typedWords } from '../agenda/typed.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Field, Select } from '../fields.tsx';
import { Form, isProblem, type Problem } from '../form.ts';
import { stateInWords } from './list.tsx';

type Input = Omit<Obstacle, 'kind'> & { readonly knownTo: Setting };

/** Entering an obstacle. */
export function obstacleForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/obstacles/enter',
    page: (view, form, problem) =>
      managesCase(view) ? <ObstacleForm view={view} form={form} problem={problem} /> : null,
    read: (form, view) => {
      const obstacle = readObstacle(form);
      if (isProblem(obstacle)) return obstacle;
      const knownTo = readKnownTo(form, view);
      return isProblem(knownTo) ? knownTo : { ...obstacle, knownTo };
    },
    decide: enterObstacle,
    done: (view, _input, { entries }) => `${view.base}/obstacles#e-${entries[0]}`,
  });
}

/** Revising an obstacle, for those who know it. */
export function reviseObstacleForm(app: Hono, context: Context): void {
  caseForm<{ readonly id: EntryId; readonly change: Omit<Obstacle, 'kind'> }>(app, context, {
    path: '/obstacles/:id',
    page: (view, form, problem, request) => {
      const before = obstacleIn(view, request);
      return before === null || !managesCase(view) ? null : (
        <ObstacleForm
          view={view}
          form={request.req.method === 'GET' ? asTyped(before.fact) : form}
          problem={problem}
          before={before}
        />
      );
    },
    read: (form, _view, request) => {
      const change = readObstacle(form);
      return isProblem(change) ? change : { id: (request.req.param('id') ?? '') as EntryId, change };
    },
    about: ({ id }) => [id],
    decide: (file, actor, { id, change }, make) => reviseObstacle(file, actor, id, change, make),
    done: (view, _input, { entries }) => `${view.base}/obstacles#e-${entries[0]}`,
  });
}

const ObstacleForm = ({ view, form, problem, before }: FormProps & { readonly before?: Entry<Obstacle> }) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title={before === undefined ? 'Enter an obstacle' : 'Revise an obstacle'}
    here="/obstacles"
    action={before === undefined ? '/obstacles/enter' : `/obstacles/${before.id}`}
    lead="What stands in the way, in words that each side would recognise. Who is to blame is for the sides’ own accounts."
    readBy={before === undefined ? thoseChosen : 'those who know the obstacle already'}
    send={before === undefined ? 'Enter it' : 'Revise it'}
  >
    <Field name="title" label="In a few words" form={form} problem={problem} required maxlength={200} />
    <Field
      name="words"
      label="What it is (optional)"
      type="textarea"
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    <Select
      name="issue"
      label="About which issue"
      choices={[
        { value: '', label: 'No one issue' },
        ...issues(view.file).map(({ key, name }) => ({ value: key, label: name })),
      ]}
      form={form}
      problem={problem}
    />
    <Select
      name="raisedBy"
      label="Who raised it"
      choices={[
        { value: '', label: 'Nobody in particular' },
        ...parties(view.file).map(({ key, name }) => ({ value: key, label: name })),
      ]}
      form={form}
      problem={problem}
    />
    <Field
      name="remedy"
      label="What would remove it (optional)"
      type="textarea"
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    <Select
      name="state"
      label="How it stands"
      choices={obstacleStates.map((value) => ({ value, label: stateInWords[value] }))}
      form={form}
      problem={problem}
    />
    {before === undefined && <KnownTo view={view} form={form} problem={problem} parties="chosen" presumed="nothing" />}
  </FormPage>
);

function readObstacle(form: Form): Omit<Obstacle, 'kind'> | Problem {
  const title = typedLine(form, 'title', 'Say in a few words what stands in the way.');
  if (typeof title !== 'string') return title;
  const words = typedWords(form, 'words');
  if (typeof words !== 'string') return words;
  const remedy = typedWords(form, 'remedy');
  if (typeof remedy !== 'string') return remedy;
  return {
    title,
    words,
    remedy,
    issue: form.text('issue') || null,
    raisedBy: form.text('raisedBy') || null,
    state: obstacleStates.find((state) => state === form.text('state')) ?? 'standing',
  };
}

const asTyped = ({ title, words, issue, raisedBy, remedy, state }: Obstacle): Form =>
  new Form(Object.entries({ title, words, remedy, state, issue: issue ?? '', raisedBy: raisedBy ?? '' }));

const obstacleIn = (view: View, request: Request): Entry<Obstacle> | null =>
  entryOfKind(view.file, 'obstacle', request.req.param('id') ?? '');
