import type { Hono } from 'hono';
import {
  audienceInWords,
  closeRound,
  entryOfKind,
  openRound,
  openRounds,
  type EntryId,
  type Round,
  type Setting,
} from '../../domain/index.ts';
import { caseForm } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Field } from '../fields.tsx';
import { isProblem, problemWith, type Problem } from '../form.ts';
import { FormPage, type FormProps } from './form-page.tsx';
import { KnownTo, readKnownTo, thoseChosen } from './known-to.tsx';
import { managesCase } from './may-manage.ts';
import { PlaceFields, readPlaces } from './place-fields.tsx';
import { typedLine } from './typed.ts';

type Input = Omit<Round, 'kind' | 'state'> & { readonly knownTo: Setting };

/** Opening a round. */
export function openRoundForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/agenda/round',
    page: (view, form, problem) => (managesCase(view) ? <OpenRound view={view} form={form} problem={problem} /> : null),
    read: (form, view) => {
      const name = typedLine(form, 'name', 'Give the round a name.');
      if (typeof name !== 'string') return name;
      const places = readPlaces(form, view);
      if (isProblem(places)) return places;
      const knownTo = readKnownTo(form, view);
      return isProblem(knownTo) ? knownTo : { name, ...places, knownTo };
    },
    decide: openRound,
    done: (view, _input, { entries }) => `${view.base}/agenda#e-${entries[0]}`,
  });
}

const OpenRound = ({ view, form, problem }: FormProps) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title="Open a round"
    here="/agenda"
    action="/agenda/round"
    lead="Once a case has a round, sides can put forward and answer proposals only while one is open."
    readBy={thoseChosen}
    send="Open the round"
  >
    {/* No number is proposed: it would count rounds that those who are chosen below may not know. */}
    <Field
      name="name"
      label="Name"
      hint="Such as “Second round”. A number tells its readers how many there have been."
      form={form}
      problem={problem}
      required
      maxlength={200}
    />
    <PlaceFields view={view} form={form} problem={problem} />
    <KnownTo view={view} form={form} problem={problem} parties="chosen" presumed="joint" />
  </FormPage>
);

/** Closing a round: asked once, then done. */
export function closeRoundForm(app: Hono, context: Context): void {
  caseForm<{ readonly round: EntryId }>(app, context, {
    path: '/agenda/round/:round/close',
    page: (view, form, problem, request) => {
      const round = entryOfKind(view.file, 'round', request.req.param('round') ?? '');
      if (round === null || !managesCase(view)) return null;
      if (problem === null && !openRounds(view.file).includes(round)) return null;
      return (
        <FormPage
          view={view}
          form={form}
          problem={problem}
          title={`Close ${round.fact.name}`}
          here="/agenda"
          action={`/agenda/round/${round.id}/close`}
          lead="Those who know of the round read that it is closed. Unless another is open to them, they can put forward no proposal until the next one opens."
          readBy={audienceInWords(view.file, round.audience)}
          send="Close the round"
        />
      );
    },
    read: (_form, view, request) => {
      const round = entryOfKind(view.file, 'round', request.req.param('round') ?? '');
      return round === null ? nothing : { round: round.id };
    },
    about: ({ round }) => [round],
    decide: (file, actor, { round }, make) => closeRound(file, actor, round, make),
    done: (view, _input, { entries }) => `${view.base}/agenda#e-${entries[0]}`,
  });
}

const nothing: Problem = { ...problemWith('round', 'There is no such round.'), status: 404 };
