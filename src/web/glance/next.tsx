import { audienceInWords, deadlinesAfter, instant, meetings, type Entry, type Instant } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { addressOf, inOneLine } from '../entries/line.tsx';
import { Time } from '../times.tsx';

const horizon = 14 * 24 * 3_600_000;

/** The meetings and deadlines of the next two weeks, each with who may know of it in the margin. */
export const Next = ({ view }: { readonly view: View }) => {
  const until = instant(new Date(Date.parse(view.now) + horizon));
  const coming = [
    ...meetings(view.file)
      .filter(({ fact }) => fact.state === 'planned' && fact.starts >= view.now)
      .map((entry) => ({ entry: entry as Entry, when: entry.fact.starts })),
    ...deadlinesAfter(view.file, view.now).map((entry) => ({ entry: entry as Entry, when: entry.fact.falls })),
  ]
    .filter(({ when }) => when <= until)
    .sort((a, b) => (a.when < b.when ? -1 : 1));
  return (
    <section aria-labelledby="next">
      <h2 id="next">Next</h2>
      {coming.length === 0 ? (
        <p class="empty">No meeting and no deadline in the next two weeks.</p>
      ) : (
        coming.map(({ entry, when }) => <Coming entry={entry} when={when} view={view} />)
      )}
    </section>
  );
};

const Coming = ({ entry, when, view }: { readonly entry: Entry; readonly when: Instant; readonly view: View }) => (
  <div class="entry">
    <div class="margin">
      <p>
        <Time at={when} file={view.file} />
      </p>
      <p class="who-knows">Known to {audienceInWords(view.file, entry.audience)}</p>
    </div>
    <div class="matter">
      <p>
        <a href={addressOf(view, entry)}>
          <bdi>{inOneLine(view.file, entry)}</bdi>
        </a>
      </p>
    </div>
  </div>
);
