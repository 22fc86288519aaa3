import type { FC } from 'hono/jsx';
import { conflict } from '../../analysis/index.ts';
import type { FormProps } from '../agenda/form-page.tsx';
import { Field, Select } from '../fields.tsx';
import { isProblem, type Form, type Problem } from '../form.ts';
import { marks } from './option-lines.ts';
import { prefersField, readPreference } from './read-model.ts';
import { readFrame, type Frame } from './read-frame.ts';
import { rankingInWords } from './ranking-in-words.ts';

/** The fields of a conflict model. What each prefers is asked once it is known who decides on what. */
export const ConflictFields: FC<FormProps & { readonly action: string }> = ({ form, problem, action }) => {
  const frame = readFrame(form);
  const known = isProblem(frame) ? null : frame;
  return (
    <>
      <Field name="title" label="Title" form={form} problem={problem} maxlength={200} />
      <Field
        name="options"
        label="Who decides on what"
        hint={
          <>
            One option on each line: who, a colon, and what it may do or leave. <code>Upstream: open the weir</code>.
            Where it is so, end the line with <code>{marks.forward}</code> or <code>{marks.backward}</code>. A name and
            a colon alone is somebody who only looks on.
          </>
        }
        type="textarea"
        rows={6}
        form={form}
        problem={problem}
        maxlength={10_000}
      />
      <Field
        name="infeasible"
        label="What cannot be (optional)"
        hint={
          <>
            One combination on each line, by the numbers of the options in the order above: <code>1 & -3</code> is “1
            taken and 3 not”. Or <code>exactly one of 2, 3, 4</code>, <code>at most one of …</code>,{' '}
            <code>at least one of …</code>.
          </>
        }
        type="textarea"
        rows={3}
        form={form}
        problem={problem}
        maxlength={10_000}
      />
      <Rare form={form} problem={problem} />
      <div class="send">
        <button name="step" value="states" class="quiet" formaction={`${action}#states`}>
          {known === null ? 'Show the states, and ask what each prefers' : 'Show the states again'}
        </button>
        <p class="read-by">Seen by you alone, and not recorded.</p>
      </div>
      {known === null ? (
        <>
          <p class="empty" id="states">
            The states that can be will be listed here, with their numbers, and a field for what each prefers.
          </p>
          {['now', 'shown'].map(
            (name) => form.has(name) && <input type="hidden" name={name} value={form.text(name)} />,
          )}
        </>
      ) : (
        <Preferring frame={known} form={form} problem={problem} />
      )}
      <LeftOver makers={known?.makers ?? []} form={form} problem={problem} />
      <Field
        name="basis"
        label="What these suppositions rest on (optional)"
        hint="Such as a published analysis, or what was heard and where."
        type="textarea"
        form={form}
        problem={problem}
        maxlength={20_000}
      />
    </>
  );
};

interface PartProps {
  readonly form: Form;
  readonly problem: Problem | null;
}

const Rare: FC<PartProps> = ({ form, problem }) => (
  <details
    class="rare"
    open={['alike', 'barred'].some((name) => form.text(name).trim() !== '' || problem?.field === name)}
  >
    <summary>Rarely needed: moves that cannot be made, and states that are alike</summary>
    <Field
      name="barred"
      label="Moves that cannot be made (optional)"
      hint={
        <>
          Although the options allow them. One on each line, from what to what: <code>1 & -2 -&gt; -1</code>. For one
          alone, its name and a colon come first.
        </>
      }
      type="textarea"
      rows={2}
      form={form}
      problem={problem}
      maxlength={10_000}
    />
    <Field
      name="alike"
      label="States that are one and the same to everybody (optional)"
      hint={
        <>
          One combination on each line; all states in which it holds count as one. <code>4</code>: once 4 is taken, the
          rest makes no difference.
        </>
      }
      type="textarea"
      rows={2}
      form={form}
      problem={problem}
      maxlength={10_000}
    />
  </details>
);

