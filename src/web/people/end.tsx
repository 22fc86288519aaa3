import type { Hono } from 'hono';
import {
  appointmentOf,
  audienceInWords,
  dismiss,
  entryOfKind,
  type EntryId,
  type PersonId,
} from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { FormMarks, ProblemNote, Send } from '../fields.tsx';
import { problemWith, type Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';
import { mayInvite } from './may-invite.ts';
import { roleInFull } from './role.ts';

/** Ending a person's appointment, after a page that says what it does. */
export function endPages(app: Hono, context: Context): void {
  caseForm<{ readonly appointment: EntryId }>(app, context, {
    path: '/people/:person/end',
    page: (view, _form, problem, request) => {
      const appointment = mayInvite(view)
        ? appointmentOf(view.file, (request.req.param('person') ?? '') as PersonId)
        : null;
      return appointment === null ? null : <End view={view} appointment={appointment} problem={problem} />;
    },
    read: (form, view, request) => {
      const shown = entryOfKind(view.file, 'appointment', form.text('appointment'));
      return shown !== null && shown.fact.person === request.req.param('person')
        ? { appointment: shown.id }
        : { ...problemWith('', 'Confirm on the page that names the person.'), field: null };
    },
    about: ({ appointment }) => [appointment],
    decide: (file, actor, { appointment }, make) => dismiss(file, actor, appointment, make),
    done: (view) => `${view.base}/people`,
  });
}

interface Props {
  readonly view: View;
  readonly appointment: NonNullable<ReturnType<typeof appointmentOf>>;
  readonly problem: Problem | null;
}

const End = ({ view, appointment, problem }: Props) => {
  const { person, name, role } = appointment.fact;
  return (
    <CasePage view={view} title="End an appointment" here="/people">
      <h1>
        End the appointment of <bdi>{name}</bdi>?
      </h1>
      <ProblemNote problem={problem} view={view} />
      <p>
        <bdi>{name}</bdi> is <bdi>{roleInFull(view.file, role)}</bdi>. When you end this:
      </p>
      <ul>
        <li>
          <bdi>{name}</bdi> can open no page of this case any more, from this moment.
        </li>
        <li>An invitation that was not accepted yet ends.</li>
        <li>
          What <bdi>{name}</bdi> wrote stays, and what <bdi>{name}</bdi> has read cannot be unread.
        </li>
        <li>To bring the person back, invite them again.</li>
      </ul>
      <form method="post" action={`${view.base}/people/${person}/end#problem`}>
        <FormMarks view={view} />
        <input type="hidden" name="appointment" value={appointment.id} />
        <Send readBy={audienceInWords(view.file, appointment.audience)}>End the appointment</Send>
      </form>
      <p>
        <a href={`${view.base}/people`}>Back to the people, without ending anything</a>
      </p>
    </CasePage>
  );
};
