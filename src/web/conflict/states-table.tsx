import type { FC } from 'hono/jsx';
import { conflict } from '../../analysis/index.ts';
import type { Analysed } from './analysed.ts';
import { placesIn } from './ranking-in-words.ts';

/** Every state: where it stands in each one's order, in which ways it is stable for each and for all, and how far it is from here. */
export const StatesTable: FC<{ readonly analysis: Analysed }> = ({ analysis }) => {
  const { conflict: built, stability, now } = analysis;
  const orders = built.liking.map(placesIn);
  const evolution = now === null ? null : conflict.evolutionFrom(built, now, 'moves');
  return (
    <section>
      <h2 id="states">All states</h2>
      <p>
        Under each name: the state’s place in its order, 1 for the best, and the ways in which it is stable for it, by
        their letters.
      </p>
      <div class="wide" role="region" aria-labelledby="states" tabindex={0}>
        <table class="conflict-states">
          <thead>
            <tr>
              <th scope="col">State</th>
              {built.makers.map((maker) => (
                <th scope="col">
                  <bdi>{maker}</bdi>
                </th>
              ))}
              <th scope="col">For all</th>
              {evolution !== null && <th scope="col">Moves from here</th>}
            </tr>
          </thead>
          <tbody>
            {built.states.map((_, state) => {
              const ways = conflict.concepts.filter((concept) =>
                stability.stable[concept].every((stable) => stable[state] === 1),
              );
              return (
                <tr class={ways.length > 0 ? 'lasts' : undefined}>
                  <th scope="row">
                    <bdi>{conflict.stateWords(built, state)}</bdi>
                    {state === now && <small>Where things stand</small>}
                  </th>
                  {orders.map((order, maker) => (
                    <MakerCell analysis={analysis} order={order} maker={maker} state={state} />
                  ))}
                  <td>
                    <Ways ways={ways} />
                  </td>
                  {evolution !== null && <td class="number">{movesInWords(evolution.steps[state] ?? -1)}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
};

const MakerCell: FC<{
  readonly analysis: Analysed;
  readonly order: ReturnType<typeof placesIn>;
  readonly maker: number;
  readonly state: number;
}> = ({ analysis, order, maker, state }) => {
  return (
    <td>
      <span class="place">
        {order.places[state]} <small>of {order.of}</small>
      </span>{' '}
      <Ways ways={conflict.concepts.filter((concept) => analysis.stability.stable[concept][maker]?.[state] === 1)} />
    </td>
  );
};

const Ways: FC<{ readonly ways: readonly conflict.Concept[] }> = ({ ways }) =>
  ways.length === 0 ? <span class="ways none">not stable</span> : <span class="ways">{ways.join(' ')}</span>;

const movesInWords = (steps: number): string => (steps < 0 ? 'none' : String(steps));
