import {
  awaiting,
  entriesOf,
  institutionName,
  isRefusal,
  issueWithKey,
  listed,
  mayMediate,
  parties,
  partyName,
  proposalNumber,
  stateOf,
  supersededBy,
  type Entry,
  type Proposal,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { PartyMark } from '../entries/card.tsx';
import { inOneLine } from '../entries/line.tsx';
import { CasePage } from '../shell.tsx';
import { Time } from '../times.tsx';
import { stateInWords } from './proposal-page.tsx';
import { proposalRooms } from './proposal-rooms.ts';
import { PutToSides, PutToYou } from './put-to.tsx';

/** The proposals that a person knows of, by side, what was put to its own side, and the ways to put something forward. */
export const Proposals = ({ view }: { readonly view: View }) => {
  const mediates = !isRefusal(mayMediate(view.file, view.actor, 'carry'));
  const { role } = view.actor;
  return (
    <CasePage view={view} title="Proposals" here="/proposals">
      <h1>Proposals</h1>
      <WaysForward view={view} mediates={mediates} />
      {role.kind === 'delegate' && <PutToYou view={view} party={role.party} />}
      {mediates && <ToCarry view={view} />}
      {parties(view.file)
        .filter(({ key }) => role.kind !== 'delegate' || key === role.party)
        .map(({ key }) => (
          <OfSide view={view} party={key} />
        ))}
      {role.kind === 'mediator' && <PutToSides view={view} />}
    </CasePage>
  );
};

const WaysForward = ({ view, mediates }: { readonly view: View; readonly mediates: boolean }) => (
  <p class="acts">
    {proposalRooms(view).map(({ key, setting }) => (
      <a href={`${view.base}/proposals/new?room=${key}`}>
        Put a proposal forward to{' '}
        {setting.kind === 'consultation' ? (
          <>
            <bdi>{institutionName(view.file, setting.institution)}</bdi> alone
          </>
        ) : (
          'the mediation'
        )}
      </a>
    ))}
    {mediates && <a href={`${view.base}/put-forward`}>Put forward the mediation’s own proposal</a>}
  </p>
);

const ToCarry = ({ view }: { readonly view: View }) => {
  const sources = awaiting(view.file, view.actor, view.now).filter((one) => one.kind === 'carry');
  return (
    <section aria-labelledby="to-carry">
      <h2 id="to-carry">Released and not yet carried</h2>
      {sources.length === 0 ? (
        <p class="empty">
          Nothing. Terms and answers that a side has released appear here until something of them is carried.
        </p>
      ) : (
        <ul class="lines dated">
          {sources.map(({ source, since }) => (
            <li>
              <span class="when">
                since <Time at={since} file={view.file} />
              </span>{' '}
              <span class="what">
                <a href={`${view.base}/carry/${source.id}`}>
                  Carry from <bdi>{partyName(view.file, source.fact.party)}</bdi>:{' '}
                  <bdi>{inOneLine(view.file, source)}</bdi>
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const OfSide = ({ view, party }: { readonly view: View; readonly party: string }) => {
  const proposals = entriesOf(view.file, 'proposal').filter(
    (entry) => entry.fact.party === party && supersededBy(view.file, entry.id)?.fact.kind !== 'proposal',
  );
  const own = view.actor.role.kind === 'delegate';
  return (
    <section aria-labelledby={`of-${party}`}>
      <h2 id={`of-${party}`}>
        <PartyMark party={party} view={view} />
        {own ? 'Yours' : <bdi>{partyName(view.file, party)}</bdi>}
      </h2>
      {proposals.length === 0 ? (
        <p class="empty">
          {own
            ? 'You have put nothing forward yet. A proposal goes to the mediation, and each term says what may be done with it.'
            : 'No proposal that you know of.'}
        </p>
      ) : (
        <ul class="lines dated">
          {proposals.toReversed().map((entry) => (
            <li>
              <ProposalLine entry={entry} view={view} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const ProposalLine = ({ entry, view }: { readonly entry: Entry<Proposal>; readonly view: View }) => (
  <>
    <span class="when">
      <Time at={entry.at} file={view.file} />
    </span>{' '}
    <span class="what">
      <a href={`${view.base}/proposals/${entry.id}`}>
        Proposal {proposalNumber(view.file, entry.id)}:{' '}
        <bdi>{listed(entry.fact.terms.map(({ issue }) => issueWithKey(view.file, issue)?.name ?? issue))}</bdi>
      </a>{' '}
      <span class="state">· {stateInWords[stateOf(view.file, entry, view.now)].toLowerCase()}</span>
    </span>
  </>
);
