import { currentOf, entriesOf, type Entry, type Instant } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { addressOf, inOneLine } from '../entries/line.tsx';
import { Time } from '../times.tsx';

/** What happened beside the answers, by the day of it: meetings, deadlines, deliveries of proposals, rounds, and events outside the room. */
export const TimeLine = ({ view }: { readonly view: View }) => {
  const marks = marksIn(view);
  return (
    <section aria-labelledby="time-line">
      <h2 id="time-line">Time line</h2>
      {marks.length === 0 ? (
        <p class="empty">No meeting, deadline, delivery or event is known to you.</p>
      ) : (
        <ol class="time-line">
          {marks.map(({ on, entry, what }) => (
            <li class={on > view.now ? 'ahead' : undefined}>
              <Time at={on} file={view.file} only="day" /> <span class="what">{what}</span>{' '}
              <a href={addressOf(view, entry)}>
                <bdi>{inOneLine(view.file, entry)}</bdi>
              </a>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

interface Mark {
  readonly on: Instant;
  readonly what: string;
  readonly entry: Entry;
}

function marksIn({ file }: View): readonly Mark[] {
  const marks: Mark[] = [
    ...currentOf(file, 'meeting').map((entry) => ({ on: entry.fact.starts, what: 'Meeting', entry })),
    ...currentOf(file, 'deadline').map((entry) => ({ on: entry.fact.falls, what: 'Falls due', entry })),
    ...currentOf(file, 'report').map((entry) => ({ on: entry.fact.on, what: 'Outside', entry })),
    ...entriesOf(file, 'carried').map((entry) => ({ on: entry.at, what: 'Carried', entry })),
    ...entriesOf(file, 'bridging').map((entry) => ({ on: entry.at, what: 'Put', entry })),
    ...entriesOf(file, 'round').map((entry) => ({ on: entry.at, what: 'Round', entry })),
    ...entriesOf(file, 'sealedOutcome').map((entry) => ({ on: entry.at, what: 'Opened', entry })),
  ];
  return marks.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
