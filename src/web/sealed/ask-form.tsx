import type { Hono, Context as Request } from 'hono';
import {
  askSealed,
  isRefusal,
  mayMediate,
  parties,
  type SealedQuestionInput,
  type SealedRule,
} from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import { AskForPreview } from '../carrying/preview.tsx';
import { asksForPreview, asPreviewed, previewedIn, previewOf, type Stepped } from '../carrying/previewing.ts';
import type { Context } from '../context.ts';
import { Choices, Field, FormMarks, ProblemNote, Select } from '../fields.tsx';
import { Form, problemWith, type Problem } from '../form.ts';
import { offersNamed, readOffers, startingTerms } from '../proposals/read-terms.ts';
import { TermFields } from '../proposals/term-fields.tsx';
import { CasePage } from '../shell.tsx';
import { readInstant, zoneOf } from '../times.tsx';
import { QuestionWords } from './question-words.tsx';

/** Asking several sides for sealed answers: write, preview, confirm. */
export function askForm(app: Hono, context: Context): void {
  caseForm<Stepped<SealedQuestionInput>>(app, context, {
    path: '/sealed/ask',
    page: (view, form, problem, request) =>
      isRefusal(mayMediate(view.file, view.actor, 'ask')) ? null : (
        <AskPage
          view={view}
          form={started(view, form, request)}
          problem={problem}
          sent={request.req.method === 'POST'}
        />
      ),
    previews: asksForPreview,
    read: readQuestion,
    decide: (file, actor, { input, previewed }, make) =>
      asPreviewed(previewed, (making) => askSealed(file, actor, input, making), make),
    done: (view, _input, { entries }) => `${view.base}/sealed/${entries[0]}`,
  });
}

interface PageProps {
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
}

const AskPage = ({ view, form, problem, sent }: PageProps & { readonly sent: boolean }) => {
  const { file, actor } = view;
  const preview = sent
    ? previewOf(view, readQuestion(form, view), (input, make) => askSealed(file, actor, input, make))
    : null;
  const question = preview?.drafts.map(({ fact }) => fact).find((fact) => fact.kind === 'sealedQuestion');
  return (
    <CasePage view={view} title="Ask for sealed answers" here="/table">
      <h1>Ask for sealed answers</h1>
      <parley-preview>
        <form method="post" action={`${view.base}/sealed/ask#preview`} class="carry">
          <Fields view={view} form={form} problem={problem} />
          <section id="preview" class="preview" aria-labelledby="preview-heading">
            <h2 id="preview-heading">What will be read</h2>
            <ProblemNote problem={problem} view={view} />
            {question === undefined || preview === null ? (
              <p class="empty">
                Write it, then preview: exactly what every side asked will read appears here, with the rule. Nothing is
                sent before you have seen it.
              </p>
            ) : (
              <>
                <QuestionWords fact={question} view={view} />
                <input type="hidden" name="previewed" value={preview.digest} />
                <div class="send">
                  <button name="step" value="confirm">
                    Ask them
                  </button>
                  <p class="read-by">
                    Read by: <strong>the mediation and every side that is asked</strong>. It cannot be unsaid.
                  </p>
                </div>
              </>
            )}
          </section>
        </form>
      </parley-preview>
    </CasePage>
  );
};

const Fields = ({ view, form, problem }: PageProps) => {
  const sides = parties(view.file).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div class="carry-fields">
      <FormMarks view={view} />
      <Field name="title" label="Title" form={form} problem={problem} maxlength={200} />
      <Field name="words" label="Words" type="textarea" form={form} problem={problem} maxlength={20_000} />
      <TermFields view={view} form={form} problem={problem} legend="Terms" released={false} />
      <Choices
        name="to"
        legend="Who is asked"
        choices={sides.map(({ value, label }) => ({ value, label: <bdi>{label}</bdi> }))}
        many
        form={form}
        problem={problem}
        value={sides.map(({ value }) => value)}
      />
      <Choices
        name="rule"
        legend="How they answer"
        choices={[
          { value: 'yesNo', label: 'Yes or no', hint: 'A deal when every side says yes.' },
          {
            value: 'bids',
            label: 'A number each',
            hint: 'For two sides: a deal when the most that one gives meets the least that the other takes, half way between.',
          },
        ]}
        form={form}
        problem={problem}
        value="yesNo"
      />
      <Field name="unit" label="Unit of the numbers" form={form} problem={problem} maxlength={60} />
      <Select name="gives" label="For numbers: who gives" choices={sides} form={form} problem={problem} />
      <Select
        name="takes"
        label="For numbers: who takes"
        choices={sides}
        form={form}
        problem={problem}
        value={sides[1]?.value ?? ''}
      />
      <Field
        name="closes"
        label="Open until"
        hint={`In the time zone of the case, ${zoneOf(view.file)}. If not all have answered by then, nothing is opened.`}
        type="datetime-local"
        form={form}
        problem={problem}
      />
      <AskForPreview />
    </div>
  );
};

function readQuestion(form: Form, view: View): Stepped<SealedQuestionInput> | Problem {
  const title = form.text('title').trim();
  if (title === '') return problemWith('title', 'Give it a title.');
  const offers = readOffers(view.file, form);
  if ('sentence' in offers) return offers;
  const closes = readInstant(form.text('closes'), zoneOf(view.file));
  if (closes === null) return problemWith('closes', 'Give the day and the hour until which answers are taken.');
  const rule = readRule(form);
  if ('sentence' in rule) return rule;
  return {
    input: { title, words: form.text('words').trim(), terms: offers, to: form.all('to'), rule, closes },
    previewed: previewedIn(form),
  };
}

function readRule(form: Form): SealedRule | Problem {
  if (form.text('rule') !== 'bids') return { kind: 'yesNo' };
  const unit = form.text('unit').trim();
  return unit === ''
    ? problemWith('unit', 'Say in what unit the numbers are.')
    : { kind: 'bids', unit, gives: form.text('gives'), takes: form.text('takes') };
}

/** The form as typed; on a page just opened, for every side and a plain yes or no, with what the page that led here gave it. */
function started(view: View, form: Form, request: Request): Form {
  if (request.req.method !== 'GET') return form;
  const fresh = {
    ...startingTerms(view.file, offersNamed(view.file, form), 'hold'),
    rule: 'yesNo',
    title: form.text('title'),
    words: form.text('words'),
  };
  const named = parties(view.file).filter(({ key }) => form.all('to').includes(key));
  const to = named.length === 0 ? parties(view.file) : named;
  return new Form([...Object.entries(fresh), ...to.map(({ key }): [string, string] => ['to', key])]);
}
