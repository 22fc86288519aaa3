import type { FC } from 'hono/jsx';
import { institutionName, institutions, type Setting } from '../../domain/index.ts';
import type { FormProps } from '../agenda/form-page.tsx';
import type { View } from '../case-page.tsx';
import { Choices } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';

/** The choice of who may know of a working: the mediation, or one's own institution. No side ever. */
export const KeptWith: FC<FormProps> = ({ view, form, problem }) => {
  const own = ownInstitution(view);
  return (
    <Choices
      name="knownTo"
      legend="Who may know of it"
      hint="This cannot be changed later. No side learns that it exists."
      choices={[
        { value: 'mediation', label: 'The mediation alone' },
        ...(own === null
          ? []
          : [
              {
                value: 'institution',
                label: (
                  <>
                    <bdi>{institutionName(view.file, own)}</bdi> alone
                  </>
                ),
                hint: 'The other mediators do not learn that it exists either.',
              },
            ]),
      ]}
      form={form}
      problem={problem}
      value="mediation"
    />
  );
};

/** Who may know of a working, as chosen, or what is wrong with the choice. */
export function readKeptWith(form: Form, { actor }: View): Setting | Problem {
  const chosen = form.text('knownTo');
  if (chosen === 'mediation') return { kind: 'mediation' };
  return chosen === 'institution' && actor.role.kind === 'mediator'
    ? { kind: 'consultation', institution: actor.role.institution, parties: [] }
    : problemWith('knownTo', 'Say who may know of it.');
}

const ownInstitution = ({ actor, file }: View): string | null =>
  actor.role.kind === 'mediator' && institutions(file).length > 1 ? actor.role.institution : null;
