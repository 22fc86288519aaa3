import type { FC } from 'hono/jsx';
import { issues, parties } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { PartyMark } from '../entries/card.tsx';
import { Time } from '../times.tsx';
import type { Ground } from './ground.ts';

/** Whose points these pages rest on, and who says so; and what is left out because no points are known. */
export const Provenance: FC<{ readonly ground: Ground; readonly view: View }> = ({ ground, view }) => {
  const { sides, issues: valued } = ground.valued;
  const without = parties(view.file).filter(({ key }) => !sides.some(({ party }) => party.key === key));
  const left = issues(view.file).filter(({ key }) => !valued.some((issue) => issue.key === key));
  const others = view.actor.role.kind === 'delegate' ? [] : without;
  return (
    <ul class="lines provenance-of-points" aria-label="Whose points these are">
      {sides.map(({ party, entry }) => (
        <li>
          <PartyMark party={party.key} view={view} />
          <bdi>{party.name}</bdi>
          {': '}
          {entry.fact.provenance === 'own' ? (
            'its own points'
          ) : (
            <>
              an estimate, for which <bdi>{entry.by.name}</bdi> answers
            </>
          )}
          , <Time at={entry.at} file={view.file} only="day" />{' '}
          <a href={`${view.base}/preferences#e-${entry.id}`}>See the points</a>
        </li>
      ))}
      {others.map(({ key, name }) => (
        <li>
          <PartyMark party={key} view={view} />
          <bdi>{name}</bdi>: no points are known to you. Nothing here says what it would accept.{' '}
          <a href={`${view.base}/preferences`}>Preferences</a>
        </li>
      ))}
      {left.length > 0 && (
        <li>
          Left out, since nobody’s points are known on {left.length === 1 ? 'it' : 'them'}:{' '}
          <bdi>{left.map(({ name }) => name).join(', ')}</bdi>.
        </li>
      )}
    </ul>
  );
};
