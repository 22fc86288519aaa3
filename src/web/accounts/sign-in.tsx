import type { Hono } from 'hono';
import { renderToString } from 'hono/jsx/dom/server';
import { endSession, signIn, type SignInRefusal } from '../../store/index.ts';
import type { Context } from '../context.ts';
import { Field, ProblemNote, Send } from '../fields.tsx';
import { Form, readForm, type Problem } from '../form.ts';
import { deviceOf, dropSession, keepSession, networkOf, sessionToken } from '../session.ts';
import { Plain } from '../shell.tsx';
import { localPath } from './local-path.ts';
import { accountOf } from './signed-in.ts';

/** Signing in and out, and the door of the site. */
export function signInPages(app: Hono, context: Context): void {
  // The same for everybody who comes straight here, so made once.
  const empty = renderToString(<SignIn context={context} form={new Form()} />);
  app.get('/', async (request) => {
    const account = await accountOf(context, request);
    return request.redirect(account !== null ? '/cases' : context.demonstration ? '/demonstration' : '/sign-in', 303);
  });
  app.get('/sign-in', async (request) => {
    const next = request.req.query('next') ?? '';
    if ((await accountOf(context, request)) !== null) return request.redirect(localPath(next, '/cases'), 303);
    const note = notes.get(request.req.query('after') ?? '');
    if (next === '' && note === undefined) return request.html(empty);
    return request.html(<SignIn context={context} form={new Form([['next', next]])} note={note} />);
  });
  app.post('/sign-in', async (request) => {
    const form = await readForm(request);
    const tried = await signIn(
      context.store,
      {
        name: form.text('name'),
        password: form.text('password'),
        code: form.text('code'),
        network: networkOf(request),
        device: deviceOf(request),
        now: context.clock(),
      },
      context.limits,
    );
    if ('refused' in tried) {
      const problem: Problem = { sentence: refusedInWords(tried), field: null, changes: [], status: 403 };
      return request.html(
        <SignIn context={context} form={form} problem={problem} />,
        tried.refused === 'wrong' ? 403 : 429,
      );
    }
    await endSession(context.store, sessionToken(context, request));
    keepSession(context, request, tried.token);
    return request.redirect(localPath(form.text('next'), '/'), 303);
  });
  app.post('/sign-out', async (request) => {
    await endSession(context.store, sessionToken(context, request));
    dropSession(context, request);
    return request.redirect(context.demonstration ? '/demonstration' : '/sign-in?after=sign-out', 303);
  });
}

/** What was done before somebody came to sign in, as one sentence. */
const notes: ReadonlyMap<string, string> = new Map([
  ['sign-out', 'You are signed out here.'],
  ['everywhere', 'You are signed out everywhere.'],
  ['password', 'Your password is changed, and you are signed out everywhere. Sign in with the new password.'],
]);

/** The same for a wrong name, password and code, and for a name that nobody has. */
function refusedInWords(refusal: SignInRefusal): string {
  switch (refusal.refused) {
    case 'wrong':
      return 'Sign-in name, password and code do not belong together. Check each of them and try again; a code counts once, for half a minute.';
    case 'tooMany':
      return `There were too many wrong attempts for this name. Wait ${refusal.minutes} minutes, then try again.`;
  }
}

interface Props {
  readonly context: Context;
  readonly form: Form;
  readonly problem?: Problem | null;
  readonly note?: string | undefined;
}

const SignIn = ({ context, form, problem = null, note }: Props) => (
  <Plain title="Sign in" demonstration={context.demonstration}>
    <h1>Sign in</h1>
    {note !== undefined && <p role="status">{note}</p>}
    {context.demonstration && (
      <p class="first-act">
        <a href="/demonstration">Choose who to be in the demonstration</a>: no password is needed.
      </p>
    )}
    <ProblemNote problem={problem} />
    <form method="post" action="/sign-in">
      <input type="hidden" name="next" value={localPath(form.text('next'), '')} />
      <Field
        name="name"
        label="Sign-in name"
        hint="The name you were given when you accepted your invitation."
        form={form}
        problem={problem}
        required
        autocomplete="username"
        maxlength={200}
      />
      <Field
        name="password"
        label="Password"
        type="password"
        form={form}
        problem={problem}
        required
        autocomplete="current-password"
        maxlength={1000}
      />
      <Field
        name="code"
        label="Code"
        hint="Six digits from your authenticator app. Leave it empty if you have set up none."
        form={form.with({ code: '' })}
        problem={problem}
        autocomplete="one-time-code"
        inputmode="numeric"
        maxlength={12}
      />
      <Send>Sign in</Send>
    </form>
    <p>
      Nobody can register here. Whoever mediates your case can invite you, or end your invitation and give you a new
      link if you have lost your password.
    </p>
  </Plain>
);
