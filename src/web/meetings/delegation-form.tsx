import type { Hono } from 'hono';
import { noteDelegation, parties, ranks, type DelegationNote, type Rank, type Setting } from '../../domain/index.ts';
import { FormPage, type FormProps } from '../agenda/form-page.tsx';
import { KnownTo, readKnownTo, thoseChosen } from '../agenda/known-to.tsx';
import { managesCase } from '../agenda/may-manage.ts';
import { linesIn, typedLine, typedWords } from '../agenda/typed.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Field, Select } from '../fields.tsx';
import { isProblem, problemWith, type Form, type Problem } from '../form.ts';
import { rankInWords } from '../shell.tsx';

type Input = Omit<DelegationNote, 'kind'> & { readonly knownTo: Setting };

/** Noting whom a side sends. */
export function delegationForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/meetings/delegation',
    page: (view, form, problem) =>
      managesCase(view) ? <DelegationForm view={view} form={form} problem={problem} /> : null,
    read: readDelegation,
    decide: noteDelegation,
    done: (view, _input, { entries }) => `${view.base}/meetings#e-${entries[0]}`,
  });
}

const DelegationForm = ({ view, form, problem }: FormProps) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title="Note a delegation"
    here="/meetings"
    action="/meetings/delegation"
    lead="Whom a side sends, how senior they are and what they may concede, whether or not they use Parley themselves."
    readBy={thoseChosen}
    send="Note the delegation"
  >
    <Select
      name="party"
      label="Side"
      choices={parties(view.file).map(({ key, name }) => ({ value: key, label: name }))}
      form={form}
      problem={problem}
    />
    <Field name="name" label="What the delegation is called" form={form} problem={problem} required maxlength={200} />
    <Select
      name="rank"
      label="Rank"
      choices={ranks.map((rank) => ({ value: rank, label: rankInWords[rank] }))}
      form={form}
      problem={problem}
      value="senior"
    />
    <Field
      name="mandate"
      label="Mandate"
      hint="What it may concede, as far as it is known."
      type="textarea"
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    <Field
      name="members"
      label="Members"
      hint={
        <>
          One on each line: the name, then | and the title, then | and the rank if it differs, such as{' '}
          <code>A. Name | Head of the Water Office | technical</code>.
        </>
      }
      type="textarea"
      rows={5}
      form={form}
      problem={problem}
      maxlength={10_000}
    />
    <KnownTo view={view} form={form} problem={problem} parties="chosen" presumed="nothing" />
  </FormPage>
);

function readDelegation(form: Form, view: View): Input | Problem {
  const party = parties(view.file).find(({ key }) => key === form.text('party'))?.key;
  if (party === undefined) return problemWith('party', 'Choose one of the sides.');
  const name = typedLine(form, 'name', 'Say what the delegation is called.');
  if (typeof name !== 'string') return name;
  const rank = ranks.find((known) => known === form.text('rank'));
  if (rank === undefined) return problemWith('rank', 'Choose a rank.');
  const mandate = typedWords(form, 'mandate');
  if (typeof mandate !== 'string') return mandate;
  const members = readMembers(form.text('members'), rank);
  if (isProblem(members)) return members;
  const knownTo = readKnownTo(form, view);
  return isProblem(knownTo) ? knownTo : { party, name, rank, mandate, members, knownTo };
}

function readMembers(text: string, rank: Rank): DelegationNote['members'] | Problem {
  const members: DelegationNote['members'][number][] = [];
  for (const line of linesIn(text)) {
    const [name = '', title = '', written = '', ...rest] = line.split('|').map((part) => part.trim());
    const own = written === '' ? rank : ranks.find((known) => rankInWords[known] === written.toLowerCase());
    if (name === '' || rest.length > 0)
      return problemWith(
        'members',
        `“${line}” is no member: write the name, then | and the title, then | and the rank.`,
      );
    if (own === undefined)
      return problemWith(
        'members',
        `“${written}” is no rank. Write one of ${ranks.map((known) => rankInWords[known]).join(', ')}.`,
      );
    members.push({ name, title, rank: own });
  }
  return members;
}
