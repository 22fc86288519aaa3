import type { FC } from 'hono/jsx';
import { audienceInWords, supersededBy, type Division, type Entry, type ModelledConflict } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { addressOf } from '../entries/line.tsx';
import { Time } from '../times.tsx';

/** Workings of the mediation, newest first: title, who answers for each, when, and who may know of it. */
export const WorkingLines: FC<{
  readonly entries: readonly Entry<ModelledConflict | Division>[];
  readonly view: View;
}> = ({ entries, view }) => (
  <ul class="lines">
    {entries.toReversed().map((entry) => (
      <li>
        <a href={addressOf(view, entry)}>
          <bdi>{entry.fact.title}</bdi>
        </a>{' '}
        <small>
          by <bdi>{entry.by.name}</bdi>
          {' · '}
          <Time at={entry.at} file={view.file} />
          {' · known to '}
          {audienceInWords(view.file, entry.audience)}
        </small>
      </li>
    ))}
  </ul>
);

/** Where a working has been replaced, the sentence that says so, with the way to the newer one. */
export const Replaced: FC<{ readonly entry: Entry; readonly view: View }> = ({ entry, view }) => {
  const newer = supersededBy(view.file, entry.id);
  return newer === null ? null : (
    <p class="state">
      This has been replaced by <a href={addressOf(view, newer)}>a newer version</a>.
    </p>
  );
};
