import {
  instant,
  issues,
  knownTo,
  parties,
  partyName,
  type Entry,
  type Instant,
  type Kind,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { EntryLine } from '../entries/line.tsx';
import { Field, Select } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';
import { day, fieldOf, readInstant, zoneOf } from '../times.tsx';

/** “On such a day, such a party knew:” with the list, from all that the viewer knows itself, by issue. */
export const KnownTo = ({ view, form }: { readonly view: View; readonly form: Form }) => {
  const asked = readAsked(view, form);
  const problem = asked !== null && 'sentence' in asked ? asked : null;
  const choices = parties(view.file).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <section aria-labelledby="known">
      <h2 id="known">What a side knew</h2>
      <form method="get" action={`${view.base}/ledger#known`} class="known-to">
        <Field
          name="on"
          label="On"
          type="date"
          form={form}
          problem={problem}
          value={fieldOf(view.now, zoneOf(view.file)).slice(0, 10)}
        />
        <Select name="party" label="this side knew" choices={choices} form={form} problem={problem} />
        <button class="quiet">Show the list</button>
      </form>
      {asked !== null && !('sentence' in asked) && <Known view={view} party={asked.party} at={asked.at} />}
    </section>
  );
};

const Known = ({ view, party, at }: { readonly view: View; readonly party: string; readonly at: Instant }) => {
  const known = knownTo(view.file, party, at);
  return (
    <>
      <p>
        On <strong>{day(at, zoneOf(view.file))}</strong>{' '}
        <strong>
          <bdi>{partyName(view.file, party)}</bdi>
        </strong>{' '}
        knew:
      </p>
      {known.length === 0 && <p class="empty">Nothing that you know of.</p>}
      {issues(view.file).map((issue) => (
        <Group name={issue.name} entries={known.filter((entry) => issuesOf(entry).includes(issue.key))} view={view} />
      ))}
      <Group
        name="Said without terms"
        entries={known.filter((entry) => isSpoken(entry) && issuesOf(entry).length === 0)}
        view={view}
      />
      <Group
        name="The case, its people and its calendar"
        entries={known.filter((entry) => !isSpoken(entry) && issuesOf(entry).length === 0)}
        view={view}
      />
      <p class="hint">
        What the side says among itself, and what an institution heard apart from you, is not in this list.
      </p>
    </>
  );
};

const Group = ({
  name,
  entries,
  view,
}: {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly view: View;
}) =>
  entries.length === 0 ? null : (
    <>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <ul class="lines dated">
        {entries.map((entry) => (
          <li>
            <EntryLine entry={entry} view={view} />
          </li>
        ))}
      </ul>
    </>
  );

/** The issues that an entry says something about. */
function issuesOf({ fact }: Entry): readonly string[] {
  switch (fact.kind) {
    case 'proposal':
    case 'response':
    case 'carried':
    case 'bridging':
      return fact.terms.map((term) => term.issue);
    case 'position':
      return [fact.issue];
    case 'issue':
      return [fact.key];
    default:
      return [];
  }
}

const isSpoken = ({ fact }: Entry): boolean => spoken.includes(fact.kind);
const spoken: readonly Kind[] = ['message', 'withdrawal', 'response', 'carried', 'bridging', 'receipt'];

/** The side and the end of the day that were asked about; null where nothing was. */
function readAsked({ file, now }: View, form: Form): { readonly party: string; readonly at: Instant } | Problem | null {
  if (!form.has('party')) return null;
  const party = parties(file).find(({ key }) => key === form.text('party'));
  if (party === undefined) return problemWith('party', 'Choose one of the sides.');
  if (form.text('on').trim() === '') return { party: party.key, at: now };
  const minute = readInstant(form.text('on').slice(0, 10), zoneOf(file));
  return minute === null
    ? problemWith('on', 'Give a day, such as 2031-01-20.')
    : { party: party.key, at: instant(new Date(Date.parse(minute) + 59_999)) };
}
