import type { Hono } from 'hono';
import { headway } from '../../analysis/index.ts';
import { deadlinesAfter, talksIn } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { Chart } from './chart.tsx';
import { Rounds } from './rounds.tsx';
import { TimeLine } from './time-line.tsx';

/** Headway round by round, with set-backs and their entries, the forecast with its record, and what happened beside it. */
export function headwayPages(app: Hono, context: Context): void {
  casePage(app, context, '/headway', (view) => <HeadwayPage view={view} />);
}

const HeadwayPage = ({ view }: { readonly view: View }) => {
  const rounds = talksIn(view.file).headway();
  return (
    <CasePage view={view} title="Headway" here="/table">
      <h1>Headway</h1>
      <TableLinks view={view} here="/headway" />
      {rounds.length === 0 ? (
        <p class="empty">No round has been opened that you know of. The gaps are drawn here round by round.</p>
      ) : (
        <>
          <Chart rounds={rounds} view={view} />
          <Rounds rounds={rounds} view={view} />
          <TheClock rounds={rounds} view={view} />
        </>
      )}
      <TimeLine view={view} />
    </CasePage>
  );
};

/** Rounds left at the pace so far, and a forecast that never stands without its band, its model and its record. */
const TheClock = ({ rounds, view }: { readonly rounds: readonly headway.RoundHeadway[]; readonly view: View }) => {
  const pace = headway.paceOf(rounds);
  const begins = talksIn(view.file).rounds.map(({ from }) => Date.parse(from));
  const [next] = deadlinesAfter(view.file, view.now);
  const left = headway.roundsLeft(pace);
  const fit =
    next === undefined ? null : headway.roundsThatFit(begins, Date.parse(view.now), Date.parse(next.fact.falls));
  const expected = headway.forecast(pace, 6);
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">The clock</h2>
      <p>
        {headway.clockInWords(left, fit)}
        {next !== undefined && (
          <>
            {' '}
            The next deadline is <bdi>{next.fact.name}</bdi>.
          </>
        )}
      </p>
      {'refused' in expected ? (
        <p class="quiet">{headway.forecastRefusedInWords(expected)}</p>
      ) : (
        <>
          <ul>
            {expected.within
              .filter((_, i) => i === 0 || i === 2 || i === 5)
              .map((chances) => (
                <li>{headway.forecastInWords(expected, chances)}</li>
              ))}
          </ul>
          <details>
            <summary>What this forecast is, and when it misleads</summary>
            <p>{expected.model.definition}</p>
            <p>{expected.model.assumes}</p>
            <p>{expected.model.misleads}</p>
          </details>
        </>
      )}
    </section>
  );
};
