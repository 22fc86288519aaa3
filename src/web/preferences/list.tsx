import type { Hono } from 'hono';
import { parties, partyName, preferencesOf, seesWorkings } from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { PointsTable } from './points-table.tsx';
import { mayStateFor } from './may-state.ts';

/** What the viewer knows of what each side values. */
export function preferencesList(app: Hono, context: Context): void {
  casePage(app, context, '/preferences', (view) =>
    seesWorkings(view.actor.role) ? <PreferencesList view={view} /> : null,
  );
}

const PreferencesList = ({ view }: { readonly view: View }) => {
  const { role } = view.actor;
  const sides = role.kind === 'delegate' ? [role.party] : parties(view.file).map(({ key }) => key);
  return (
    <CasePage view={view} title="Preferences" here="/table">
      <h1>Preferences</h1>
      <TableLinks view={view} here="/preferences" />
      <p>
        {role.kind === 'delegate'
          ? 'What your side values, in points that it gives itself. Packages are then shown with what each is worth to you. Nobody reads the points but those whom you let read them.'
          : 'What each side values, in points: as the side says itself, or as one of you estimates. Every figure that is worked out from them says which.'}
      </p>
      {sides.map((party) => (
        <section aria-labelledby={`of-${party}`}>
          <h2 id={`of-${party}`}>
            <bdi>{partyName(view.file, party)}</bdi>
          </h2>
          {preferencesOf(view.file, party) === null ? (
            <p class="empty">No points are known to you.</p>
          ) : (
            <PointsTable party={party} view={view} />
          )}
          {mayStateFor(view, party) && (
            <p class="acts">
              <a href={`${view.base}/preferences/${party}`}>
                {role.kind === 'delegate' ? 'Give points' : 'State an estimate'}
              </a>
            </p>
          )}
        </section>
      ))}
    </CasePage>
  );
};
