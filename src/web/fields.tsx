import type { Child, FC } from 'hono/jsx';
import { markOf } from '../domain/index.ts';
import type { View } from './case-page.tsx';
import { EntryLine } from './entries/line.tsx';
import type { Form, Problem } from './form.ts';

interface FieldProps {
  readonly name: string;
  readonly label: Child;
  readonly form: Form;
  readonly problem: Problem | null;
  /** A sentence that helps, under the label. */
  readonly hint?: Child;
  readonly required?: boolean;
  readonly type?: 'text' | 'password' | 'number' | 'date' | 'datetime-local' | 'textarea';
  readonly rows?: number;
  readonly value?: string;
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'decimal' | 'text';
  readonly maxlength?: number;
}

/** A labelled field that keeps what was typed and says beside itself what is wrong with it. */
export const Field: FC<FieldProps> = ({
  name,
  label,
  form,
  problem,
  hint,
  required,
  type = 'text',
  rows = 4,
  value,
  autocomplete,
  inputmode,
  maxlength,
}) => {
  const wrong = problem?.field === name ? problem.sentence : null;
  const shown = form.has(name) ? form.text(name) : (value ?? '');
  const described = [hint === undefined ? null : `${name}-hint`, wrong === null ? null : `${name}-wrong`]
    .filter((id) => id !== null)
    .join(' ');
  const shared = {
    id: name,
    name,
    dir: type === 'password' ? undefined : 'auto',
    required: required === true,
    autocomplete: autocomplete ?? 'off',
    maxlength,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': wrong === null ? undefined : ('true' as const),
  };
  return (
    <div class={wrong === null ? 'field' : 'field wrong'}>
      <label for={name}>{label}</label>
      {hint !== undefined && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {type === 'textarea' ? (
        <textarea {...shared} rows={rows}>
          {shown}
        </textarea>
      ) : (
        <input
          {...shared}
          type={type}
          inputmode={inputmode}
          value={type === 'password' ? undefined : shown}
          step={type === 'number' ? 'any' : undefined}
        />
      )}
      {wrong !== null && (
        <p class="wrong-note" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
};

export interface Choice {
  readonly value: string;
  readonly label: Child;
  /** The consequence, in words, under the label. */
  readonly hint?: Child;
  readonly disabled?: boolean;
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: Child;
  readonly choices: readonly Choice[];
  readonly form: Form;
  readonly problem: Problem | null;
  /** What is chosen when nothing was typed yet. */
  readonly value?: string | readonly string[];
  readonly many?: boolean;
  readonly hint?: Child;
}

/** A group of radio buttons, or of boxes to tick where many can be chosen. */
export const Choices: FC<ChoicesProps> = ({ name, legend, choices, form, problem, value = [], many, hint }) => {
  const chosen = form.isEmpty ? [value].flat() : form.all(name);
  const wrong = problem?.field === name ? problem.sentence : null;
  return (
    <fieldset class={wrong === null ? 'field choices' : 'field choices wrong'} id={name}>
      <legend>{legend}</legend>
      {hint !== undefined && <p class="hint">{hint}</p>}
      {choices.map((choice) => (
        <label class="choice">
          <input
            type={many === true ? 'checkbox' : 'radio'}
            name={name}
            value={choice.value}
            checked={chosen.includes(choice.value)}
            disabled={choice.disabled === true}
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
      {wrong !== null && <p class="wrong-note">{wrong}</p>}
    </fieldset>
  );
};

interface SelectProps {
  readonly name: string;
  readonly label: Child;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly form: Form;
  readonly problem: Problem | null;
  readonly value?: string;
}

/** A labelled list to choose one from. */
export const Select: FC<SelectProps> = ({ name, label, choices, form, problem, value = '' }) => {
  const chosen = form.has(name) ? form.text(name) : value;
  const wrong = problem?.field === name ? problem.sentence : null;
  return (
    <div class={wrong === null ? 'field' : 'field wrong'}>
      <label for={name}>{label}</label>
      <select
        id={name}
        name={name}
        aria-invalid={wrong === null ? undefined : 'true'}
        aria-describedby={wrong === null ? undefined : `${name}-wrong`}
      >
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
      {wrong !== null && (
        <p class="wrong-note" id={`${name}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
};

/** The marks that every form of a case carries: its key, and how much of the file the person had seen. */
export const FormMarks: FC<{ readonly view: View; readonly form?: Form }> = ({ view, form }) => (
  <>
    <input type="hidden" name="key" value={view.key} />
    <input type="hidden" name="seen" value={markOf(view.file)} />
    {form?.has('next') === true && <input type="hidden" name="next" value={form.text('next')} />}
  </>
);

/** The button of a form, with who will read what is sent beside it. `readBy` continues “Read by …”. */
export const Send: FC<{ readonly readBy?: string; readonly children?: Child }> = ({ readBy, children }) => (
  <div class="send">
    <button>{children}</button>
    {readBy !== undefined && (
      <p class="read-by">
        Read by: <strong>{readBy}</strong>.
      </p>
    )}
  </div>
);

/** What is wrong with a form as a whole, at its top; and what has changed meanwhile, if that is why. */
export const ProblemNote: FC<{ readonly problem: Problem | null; readonly view?: View }> = ({ problem, view }) =>
  problem === null ? null : (
    <div class="problem" role="alert" id="problem">
      <p>
        <strong>{problem.sentence}</strong>
      </p>
      {problem.field !== null && (
        <p>
          <a href={`#${problem.field}`}>Go to the field</a>
        </p>
      )}
      {view !== undefined && problem.changes.length > 0 && (
        <>
          <p>This has come since:</p>
          <ul class="lines">
            {problem.changes.map((entry) => (
              <li>
                <EntryLine entry={entry} view={view} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
