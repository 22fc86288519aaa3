import type { Child, FC } from 'hono/jsx';
import { audienceInWords, entryWithId, type CaseFile, type Entry, type Instant } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { inOneLine } from '../entries/line.tsx';
import { Time } from '../times.tsx';

interface ItemProps {
  readonly entry: Entry;
  readonly view: View;
  /** The time that the item is about, for the margin; when it was entered, if none is given. */
  readonly when?: Instant;
  readonly only?: 'day';
  readonly acts?: Child;
  readonly children?: Child;
}

/** An item of the agenda or a meeting: in the margin its time and who may know of it, beside it what it is, and how it stood before. */
export const Item: FC<ItemProps> = ({ entry, view, when, only, acts, children }) => (
  <article class={`entry ${entry.fact.kind}`} id={`e-${entry.id}`}>
    <div class="margin">
      <p>
        <Time at={when ?? entry.at} file={view.file} {...(only && { only })} />
      </p>
      <p class="who-knows">Known to {audienceInWords(view.file, entry.audience)}</p>
    </div>
    <div class="matter">
      {children}
      {acts !== undefined && acts !== false && <p class="acts">{acts}</p>}
      <Earlier entry={entry} view={view} />
    </div>
  </article>
);

/** How an item stood before it was changed, newest first, each at its own address, where older links lead. */
const Earlier: FC<{ readonly entry: Entry; readonly view: View }> = ({ entry, view }) => {
  const before = earlier(view.file, entry);
  return before.length === 0 ? null : (
    <details>
      <summary>How it stood before</summary>
      <ul>
        {before.map((old) => (
          <li id={`e-${old.id}`}>
            <bdi>{inOneLine(view.file, old)}</bdi>
            <AboutTime entry={old} view={view} />, entered on <Time at={old.at} file={view.file} />
          </li>
        ))}
      </ul>
    </details>
  );
};

/** The time that an earlier state was about, where moving it was the point. */
const AboutTime: FC<{ readonly entry: Entry; readonly view: View }> = ({ entry: { fact }, view }) => {
  const about = fact.kind === 'meeting' ? fact.starts : fact.kind === 'deadline' ? fact.falls : null;
  return about === null ? null : (
    <>
      {' '}
      for <Time at={about} file={view.file} />
    </>
  );
};

/** The entries that an entry has superseded, one after the other, newest first. */
function earlier(file: CaseFile, entry: Entry): readonly Entry[] {
  const before = entry.supersedes === null ? null : entryWithId(file, entry.supersedes);
  return before === null ? [] : [before, ...earlier(file, before)];
}
