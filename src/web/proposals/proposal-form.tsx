import type { Hono, Context as Request } from 'hono';
import {
  audienceInWords,
  entryOfKind,
  isRefusal,
  proposalNumber,
  refusalInWords,
  roundIsOpen,
  rulesOf,
  stateOf,
  submitProposal,
  type Entry,
  type Proposal,
  type ProposalInput,
  type Release,
  type Room,
} from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { roomOf } from '../entries/room-of.ts';
import { Field, FormMarks, ProblemNote, Send } from '../fields.tsx';
import { Form, isProblem, problemWith, type Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';
import { fieldOf, zoneOf } from '../times.tsx';
import { proposalRooms } from './proposal-rooms.ts';
import { readExpiry, readTerms, startingTerms } from './read-terms.ts';
import { revisionsOf } from './revisions.ts';
import { TermFields } from './term-fields.tsx';

/** Putting a proposal forward in a room, and revising one. */
export function proposalForms(app: Hono, context: Context): void {
  caseForm<ProposalInput>(app, context, {
    path: '/proposals/new',
    page: (view, form, problem, request) => {
      const room = roomNamed(view, form);
      return room === null ? null : (
        <ProposalPage
          view={view}
          room={room}
          before={null}
          form={started(view, form, null, request)}
          problem={problem}
        />
      );
    },
    read: (form, view) => readProposal(form, view, roomNamed(view, form), null),
    decide: submitProposal,
    done: (view, _input, { entries }) => `${view.base}/proposals/${entries[0]}`,
  });
  caseForm<ProposalInput>(app, context, {
    path: '/proposals/:id/revise',
    page: (view, form, problem, request) => {
      const before = ownProposal(view, request);
      return before === null ? null : (
        <ProposalPage
          view={view}
          room={roomOf(view.file, before.audience)}
          before={before}
          form={started(view, form, before, request)}
          problem={problem}
        />
      );
    },
    read: (form, view, request) => {
      // What was sent is about the revision that the page showed, which may no longer be the newest.
      const shown = entryOfKind(view.file, 'proposal', request.req.param('id') ?? '');
      return readProposal(form, view, shown === null ? null : roomOf(view.file, shown.audience), shown);
    },
    about: ({ revises }) => (revises === null ? [] : [revises]),
    decide: submitProposal,
    done: (view, _input, { entries }) => `${view.base}/proposals/${entries[0]}`,
  });
}

interface ProposalPageProps {
  readonly view: View;
  readonly room: Room;
  readonly before: Entry<Proposal> | null;
  readonly form: Form;
  readonly problem: Problem | null;
}

const ProposalPage = ({ view, room, before, form, problem }: ProposalPageProps) => {
  const title = before === null ? 'Put forward a proposal' : `Revise proposal ${proposalNumber(view.file, before.id)}`;
  const obstacle = problem === null ? obstacleTo(view, before) : null;
  return (
    <CasePage view={view} title={title} here="/proposals" band={room.name} audience={room.audience}>
      <h1>{title}</h1>
      <p class="read-by">Read by: {audienceInWords(view.file, room.audience)}.</p>
      {obstacle === null ? (
        <form
          method="post"
          action={`${view.base}/proposals/${before === null ? 'new' : `${before.id}/revise`}#problem`}
        >
          <ProblemNote problem={problem} view={view} />
          <FormMarks view={view} />
          <input type="hidden" name="room" value={room.key} />
          <TermFields
            view={view}
            form={form}
            problem={problem}
            legend="Terms"
            released
            hint="Open each issue on which you offer something. Every term says for itself what the mediation may do with it."
          />
          <h2>About the whole</h2>
          <Field
            name="note"
            label="Note to the mediation (optional)"
            hint="Read where the proposal is read, and never carried."
            type="textarea"
            form={form}
            problem={problem}
            maxlength={20_000}
          />
          <Field
            name="expires"
            label="Open until (optional)"
            hint={`In the time zone of the case, ${zoneOf(view.file)}. Another side to which something is carried reads it too.`}
            type="datetime-local"
            form={form}
            problem={problem}
          />
          <Send readBy={audienceInWords(view.file, room.audience)}>
            {before === null ? 'Put it forward' : 'Put the revision forward'}
          </Send>
        </form>
      ) : (
        <p class="empty">
          {obstacle}{' '}
          <a href={before === null ? `${view.base}/proposals` : `${view.base}/proposals/${before.id}`}>Go back</a>
        </p>
      )}
    </CasePage>
  );
};

function readProposal(
  form: Form,
  view: View,
  room: Room | null,
  before: Entry<Proposal> | null,
): ProposalInput | Problem {
  if (room === null) return { ...problemWith('room', 'There is no such room.'), status: 404 };
  const terms = readTerms(view.file, form);
  if ('sentence' in terms) return terms;
  const expiry = readExpiry(view, form);
  if (isProblem(expiry)) return expiry;
  return {
    room: room.setting,
    terms,
    note: form.text('note').trim(),
    expires: expiry.expires,
    revises: before?.id ?? null,
  };
}

/** The form as typed; on a page just opened, with the terms that are revised or with none. */
function started(view: View, form: Form, before: Entry<Proposal> | null, request: Request): Form {
  if (request.req.method !== 'GET') return form;
  const { terms = [], note = '', expires = null } = before?.fact ?? {};
  return new Form(
    Object.entries({
      ...startingTerms(view.file, terms, startingRelease(view)),
      note,
      expires: expires === null ? '' : fieldOf(expires, zoneOf(view.file)),
    }),
  );
}

/** The release of a term that says nothing: the case's own, but that a mandate to explore conveys nothing. */
export function startingRelease({ file, actor: { role } }: View): Release {
  const { defaultRelease } = rulesOf(file);
  return defaultRelease === 'convey' && role.kind === 'delegate' && role.mandate.kind === 'explore'
    ? 'hold'
    : defaultRelease;
}

/** Why nothing can be put forward here now, in a sentence, or null. */
function obstacleTo(view: View, before: Entry<Proposal> | null): string | null {
  const open = roundIsOpen(view.file);
  if (isRefusal(open)) return refusalInWords(open);
  return before !== null && stateOf(view.file, before, view.now) === 'withdrawn'
    ? 'This proposal was withdrawn. Put a new one forward.'
    : null;
}

/** The room that the form names, if the person's side can propose there; the caucus where it names none. */
const roomNamed = (view: View, form: Form): Room | null =>
  proposalRooms(view).find((room, at) => (form.has('room') ? room.key === form.text('room') : at === 0)) ?? null;

/** The newest revision of the proposal in the address, where it is the person's own side's. */
function ownProposal({ file, actor: { role } }: View, request: Request): Entry<Proposal> | null {
  const entry = entryOfKind(file, 'proposal', request.req.param('id') ?? '');
  if (entry === null || role.kind !== 'delegate' || entry.fact.party !== role.party) return null;
  return revisionsOf(file, 'proposal', entry.id).at(-1) ?? null;
}
