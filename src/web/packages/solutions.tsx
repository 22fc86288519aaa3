import type { FC } from 'hono/jsx';
import { MethodText } from './method-words.tsx';
import type { Picture } from './picture.ts';

/** The solution points by name, each with its sentence, and its definition on demand. */
export const Solutions: FC<{
  readonly picture: Picture;
  readonly chosen: number | null;
  readonly addressOf: (place: number) => string;
}> = ({ picture, chosen, addressOf }) => (
  <section aria-labelledby="solutions" id="named">
    <h2 id="solutions">Points with a name</h2>
    <p>Each rests on its own view of what is fair. None is the right one.</p>
    {picture.solutions.map(({ label, method, places, sentence }) => (
      <details class="method">
        <summary>
          <strong>{label}</strong>
          {places.some((place) => place === chosen) && ' (chosen)'}
        </summary>
        <p>{sentence}</p>
        {places.length > 0 && (
          <p class="acts">
            {places.slice(0, 3).map((place) => (
              <a href={addressOf(place)}>Choose point {place + 1}</a>
            ))}
          </p>
        )}
        <MethodText method={method} />
      </details>
    ))}
  </section>
);
