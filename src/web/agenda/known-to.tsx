import type { FC } from 'hono/jsx';
import { audienceInWords, institutionName, institutions, parties, roomIn, type Setting } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Choices, type Choice } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';

interface KnownToProps {
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
  /** Whether the parties that may know are chosen here, or are those that take part. */
  readonly parties: 'chosen' | 'takingPart';
  /** Whether “everybody in the case” is chosen to begin with. Where the existence of a thing is delicate, nothing is. */
  readonly presumed: 'joint' | 'nothing';
}

/** The fields that settle who may know of an item, with the consequence of each choice in words. */
export const KnownTo: FC<KnownToProps> = ({ view, form, problem, parties: which, presumed }) => (
  <>
    <Choices
      name="knownTo"
      legend="Who may know of it"
      hint="This cannot be changed later. For those who may not know, it does not exist."
      choices={choicesFor(view, which)}
      form={form}
      problem={problem}
      {...(presumed === 'joint' && { value: 'joint' })}
    />
    {which === 'chosen' && (
      <Choices
        name="knownParties"
        legend="Chosen delegations"
        hint="Only for the two choices above that say “chosen”."
        many
        choices={parties(view.file).map((party) => ({ value: party.key, label: <bdi>{party.name}</bdi> }))}
        form={form}
        problem={problem}
      />
    )}
  </>
);

/** What stands beside the button of a form with these fields, after “Read by:”. */
export const thoseChosen = 'those you have chosen under “Who may know of it”';

/** Who may know, as chosen, or what is wrong with the choice. `takingPart` are the parties that take part, where those are meant. */
export function readKnownTo(form: Form, view: View, takingPart?: readonly string[]): Setting | Problem {
  const known = parties(view.file).map(({ key }) => key);
  const chosen = takingPart ?? form.all('knownParties');
  const unknown = chosen.find((key) => !known.includes(key));
  if (unknown !== undefined) return problemWith('knownParties', 'Choose among the delegations of this case.');
  const { role } = view.actor;
  switch (form.text('knownTo')) {
    case 'joint':
      return leftOver(form, takingPart) ?? { kind: 'joint' };
    case 'public':
      return leftOver(form, takingPart) ?? { kind: 'public' };
    case 'mediation':
      return leftOver(form, takingPart) ?? { kind: 'mediation' };
    case 'parties':
      if (chosen.length > 0) return { kind: 'caucus', parties: chosen };
      return takingPart === undefined
        ? problemWith('knownParties', 'Choose at least one delegation, or “the mediation alone” above.')
        : problemWith('knownTo', 'No delegation takes part. Choose “the mediation alone”, or add who takes part.');
    case 'institution':
      if (role.kind === 'mediator') return { kind: 'consultation', institution: role.institution, parties: chosen };
      return problemWith('knownTo', 'Only a mediator has an institution.');
    default:
      return problemWith('knownTo', 'Say who may know of it.');
  }
}

/** Delegations ticked beside a choice that does not take them: one of the two is a slip, and which is not to be guessed. */
const leftOver = (form: Form, takingPart: readonly string[] | undefined): Problem | null =>
  takingPart === undefined && form.all('knownParties').length > 0
    ? problemWith(
        'knownParties',
        'Delegations are chosen here, and the choice above does not go by them. Take the ticks away, or choose “with chosen delegations”.',
      )
    : null;

function choicesFor(view: View, which: KnownToProps['parties']): readonly Choice[] {
  const { file, actor } = view;
  const { role } = actor;
  const inWords = (setting: Setting) => audienceInWords(file, roomIn(file, setting).audience);
  const those = which === 'chosen' ? 'chosen delegations' : 'the delegations that take part';
  const institution = role.kind === 'mediator' && institutions(file).length > 1 ? role.institution : null;
  return [
    { value: 'joint', label: 'Everybody who takes part in the case', hint: `Read by ${inWords({ kind: 'joint' })}.` },
    { value: 'mediation', label: 'The mediation alone', hint: 'No side learns that it exists.' },
    { value: 'parties', label: `The mediation, with ${those}`, hint: 'The other sides do not learn that it exists.' },
    ...(institution === null
      ? []
      : [
          {
            value: 'institution',
            label: (
              <>
                <bdi>{institutionName(file, institution)}</bdi> alone
                {which === 'chosen' ? ', or with chosen delegations' : ', with the delegations that take part'}
              </>
            ),
            hint: 'Neither the other mediators nor the other sides learn that it exists.',
          },
        ]),
    { value: 'public', label: 'Everybody, readers included', hint: 'It may be told in public.' },
  ];
}
