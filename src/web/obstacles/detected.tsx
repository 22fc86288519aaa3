import { headway } from '../../analysis/index.ts';
import { talksIn } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { ShownBy } from '../entries/shown-by.tsx';
import { Marked } from '../headway/marked.tsx';

/** How many are listed, the latest. */
const mostShown = 40;

/** What the rules find in the answers that the viewer knows, newest first. They say what happened, and nothing of why or whose fault it is. */
export const Detected = ({ view }: { readonly view: View }) => {
  const all = talksIn(view.file).obstacles();
  const found = all.slice(-mostShown).toReversed();
  return (
    <section aria-labelledby="detected">
      <h2 id="detected">Detected in what the sides said</h2>
      {found.length === 0 ? (
        <p class="empty">
          Nothing: no answer that you know of moved away, was taken back or came new after the first round.
        </p>
      ) : (
        <ol class="detected">
          {found.map(({ sentence, before, now }) => (
            <li>
              <p>
                <Marked text={sentence} />
              </p>
              <ShownBy refs={[...before, now]} summary="The entries that show it" view={view} />
            </li>
          ))}
        </ol>
      )}
      {all.length > mostShown && (
        <p class="quiet">
          The latest {mostShown} of {all.length}; the others stand with their rounds under Headway.
        </p>
      )}
      <details>
        <summary>The rules, and when they mislead</summary>
        <p>{headway.obstaclesMethod.definition}</p>
        <p>{headway.obstaclesMethod.assumes}</p>
        <p>{headway.obstaclesMethod.misleads}</p>
      </details>
    </section>
  );
};
