import type { Hono } from 'hono';
import { fileReport, type Report, type Setting } from '../../domain/index.ts';
import { caseForm } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Choices, Field } from '../fields.tsx';
import { isProblem, problemWith } from '../form.ts';
import { readInstant, zoneOf } from '../times.tsx';
import { FormPage, type FormProps } from './form-page.tsx';
import { KnownTo, readKnownTo, thoseChosen } from './known-to.tsx';
import { managesCase } from './may-manage.ts';
import { typedLine, typedWords } from './typed.ts';

type Input = Omit<Report, 'kind'> & { readonly knownTo: Setting };

/** Filing a report of something outside the room. */
export function reportForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/agenda/report',
    page: (view, form, problem) =>
      managesCase(view) ? <ReportForm view={view} form={form} problem={problem} /> : null,
    read: (form, view) => {
      const what = kinds.find((kind) => kind === form.text('what'));
      if (what === undefined) return problemWith('what', 'Say what kind of report it is.');
      const on = readInstant(
        /^\d{4}-\d\d-\d\d$/.test(form.text('on')) ? `${form.text('on')}T00:00` : '',
        zoneOf(view.file),
      );
      if (on === null) return problemWith('on', 'Give the day of what is reported.');
      if (on > view.now)
        return problemWith('on', 'This day lies ahead. A report tells what has happened or has been said.');
      const words = typedWords(form, 'words');
      if (typeof words !== 'string') return words;
      if (words === '') return problemWith('words', 'Write what is reported.');
      const attribution = typedLine(form, 'attribution', 'Say who says so.');
      if (typeof attribution !== 'string') return attribution;
      const source = typedLine(form, 'source', 'Say where it was said or published.', 2_000);
      if (typeof source !== 'string') return source;
      const knownTo = readKnownTo(form, view);
      return isProblem(knownTo) ? knownTo : { what, on, words, attribution, source, knownTo };
    },
    decide: fileReport,
    done: (view, _input, { entries }) => `${view.base}/agenda#e-${entries[0]}`,
  });
}

const kinds = ['event', 'statement', 'assessment'] as const;

const ReportForm = ({ view, form, problem }: FormProps) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title="File a report"
    here="/agenda"
    action="/agenda/report"
    lead="What happens outside the room, and what is said of the talks, stands on the same time line as the talks, always with who says so."
    readBy={thoseChosen}
    send="File the report"
  >
    <Choices
      name="what"
      legend="What it tells"
      choices={[
        { value: 'event', label: 'An event', hint: 'Something that happened.' },
        { value: 'statement', label: 'A statement', hint: 'What somebody said.' },
        { value: 'assessment', label: 'An assessment', hint: 'What somebody makes of it.' },
      ]}
      form={form}
      problem={problem}
      value="event"
    />
    <Field name="on" label="The day of what is reported" type="date" form={form} problem={problem} required />
    <Field
      name="words"
      label="What is reported"
      type="textarea"
      form={form}
      problem={problem}
      required
      maxlength={20_000}
    />
    <Field
      name="attribution"
      label="Who says so"
      hint="As it may be said: “the ministry’s press office”, “an official who asked not to be named”."
      form={form}
      problem={problem}
      required
      maxlength={200}
    />
    <Field
      name="source"
      label="Where it was said or published"
      hint="A newspaper and its date, an address, a conversation."
      form={form}
      problem={problem}
      required
      maxlength={2_000}
    />
    <KnownTo view={view} form={form} problem={problem} parties="chosen" presumed="joint" />
  </FormPage>
);
