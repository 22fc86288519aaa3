import {
  currentOf,
  disclosuresOf,
  entriesOf,
  entryOfKind,
  isRefusal,
  mayMediate,
  partyName,
  proposalNumber,
  rulesOf,
  stateOf,
  type CaseFile,
  type Entry,
  type Proposal,
  type Response,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { EntryCard } from '../entries/card.tsx';
import { EntryLine } from '../entries/line.tsx';
import { roomAddress, roomOf } from '../entries/room-of.ts';
import { CasePage } from '../shell.tsx';
import { Time } from '../times.tsx';
import { revisionsOf } from './revisions.ts';

/** One proposal: its terms and state, its revisions, what was shown of it to whom, and what came back. Null where there is none. */
export const proposalPage = (view: View, id: string) => {
  const proposal = entryOfKind(view.file, 'proposal', id);
  return proposal === null ? null : <ProposalPage view={view} proposal={proposal} />;
};

const ProposalPage = ({ view, proposal }: { readonly view: View; readonly proposal: Entry<Proposal> }) => {
  const { file } = view;
  const room = roomOf(file, proposal.audience);
  const revisions = revisionsOf(file, 'proposal', proposal.id);
  const newest = revisions.at(-1) ?? proposal;
  return (
    <CasePage
      view={view}
      title={`Proposal ${proposalNumber(file, proposal.id)}`}
      here="/proposals"
      band={room.name}
      audience={room.audience}
    >
      <h1>
        Proposal {proposalNumber(file, proposal.id)} of <bdi>{partyName(file, proposal.fact.party)}</bdi>
      </h1>
      <p>
        <span class="state">{stateInWords[stateOf(file, proposal, view.now)]}</span> · in{' '}
        <a href={`${roomAddress(view, room)}#e-${proposal.id}`}>
          <bdi>{room.name}</bdi>
        </a>
      </p>
      {newest !== proposal && (
        <p>
          This is an earlier revision. <a href={`${view.base}/proposals/${newest.id}`}>See the newest</a>
        </p>
      )}
      <Acts view={view} proposal={proposal} />
      <h2>Terms</h2>
      <EntryCard entry={proposal} view={view} />
      {revisions.length > 1 && <Revisions view={view} revisions={revisions} shown={proposal} />}
      <Shown view={view} revisions={revisions} />
      <CameBack view={view} revisions={revisions} />
    </CasePage>
  );
};

/** The states of a proposal as they read. */
export const stateInWords = {
  standing: 'Standing',
  revised: 'Replaced by a revision',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
} as const;

const Acts = ({ view, proposal }: { readonly view: View; readonly proposal: Entry<Proposal> }) => {
  const { role } = view.actor;
  const state = stateOf(view.file, proposal, view.now);
  const own = role.kind === 'delegate' && role.party === proposal.fact.party;
  const carries = state === 'standing' && !isRefusal(mayMediate(view.file, view.actor, 'carry'));
  if (!carries && (!own || state === 'revised' || state === 'withdrawn')) return null;
  return (
    <p class="acts">
      {carries && <a href={`${view.base}/carry/${proposal.id}`}>Carry from it</a>}
      {own && <a href={`${view.base}/proposals/${proposal.id}/revise`}>Revise</a>}
      {own && <a href={`${view.base}/proposals/${proposal.id}/withdraw`}>Withdraw</a>}
    </p>
  );
};

const Revisions = ({
  view,
  revisions,
  shown,
}: {
  readonly view: View;
  readonly revisions: readonly Entry<Proposal>[];
  readonly shown: Entry<Proposal>;
}) => (
  <section aria-labelledby="revisions">
    <h2 id="revisions">Revisions</h2>
    <ol class="lines dated">
      {revisions.map((revision) => (
        <li>
          <span class="when">
            <Time at={revision.at} file={view.file} />
          </span>{' '}
          <span class="what">
            <a href={`${view.base}/proposals/${revision.id}`} aria-current={revision === shown ? 'page' : undefined}>
              {stateInWords[stateOf(view.file, revision, view.now)]}
            </a>{' '}
            <small>
              <bdi>{revision.by.name}</bdi>
            </small>
          </span>
        </li>
      ))}
    </ol>
  </section>
);

const Shown = ({ view, revisions }: { readonly view: View; readonly revisions: readonly Entry<Proposal>[] }) => {
  const disclosures = revisions.flatMap(({ id }) => disclosuresOf(view.file, id));
  const receipts = entriesOf(view.file, 'receipt').filter(({ fact }) => revisions.some(({ id }) => id === fact.source));
  // Those who mediate hold both; the side itself its receipts.
  const shown: readonly Entry[] = disclosures.length > 0 ? disclosures : receipts;
  return (
    <section aria-labelledby="shown">
      <h2 id="shown">What was shown of it</h2>
      {shown.length === 0 ? (
        <p class="empty">
          {view.actor.role.kind === 'delegate' && !rulesOf(view.file).receipts
            ? 'This case gives no receipts: ask the mediation what it carried.'
            : 'Nothing that you know of. What is carried to another side appears here, term by term.'}
        </p>
      ) : (
        <Lines entries={shown} view={view} />
      )}
    </section>
  );
};

const CameBack = ({ view, revisions }: { readonly view: View; readonly revisions: readonly Entry<Proposal>[] }) => {
  const answers: readonly Entry[] = [
    ...revisions.flatMap(({ id }) => answersTo(view.file, id)),
    ...entriesOf(view.file, 'carried').filter(({ fact }) => revisions.some(({ id }) => id === fact.about)),
  ];
  return (
    <section aria-labelledby="came-back">
      <h2 id="came-back">What came back</h2>
      {answers.length === 0 ? (
        <p class="empty">No answer that you know of. An answer appears here when the mediation brings it.</p>
      ) : (
        <Lines entries={answers} view={view} />
      )}
    </section>
  );
};

const Lines = ({ entries, view }: { readonly entries: readonly Entry[]; readonly view: View }) => (
  <ul class="lines dated">
    {entries.map((entry) => (
      <li>
        <EntryLine entry={entry} view={view} />
      </li>
    ))}
  </ul>
);

/** The standing answers to what was carried of a source, as far as the viewer knows them. */
function answersTo(file: CaseFile, source: Entry['id']): readonly Entry<Response>[] {
  const carried = disclosuresOf(file, source).map(({ fact }) => fact.carried);
  return currentOf(file, 'response').filter(({ fact }) => carried.includes(fact.to));
}
