import type { Hono } from 'hono';
import {
  isRefusal,
  listed,
  mayMediate,
  partyName,
  sealedQuestions,
  sealedStateOf,
  type Entry,
  type SealedQuestion,
  type SealedState,
} from '../../domain/index.ts';
import { casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { CasePage } from '../shell.tsx';
import { TableLinks } from '../table/links.tsx';
import { Time } from '../times.tsx';

/** What was put for sealed answers, as far as the viewer knows, newest first. */
export function sealedList(app: Hono, context: Context): void {
  casePage(app, context, '/sealed', (view) => <SealedList view={view} />);
}

const SealedList = ({ view }: { readonly view: View }) => {
  const questions = sealedQuestions(view.file).toReversed();
  return (
    <CasePage view={view} title="Sealed answers" here="/table">
      <h1>Sealed answers</h1>
      <TableLinks view={view} here="/sealed" />
      <p>
        A proposal of the mediation is put to several sides at once, and each answers in private. Only when all have
        answered is anything opened, and then no more than the rule says.
      </p>
      {!isRefusal(mayMediate(view.file, view.actor, 'ask')) && (
        <p class="acts">
          <a class="button" href={`${view.base}/sealed/ask`}>
            Ask for sealed answers
          </a>
        </p>
      )}
      {questions.length === 0 ? (
        <p class="empty">Nothing has been put for sealed answers.</p>
      ) : (
        <ul class="lines">
          {questions.map((question) => (
            <li>
              <Line question={question} view={view} />
            </li>
          ))}
        </ul>
      )}
    </CasePage>
  );
};

const Line = ({ question, view }: { readonly question: Entry<SealedQuestion>; readonly view: View }) => (
  <>
    <a href={`${view.base}/sealed/${question.id}`}>
      <bdi>{question.fact.title}</bdi>
    </a>{' '}
    <small>
      <bdi>{listed(question.fact.to.map((key) => partyName(view.file, key)))}</bdi>
      {' · '}
      {stateInWords[sealedStateOf(view.file, question, view.now)]}
      {' · closes '}
      <Time at={question.fact.closes} file={view.file} />
    </small>
  </>
);

/** How far a sealed question has come, as it reads. */
export const stateInWords: Readonly<Record<SealedState, string>> = {
  open: 'open for answers',
  lapsed: 'closed: not all had answered, and nothing was opened',
  deal: 'opened: a deal',
  noDeal: 'opened: no deal',
};
