import type { Hono } from 'hono';
import { playCaseYaml, type Fault } from '../../formats/index.ts';
import type { Account } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { Field, Send } from '../fields.tsx';
import { Form, readForm } from '../form.ts';
import { sessionToken } from '../session.ts';
import { Plain } from '../shell.tsx';
import { opener } from './may-open.ts';
import { idsFor, openCaseAs } from './open-case.ts';

/** Opening a case from a case file in YAML, pasted or uploaded. Whatever is wrong with it is shown with its line, and the text stays. */
export function caseFromFile(app: Hono, context: Context): void {
  app.get('/cases/new/file', async (request) => {
    const account = await opener(context, request);
    if (account instanceof Response) return account;
    return request.html(
      <FromFile
        account={account}
        context={context}
        form={new Form()}
        faults={[]}
        formKey={context.newKey(sessionToken(context, request))}
      />,
    );
  });
  app.post('/cases/new/file', async (request) => {
    const account = await opener(context, request);
    if (account instanceof Response) return account;
    const sent = await readForm(request);
    const key = sent.text('key') || context.newKey(sessionToken(context, request));
    const text = sent.text('file').trim() === '' ? sent.text('text') : sent.text('file');
    const form = new Form([['text', text]]);
    const again = (faults: readonly Fault[]) =>
      request.html(<FromFile account={account} context={context} form={form} faults={faults} formKey={key} />, 422);
    if (text.trim() === '')
      return again([
        { line: 1, column: 1, path: '', message: 'There is nothing here yet. Choose a file, or paste its text.' },
      ]);
    const read = playCaseYaml(text, idsFor(context, account, form, key));
    if ('errors' in read) return again(read.errors);
    const address = await openCaseAs(context, account, read.script, read.played);
    if (address === null)
      return again([
        {
          line: 1,
          column: 1,
          path: 'people',
          message:
            'At the end of this file nobody mediates for an institution in the lead, so there is no place for you in it.',
        },
      ]);
    return request.redirect(address, 303);
  });
}

interface Props {
  readonly account: Account;
  readonly context: Context;
  readonly form: Form;
  readonly faults: readonly Fault[];
  readonly formKey: string;
}

const FromFile = ({ account, context, form, faults, formKey }: Props) => (
  <Plain title="Open a case from a file" account={account} demonstration={context.demonstration}>
    <h1>Open a case from a file</h1>
    <p>
      A case file in YAML holds a whole case: its parties, people, issues and rules, and what has happened so far. You
      take the place of its first person who mediates for an institution in the lead; you invite the others on the page
      of the people. To begin with nothing, <a href="/cases/new">fill in the form</a>.
    </p>
    {faults.length > 0 && <Faults faults={faults} text={form.text('text')} />}
    <form method="post" action="/cases/new/file#problem" enctype="multipart/form-data">
      <input type="hidden" name="key" value={formKey} />
      <div class="field">
        <label for="file">Case file</label>
        <p class="hint" id="file-hint">
          If you choose a file, it goes before the text below.
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept=".yaml,.yml,application/yaml,text/plain"
          aria-describedby="file-hint"
        />
      </div>
      <Field name="text" label="Or its text" type="textarea" rows={24} form={form} problem={null} />
      <Send readBy="those whom you invite, each what the file says they may know">Open the case</Send>
    </form>
  </Plain>
);

const Faults = ({ faults, text }: { readonly faults: readonly Fault[]; readonly text: string }) => {
  const lines = text.split('\n');
  return (
    <div class="problem" role="alert" id="problem">
      <p>
        <strong>
          {faults.length === 1
            ? 'The case was not opened.'
            : `The case was not opened: ${faults.length} things are to be mended.`}
        </strong>{' '}
        Your text is kept below.
      </p>
      <ol class="faults">
        {faults.map((fault, nth) => {
          // A line with several faults is quoted at the first of them.
          const line = faults[nth - 1]?.line === fault.line ? '' : (lines[fault.line - 1]?.trim() ?? '');
          return (
            <li>
              Line {fault.line}: {fault.message}
              {line !== '' && (
                <>
                  <br />
                  <code dir="auto">{line.length > 120 ? `${line.slice(0, 120)}…` : line}</code>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
};
