import type { FC } from 'hono/jsx';
import type { conflict } from '../../analysis/index.ts';
import type { Analysed } from './analysed.ts';
import { combinationInWords } from './combinations.ts';
import { marks } from './option-lines.ts';
import { orderInWords } from './ranking-in-words.ts';

/** What a report rests on: the options, what cannot be, and what each is supposed to prefer. */
export const RestsOn: FC<{ readonly analysis: Analysed; readonly model: conflict.ConflictModel }> = ({
  analysis,
  model,
}) => {
  const { makers, options, infeasible, alike = [], barred = [] } = model;
  return (
    <section aria-labelledby="rests-on">
      <h2 id="rests-on">What this rests on</h2>
      <h3>Options</h3>
      <ol class="options">
        {options.map(({ maker, name, moves }) => (
          <li>
            <bdi>{maker}</bdi>: <bdi>{name}</bdi>
            {moves !== undefined && moves !== 'both' && <small> {marks[moves]}</small>}
          </li>
        ))}
      </ol>
      <Combinations heading="What cannot be" patterns={infeasible} options={options} />
      <Combinations heading="One and the same to everybody" patterns={alike} options={options} />
      {barred.length > 0 && (
        <>
          <h3>Moves that cannot be made</h3>
          <ul>
            {barred.map(({ maker, from, to }) => (
              <li>
                <bdi>{maker ?? 'By anybody'}</bdi>: from <bdi>{combinationInWords(from, options)}</bdi> to{' '}
                <bdi>{combinationInWords(to, options)}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>What each is supposed to prefer</h3>
      {makers.map(({ name, preference }, m) => (
        <div class="prefers">
          <h4>
            <bdi>{name}</bdi>
          </h4>
          {preference.kind === 'statements' && (
            <>
              <p>It wants these to be true, the most important first:</p>
              <ol>
                {preference.statements.map((statement) => (
                  <li>
                    <code>{statement}</code>
                  </li>
                ))}
              </ol>
            </>
          )}
          <p>The states, the best first: {orderInWords(analysis.conflict.liking[m] ?? new Int32Array())}.</p>
        </div>
      ))}
    </section>
  );
};

const Combinations: FC<{
  readonly heading: string;
  readonly patterns: readonly string[];
  readonly options: readonly conflict.Option[];
}> = ({ heading, patterns, options }) =>
  patterns.length === 0 ? null : (
    <>
      <h3>{heading}</h3>
      <ul>
        {patterns.map((pattern) => (
          <li>
            <bdi>{combinationInWords(pattern, options)}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
