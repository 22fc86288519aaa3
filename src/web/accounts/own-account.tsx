import type { Context as Request, Hono } from 'hono';
import { changePassword, endAllSessions, sessionsOf, setDirection, type Account } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { Choices, Field, ProblemNote, Send } from '../fields.tsx';
import { Form, isProblem, problemWith, readForm, type Problem } from '../form.ts';
import { dropSession, sessionToken } from '../session.ts';
import { Plain } from '../shell.tsx';
import { NewPasswordFields, readNewPassword } from './new-password.tsx';
import { Sessions } from './sessions.tsx';
import { signedIn } from './signed-in.ts';

/** A person's own account: the name, where it is signed in, the password, the code, the reading direction. */
export function ownAccountPages(app: Hono, context: Context): void {
  const show = async (request: Request, account: Account, form: Form, problem: Problem | null): Promise<Response> => {
    const sessions = await sessionsOf(context.store, account.id, sessionToken(context, request), context.clock());
    const page = (
      <Plain title="Your account" account={account} demonstration={context.demonstration}>
        <h1>Your account</h1>
        <After what={request.req.query('after') ?? ''} />
        <ProblemNote problem={problem} />
        <Names account={account} />
        <Sessions sessions={sessions} />
        {account.signInName !== null && <Password signInName={account.signInName} form={form} problem={problem} />}
        {account.signInName !== null && <Code on={account.hasTotp} />}
        <Direction account={account} />
      </Plain>
    );
    return request.html(page, problem?.status ?? 200);
  };

  app.get('/account', async (request) => {
    const account = await signedIn(context, request);
    return account instanceof Response ? account : show(request, account, new Form(), null);
  });
  app.post('/account/sign-out-everywhere', async (request) => {
    const account = await signedIn(context, request);
    if (account instanceof Response) return account;
    await endAllSessions(context.store, account.id);
    dropSession(context, request);
    return request.redirect('/sign-in?after=everywhere', 303);
  });
  app.post('/account/password', async (request) => {
    const account = await signedIn(context, request);
    if (account instanceof Response) return account;
    const form = await readForm(request);
    const next = readNewPassword(form);
    if (isProblem(next)) return show(request, account, form, next);
    if (!(await changePassword(context.store, account.id, form.text('present'), next.password, context.clock())))
      return show(
        request,
        account,
        form,
        problemWith('present', 'This is not your present password. Nothing was changed.'),
      );
    dropSession(context, request);
    return request.redirect('/sign-in?after=password', 303);
  });
  app.post('/account/direction', async (request) => {
    const account = await signedIn(context, request);
    if (account instanceof Response) return account;
    await setDirection(
      context.store,
      account.id,
      (await readForm(request)).text('direction') === 'rtl' ? 'rtl' : 'ltr',
    );
    return request.redirect('/account?after=direction', 303);
  });
}

const notes: ReadonlyMap<string, string> = new Map([
  ['code-on', 'The code is on. From now on you need your phone to sign in.'],
  ['code-off', 'The code is off. Your password alone signs you in.'],
  ['direction', 'The reading direction is set.'],
]);

const After = ({ what }: { readonly what: string }) => {
  const note = notes.get(what);
  return note === undefined ? null : <p role="status">{note}</p>;
};

const Names = ({ account }: { readonly account: Account }) => (
  <dl class="facts">
    <dt>Name</dt>
    <dd>
      <bdi>{account.name}</bdi>
    </dd>
    <dt>Sign-in name</dt>
    <dd>
      {account.signInName === null ? (
        'None: this is a person of the demonstration, who is signed in as with one click.'
      ) : (
        <bdi>{account.signInName}</bdi>
      )}
    </dd>
  </dl>
);

const Password = ({
  signInName,
  form,
  problem,
}: {
  readonly signInName: string;
  readonly form: Form;
  readonly problem: Problem | null;
}) => (
  <section aria-labelledby="change-password">
    <h2 id="change-password">Password</h2>
    <p>When you change it, you are signed out everywhere, and sign in again with the new one.</p>
    <form method="post" action="/account/password#problem">
      <input type="text" name="name" value={signInName} autocomplete="username" readonly hidden />
      <Field
        name="present"
        label="Present password"
        type="password"
        form={form}
        problem={problem}
        required
        autocomplete="current-password"
        maxlength={1000}
      />
      <NewPasswordFields label="New password" form={form} problem={problem} />
      <Send>Change the password</Send>
    </form>
  </section>
);

const Code = ({ on }: { readonly on: boolean }) => (
  <section aria-labelledby="code">
    <h2 id="code">Time-based code</h2>
    <p>
      {on ? 'On: signing in takes your password and a code from your phone.' : 'Off: your password alone signs you in.'}{' '}
      <a href="/account/code">{on ? 'Turn it off' : 'Set it up'}</a>
    </p>
  </section>
);

const Direction = ({ account }: { readonly account: Account }) => (
  <section aria-labelledby="reading">
    <h2 id="reading">Reading</h2>
    <form method="post" action="/account/direction">
      <Choices
        name="direction"
        legend="Reading direction"
        hint="How pages are laid out for you. What people wrote keeps its own direction."
        choices={[
          { value: 'ltr', label: 'Left to right' },
          { value: 'rtl', label: 'Right to left' },
        ]}
        form={new Form()}
        problem={null}
        value={account.direction}
      />
      <Send>Set the direction</Send>
    </form>
  </section>
);
