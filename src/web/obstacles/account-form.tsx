import type { Hono } from 'hono';
import {
  entryOfKind,
  giveAccount,
  parties,
  partyName,
  type EntryId,
  type ObstacleAccount,
  type Setting,
} from '../../domain/index.ts';
import { FormPage } from '../agenda/form-page.tsx';
import { managesCase } from '../agenda/may-manage.ts';
import { typedWords } from '../agenda/typed.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Choices, Field, Select } from '../fields.tsx';
import { problemWith } from '../form.ts';

type Input = Omit<ObstacleAccount, 'kind'> & { readonly room: Setting };

/** A side's account of an obstacle: by its delegates, or noted by those who mediate. */
export function accountForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/obstacles/:id/account',
    page: (view, form, problem, request) => {
      const obstacle = entryOfKind(view.file, 'obstacle', request.req.param('id') ?? '');
      if (obstacle === null || sidesFor(view).length === 0) return null;
      return (
        <FormPage
          view={view}
          form={form}
          problem={problem}
          title={`An account of: ${obstacle.fact.title}`}
          here="/obstacles"
          action={`/obstacles/${obstacle.id}/account`}
          lead="What happened, and why, as the side tells it. It stands beside the other accounts that its readers know, and changes none of them."
          readBy={readers(view)}
          send="Give the account"
        >
          {view.actor.role.kind !== 'delegate' && (
            <Select
              name="party"
              label="Whose account"
              choices={sidesFor(view).map((key) => ({ value: key, label: partyName(view.file, key) }))}
              form={form}
              problem={problem}
            />
          )}
          {view.actor.role.kind === 'delegate' && (
            <Choices
              name="room"
              legend="Who may read it"
              choices={[
                { value: 'caucus', label: 'Your delegation and the mediation' },
                { value: 'delegation', label: 'Your delegation alone', hint: 'The mediation does not see it.' },
              ]}
              form={form}
              problem={problem}
            />
          )}
          <Field
            name="words"
            label="The account"
            type="textarea"
            form={form}
            problem={problem}
            required
            maxlength={20_000}
          />
        </FormPage>
      );
    },
    read: (form, view, request) => {
      const words = typedWords(form, 'words');
      if (typeof words !== 'string') return words;
      const { role } = view.actor;
      const obstacle = (request.req.param('id') ?? '') as EntryId;
      if (role.kind !== 'delegate') return { obstacle, words, party: form.text('party'), room: { kind: 'mediation' } };
      const { party } = role;
      switch (form.text('room')) {
        case 'caucus':
          return { obstacle, words, party, room: { kind: 'caucus', parties: [party] } };
        case 'delegation':
          return { obstacle, words, party, room: { kind: 'delegation', party } };
        default:
          return problemWith('room', 'Say who may read it.');
      }
    },
    decide: giveAccount,
    done: (view, { obstacle }) => `${view.base}/obstacles#e-${obstacle}`,
  });
}

/** The sides for whom the viewer may give an account: its own, or for those who mediate any. */
export function sidesFor(view: View): readonly string[] {
  if (view.actor.role.kind === 'delegate') return [view.actor.role.party];
  return managesCase(view) ? parties(view.file).map(({ key }) => key) : [];
}

const readers = (view: View): string =>
  view.actor.role.kind === 'delegate' ? 'those you have chosen under “Who may read it”' : 'the mediation alone';