const Preferring: FC<PartProps & { readonly frame: Frame }> = ({ frame, form, problem }) => {
  const { states } = frame.conflict;
  const words = states.map((_, s) => conflict.stateWords(frame.conflict, s));
  return (
    <section aria-labelledby="states" class="preferring">
      <h2 id="states">The states that can be</h2>
      <input type="hidden" name="shown" value={frame.mark} />
      <p>The options, by number:</p>
      <ol class="options">
        {frame.options.map(({ name, maker }) => (
          <li>
            <bdi>{maker}</bdi>: <bdi>{name}</bdi>
          </li>
        ))}
      </ol>
      <details open={states.length <= 32}>
        <summary>{states.length === 1 ? 'One state' : `${states.length} states`}, by number</summary>
        <ul class="states">
          {words.map((state) => (
            <li>
              <bdi>{state}</bdi>
            </li>
          ))}
        </ul>
      </details>
      <Select
        name="now"
        label="Where things stand (optional)"
        choices={[
          { value: '', label: 'Not said' },
          ...states.map(({ pattern }, s) => ({ value: pattern, label: words[s] ?? pattern })),
        ]}
        form={form}
        problem={problem}
      />
      <h2>What each prefers</h2>
      <p>Say it in one of two ways, one thing on each line:</p>
      <ul>
        <li>
          What it wants to be true, the most important first: <code>1</code> (option 1 is taken), <code>-2</code> (2 is
          not), <code>3 & -4</code>, <code>1 | 2</code> (one of them or both), <code>1 if 3</code>,{' '}
          <code>4 iff -1</code>. Each line counts for more than all that follow.
        </li>
        <li>
          The states, the best first: <code>s4</code>, then <code>s2 = s3</code> where two are equally good, until all
          are there.
        </li>
      </ul>
      <p>
        Or <code>all alike</code>, for somebody to whom it makes no difference.
      </p>
      {frame.makers.map((maker) => (
        <>
          <Prefers maker={maker} form={form} problem={problem} />
          <Following frame={frame} maker={maker} form={form} problem={problem} />
        </>
      ))}
    </section>
  );
};

/** What was typed for those who are not among those who decide as the form now stands, so that a slip in a name loses nothing. */
const LeftOver: FC<PartProps & { readonly makers: readonly string[] }> = ({ makers, form, problem }) => (
  <>
    {form
      .all('asked')
      .filter((maker) => !makers.includes(maker) && form.text(prefersField(maker)).trim() !== '')
      .map((maker) => (
        <Prefers
          maker={maker}
          form={form}
          problem={problem}
          {...(makers.length > 0 && {
            hint: 'No longer among those who decide. What is here is not kept with the model.',
          })}
        />
      ))}
  </>
);

const Prefers: FC<PartProps & { readonly maker: string; readonly hint?: string }> = ({
  maker,
  form,
  problem,
  hint,
}) => (
  <>
    <input type="hidden" name="asked" value={maker} />
    <Field
      name={prefersField(maker)}
      label={
        <>
          What <bdi>{maker}</bdi> prefers
        </>
      }
      {...(hint !== undefined && { hint })}
      type="textarea"
      rows={4}
      form={form}
      problem={problem}
      maxlength={20_000}
    />
  </>
);

/** What follows from what somebody is said to prefer: its order of the states; or what is wrong, if the page does not say it already. */
const Following: FC<PartProps & { readonly frame: Frame; readonly maker: string }> = ({
  frame,
  maker,
  form,
  problem,
}) => {
  const field = prefersField(maker);
  if (form.text(field).trim() === '' || problem?.field === field) return null;
  const preference = readPreference(form, frame, maker);
  if (isProblem(preference)) return <p class="following wrong-note">{preference.sentence}</p>;
  return <p class="following">The best first: {rankingInWords(frame, maker, preference)}.</p>;
};
