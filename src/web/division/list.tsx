import type { Hono } from 'hono';
import { divisions } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import { readsWorkings, setsUpWorkings } from '../conflict/reads-workings.ts';
import { WorkingLines } from '../conflict/working-lines.tsx';
import type { Context } from '../context.ts';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { pairsWithPoints } from './from-points.ts';

/** The divisions that the viewer knows, newest first. */
export function divisionList(app: Hono, context: Context): void {
  casePage(app, context, '/division', (view) => (readsWorkings(view) ? <DivisionList view={view} /> : null));
}

const DivisionList = ({ view }: { readonly view: View }) => {
  const all = divisions(view.file);
  return (
    <CasePage view={view} title="Division" here="/table">
      <h1>Division</h1>
      <TableLinks view={view} here="/division" />
      <p>
        Items that one of two sides gets, or that are split: with 100 points of each side spread over them, it can be
        worked out who gets what so that both end with equally many of their own points, and at most one item is split.
        It is for things to be divided, not for matters on which the sides could both be served.
      </p>
      {setsUpWorkings(view) && (
        <>
          <p class="acts">
            <a class="button" href={`${view.base}/division/new`}>
              Set up a division
            </a>
          </p>
          {pairsWithPoints(view.file).map(([first, second]) => (
            <p>
              <a href={`${view.base}/division/new?from=${first.key}&from=${second.key}`}>
                Start from the points of <bdi>{first.name}</bdi> and <bdi>{second.name}</bdi> that are known to you
              </a>
            </p>
          ))}
        </>
      )}
      {all.length === 0 ? (
        <p class="empty">No division has been set up that you know of.</p>
      ) : (
        <WorkingLines entries={all} view={view} />
      )}
    </CasePage>
  );
};
