import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { currentOf, meetings, parties } from '../../domain/index.ts';
import { managesCase } from '../agenda/may-manage.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { PartyMark } from '../entries/card.tsx';
import { DelegationNotes } from '../people/delegations.tsx';
import { CasePage } from '../shell.tsx';
import { MeetingItem } from './meeting-item.tsx';

/** The meetings and the delegations that the viewer may know of. */
export function meetingList(app: Hono, context: Context): void {
  casePage(app, context, '/meetings', (view) => <Meetings view={view} />);
}

const Meetings = ({ view }: { readonly view: View }) => {
  const { file, now, base } = view;
  const manages = managesCase(view);
  const all = meetings(file);
  const planned = all.filter(({ fact }) => fact.state === 'planned');
  const coming = planned.filter(({ fact }) => fact.starts >= now);
  const begun = planned.filter(({ fact }) => fact.starts < now).reverse();
  const over = all.filter(({ fact }) => fact.state !== 'planned').reverse();
  const items = (entries: typeof all) =>
    entries.map((entry) => (
      <MeetingItem
        entry={entry}
        view={view}
        acts={
          manages && (
            <a href={`${base}/meetings/${entry.id}`}>
              {entry.fact.state === 'planned' ? 'Move it, note that it was held, or call it off' : 'Correct this'}
            </a>
          )
        }
      />
    ));
  return (
    <CasePage view={view} title="Meetings" here="/meetings">
      <h1>Meetings</h1>
      {manages && (
        <p class="acts">
          <a href={`${base}/meetings/new`}>Call a meeting</a>
          <a href={`${base}/meetings/delegation`}>Note a delegation</a>
        </p>
      )}
      <Part id="coming" title="Coming">
        {coming.length === 0 && (
          <p class="empty">
            Meetings to come appear here, earliest first, each with who takes part and who may know that it takes place.
            You know of none.
          </p>
        )}
        {items(coming)}
      </Part>
      {begun.length > 0 && (
        <Part id="begun" title="Begun, and not yet noted as held">
          {items(begun)}
        </Part>
      )}
      {over.length > 0 && (
        <Part id="over" title="Held, or called off">
          {items(over)}
        </Part>
      )}
      <Part id="delegations" title="Delegations">
        {currentOf(file, 'delegation').length === 0 && (
          <p class="empty">
            Whom each side sends appears here: how senior they are, what they may concede, and who comes with them. You
            know of none.
          </p>
        )}
        {parties(file)
          .filter(({ key }) => currentOf(file, 'delegation').some(({ fact }) => fact.party === key))
          .map((party) => (
            <>
              <h3>
                <PartyMark party={party.key} view={view} />
                <bdi>{party.name}</bdi>
              </h3>
              <DelegationNotes party={party.key} view={view} />
            </>
          ))}
      </Part>
    </CasePage>
  );
};

const Part = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children?: Child }) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
);
