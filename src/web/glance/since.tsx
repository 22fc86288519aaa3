import type { Child } from 'hono/jsx';
import { sinceLastLook } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { EntryLine } from '../entries/line.tsx';

const shown = 12;

/** What has come since the person last looked, newest first, with the button that marks it as seen. */
export const SinceYouLooked = ({ view, mark }: { readonly view: View; readonly mark: Child }) => {
  const fresh = sinceLastLook(view.file, view.actor);
  return (
    <section aria-labelledby="since">
      <h2 id="since">Since you last looked</h2>
      {fresh.length === 0 ? (
        <p class="empty">Nothing new.</p>
      ) : (
        <>
          <ul class="lines dated">
            {fresh.slice(0, shown).map((entry) => (
              <li>
                <EntryLine entry={entry} view={view} />
              </li>
            ))}
          </ul>
          {fresh.length > shown && <p>and {fresh.length - shown} more before these.</p>}
          {mark}
        </>
      )}
    </section>
  );
};
