import type { Child, FC } from 'hono/jsx';
import { issues, mandateCovers, type Issue, type Release } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Choices, Field, type Choice } from '../fields.tsx';
import type { Form, Problem } from '../form.ts';
import { typedAnswer } from './read-terms.ts';

interface TermFieldsProps {
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
  readonly legend: Child;
  /** Whether each term says what the mediation may do with it: a side's terms do, the mediation's own do not. */
  readonly released: boolean;
  readonly hint?: Child;
}

/** A fold for each issue of the agenda, open where there is something in it: the answer, its release, and a wording. */
export const TermFields: FC<TermFieldsProps> = ({ view, form, problem, legend, released, hint }) => (
  <section class="term-fields" id="terms" aria-labelledby="terms-heading">
    <h2 id="terms-heading">{legend}</h2>
    {hint !== undefined && <p class="hint">{hint}</p>}
    {problem?.field === 'terms' && <p class="wrong-note">{problem.sentence}</p>}
    {issues(view.file).length === 0 && (
      <p class="empty">
        No issue is on the agenda yet. The mediation puts them there; then a term can be given on each.
      </p>
    )}
    {issues(view.file).map((issue) =>
      isCovered(view, issue) ? (
        <TermField issue={issue} view={view} form={form} problem={problem} released={released} />
      ) : (
        <p class="term-outside">
          <bdi>{issue.name}</bdi>: your mandate does not cover this issue.
        </p>
      ),
    )}
  </section>
);

const TermField: FC<{
  readonly issue: Issue;
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
  readonly released: boolean;
}> = ({ issue, view, form, problem, released }) => {
  const names = ['terms', 'release', 'words'].map((part) => `${part}.${issue.key}`);
  const wrong = problem?.field != null && names.includes(problem.field);
  const answer = typedAnswer(issue, form);
  return (
    <details class="term-field" open={wrong || answer !== null || form.text(`words.${issue.key}`) !== ''}>
      <summary>
        <bdi>{issue.name}</bdi>
        <span class="state">
          {' · '}
          <bdi>{answer ?? 'no term'}</bdi>
        </span>
      </summary>
      <fieldset class="term">
        <legend class="unseen">{issue.name}</legend>
        {issue.description !== '' && (
          <p class="hint" dir="auto">
            {issue.description}
          </p>
        )}
        <AnswerField
          name={`terms.${issue.key}`}
          issue={issue}
          form={form}
          problem={problem}
          none="No term on this issue"
        />
        {released && (
          <Choices
            name={`release.${issue.key}`}
            legend="What the mediation may do with it"
            choices={releaseChoices(view)}
            form={form}
            problem={problem}
          />
        )}
        <Field
          name={`words.${issue.key}`}
          label="Wording (optional)"
          type="textarea"
          rows={2}
          form={form}
          problem={problem}
          maxlength={20_000}
        />
      </fieldset>
    </details>
  );
};

/** The answer to an issue: a radio button for each option, or a number with its bounds in words. `none` is how having no answer reads. */
export const AnswerField: FC<{
  readonly name: string;
  readonly issue: Issue;
  readonly form: Form;
  readonly problem: Problem | null;
  readonly none: string;
}> = ({ name, issue, form, problem, none }) => {
  const { scale } = issue;
  if (scale.kind === 'options')
    return (
      <Choices
        name={name}
        legend="Answer"
        choices={[
          { value: '', label: none },
          ...scale.options.map(({ key, name: option }) => ({ value: key, label: <bdi>{option}</bdi> })),
        ]}
        form={form}
        problem={problem}
        value=""
      />
    );
  const step = scale.step === null ? '' : `, in steps of ${scale.step}`;
  return (
    <Field
      name={name}
      label={
        <>
          Answer, a number{' '}
          {scale.unit !== '' && (
            <>
              in <bdi>{scale.unit}</bdi>
            </>
          )}
        </>
      }
      hint={`From ${scale.from} to ${scale.to}${step}. Empty: ${none.charAt(0).toLowerCase()}${none.slice(1)}.`}
      inputmode="decimal"
      form={form}
      problem={problem}
    />
  );
};

/** The three releases, each with its consequence. A mandate to explore conveys nothing. */
function releaseChoices({ actor }: View): readonly Choice[] {
  const explores = actor.role.kind === 'delegate' && actor.role.mandate.kind === 'explore';
  const consequences: Readonly<Record<Release, Choice>> = {
    hold: { value: 'hold', label: 'Hold', hint: 'It stays with those who read this form, and goes to no other side.' },
    float: {
      value: 'float',
      label: 'May be floated as the mediation’s own idea',
      hint: 'Another side may read it as an idea of the mediation, and is not told that it comes from you.',
    },
    convey: {
      value: 'convey',
      label: 'May be conveyed as ours',
      hint: explores
        ? 'Not with a mandate to explore.'
        : 'Another side may read it as your proposal, in your name; the mediation may also float it.',
      disabled: explores,
    },
  };
  return [consequences.hold, consequences.float, consequences.convey];
}

const isCovered = ({ actor: { role } }: View, issue: Issue): boolean =>
  role.kind !== 'delegate' || mandateCovers(role.mandate, issue.key);
