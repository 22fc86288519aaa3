import type { FC } from 'hono/jsx';
import { entryWithId } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { EntryLine } from './line.tsx';

/** The entries that show something, by their ids, folded away. */
export const ShownBy: FC<{ readonly refs: readonly string[]; readonly summary: string; readonly view: View }> = ({
  refs,
  summary,
  view,
}) => (
  <details>
    <summary>{summary}</summary>
    <ul class="lines dated">
      {refs.map((ref) => {
        const entry = entryWithId(view.file, ref);
        return entry === null ? null : (
          <li>
            <EntryLine entry={entry} view={view} />
          </li>
        );
      })}
    </ul>
  </details>
);
