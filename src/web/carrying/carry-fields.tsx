import type { FC } from 'hono/jsx';
import { partyName, recipientsOf, type Source } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { recipientInWords } from '../entries/line.tsx';
import { Choices, Field, FormMarks } from '../fields.tsx';
import type { Form, Problem } from '../form.ts';
import { CarryTerms } from './carry-terms.tsx';
import { AskForPreview } from './preview.tsx';

/** What to carry from a source, to whom, in whose name, with which words; and the button that previews it. */
export const CarryFields: FC<{
  readonly view: View;
  readonly source: Source;
  readonly form: Form;
  readonly problem: Problem | null;
}> = ({ view, source, form, problem }) => {
  const side = partyName(view.file, source.fact.party);
  const recipients = recipientsOf(view.file, source);
  return (
    <div class="carry-fields">
      <FormMarks view={view} />
      <CarryTerms view={view} source={source} form={form} problem={problem} />
      <Choices
        name="to"
        legend="To whom"
        choices={recipients.map((to) => ({ value: to, label: <bdi>{recipientInWords(view.file, to)}</bdi> }))}
        value={recipients.length === 1 ? recipients : []}
        form={form}
        problem={problem}
      />
      <Choices
        name="attribution"
        legend="In whose name"
        choices={[
          {
            value: 'attributed',
            label: (
              <>
                As <bdi>{side}</bdi>’s own
              </>
            ),
            hint: (
              <>
                The recipient reads that it comes from <bdi>{side}</bdi>. Only for terms that may be conveyed as theirs.
              </>
            ),
          },
          {
            value: 'unattributed',
            label: 'As an idea of the mediation’s own',
            hint: (
              <>
                The recipient reads an idea of the mediation; nothing says that it comes from <bdi>{side}</bdi>.
              </>
            ),
          },
        ]}
        form={form}
        problem={problem}
      />
      <Field
        name="covering"
        label="Covering words (optional)"
        hint="Yours; read above the terms."
        type="textarea"
        rows={3}
        form={form}
        problem={problem}
        maxlength={20_000}
      />
      <AskForPreview />
    </div>
  );
};
