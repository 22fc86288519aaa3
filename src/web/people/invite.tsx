import type { Hono } from 'hono';
import { appoint, appointmentOf, type PersonId, type Role } from '../../domain/index.ts';
import { idFrom, invite, waitingPersons } from '../../store/index.ts';
import { caseForm, casePage, viewOf, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { FormMarks, ProblemNote, Send } from '../fields.tsx';
import type { Form, Problem } from '../form.ts';
import { notFound } from '../not-found.tsx';
import { CasePage } from '../shell.tsx';
import { InviteFields, readInvited } from './invite-form.tsx';
import { OnceLink } from './once-link.tsx';
import { mayInvite } from './may-invite.ts';
import { roleInFull } from './role.ts';

interface Inviting {
  readonly person: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly mayOpenCases: boolean;
}

/** Appointing a person, who then has a link to accept by; and a new link for one who has not accepted. */
export function invitePages(app: Hono, context: Context): void {
  caseForm<Inviting>(app, context, {
    path: '/people/invite',
    page: (view, form, problem) => (mayInvite(view) ? <Invite view={view} form={form} problem={problem} /> : null),
    read: (form, view) => {
      const invited = readInvited(form, view);
      // From the account and the form, so that sending it again finds the same person.
      return 'sentence' in invited
        ? invited
        : { ...invited, person: idFrom('person', view.account.id, form.text('key') || view.key) as PersonId };
    },
    decide: (file, actor, { person, name, role }, make) => appoint(file, actor, { person, name, role }, make),
    done: async (view, { person, name, role, mayOpenCases }, _done, request) => {
      const token = await invite(context.store, view.file.case, person, mayOpenCases, context.clock());
      if (token === null) return `${view.base}/people`;
      return <OnceLink view={view} name={name} role={roleInFull(view.file, role)} token={token} request={request} />;
    },
  });

  casePage(app, context, '/people/:person/link', async (view, request) => {
    const waiting = await waitingFor(view, request.req.param('person') ?? '');
    return waiting === null ? null : <NewLink view={view} {...waiting} />;
  });
  app.post('/cases/:case/people/:person/link', async (request) => {
    const view = await viewOf(context, request);
    if (view instanceof Response) return view;
    const waiting = await waitingFor(view, request.req.param('person'));
    const token =
      waiting === null ? null : await invite(context.store, view.file.case, waiting.person, false, context.clock());
    if (waiting === null || token === null) return notFound(request);
    return request.html(
      <OnceLink view={view} name={waiting.name} role={waiting.role} token={token} request={request} />,
    );
  });
}

interface Waiting {
  readonly person: PersonId;
  readonly name: string;
  readonly role: string;
}

/** A person who has not accepted yet, to somebody who may give a new link; otherwise null. */
async function waitingFor(view: View, id: string): Promise<Waiting | null> {
  const appointment = mayInvite(view) ? appointmentOf(view.file, id as PersonId) : null;
  if (appointment === null) return null;
  const { person, name, role } = appointment.fact;
  const waits = (await waitingPersons(view.context.store, view.file.case)).has(person);
  return waits ? { person, name, role: roleInFull(view.file, role) } : null;
}

const Invite = ({
  view,
  form,
  problem,
}: {
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
}) => (
  <CasePage view={view} title="Invite somebody" here="/people">
    <h1>Invite somebody</h1>
    <p>
      You appoint a person here, and get a link for them that works once. From the moment they accept, they may know all
      that their place may know, what was said there before included.
    </p>
    <ProblemNote problem={problem} view={view} />
    <form method="post" action={`${view.base}/people/invite#problem`}>
      <FormMarks view={view} form={form} />
      <InviteFields view={view} form={form} problem={problem} />
      <Send readBy="the mediation, the person and, for a delegate, the delegation of that side">
        Appoint and make a link
      </Send>
    </form>
  </CasePage>
);

const NewLink = ({ view, name, role, person }: { readonly view: View } & Waiting) => (
  <CasePage view={view} title="New link" here="/people">
    <h1>
      A new link for <bdi>{name}</bdi>
    </h1>
    <p>
      <bdi>{name}</bdi> is appointed as <bdi>{role}</bdi> and has not accepted yet. A new link ends every earlier one.
    </p>
    <form method="post" action={`${view.base}/people/${person}/link`}>
      <Send readBy="you alone, once">Make a new link</Send>
    </form>
    <p>
      <a href={`${view.base}/people`}>Back to the people</a>
    </p>
  </CasePage>
);
