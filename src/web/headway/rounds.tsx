import { headway } from '../../analysis/index.ts';
import { talksIn } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { ShownBy } from '../entries/shown-by.tsx';
import { percent } from '../table/standing-table.tsx';
import { Marked } from './marked.tsx';

/** How many obstacles and entries are listed of one round, the latest. */
const mostShown = 40;

/** Round by round: what came of it, in figures and in a sentence, and the entries that show it. */
export const Rounds = ({ rounds, view }: { readonly rounds: readonly headway.RoundHeadway[]; readonly view: View }) => {
  const { history, issues, rounds: spans, obstacles } = talksIn(view.file);
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">Round by round</h2>
      <div class="wide">
        <table class="rounds">
          <caption class="unseen">The gap on each issue at the end of each round</caption>
          <thead>
            <tr>
              <th scope="col">Round</th>
              <th scope="col">Mean</th>
              {issues.map(({ name }) => (
                <th scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rounds.map((round) => (
              <tr>
                <th scope="row">
                  <a href={`#round-${round.round}`}>{round.round}</a>
                </th>
                <td class="number">{round.overall.gap === null ? '—' : percent(round.overall.gap)}</td>
                {round.gaps.map((gap, issue) => {
                  const widened = round.issues.some((one) => one.issue === issue && one.isSetBack);
                  return (
                    <td class="number">
                      {gap === null ? '—' : percent(gap)}
                      {widened && (
                        <>
                          {' '}
                          <span class="set-back-mark">
                            ▼<span class="unseen"> widened</span>
                          </span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rounds.toReversed().map((round) => {
        const arose = obstacles().filter((obstacle) => obstacle.round === round.round);
        const refs = [...new Set(round.issues.flatMap((issue) => issue.refs))];
        return (
          <article class="round" id={`round-${round.round}`}>
            <h3>
              <bdi>{spans[round.round - 1]?.name ?? `Round ${round.round}`}</bdi>
              {(round.isSetBack || round.issues.some(({ isSetBack }) => isSetBack)) && (
                <small class="state"> a set-back</small>
              )}
            </h3>
            <p>
              <Marked text={headway.roundInWords(history, round)} />
            </p>
            {arose.length > 0 && (
              <ul>
                {arose.slice(-mostShown).map(({ sentence }) => (
                  <li>
                    <Marked text={sentence} />
                  </li>
                ))}
              </ul>
            )}
            {arose.length > mostShown && (
              <p class="quiet">
                The latest {mostShown} of {arose.length}.
              </p>
            )}
            {refs.length > 0 && (
              <ShownBy
                refs={refs.slice(-mostShown)}
                summary={refs.length === 1 ? 'The entry that shows it' : `The ${refs.length} entries that show it`}
                view={view}
              />
            )}
          </article>
        );
      })}
    </section>
  );
};
