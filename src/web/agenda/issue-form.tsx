import type { Hono } from 'hono';
import { addIssue, type Issue, type Setting } from '../../domain/index.ts';
import { caseForm } from '../case-page.tsx';
import { withKeys } from '../cases/keys.ts';
import type { Context } from '../context.ts';
import { Choices, Field } from '../fields.tsx';
import { isProblem, problemWith, type Form, type Problem } from '../form.ts';
import { FormPage, type FormProps } from './form-page.tsx';
import { KnownTo, readKnownTo, thoseChosen } from './known-to.tsx';
import { managesCase } from './may-manage.ts';
import { keyOf } from './named.ts';
import { linesIn, numberIn, typedLine, typedWords } from './typed.ts';

type Input = Omit<Issue, 'kind' | 'key'> & { readonly knownTo: Setting };

/** Putting an issue on the agenda. */
export function issueForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/agenda/issue',
    page: (view, form, problem) => (managesCase(view) ? <IssueForm view={view} form={form} problem={problem} /> : null),
    read: (form, view) => {
      const name = typedLine(form, 'name', 'Give the issue a name.');
      if (typeof name !== 'string') return name;
      const description = typedWords(form, 'description');
      if (typeof description !== 'string') return description;
      const scale = readScale(form);
      if (isProblem(scale)) return scale;
      const knownTo = readKnownTo(form, view);
      return isProblem(knownTo) ? knownTo : { name, description, scale, knownTo };
    },
    decide: (file, actor, input, make) =>
      addIssue(file, actor, { ...input, key: keyOf(file, 'issue', input.name, input.knownTo) }, make),
    done: (view, _input, { entries }) => `${view.base}/agenda#e-${entries[0]}`,
  });
}

const IssueForm = ({ view, form, problem }: FormProps) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title="Put an issue on the agenda"
    here="/agenda"
    action="/agenda/issue"
    lead="An issue is a matter to be settled, with what an answer to it can be. Sides answer it in proposals and positions."
    readBy={thoseChosen}
    send="Put it on the agenda"
  >
    <Field name="name" label="Name" form={form} problem={problem} required maxlength={200} />
    <Field
      name="description"
      label="What it is about"
      hint="In words that every side can accept."
      type="textarea"
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    <Choices
      name="scale"
      legend="What an answer can be"
      choices={[
        { value: 'options', label: 'One of some options' },
        { value: 'range', label: 'A number between two bounds' },
      ]}
      form={form}
      problem={problem}
      value="options"
    />
    <Field
      name="options"
      label="Options"
      hint="For options: one on each line, at least two."
      type="textarea"
      form={form}
      problem={problem}
      maxlength={5_000}
    />
    <Field
      name="from"
      label="Lowest number"
      hint="For a number."
      form={form}
      problem={problem}
      inputmode="decimal"
      maxlength={30}
    />
    <Field name="to" label="Highest number" form={form} problem={problem} inputmode="decimal" maxlength={30} />
    <Field
      name="unit"
      label="Unit"
      hint="Such as m³/s or days; none if left out."
      form={form}
      problem={problem}
      maxlength={60}
    />
    <Field
      name="step"
      label="Step"
      hint="The smallest difference between two answers; any number between the bounds if left out."
      form={form}
      problem={problem}
      inputmode="decimal"
      maxlength={30}
    />
    <KnownTo view={view} form={form} problem={problem} parties="chosen" presumed="joint" />
  </FormPage>
);

function readScale(form: Form): Issue['scale'] | Problem {
  switch (form.text('scale')) {
    case 'options':
      return readOptions(form);
    case 'range':
      return readRange(form);
    default:
      return problemWith('scale', 'Say what an answer can be.');
  }
}

function readOptions(form: Form): Issue['scale'] | Problem {
  const names = linesIn(form.text('options'));
  const twice = names.find(
    (name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < index,
  );
  if (twice !== undefined) return problemWith('options', `“${twice}” stands twice.`);
  const long = names.find((name) => name.length > 200);
  if (long !== undefined) return problemWith('options', 'An option is at most 200 characters long; explain it above.');
  return names.length < 2
    ? problemWith('options', 'Give at least two options, one on each line.')
    : {
        kind: 'options',
        options: withKeys(
          names.map((name) => ({ name })),
          'option',
          [],
        ),
      };
}

function readRange(form: Form): Issue['scale'] | Problem {
  const from = numberIn(form.text('from'));
  if (from === null) return problemWith('from', 'Give the lowest number, such as 10 or 2.5.');
  const to = numberIn(form.text('to'));
  if (to === null) return problemWith('to', 'Give the highest number, such as 60.');
  if (from >= to) return problemWith('to', 'The highest number must be above the lowest.');
  const step = form.text('step').trim() === '' ? null : numberIn(form.text('step'));
  if (step === null && form.text('step').trim() !== '')
    return problemWith('step', 'Give a number, such as 1 or 0.5, or leave it out.');
  if (step !== null && (step <= 0 || step > to - from))
    return problemWith('step', 'The step must be above 0, and no larger than the range.');
  return { kind: 'range', from, to, unit: form.text('unit').trim(), step };
}
