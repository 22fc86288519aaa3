import { institutions, issues, mandateKinds, parties, ranks, type Role } from '../../domain/index.ts';
import type { View } from '../case-page.tsx';
import { Choices, Field, Select, type Choice } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';
import { mandateInWords, rankInWords } from '../shell.tsx';
import { standingInWords } from './role.ts';

/** Who is invited, to what place, and whether to open cases too. */
export interface Invited {
  readonly name: string;
  readonly role: Role;
  readonly mayOpenCases: boolean;
}

/** The person and the place that were typed, or what is wrong. That the place exists is for the domain to say. */
export function readInvited(form: Form, view: View): Invited | Problem {
  const name = form.text('name').trim().replace(/\s+/g, ' ');
  if (name === '') return problemWith('name', 'Give the name by which the others will know this person.');
  if (name.length > 120) return problemWith('name', 'Give a name of at most 120 characters.');
  const role = readRole(form, view);
  return 'sentence' in role
    ? role
    : { name, role, mayOpenCases: role.kind === 'mediator' && view.account.mayOpenCases && form.has('may-open') };
}

function readRole(form: Form, view: View): Role | Problem {
  const [, kind, key = ''] = /^(mediator|delegate|reader)(?:\.(.+))?$/.exec(form.text('place')) ?? [];
  switch (kind) {
    case 'mediator':
      return institutions(view.file).some((institution) => institution.key === key)
        ? { kind, institution: key }
        : elsewhere;
    case 'delegate': {
      if (!parties(view.file).some((party) => party.key === key)) return elsewhere;
      const rank = ranks.find((one) => one === form.text('rank'));
      const mandate = mandateKinds.find((one) => one === form.text('mandate'));
      if (rank === undefined) return problemWith('rank', 'Choose the rank of the delegate.');
      if (mandate === undefined) return problemWith('mandate', 'Choose what the delegate may concede.');
      const chosen = form.all('issues');
      const unknown = chosen.find((issue) => !issues(view.file).some((known) => known.key === issue));
      if (unknown !== undefined) return problemWith('issues', 'One of these issues is no longer there. Choose again.');
      return { kind, party: key, rank, mandate: { kind: mandate, issues: chosen } };
    }
    case 'reader':
      return { kind };
    default:
      return elsewhere;
  }
}

const elsewhere = problemWith('place', 'Choose the place that this person takes.');

interface Props {
  readonly view: View;
  readonly form: Form;
  readonly problem: Problem | null;
}

/** The fields of an invitation. */
export const InviteFields = ({ view, form, problem }: Props) => (
  <>
    <Field
      name="name"
      label="Name"
      hint="As the others will read it beside everything this person says."
      form={form}
      problem={problem}
      required
      maxlength={120}
    />
    <Choices name="place" legend="Place" choices={placesIn(view)} form={form} problem={problem} />
    <fieldset class="for-delegates">
      <legend>For a delegate</legend>
      <Select
        name="rank"
        label="Rank"
        choices={ranks.map((rank) => ({ value: rank, label: rankInWords[rank] }))}
        form={form}
        problem={problem}
        value="midLevel"
      />
      <Choices
        name="mandate"
        legend="Mandate"
        choices={mandateKinds.map((kind) => ({ value: kind, label: mandateInWords[kind], hint: consequences[kind] }))}
        form={form}
        problem={problem}
        value="negotiate"
      />
      {issues(view.file).length > 0 && (
        <Choices
          name="issues"
          legend="Limited to these issues"
          hint="Choose none for a mandate on all of them, those that come later included."
          many
          choices={issues(view.file).map((issue) => ({ value: issue.key, label: <bdi>{issue.name}</bdi> }))}
          form={form}
          problem={problem}
        />
      )}
    </fieldset>
    {view.account.mayOpenCases && (
      <Choices
        name="may-open"
        legend="For a mediator"
        many
        choices={[{ value: 'yes', label: 'May open cases of their own too' }]}
        form={form}
        problem={problem}
      />
    )}
  </>
);

const consequences = {
  explore: 'Hears, and floats ideas; nothing can be conveyed as the side’s, and nothing accepted.',
  negotiate: 'Proposes and answers, and cannot accept.',
  adReferendum: 'Accepts too, subject to approval at home.',
  conclude: 'Accepts too, finally.',
} as const;

const placesIn = ({ file }: View): readonly Choice[] => [
  ...institutions(file).map(({ key, name, standing }) => ({
    value: `mediator.${key}`,
    label: (
      <>
        Mediator for <bdi>{name}</bdi>
      </>
    ),
    hint: `This institution is ${standingInWords[standing]}. ${
      standing === 'observer'
        ? 'Hears what is joint, and what its own institution hears.'
        : 'Hears every caucus with the mediation, and what its own institution hears.'
    }`,
  })),
  ...parties(file).map(({ key, name }) => ({
    value: `delegate.${key}`,
    label: (
      <>
        Delegate of <bdi>{name}</bdi>
      </>
    ),
    hint: 'Sits in the room of this side and in its caucus with the mediation.',
  })),
  { value: 'reader', label: 'Reader', hint: 'Sees what is public, and nothing else.' },
];
