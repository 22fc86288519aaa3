import type { Hono } from 'hono';
import { conflictModels } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { readsWorkings, setsUpWorkings } from './reads-workings.ts';
import { WorkingLines } from './working-lines.tsx';

/** The conflict models that the viewer knows, newest first. */
export function conflictList(app: Hono, context: Context): void {
  casePage(app, context, '/conflict', (view) => (readsWorkings(view) ? <ConflictList view={view} /> : null));
}

const ConflictList = ({ view }: { readonly view: View }) => {
  const models = conflictModels(view.file);
  return (
    <CasePage view={view} title="Conflict model" here="/table">
      <h1>Conflict model</h1>
      <TableLinks view={view} here="/conflict" />
      <p>
        Who could do what, and what each would rather see: from that it can be worked out which outcomes could last
        because nobody would move away from them, why, and whether they can be come to from where things stand. It needs
        no points, only what each prefers to what. It rests on what you suppose, and is no forecast.
      </p>
      {setsUpWorkings(view) && (
        <p class="acts">
          <a class="button" href={`${view.base}/conflict/new`}>
            Set up a conflict model
          </a>
        </p>
      )}
      {models.length === 0 ? (
        <p class="empty">
          No conflict model has been set up that you know of. Two to four who decide, with one to three options each, is
          a good beginning.
        </p>
      ) : (
        <WorkingLines entries={models} view={view} />
      )}
    </CasePage>
  );
};
