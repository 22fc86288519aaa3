import type { FC } from 'hono/jsx';
import { conflict } from '../../analysis/index.ts';
import { listed } from '../../domain/index.ts';
import type { Analysed } from './analysed.ts';

/** Where things stand: why each would stay or move, and how what could last can be come to. */
export const StatusQuo: FC<{ readonly analysis: Analysed }> = ({ analysis }) => {
  const { now } = analysis;
  return (
    <section aria-labelledby="status-quo">
      <h2 id="status-quo">From where things stand</h2>
      {now === null ? (
        <p class="empty">
          Where things stand is not said in this model. Once it is, this tells which outcomes can be come to from there.
        </p>
      ) : (
        <>
          <p>
            Things stand at <bdi>{conflict.stateWords(analysis.conflict, now)}</bdi>.
          </p>
          <ul>
            {analysis.conflict.makers.map((_, maker) => (
              <li>{reasonToStay(analysis, maker, now)}</li>
            ))}
          </ul>
          <Ways analysis={analysis} now={now} />
        </>
      )}
    </section>
  );
};

/** Why somebody would stay in a state, in the strictest way in which it would; or, where it would not in any, what it would do. */
function reasonToStay({ conflict: built, stability, convention }: Analysed, maker: number, state: number): string {
  const strictest = conflict.concepts.find((concept) => stability.stable[concept][maker]?.[state] === 1) ?? 'GMR';
  const reason = conflict.reasonFor(built, strictest, convention, maker, state);
  return conflict.reasonWords(built, strictest, maker, state, reason);
}

/** How each state that could last can be come to: by moves to the good of whoever makes them, else by any, else not at all. */
const Ways: FC<{ readonly analysis: Analysed; readonly now: number }> = ({ analysis, now }) => {
  const { conflict: built, report } = analysis;
  const lasting = report.outcomes.filter(({ state }) => state !== now).sort((a, b) => a.state - b.state);
  const improving = conflict.evolutionFrom(built, now, 'improvements');
  const any = conflict.evolutionFrom(built, now, 'moves');
  const byGood = lasting.filter(({ state }) => (improving.steps[state] ?? -1) > 0);
  const byAny = lasting.filter((outcome) => !byGood.includes(outcome) && (any.steps[outcome.state] ?? -1) > 0);
  const never = lasting.filter((outcome) => !byGood.includes(outcome) && !byAny.includes(outcome));
  return (
    <>
      {byGood.length === 0 && (
        <p>
          By moves that are each to the good of whoever makes them, nothing else that could last can be come to from
          here.
        </p>
      )}
      {[
        ...byGood.map((outcome) => [outcome, improving] as const),
        ...byAny.map((outcome) => [outcome, any] as const),
      ].map(([{ state }, evolution]) => (
        <p class="reach">
          {conflict.evolutionWords(built, evolution, state)}{' '}
          <Paths analysis={analysis} evolution={evolution} to={state} />
        </p>
      ))}
      {never.length > 0 && (
        <p>Not to be reached from here at all: {listed(never.map(({ state }) => conflict.stateName(state)))}.</p>
      )}
    </>
  );
};

const pathsShown = 4;

/** The shortest ways to a state in an evolution: all, or none where they are many. A way of one move is said already. */
const Paths: FC<{ readonly analysis: Analysed; readonly evolution: conflict.Evolution; readonly to: number }> = ({
  analysis,
  evolution,
  to,
}) => {
  const paths: (readonly conflict.Move[])[] = [];
  for (const path of conflict.shortestPaths(analysis.conflict, evolution.from, to, evolution.by))
    if (paths.push(path) > pathsShown) break;
  if (paths.length === 0 || paths[0]?.length === 1) return null;
  if (paths.length > pathsShown) return <>There are more than {pathsShown} such ways.</>;
  const told = paths
    .map((path) => pathInWords(analysis, path))
    .sort()
    .join('; or ');
  return (
    <>
      In this order: <bdi>{told}</bdi>.
    </>
  );
};

const pathInWords = ({ conflict: { makers } }: Analysed, path: readonly conflict.Move[]): string =>
  path.map(({ mover, to }) => `${makers[mover]} to ${conflict.stateName(to)}`).join(', ');
