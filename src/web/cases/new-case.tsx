import type { Hono } from 'hono';
import { instant, isReplayRefusal, replayCase, type ReplayRefusal } from '../../domain/index.ts';
import type { Account } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { Choices, Field, ProblemNote, Send } from '../fields.tsx';
import { Form, isProblem, problemOf, readForm, type Problem } from '../form.ts';
import { sessionToken } from '../session.ts';
import { Plain } from '../shell.tsx';
import { opener } from './may-open.ts';
import { idsFor, openCaseAs } from './open-case.ts';
import { readCase } from './read-case.ts';

/** Opening a case by a form. */
export function newCase(app: Hono, context: Context): void {
  app.get('/cases/new', async (request) => {
    const account = await opener(context, request);
    if (account instanceof Response) return account;
    return request.html(
      <NewCase
        account={account}
        context={context}
        form={new Form()}
        problem={null}
        formKey={context.newKey(sessionToken(context, request))}
      />,
    );
  });
  app.post('/cases/new', async (request) => {
    const account = await opener(context, request);
    if (account instanceof Response) return account;
    const form = await readForm(request);
    const key = form.text('key') || context.newKey(sessionToken(context, request));
    const again = (problem: Problem) =>
      request.html(
        <NewCase account={account} context={context} form={form} problem={problem} formKey={key} />,
        problem.status,
      );
    const script = readCase(form, instant(context.clock()));
    if (isProblem(script)) return again(script);
    const played = replayCase(script, idsFor(context, account, form, key));
    if (isReplayRefusal(played)) return again(problemOfReplay(played));
    const address = await openCaseAs(context, account, script, played);
    return request.redirect(address ?? '/cases', 303);
  });
}

/** What the domain refused, beside the field that it stands in on this form. */
function problemOfReplay({ refusal, place }: ReplayRefusal): Problem {
  const problem = problemOf(refusal);
  const shown = ['parties', 'institutions'];
  return {
    ...problem,
    field: place.part === 'agenda' ? 'issues' : shown.includes(problem.field ?? '') ? problem.field : null,
    status: 422,
  };
}

interface Props {
  readonly account: Account;
  readonly context: Context;
  readonly form: Form;
  readonly problem: Problem | null;
  readonly formKey: string;
}

const NewCase = ({ account, context, form, problem, formKey }: Props) => (
  <Plain title="Open a case" account={account} demonstration={context.demonstration}>
    <h1>Open a case</h1>
    <p>
      You will be its first mediator, and alone in it until you invite others. If you have the case as a file,{' '}
      <a href="/cases/new/file">open it from the file</a>.
    </p>
    <ProblemNote problem={problem} />
    <form method="post" action="/cases/new#problem">
      <input type="hidden" name="key" value={formKey} />
      <h2>The case</h2>
      <Field name="name" label="Name of the case" form={form} problem={problem} required maxlength={200} />
      <Field
        name="summary"
        label="What it is about"
        hint="A few sentences that every side can read and agree to."
        type="textarea"
        form={form}
        problem={problem}
        maxlength={20_000}
      />
      <Field
        name="provenance"
        label="Where its facts come from"
        hint="Such as “the parties themselves”, or the reports used. Say so if it is invented."
        form={form}
        problem={problem}
        maxlength={2_000}
      />
      <Field
        name="zone"
        label="Time zone"
        hint="In which the case shows all times, such as Europe/Zurich."
        form={form}
        problem={problem}
        value="UTC"
        required
        maxlength={60}
      />
      <h2>Who takes part</h2>
      <Field
        name="parties"
        label="Parties"
        hint="One name on each line, 2 to 8. The order does not matter: pages show them in alphabetical order."
        type="textarea"
        form={form}
        problem={problem}
        required
        maxlength={2_000}
      />
      <Field
        name="institutions"
        label="Mediating institutions"
        hint="One on each line: the name, then | and one of lead, supporting, guarantor, observer. You belong to the first that has the lead."
        type="textarea"
        form={form}
        problem={problem}
        value="Mediation | lead"
        required
        maxlength={2_000}
      />
      <Field
        name="own"
        label="Your name in this case"
        form={form}
        problem={problem}
        value={account.name}
        required
        autocomplete="name"
        maxlength={200}
      />
      <h2>What is to be settled</h2>
      <Field
        name="issues"
        label="Issues"
        hint={
          <>
            One on each line, with what an answer can be: options (<code>The gate: open | shut</code>) or a range of
            numbers (<code>Annual release: 0–100 Mm³ step 5</code>). You can add issues later, too.
          </>
        }
        type="textarea"
        rows={6}
        form={form}
        problem={problem}
        maxlength={20_000}
      />
      <h2>Rules</h2>
      <Choices
        name="release"
        legend="What the mediation may do with a term for which the side says nothing"
        choices={[
          { value: 'hold', label: 'Hold it', hint: 'It goes nowhere until the side releases it. The careful choice.' },
          { value: 'float', label: 'Float it', hint: 'The mediation may put it forward as an idea of its own.' },
          { value: 'convey', label: 'Convey it', hint: 'The mediation may convey it as the side’s.' },
        ]}
        form={form}
        problem={problem}
        value="hold"
      />
      <Choices
        name="receipts"
        legend="When something of a side’s own is carried"
        choices={[
          {
            value: 'yes',
            label: 'The side gets a receipt',
            hint: 'What was carried, to whom, and whether it was reworded.',
          },
          { value: 'no', label: 'The side gets no receipt' },
        ]}
        form={form}
        problem={problem}
        value="yes"
      />
      <Choices
        name="existence"
        legend="That this case exists"
        choices={[
          {
            value: 'confidential',
            label: 'Known to the mediation and the parties',
            hint: 'Readers who are invited see nothing of it until something is made public.',
          },
          {
            value: 'public',
            label: 'Known to readers too',
            hint: 'Its name, what it is about and its parties; nothing that is said in it.',
          },
        ]}
        form={form}
        problem={problem}
        value="confidential"
      />
      <Send readBy="those whom you invite: the name, the parties, the institutions, the issues and the rules are the same for all">
        Open the case
      </Send>
    </form>
  </Plain>
);
