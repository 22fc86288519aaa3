import type { Hono, Context as Request } from 'hono';
import {
  carry,
  entryWithId,
  isRefusal,
  mayMediate,
  partyName,
  partyOf,
  proposalNumber,
  recipientsOf,
  roomIn,
  sourceWithId,
  stateOf,
  type CarryInput,
  type CaseFile,
  type Entry,
  type Proposal,
  type Source,
} from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { recipientInWords } from '../entries/line.tsx';
import { roomAddress, roomWith } from '../entries/room-of.ts';
import { Form, type Problem } from '../form.ts';
import { revisionsOf } from '../proposals/revisions.ts';
import { CasePage } from '../shell.tsx';
import { Background } from './background.tsx';
import { CarryFields } from './carry-fields.tsx';
import { PreviewRegion } from './preview.tsx';
import { asksForPreview, asPreviewed, previewOf, type Stepped } from './previewing.ts';
import { movedTo, readCarry } from './read-carry.ts';

/** Carrying from a proposal or an answer: choose, preview, confirm. */
export function carryForm(app: Hono, context: Context): void {
  caseForm<Stepped<CarryInput>>(app, context, {
    path: '/carry/:source',
    page: (view, form, problem, request) => {
      const asked = sourceOf(view, request);
      // What is carried is typed, never taken from an address.
      const typed = request.req.method === 'GET' ? new Form() : form;
      return asked === null ? null : <CarryPage view={view} asked={asked} form={typed} problem={problem} />;
    },
    previews: asksForPreview,
    read: (form, view, request) =>
      readCarry(form, view.file, sourceWithId(view.file, request.req.param('source') ?? '')),
    about: ({ input }) => [input.source],
    decide: (file, actor, { input, previewed }, make) =>
      asPreviewed(previewed, (making) => carry(file, actor, input, making), make),
    done: (view, { input: { source, to } }, { entries }) => {
      const from = entryWithId(view.file, source);
      const party = partyOf(to);
      const room =
        party === null || from === null
          ? roomIn(view.file, { kind: 'mediation' })
          : roomWith(view.file, from.audience, party);
      return `${roomAddress(view, room)}#e-${entries[0]}`;
    },
  });
}

interface CarryPageProps {
  readonly view: View;
  readonly asked: Source;
  readonly form: Form;
  readonly problem: Problem | null;
}

const CarryPage = ({ view, asked, form: typed, problem }: CarryPageProps) => {
  const { file, actor } = view;
  const source = newestOf(file, asked);
  const form = movedTo(source, asked, typed);
  const obstacle = obstacleTo(view, source);
  const title =
    source.fact.kind === 'proposal' ? `Carry from proposal ${proposalNumber(file, source.id)}` : 'Carry an answer';
  const preview = previewOf(view, readCarry(form, file, source), (input, make) => carry(file, actor, input, make));
  return (
    <CasePage view={view} title={title} here="/proposals">
      <h1>
        {title} of <bdi>{partyName(file, source.fact.party)}</bdi>
      </h1>
      <Background view={view} source={source} revised={source !== asked} />
      {obstacle !== null && problem === null ? (
        <p class="empty">{obstacle}</p>
      ) : (
        <parley-preview>
          <form method="post" action={`${view.base}/carry/${source.id}#preview`} class="carry">
            <CarryFields view={view} source={source} form={form} problem={atIssue(problem, asked)} />
            <PreviewRegion
              view={view}
              preview={preview}
              problem={atIssue(problem, asked)}
              empty="Tick what to carry, say to whom and in whose name, then preview: exactly what the other side will read appears here. Nothing is sent before you have seen it."
              confirm={<>Carry to {recipientTyped(file, form, source)}</>}
            />
          </form>
        </parley-preview>
      )}
    </CasePage>
  );
};

/** A problem with a term by its place, as one with the field of its issue, which stays the same when the terms are revised. */
function atIssue(problem: Problem | null, { fact }: Source): Problem | null {
  const at = /^terms\.(-?\d+)$/.exec(problem?.field ?? '');
  return problem === null || at === null
    ? problem
    : { ...problem, field: `terms.${fact.terms[Number(at[1])]?.issue ?? ''}` };
}

function recipientTyped(file: CaseFile, form: Form, source: Source) {
  const to = recipientsOf(file, source).find((recipient) => recipient === form.text('to'));
  return <bdi>{to === undefined ? '' : recipientInWords(file, to)}</bdi>;
}

/** Why nothing can be carried from here now, or null. */
function obstacleTo({ file, now }: View, source: Source): string | null {
  if (source.fact.kind === 'response') return null;
  const state = stateOf(file, source as Entry<Proposal>, now);
  return state === 'standing' ? null : `This proposal is ${state}: nothing more can be carried from it.`;
}

const newestOf = (file: CaseFile, { id, fact }: Source): Source =>
  (revisionsOf(file, fact.kind, id).at(-1) as Source | undefined) ?? (entryWithId(file, id) as Source);

/** The proposal or answer in the address, for those who may carry. */
function sourceOf({ file, actor }: View, request: Request): Source | null {
  return isRefusal(mayMediate(file, actor, 'carry')) ? null : sourceWithId(file, request.req.param('source') ?? '');
}
