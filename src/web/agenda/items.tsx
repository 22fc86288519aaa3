import type { Child, FC } from 'hono/jsx';
import {
  currentOf,
  numberInWords,
  type CaseFile,
  type Entry,
  type FactOf,
  type Issue,
  type Kind,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Words } from '../entries/card.tsx';
import { Time, timeLeft } from '../times.tsx';
import { Item } from './item.tsx';

interface Props<K extends Kind> {
  readonly entry: Entry<FactOf<K>>;
  readonly view: View;
  readonly acts?: Child;
}

/** An issue with what an answer to it can be. */
export const IssueItem: FC<Props<'issue'>> = ({ entry, view }) => (
  <Item entry={entry} view={view}>
    <h3>
      <bdi>{entry.fact.name}</bdi>
    </h3>
    {entry.fact.description !== '' && <Words text={entry.fact.description} />}
    <ScaleInWords scale={entry.fact.scale} />
  </Item>
);

const ScaleInWords = ({ scale }: Pick<Issue, 'scale'>) =>
  scale.kind === 'options' ? (
    <>
      <p>An answer is one of:</p>
      <ul>
        {scale.options.map((option) => (
          <li>
            <bdi>{option.name}</bdi>
          </li>
        ))}
      </ul>
    </>
  ) : (
    <p>
      An answer is a number from <bdi>{numberInWords(scale.from)}</bdi> to{' '}
      <bdi>
        {numberInWords(scale.to)} {scale.unit}
      </bdi>
      {scale.step !== null && (
        <>
          , in steps of <bdi>{numberInWords(scale.step)}</bdi>
        </>
      )}
      .
    </p>
  );

/** A deadline with the time that is left and what happens then. */
export const DeadlineItem: FC<Props<'deadline'>> = ({ entry, view }) => (
  <Item entry={entry} view={view} when={entry.fact.falls}>
    <h3>
      <bdi>{entry.fact.name}</bdi>
      <span class="state">
        {' '}
        · {entry.fact.falls > view.now ? `in ${timeLeft(view.now, entry.fact.falls)}` : 'passed'}
      </span>
    </h3>
    {entry.fact.consequence !== '' && <Words text={entry.fact.consequence} />}
  </Item>
);

/** A round: whether it is open, on which track and where. */
export const RoundItem: FC<Props<'round'>> = ({ entry, view, acts }) => (
  <Item entry={entry} view={view} acts={acts}>
    <h3>
      <bdi>{entry.fact.name}</bdi>
      <span class="state"> · {entry.fact.state === 'open' ? 'open' : 'closed'}</span>
    </h3>
    <Whereabouts view={view} track={entry.fact.track} venue={entry.fact.venue} />
  </Item>
);

/** A track, or a venue with its place. */
export const PlaceItem: FC<Props<'track' | 'venue'>> = ({ entry: { fact, ...entry }, view }) => (
  <Item entry={{ ...entry, fact }} view={view}>
    <h3>
      {fact.kind === 'track' ? 'Track' : 'Venue'}: <bdi>{fact.name}</bdi>
    </h3>
    {fact.kind === 'venue' && fact.place !== '' && (
      <p>
        <bdi>{fact.place}</bdi>
      </p>
    )}
  </Item>
);

/** A report with who says so and where it was said. */
export const ReportItem: FC<Props<'report'>> = ({ entry, view }) => (
  <Item entry={entry} view={view} when={entry.fact.on} only="day">
    <h3>{reportInWords[entry.fact.what]}</h3>
    <Words text={entry.fact.words} />
    <p>
      According to <bdi>{entry.fact.attribution}</bdi>
      {entry.fact.source !== '' && (
        <>
          . Source: <bdi>{entry.fact.source}</bdi>
        </>
      )}
    </p>
    <p>
      <small>
        Filed by <bdi>{entry.by.name}</bdi> on <Time at={entry.at} file={view.file} />
      </small>
    </p>
  </Item>
);

const reportInWords = { event: 'Event', statement: 'Statement', assessment: 'Assessment' } as const;

interface WhereaboutsProps {
  readonly view: View;
  readonly track: string | null;
  readonly venue: string | null;
  readonly round?: string | null;
}

/** The track, the venue and the round of something, by the names that the viewer knows, in one line; nothing where there are none. */
export const Whereabouts = ({ view, track, venue, round = null }: WhereaboutsProps) => {
  const names = [
    track === null ? null : nameOf(view.file, 'track', track),
    venue === null ? null : nameOf(view.file, 'venue', venue),
    round,
  ].filter((name) => name !== null);
  return names.length === 0 ? null : (
    <p>
      {names.map((name, index) => (
        <>
          {index > 0 && ' · '}
          <bdi>{name}</bdi>
        </>
      ))}
    </p>
  );
};

function nameOf(file: CaseFile, kind: 'track' | 'venue', key: string): string | null {
  const fact = currentOf(file, kind).find((entry) => entry.fact.key === key)?.fact;
  if (fact === undefined) return null;
  return fact.kind === 'venue' && fact.place !== '' ? `${fact.name}, ${fact.place}` : fact.name;
}
