import type { Hono, Context as Request } from 'hono';
import {
  answerSealed,
  entryOfKind,
  isRefusal,
  numberInWords,
  outcomeOf,
  partyName,
  sealedAnswerOf,
  sealedStateOf,
  type Entry,
  type EntryId,
  type SealedAnswer,
  type SealedQuestion,
} from '../../domain/index.ts';
import { numberIn } from '../agenda/typed.ts';
import { caseForm, throwaway, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Choices, Field, FormMarks, ProblemNote, Send } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';
import { stateInWords } from './list.tsx';
import { QuestionWords } from './question-words.tsx';

interface Input {
  readonly question: EntryId;
  readonly answer: boolean | number;
}

/** One sealed question: what is asked, the rule, how far it has come, and the form by which a side answers. */
export function answerPage(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/sealed/:id',
    page: (view, form, problem, request) => {
      const question = askedIn(view, request);
      return question === null ? null : <QuestionPage view={view} question={question} form={form} problem={problem} />;
    },
    read: (form, view, request) => {
      const question = askedIn(view, request);
      const typed = form.text('answer').trim();
      if (question?.fact.rule.kind === 'bids') {
        const bid = numberIn(typed);
        return bid === null
          ? problemWith('answer', 'Give your number, in figures.')
          : { question: question.id, answer: bid };
      }
      if (typed !== 'yes' && typed !== 'no') return problemWith('answer', 'Choose yes or no.');
      return { question: (request.req.param('id') ?? '') as EntryId, answer: typed === 'yes' };
    },
    decide: answerSealed,
    done: (view, { question }) => `${view.base}/sealed/${question}`,
  });
}

const QuestionPage = ({
  view,
  question,
  form,
  problem,
}: {
  readonly view: View;
  readonly question: Entry<SealedQuestion>;
  readonly form: Form;
  readonly problem: Problem | null;
}) => {
  const { file, actor } = view;
  const state = sealedStateOf(file, question, view.now);
  const party = actor.role.kind === 'delegate' ? actor.role.party : null;
  const own = party === null ? null : sealedAnswerOf(file, question.id, party);
  return (
    <CasePage view={view} title={question.fact.title} here="/table">
      <h1>
        <bdi>{question.fact.title}</bdi>
      </h1>
      {own !== null && <ProblemNote problem={problem} view={view} />}
      <p class="state">Sealed answers: {stateInWords[state]}.</p>
      <Outcome view={view} question={question} />
      <QuestionWords fact={question.fact} view={view} />
      {own !== null && <OwnAnswer view={view} answer={own} />}
      {own === null && party !== null && (
        <AnswerForm view={view} question={question} party={party} form={form} problem={problem} />
      )}
      <p>
        <a href={`${view.base}/sealed`}>All sealed answers</a>
      </p>
    </CasePage>
  );
};

const Outcome = ({ view, question }: { readonly view: View; readonly question: Entry<SealedQuestion> }) => {
  const outcome = outcomeOf(view.file, question.id);
  if (outcome === null) return null;
  const { deal, at, commitments } = outcome.fact;
  const { rule } = question.fact;
  return (
    <section class="outcome" aria-labelledby="outcome" id={`e-${outcome.id}`}>
      <h2 id="outcome">{deal ? 'There is a deal' : 'There is no deal'}</h2>
      {deal && at !== null && rule.kind === 'bids' && (
        <p>
          At{' '}
          <strong>
            {numberInWords(at)} {rule.unit}
          </strong>
          .
        </p>
      )}
      {deal && at === null && (
        <p>
          Every side that was asked said yes. What was proposed is agreed in principle, and the table counts it as the
          answer of each.
        </p>
      )}
      {!deal && <p>Nothing else is opened.</p>}
      <details>
        <summary>The commitments of the answers</summary>
        <p>Each side can check that its own is among them. They are sorted, and tell nothing else.</p>
        <ul>
          {commitments.map((commitment) => (
            <li>
              <code>{commitment}</code>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};

/** A side's own answer, and how it can prove later what it was. */
const OwnAnswer = ({ view, answer }: { readonly view: View; readonly answer: Entry<SealedAnswer> }) => {
  const { question, party, salt, commitment } = answer.fact;
  const words = typeof answer.fact.answer === 'number' ? String(answer.fact.answer) : answer.fact.answer ? 'yes' : 'no';
  return (
    <section class="sealed-answer" aria-labelledby="own" id={`e-${answer.id}`}>
      <h2 id="own">The answer of {partyName(view.file, party)}</h2>
      <p>
        Sealed: <strong>{words}</strong>. It cannot be changed. Your delegation alone can read it here.
      </p>
      <details>
        <summary>How to prove later what you answered</summary>
        <p>
          Keep this line and its SHA-256, the commitment. When the answers are opened, every commitment is shown; yours
          must be among them, and only this line gives it.
        </p>
        <p>
          <code>{`${question} ${party} ${words} ${salt}`}</code>
        </p>
        <p>
          <code>{commitment}</code>
        </p>
        <p>
          Whoever runs the server that Parley is on could read sealed answers in its store. The rule binds the people of
          the case, not that operator.
        </p>
      </details>
    </section>
  );
};

const AnswerForm = ({
  view,
  question,
  party,
  form,
  problem,
}: {
  readonly view: View;
  readonly question: Entry<SealedQuestion>;
  readonly party: string;
  readonly form: Form;
  readonly problem: Problem | null;
}) => {
  const { rule } = question.fact;
  const tried = (answer: boolean | number) =>
    answerSealed(view.file, view.actor, { question: question.id, answer }, throwaway(view));
  const no = tried(rule.kind === 'yesNo' ? false : 0);
  if (isRefusal(no) && problem === null)
    return (
      <p class="empty">
        {no.refused === 'expired' ? 'Answers are no longer taken.' : 'Your mandate does not cover this answer.'}
      </p>
    );
  return (
    <form method="post" action={`${view.base}/sealed/${question.id}#problem`}>
      <h2>Answer for {partyName(view.file, party)}</h2>
      <p class="hint">Once, and for good. A sealed answer cannot be changed or taken back.</p>
      <ProblemNote problem={problem} view={view} />
      <FormMarks view={view} />
      {rule.kind === 'yesNo' ? (
        <Choices
          name="answer"
          legend="Your answer"
          choices={[
            {
              value: 'yes',
              label: 'Yes',
              hint: isRefusal(tried(true)) ? 'Not within your mandate.' : 'If all say yes, it is agreed in principle.',
              disabled: isRefusal(tried(true)),
            },
            {
              value: 'no',
              label: 'No',
              hint: 'Nobody is told who said no. With two sides, one that says yes and hears of no deal will know.',
            },
          ]}
          form={form}
          problem={problem}
        />
      ) : (
        <Field
          name="answer"
          label={
            rule.gives === party
              ? `The most that you would give, in ${rule.unit}`
              : `The least that you would take, in ${rule.unit}`
          }
          inputmode="decimal"
          form={form}
          problem={problem}
          maxlength={40}
        />
      )}
      <Send readBy={`the ${partyName(view.file, party)} delegation alone, until all have answered`}>
        Seal the answer
      </Send>
    </form>
  );
};

const askedIn = (view: View, request: Request): Entry<SealedQuestion> | null =>
  entryOfKind(view.file, 'sealedQuestion', request.req.param('id') ?? '');
