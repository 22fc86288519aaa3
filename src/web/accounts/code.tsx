import type { Hono } from 'hono';
import { newTotpSecret, setTotp, totpAddress, type Account } from '../../store/index.ts';
import type { Html } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Field, ProblemNote, Send } from '../fields.tsx';
import { Form, problemWith, readForm, type Problem } from '../form.ts';
import { notFound } from '../not-found.tsx';
import { Plain } from '../shell.tsx';
import { QrCode } from './qr-code.tsx';
import { signedIn } from './signed-in.ts';

/** Turning time-based codes on and off. Each takes a right code, so that nobody locks themselves out, and no borrowed session lets others in. */
export function codePages(app: Hono, context: Context): void {
  app.get('/account/code', async (request) => {
    const account = await signedIn(context, request);
    if (account instanceof Response) return account;
    if (account.signInName === null) return notFound(request);
    return request.html(<Code account={account} secret={newTotpSecret()} problem={null} context={context} />);
  });
  app.post('/account/code', async (request) => {
    const account = await signedIn(context, request);
    if (account instanceof Response) return account;
    if (account.signInName === null) return notFound(request);
    const form = await readForm(request);
    // Where codes are on already, they are turned off before another secret is taken.
    const secret = account.hasTotp ? null : form.text('secret');
    const ours = secret === null || /^[A-Z2-7]{32}$/.test(secret);
    if (ours && (await setTotp(context.store, account.id, secret, form.text('code'), context.clock())))
      return request.redirect(`/account?after=${secret === null ? 'code-off' : 'code-on'}`, 303);
    const problem = problemWith(
      'code',
      'This code is not right now. Take the one that your app shows at this moment; if it goes on, check the clock of your phone.',
    );
    return request.html(
      <Code
        account={account}
        secret={ours && secret !== null ? secret : newTotpSecret()}
        problem={problem}
        context={context}
      />,
      422,
    );
  });
}

interface Props {
  readonly account: Account;
  readonly secret: string;
  readonly problem: Problem | null;
  readonly context: Context;
}

const Code = (props: Props): Html => (
  <Plain title="Time-based code" account={props.account} demonstration={props.context.demonstration}>
    <h1>Time-based code</h1>
    <ProblemNote problem={props.problem} />
    {props.account.hasTotp ? <TurnOff {...props} /> : <TurnOn {...props} />}
    <p>
      <a href="/account">Back to your account</a>
    </p>
  </Plain>
);

const TurnOn = ({ account, secret, problem }: Props): Html => {
  const address = totpAddress(secret, account.signInName ?? '');
  return (
    <>
      <p>With a code, somebody who learns your password still cannot sign in: it takes your phone as well.</p>
      <ol>
        <li>
          <p>Scan this with an authenticator app on your phone:</p>
          <QrCode text={address} label="QR code that holds the secret below, for an authenticator app" />
          <p>
            <a href={address}>Or add it to the authenticator app on this device</a>
          </p>
          <p>
            Or type the secret into the app: <code class="secret">{secret.match(/.{4}/g)?.join(' ')}</code>
          </p>
        </li>
        <li>
          <p>Then type the code that the app shows.</p>
          <form method="post" action="/account/code">
            <input type="hidden" name="secret" value={secret} />
            <CodeField problem={problem} />
            <Send>Turn the code on</Send>
          </form>
        </li>
      </ol>
    </>
  );
};

const TurnOff = ({ problem }: Props): Html => (
  <>
    <p>
      Your account asks for a code at each sign-in. Turn it off to set it up on another phone, or to sign in by password
      alone.
    </p>
    <form method="post" action="/account/code">
      <CodeField problem={problem} />
      <Send>Turn the code off</Send>
    </form>
  </>
);

const CodeField = ({ problem }: { readonly problem: Problem | null }): Html => (
  <Field
    name="code"
    label="Code"
    hint="Six digits."
    form={new Form()}
    problem={problem}
    required
    autocomplete="one-time-code"
    inputmode="numeric"
    maxlength={12}
  />
);
