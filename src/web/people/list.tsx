import type { Hono } from 'hono';
import { currentOf, institutions, parties, type Entry, type FactOf } from '../../domain/index.ts';
import { waitingPersons } from '../../store/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { PartyMark } from '../entries/card.tsx';
import { CasePage } from '../shell.tsx';
import { Time } from '../times.tsx';
import { DelegationNotes } from './delegations.tsx';
import { mayInvite } from './may-invite.ts';
import { standingInWords, standingOfDelegate } from './role.ts';

/** Who takes part, as far as the viewer knows: the mediation by institution, the sides with their delegations, the readers. */
export function peopleList(app: Hono, context: Context): void {
  casePage(app, context, '/people', async (view) => {
    const invites = mayInvite(view);
    const waiting: ReadonlySet<string> = invites ? await waitingPersons(context.store, view.file.case) : new Set();
    return <People view={view} invites={invites} waiting={waiting} />;
  });
}

type Appointed = Entry<FactOf<'appointment'>>;

interface Props {
  readonly view: View;
  readonly invites: boolean;
  readonly waiting: ReadonlySet<string>;
}

const People = ({ view, invites, waiting }: Props) => {
  const appointed = currentOf(view.file, 'appointment').toSorted((a, b) => collator.compare(a.fact.name, b.fact.name));
  const lines = (people: readonly Appointed[]) => (
    <Lines people={people} view={view} invites={invites} waiting={waiting} />
  );
  const mediators = (key: string) =>
    appointed.filter(({ fact: { role } }) => role.kind === 'mediator' && role.institution === key);
  const delegates = (key: string) =>
    appointed.filter(({ fact: { role } }) => role.kind === 'delegate' && role.party === key);
  const readers = appointed.filter(({ fact: { role } }) => role.kind === 'reader');
  return (
    <CasePage view={view} title="People" here="/people">
      <h1>People</h1>
      {invites && appointed.length < 2 && (
        <p class="empty">
          You are alone in this case. Those who mediate with you, the delegates of the sides and readers appear here
          once you have invited them; each gets a link that works once.
        </p>
      )}
      {invites && (
        <p class="acts">
          <a href={`${view.base}/people/invite`}>Invite somebody</a>
        </p>
      )}
      <section aria-labelledby="mediation">
        <h2 id="mediation">The mediation</h2>
        {institutions(view.file).length === 0 && (
          <p class="empty">The mediating institutions appear here as far as you may know them.</p>
        )}
        {institutions(view.file).map((institution) => (
          <>
            <h3>
              <bdi>{institution.name}</bdi>, {standingInWords[institution.standing]}
            </h3>
            {lines(mediators(institution.key))}
            {invites && mediators(institution.key).length === 0 && (
              <p class="empty">Nobody mediates for it here yet.</p>
            )}
          </>
        ))}
      </section>
      <section aria-labelledby="sides">
        <h2 id="sides">The sides</h2>
        {parties(view.file).length === 0 && <p class="empty">The sides appear here as far as you may know them.</p>}
        {parties(view.file).map((party) => (
          <>
            <h3>
              <PartyMark party={party.key} view={view} />
              <bdi>{party.name}</bdi>
            </h3>
            {party.description !== '' && <p dir="auto">{party.description}</p>}
            {lines(delegates(party.key))}
            {invites && delegates(party.key).length === 0 && <p class="empty">Nobody speaks for this side here yet.</p>}
            <DelegationNotes party={party.key} view={view} />
          </>
        ))}
      </section>
      {readers.length > 0 && (
        <section aria-labelledby="readers">
          <h2 id="readers">Readers</h2>
          {lines(readers)}
        </section>
      )}
      <Ended view={view} />
    </CasePage>
  );
};

const collator = new Intl.Collator('en');

const Lines = ({ people, view, invites, waiting }: Props & { readonly people: readonly Appointed[] }) =>
  people.length === 0 ? null : (
    <ul class="people">
      {people.map(({ fact: { person, name, role } }) => (
        <li>
          <bdi>{name}</bdi>
          {person === view.actor.person && ' (you)'}
          {role.kind === 'delegate' && <span>, {standingOfDelegate(view.file, role)}</span>}
          {waiting.has(person) && <span class="state"> · has not accepted yet</span>}
          {invites && person !== view.actor.person && (
            <p class="acts">
              {waiting.has(person) && <a href={`${view.base}/people/${person}/link`}>New link</a>}{' '}
              <a href={`${view.base}/people/${person}/end`}>End the appointment</a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );

/** Appointments that have ended, as far as the viewer knows. */
const Ended = ({ view }: { readonly view: View }) => {
  const ended = currentOf(view.file, 'dismissal');
  return ended.length === 0 ? null : (
    <section aria-labelledby="ended">
      <h2 id="ended">No longer here</h2>
      <ul class="people">
        {ended.map((entry) => (
          <li>
            <bdi>{entry.fact.name}</bdi>, until <Time at={entry.at} file={view.file} only="day" />
          </li>
        ))}
      </ul>
    </section>
  );
};
