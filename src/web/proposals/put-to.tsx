import {
  answerable,
  currentOf,
  partyName,
  partyOf,
  putTo,
  responseTo,
  stateOf,
  type Answerable,
} from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { addressOf, EntryLine, verdictInWords } from '../entries/line.tsx';
import { stateInWords } from './proposal-page.tsx';

/** What was put to a person's own side, newest first, each with the state of its answer and the way to answer. */
export const PutToYou = ({ view, party }: { readonly view: View; readonly party: string }) => {
  const put = putTo(view.file, party).toReversed();
  return (
    <section aria-labelledby="put-to-you">
      <h2 id="put-to-you">Put to you</h2>
      {put.length === 0 ? (
        <p class="empty">
          Nothing yet. What the mediation carries to you, and what it proposes itself, appears here to be answered.
        </p>
      ) : (
        <ul class="lines dated">
          {put.map((entry) => (
            <li>
              <EntryLine entry={entry} view={view}>
                <AnswerState view={view} put={entry} party={party} />
              </EntryLine>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** Whether a side has answered what was put to it; for a delegate of the side, with the way to answer. */
const AnswerState = ({
  view,
  put,
  party,
}: {
  readonly view: View;
  readonly put: Answerable;
  readonly party: string;
}) => {
  const answer = responseTo(view.file, party, put.id);
  const state = stateOf(view.file, put, view.now);
  const answers = view.actor.role.kind === 'delegate' && state === 'standing';
  return (
    <span class="state">
      ·{' '}
      {answer !== null ? (
        <>
          answered: <a href={addressOf(view, answer)}>{verdictInWords[answer.fact.verdict]}</a>
        </>
      ) : state === 'standing' ? (
        'not answered yet'
      ) : (
        stateInWords[state].toLowerCase()
      )}
      {answers && (
        <>
          {' · '}
          <a href={`${view.base}/answer/${put.id}`}>{answer === null ? 'Answer' : 'Answer again'}</a>
        </>
      )}
    </span>
  );
};

/** What the mediation has put to the sides, its own proposals and what it carried, each with the answer of each side. */
export const PutToSides = ({ view }: { readonly view: View }) => {
  const own = currentOf(view.file, 'bridging').map((entry) => ({ put: entry as Answerable, to: entry.fact.to }));
  const carried = currentOf(view.file, 'carried').map((entry) => ({
    put: entry as Answerable,
    to: [partyOf(entry.fact.to)].filter((party) => party !== null),
  }));
  const all = [...own, ...carried]
    .filter(({ put, to }) => to.some((party) => answerable(view.file, party, put.id) !== null))
    .sort((a, b) => (a.put.at < b.put.at ? 1 : -1));
  return (
    <section aria-labelledby="put-to-sides">
      <h2 id="put-to-sides">Put to the sides</h2>
      {all.length === 0 ? (
        <p class="empty">
          Nothing yet. What is carried to a side, and the mediation’s own proposals, appear here with each side’s
          answer.
        </p>
      ) : (
        <ul class="lines dated">
          {all.map(({ put, to }) => (
            <li>
              <EntryLine entry={put} view={view}>
                to{' '}
                {to.map((party, at) => (
                  <>
                    {at > 0 && '; '}
                    <bdi>{partyName(view.file, party)}</bdi> <AnswerState view={view} put={put} party={party} />
                  </>
                ))}
              </EntryLine>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
