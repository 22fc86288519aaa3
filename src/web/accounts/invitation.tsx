import type { Hono } from 'hono';
import type { Role } from '../../domain/index.ts';
import {
  acceptWithAccount,
  acceptWithNewAccount,
  endSession,
  invitationOf,
  type Account,
  type Invitation,
} from '../../store/index.ts';
import type { Html } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Field, ProblemNote, Send } from '../fields.tsx';
import { Form, isProblem, problemWith, readForm, type Problem } from '../form.ts';
import { deviceOf, keepSession, sessionToken } from '../session.ts';
import { Plain, mandateInWords, rankInWords } from '../shell.tsx';
import { NewPasswordFields, readNewPassword } from './new-password.tsx';
import { accountOf, signedIn } from './signed-in.ts';

/** A one-time link: what it offers, and accepting it with a new account or the present one. Looking at it does not use it up. */
export function invitationPages(app: Hono, context: Context): void {
  app.get('/invitation/:token', async (request) => {
    const invitation = await invitationOf(context.store, request.req.param('token'), context.clock());
    const account = await accountOf(context, request);
    if (invitation === null) return request.html(<Gone account={account} />, 410);
    return request.html(
      <Offer invitation={invitation} account={account} form={new Form()} problem={null} action={request.req.path} />,
    );
  });

  app.post('/invitation/:token', async (request) => {
    const now = context.clock();
    const link = request.req.param('token');
    const [invitation, account, form] = [
      await invitationOf(context.store, link, now),
      await accountOf(context, request),
      await readForm(request),
    ];
    if (invitation === null) return request.html(<Gone account={account} />, 410);
    const again = (problem: Problem) =>
      request.html(
        <Offer invitation={invitation} account={account} form={form} problem={problem} action={request.req.path} />,
        problem.status,
      );

    if (form.text('as') === 'present') {
      if (account === null) return request.redirect(`/sign-in?next=${encodeURIComponent(request.req.path)}`, 303);
      const accepted = await acceptWithAccount(context.store, link, account.id, now);
      if ('accepted' in accepted)
        return request.redirect(invitation.caseId === null ? '/cases' : `/cases/${invitation.caseId}`, 303);
      return accepted.refused === 'gone' ? request.html(<Gone account={account} />, 410) : again(twice);
    }
    const given = readNewAccount(form);
    if (isProblem(given)) return again(given);
    const accepted = await acceptWithNewAccount(context.store, link, { ...given, device: deviceOf(request) }, now);
    if ('refused' in accepted) return request.html(<Gone account={account} />, 410);
    await endSession(context.store, sessionToken(context, request));
    keepSession(context, request, accepted.token);
    return request.redirect('/welcome', 303);
  });

  app.get('/welcome', async (request) => {
    const account = await signedIn(context, request);
    return account instanceof Response ? account : request.html(<Welcome account={account} />);
  });
}

const twice: Problem = {
  sentence:
    'Your account takes part in this case already, and an account can be one person only in a case. Sign out and open the link again to accept with another account.',
  field: null,
  changes: [],
  status: 409,
};

function readNewAccount(form: Form): { readonly name: string; readonly password: string } | Problem {
  const name = form.text('name').trim().replace(/\s+/g, ' ');
  if (name === '') return problemWith('name', 'Give the name by which you want to be called.');
  if (name.length > 120) return problemWith('name', 'Give a name of at most 120 characters.');
  const password = readNewPassword(form);
  return isProblem(password) ? password : { name, ...password };
}

interface OfferProps {
  readonly invitation: Invitation;
  readonly account: Account | null;
  readonly form: Form;
  readonly problem: Problem | null;
  readonly action: string;
}

const Offer = ({ invitation, account, form, problem, action }: OfferProps): Html => (
  <Plain title="Invitation" account={account}>
    <h1>Invitation</h1>
    <p>{offerInWords(invitation)}</p>
    <p class="hint">
      This link works once, and until {dateInWords(invitation.expires)}. Do not pass it on: whoever accepts it takes
      this place.
    </p>
    <ProblemNote problem={problem} />
    {account !== null && (
      <form method="post" action={action} class="present">
        <h2>
          Accept as <bdi>{account.name}</bdi>
        </h2>
        <p>You are signed in. You can accept with this account, and go on signing in as before.</p>
        <button name="as" value="present">
          Accept with this account
        </button>
      </form>
    )}
    <form method="post" action={action}>
      <h2>{account === null ? 'Make your account' : 'Or make a new account'}</h2>
      <Field
        name="name"
        label="Your name"
        hint={
          invitation.name === ''
            ? 'As the others will read it.'
            : 'For your account. In this case you appear by the name that you were invited with, which stands here.'
        }
        form={form}
        problem={problem}
        value={invitation.name}
        required
        autocomplete="name"
        maxlength={120}
      />
      <NewPasswordFields label="Password" form={form} problem={problem} />
      <Send>Accept and make my account</Send>
    </form>
    {account === null && (
      <p>
        If you have an account already, <a href={`/sign-in?next=${encodeURIComponent(action)}`}>sign in first</a> and
        accept with it.
      </p>
    )}
  </Plain>
);

/** What is offered, without the name of the case or of its sides: whoever has come by the link does not learn them here. */
function offerInWords({ role, mayOpenCases }: Invitation): string {
  if (role === null) return 'You are invited to mediate with Parley: to open cases and to invite others to them.';
  return `You are invited to take part in a case as ${roleOffered(role)}.${mayOpenCases ? ' You may also open cases of your own.' : ''}`;
}

function roleOffered(role: Role): string {
  switch (role.kind) {
    case 'mediator':
      return 'a mediator';
    case 'delegate':
      return `a delegate of one of the sides, of ${rankInWords[role.rank]} rank, with a mandate ${mandateInWords[role.mandate.kind]}`;
    case 'reader':
      return 'a reader';
  }
}

const dateInWords = (date: Date): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(date) + ' UTC';

const Gone = ({ account }: { readonly account: Account | null }): Html => (
  <Plain title="This link has ended" account={account}>
    <h1>This link has ended</h1>
    <p>
      It was used already, is older than seven days, or was replaced by a newer one. Ask whoever sent it to you for a
      new link.
    </p>
    <p>
      If it was you who used it, <a href="/">go to your cases</a>.
    </p>
  </Plain>
);

const Welcome = ({ account }: { readonly account: Account }): Html => (
  <Plain title="Welcome" account={account}>
    <h1>
      Welcome, <bdi>{account.name}</bdi>
    </h1>
    <p>Your sign-in name is</p>
    <p class="sign-in-name">
      <strong>
        <bdi>{account.signInName}</bdi>
      </strong>
    </p>
    <p>
      Keep it with your password: you need both to sign in, and nobody can find the name by yours. It also stands on the
      page of your account.
    </p>
    <form method="get" action="/cases">
      <label class="choice">
        <input type="checkbox" required />
        <span>I have kept my sign-in name</span>
      </label>
      <Send>Go to my cases</Send>
    </form>
    <p>
      You can make your sign-in safer with <a href="/account/code">a time-based code</a> from an app on your phone.
    </p>
  </Plain>
);
