import type { Hono } from 'hono';
import {
  audienceInWords,
  entryOfKind,
  proposalNumber,
  supersededBy,
  withdrawProposal,
  type Entry,
  type EntryId,
  type Proposal,
} from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { TermsTable } from '../entries/card.tsx';
import { roomOf } from '../entries/room-of.ts';
import { Field, FormMarks, ProblemNote, Send } from '../fields.tsx';
import type { Form, Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';

/** Taking a proposal of one's own side back. */
export function withdrawForm(app: Hono, context: Context): void {
  caseForm<{ readonly id: EntryId; readonly reason: string }>(app, context, {
    path: '/proposals/:id/withdraw',
    page: (view, form, problem, request) => {
      const { role } = view.actor;
      const proposal = entryOfKind(view.file, 'proposal', request.req.param('id') ?? '');
      if (proposal === null || role.kind !== 'delegate' || proposal.fact.party !== role.party) return null;
      return <WithdrawPage view={view} proposal={proposal} form={form} problem={problem} />;
    },
    read: (form, _view, request) => ({
      id: (request.req.param('id') ?? '') as EntryId,
      reason: form.text('reason').trim(),
    }),
    about: ({ id }) => [id],
    decide: (file, actor, { id, reason }, make) => withdrawProposal(file, actor, id, reason, make),
    done: (view, { id }) => `${view.base}/proposals/${id}`,
  });
}

const WithdrawPage = ({
  view,
  proposal,
  form,
  problem,
}: {
  readonly view: View;
  readonly proposal: Entry<Proposal>;
  readonly form: Form;
  readonly problem: Problem | null;
}) => {
  const title = `Withdraw proposal ${proposalNumber(view.file, proposal.id)}`;
  const room = roomOf(view.file, proposal.audience);
  return (
    <CasePage view={view} title={title} here="/proposals" band={room.name} audience={room.audience}>
      <h1>{title}</h1>
      <TermsTable terms={proposal.fact.terms} view={view} />
      <p>What was carried of it stays with those who read it, until the mediation tells them.</p>
      {problem === null && supersededBy(view.file, proposal.id) !== null ? (
        <p class="empty">
          It no longer stands. <a href={`${view.base}/proposals/${proposal.id}`}>Go back</a>
        </p>
      ) : (
        <form method="post" action={`${view.base}/proposals/${proposal.id}/withdraw#problem`}>
          <ProblemNote problem={problem} view={view} />
          <FormMarks view={view} />
          <Field
            name="reason"
            label="Reason (optional)"
            hint="Read where the proposal is read, and never carried."
            type="textarea"
            rows={3}
            form={form}
            problem={problem}
            maxlength={20_000}
          />
          <Send readBy={audienceInWords(view.file, proposal.audience)}>Withdraw it</Send>
        </form>
      )}
    </CasePage>
  );
};
