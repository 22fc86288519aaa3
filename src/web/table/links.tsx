import type { FC } from 'hono/jsx';
import { standingOf } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { PageLinks, type Pages } from '../page-links.tsx';

/** The pages of the table, one beside the other. */
export const TableLinks: FC<{ readonly view: View; readonly here: string }> = ({ view, here }) => (
  <PageLinks view={view} here={here} label="The table" pages={pagesFor(view)} />
);

function pagesFor({ actor, file }: View): Pages {
  const mediates = actor.role.kind === 'mediator' && standingOf(file, actor) !== 'observer';
  const takesPart = mediates || actor.role.kind === 'delegate';
  return [
    ['/table', 'Where they stand'],
    ['/headway', 'Headway'],
    ['/obstacles', 'Obstacles'],
    ...(takesPart ? ([['/preferences', 'Preferences']] as const) : []),
    ...(takesPart ? ([['/packages', 'Packages']] as const) : []),
    ['/sealed', 'Sealed answers'],
    ...(mediates ? ([['/conflict', 'Conflict model']] as const) : []),
    ...(mediates ? ([['/division', 'Division']] as const) : []),
  ];
}
