import type { FC } from 'hono/jsx';
import { answerInWords, issueWithKey, mayCarry, type Source, type Term } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Words } from '../entries/card.tsx';
import { assentInWords, permissionInWords, verdictInWords } from '../entries/line.tsx';
import { Field } from '../fields.tsx';
import type { Form, Problem } from '../form.ts';

interface CarryTermsProps {
  readonly view: View;
  readonly source: Source;
  readonly form: Form;
  readonly problem: Problem | null;
}

/** The terms of a source with a box and a wording each; what the side holds is there, struck through, and cannot be ticked. */
export const CarryTerms: FC<CarryTermsProps> = ({ view, source, form, problem }) => (
  <fieldset class="field choices" id="terms">
    <legend>What to carry</legend>
    {problem?.field === 'terms' && <p class="wrong-note">{problem.sentence}</p>}
    <VerdictChoice source={source} form={form} />
    {source.fact.terms.map((term) => (
      <TermChoice term={term} view={view} source={source} form={form} problem={problem} />
    ))}
  </fieldset>
);

const VerdictChoice = ({ source: { fact }, form }: { readonly source: Source; readonly form: Form }) => {
  if (fact.kind !== 'response') return null;
  const answer = (
    <>
      The answer itself: {verdictInWords[fact.verdict]}
      {fact.assent !== null && ` (${assentInWords[fact.assent]})`}
    </>
  );
  const held = isHeld(fact.release);
  return (
    <label class="choice">
      <input type="checkbox" name="verdict" value="yes" checked={!held && form.has('verdict')} disabled={held} />
      <span>{held ? <Held>{answer}</Held> : answer}</span>
    </label>
  );
};

const TermChoice = ({
  term,
  view,
  source,
  form,
  problem,
}: Omit<CarryTermsProps, 'source'> & { readonly term: Term; readonly source: Source }) => {
  const issue = issueWithKey(view.file, term.issue);
  const name = `terms.${term.issue}`;
  const held = isHeld(term.release);
  const wrong = problem?.field === name ? problem.sentence : null;
  const what = (
    <>
      <bdi>{issue?.name ?? term.issue}</bdi>: <bdi>{answerInWords(issue, term.answer)}</bdi>
    </>
  );
  return (
    <div class={wrong === null ? 'carry-term' : 'carry-term field wrong'}>
      <label class="choice">
        <input
          type="checkbox"
          id={name}
          name="terms"
          value={term.issue}
          checked={!held && form.all('terms').includes(term.issue)}
          disabled={held}
          aria-describedby={wrong === null ? undefined : `${name}-wrong`}
        />
        <span>
          {held ? <Held>{what}</Held> : what}
          {!held && <small>{permissionInWords[term.release]}</small>}
        </span>
      </label>
      {held && term.words !== '' && <Words text={term.words} />}
      {!held && (
        <>
          <Field
            name={`words.${term.issue}`}
            label={
              <>
                Wording on <bdi>{issue?.name ?? term.issue}</bdi>
              </>
            }
            hint="As the side put it, if you leave it. The ledger notes a change."
            type="textarea"
            rows={2}
            value={term.words}
            form={form}
            problem={problem}
            maxlength={20_000}
          />
          <p class="hint">
            <a href={`${view.base}/put-forward?from=${source.id}&issue=${term.issue}`}>Change the value</a>: a changed
            value is the mediation’s own proposal.
          </p>
        </>
      )}
      {wrong !== null && (
        <p class="wrong-note" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
};

const Held: FC = ({ children }) => (
  <>
    <s>{children}</s> <small>held: the side asked to keep it</small>
  </>
);

const isHeld = (release: Term['release']): boolean => mayCarry(release, 'unattributed') === 'held';
