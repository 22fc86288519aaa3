import type { Hono } from 'hono';
import { setDeadline, type Deadline, type Setting } from '../../domain/index.ts';
import { caseForm } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Field } from '../fields.tsx';
import { isProblem, problemWith } from '../form.ts';
import { readInstant, zoneOf } from '../times.tsx';
import { FormPage, type FormProps } from './form-page.tsx';
import { KnownTo, readKnownTo, thoseChosen } from './known-to.tsx';
import { managesCase } from './may-manage.ts';
import { typedLine, typedWords } from './typed.ts';

type Input = Omit<Deadline, 'kind'> & { readonly knownTo: Setting };

/** Setting a deadline. */
export function deadlineForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/agenda/deadline',
    page: (view, form, problem) =>
      managesCase(view) ? <DeadlineForm view={view} form={form} problem={problem} /> : null,
    read: (form, view) => {
      const name = typedLine(form, 'name', 'Give the deadline a name.');
      if (typeof name !== 'string') return name;
      const falls = readInstant(form.text('falls'), zoneOf(view.file));
      if (falls === null) return problemWith('falls', 'Give the day, and the hour if there is one.');
      if (falls <= view.now)
        return problemWith(
          'falls',
          'This has passed. A deadline lies ahead; what has happened can be filed as a report.',
        );
      const consequence = typedWords(form, 'consequence');
      if (typeof consequence !== 'string') return consequence;
      const knownTo = readKnownTo(form, view);
      return isProblem(knownTo) ? knownTo : { name, falls, consequence, knownTo };
    },
    decide: setDeadline,
    done: (view, _input, { entries }) => `${view.base}/agenda#e-${entries[0]}`,
  });
}

const DeadlineForm = ({ view, form, problem }: FormProps) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title="Set a deadline"
    here="/agenda"
    action="/agenda/deadline"
    lead="A deadline changes what can still be done. To move one, set it again by the same name, for the same to know."
    readBy={thoseChosen}
    send="Set the deadline"
  >
    <Field name="name" label="Name" form={form} problem={problem} required maxlength={200} />
    <Field
      name="falls"
      label="When it falls"
      hint={`In the time zone of the case, ${zoneOf(view.file)}.`}
      type="datetime-local"
      form={form}
      problem={problem}
      required
    />
    <Field
      name="consequence"
      label="What happens then"
      hint="If nothing is agreed by then."
      type="textarea"
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    <KnownTo view={view} form={form} problem={problem} parties="chosen" presumed="joint" />
  </FormPage>
);
