import type { FC } from 'hono/jsx';
import { standingOf } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';

/** The pages of the table, one beside the other. */
export const TableLinks: FC<{ readonly view: View; readonly here: string }> = ({ view, here }) => (
  <nav class="pages" aria-label="The table">
    <ul>
      {pagesFor(view).map(([address, label]) => (
        <li>
          <a href={`${view.base}${address}`} aria-current={address === here ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

function pagesFor({ actor, file }: View): readonly (readonly [string, string])[] {
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
