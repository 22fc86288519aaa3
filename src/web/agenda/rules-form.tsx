import type { Hono } from 'hono';
import {
  audienceInWords,
  changeRules,
  currentOf,
  roomIn,
  rulesOf,
  type EntryId,
  type Release,
  type Rules,
} from '../../domain/index.ts';
import { caseForm } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { releaseInWords } from '../entries/card.tsx';
import { Choices } from '../fields.tsx';
import { problemWith } from '../form.ts';
import { FormPage, type FormProps } from './form-page.tsx';
import { managesCase } from './may-manage.ts';

interface Input {
  /** The rules that the person saw. */
  readonly before: EntryId;
  readonly rules: Omit<Rules, 'kind'>;
}

/** Changing the rules of the case. */
export function rulesForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/agenda/rules',
    page: (view, form, problem) => (managesCase(view) ? <RulesForm view={view} form={form} problem={problem} /> : null),
    read: (form) => {
      const defaultRelease = releases.find((release) => release === form.text('release'));
      if (defaultRelease === undefined) return problemWith('release', 'Choose one.');
      const receipts = form.text('receipts');
      if (receipts !== 'yes' && receipts !== 'no') return problemWith('receipts', 'Choose one.');
      return { before: form.text('before') as EntryId, rules: { defaultRelease, receipts: receipts === 'yes' } };
    },
    about: ({ before }) => [before],
    decide: (file, actor, { rules }, make) => changeRules(file, actor, rules, make),
    done: (view, _input, { entries }) => `${view.base}/agenda#e-${entries[0]}`,
  });
}

const releases: readonly Release[] = ['hold', 'float', 'convey'];

const RulesForm = ({ view, form, problem }: FormProps) => {
  const rules = rulesOf(view.file);
  const [standing] = currentOf(view.file, 'rules').slice(-1);
  return (
    <FormPage
      view={view}
      form={form}
      problem={problem}
      title="Change the rules"
      here="/agenda"
      action="/agenda/rules"
      lead="The rules hold from now on. Terms that were put forward before keep the release that they have."
      readBy={audienceInWords(view.file, standing?.audience ?? roomIn(view.file, { kind: 'joint' }).audience)}
      send="Change the rules"
    >
      <input type="hidden" name="before" value={standing?.id} />
      <Choices
        name="release"
        legend="What the mediation may do with a term for which the side says nothing"
        choices={releases.map((release) => ({ value: release, label: releaseInWords[release] }))}
        form={form}
        problem={problem}
        value={rules.defaultRelease}
      />
      <Choices
        name="receipts"
        legend="When a side’s term is carried"
        choices={[
          {
            value: 'yes',
            label: 'The side is told',
            hint: 'It gets a receipt: what was carried, to whom, in its name or not.',
          },
          { value: 'no', label: 'The side is not told' },
        ]}
        form={form}
        problem={problem}
        value={rules.receipts ? 'yes' : 'no'}
      />
    </FormPage>
  );
};
