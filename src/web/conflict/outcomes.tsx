import type { FC } from 'hono/jsx';
import { conflict, type Method } from '../../analysis/index.ts';
import type { Analysed } from './analysed.ts';

/** The ways of being stable, in the order in which they are shown. */
export const conceptMethods: readonly Method[] = conflict.concepts.map((concept) => conflict.methodOf[concept]);

/** The states that could last, each with the reason for everybody, and who could leave it together. */
export const Outcomes: FC<{ readonly analysis: Analysed }> = ({ analysis }) => {
  const { summary, outcomes } = analysis.report;
  return (
    <section aria-labelledby="outcomes">
      <h2 id="outcomes">What could last</h2>
      {summary.map((sentence) => (
        <p class="summary">{sentence}</p>
      ))}
      <p>
        A state is stable for somebody who would not move away from it alone. That says nothing of whether it is good,
        nor that anybody should move. The letters say in which ways; they are explained <a href="#methods">below</a>.
      </p>
      {outcomes.map(({ state, words, ways, reasons, coalitions, coalitionWords }) => (
        <article class="lasting" id={`s${state + 1}`} aria-labelledby={`outcome-${state + 1}`}>
          <h3 id={`outcome-${state + 1}`}>
            <bdi>{words}</bdi>
          </h3>
          <p class="meta">
            Stable for everybody: <span class="ways">{ways.join(' ')}</span>
          </p>
          {ways.includes('R') ? (
            <p>Nobody would move from {conflict.stateName(state)}: nobody can reach anything better alone.</p>
          ) : (
            <ul>
              {reasons.map((reason) => (
                <li>{reason}</li>
              ))}
            </ul>
          )}
          {coalitionWords.map((sentence, c) => (
            <p>
              {coalitions[c]?.members.length === 1 ? 'Answers left aside: ' : 'Acting together, answers left aside: '}
              {sentence}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
};
