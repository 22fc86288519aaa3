import type { Hono } from 'hono';
import {
  audienceInWords,
  entryOfKind,
  isRefusal,
  mayMediate,
  supersededBy,
  withdrawCarried,
  type Bridging,
  type Carried,
  type Entry,
  type EntryId,
} from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { PutWords } from '../entries/put-words.tsx';
import { roomAddress, roomOf } from '../entries/room-of.ts';
import { Field, FormMarks, ProblemNote, Send } from '../fields.tsx';
import type { Form, Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';

type Put = Entry<Carried> | Entry<Bridging>;

/** Telling its recipients that something put to them is withdrawn. */
export function withdrawCarriedForm(app: Hono, context: Context): void {
  caseForm<{ readonly id: EntryId; readonly reason: string }>(app, context, {
    path: '/withdraw/:id',
    page: (view, form, problem, request) => {
      const put = putWithId(view, request.req.param('id') ?? '');
      return put === null ? null : <WithdrawPage view={view} put={put} form={form} problem={problem} />;
    },
    read: (form, _view, request) => ({
      id: (request.req.param('id') ?? '') as EntryId,
      reason: form.text('reason').trim(),
    }),
    about: ({ id }) => [id],
    decide: (file, actor, { id, reason }, make) => withdrawCarried(file, actor, id, reason, make),
    done: (view, { id }, { entries }) => {
      const put = putWithId(view, id);
      return put === null ? view.base : `${roomAddress(view, roomOf(view.file, put.audience))}#e-${entries[0]}`;
    },
  });
}

const WithdrawPage = ({
  view,
  put,
  form,
  problem,
}: {
  readonly view: View;
  readonly put: Put;
  readonly form: Form;
  readonly problem: Problem | null;
}) => {
  const room = roomOf(view.file, put.audience);
  return (
    <CasePage view={view} title="Withdraw what was carried" here="/ledger" band={room.name} audience={room.audience}>
      <h1>Withdraw what was carried</h1>
      <PutWords fact={put.fact} view={view} />
      <p>Those who read it keep it, and read that it is withdrawn. It can no longer be answered.</p>
      {problem === null && supersededBy(view.file, put.id) !== null ? (
        <p class="empty">
          It is withdrawn already. <a href={`${roomAddress(view, room)}#e-${put.id}`}>Go to the room</a>
        </p>
      ) : (
        <form method="post" action={`${view.base}/withdraw/${put.id}#problem`}>
          <ProblemNote problem={problem} view={view} />
          <FormMarks view={view} />
          <Field
            name="reason"
            label="Reason (optional)"
            hint="Its recipients read it, exactly as you write it."
            type="textarea"
            rows={3}
            form={form}
            problem={problem}
            maxlength={20_000}
          />
          <Send readBy={audienceInWords(view.file, put.audience)}>Withdraw it</Send>
        </form>
      )}
    </CasePage>
  );
};

/** What was put to a side, for those who may withdraw it. */
function putWithId({ file, actor }: View, id: string): Put | null {
  return isRefusal(mayMediate(file, actor, 'withdraw'))
    ? null
    : (entryOfKind(file, 'carried', id) ?? entryOfKind(file, 'bridging', id));
}
