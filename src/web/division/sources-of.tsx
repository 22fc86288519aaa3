import type { FC } from 'hono/jsx';
import { entryOfKind, partyName, supersededBy, type EntryId } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Time } from '../times.tsx';

/** Whose points a division was started from, and whether newer ones have come since. */
export const SourcesOf: FC<{ readonly sources: readonly EntryId[]; readonly view: View }> = ({ sources, view }) =>
  sources.length === 0 ? null : (
    <ul class="lines provenance-of-points" aria-label="Whose points this was started from">
      {sources.flatMap((id) => {
        const entry = entryOfKind(view.file, 'preferences', id);
        if (entry === null) return [];
        return [
          <li>
            Started from{' '}
            {entry.fact.provenance === 'own' ? (
              <>
                the points of <bdi>{partyName(view.file, entry.fact.party)}</bdi> itself
              </>
            ) : (
              <>
                an estimate of <bdi>{partyName(view.file, entry.fact.party)}</bdi>, for which <bdi>{entry.by.name}</bdi>{' '}
                answers
              </>
            )}
            , <Time at={entry.at} file={view.file} only="day" />{' '}
            <a href={`${view.base}/preferences#of-${entry.fact.party}`}>See the points</a>
            {supersededBy(view.file, id) !== null && '. Newer points have come since'}
          </li>,
        ];
      })}
    </ul>
  );
