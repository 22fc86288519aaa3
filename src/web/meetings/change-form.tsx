import type { Context as Request, Hono } from 'hono';
import {
  audienceInWords,
  entryOfKind,
  reviseMeeting,
  supersededBy,
  type CaseFile,
  type Entry,
  type EntryId,
  type FactOf,
  type Meeting,
} from '../../domain/index.ts';
import { FormPage, type FormProps } from '../agenda/form-page.tsx';
import { managesCase } from '../agenda/may-manage.ts';
import { PlaceFields, readPlaces } from '../agenda/place-fields.tsx';
import { typedWords } from '../agenda/typed.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Choices, Field } from '../fields.tsx';
import { isProblem, problemWith, type Form, type Problem } from '../form.ts';
import { fieldOf, zoneOf } from '../times.tsx';
import { readStart } from './call-form.tsx';

interface Input {
  readonly meeting: EntryId;
  readonly change: Pick<Meeting, 'state' | 'starts' | 'venue' | 'agenda'>;
}

/** Moving a meeting, noting that it was held, or calling it off. */
export function changeForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/meetings/:meeting',
    page: (view, form, problem, request) => {
      const meeting = asked(view, request);
      return meeting === null || !managesCase(view) ? null : (
        <ChangeForm view={view} form={form} problem={problem} meeting={newest(view.file, meeting)} />
      );
    },
    read: (form, view, request) => {
      const meeting = asked(view, request);
      return meeting === null
        ? { ...problemWith('meeting', 'There is no such meeting.'), status: 404 }
        : readChange(form, view, meeting);
    },
    about: ({ meeting }) => [meeting],
    decide: (file, actor, { meeting, change }, make) => reviseMeeting(file, actor, meeting, change, make),
    done: (view, _input, { entries }) => `${view.base}/meetings#e-${entries[0]}`,
  });
}

const asked = (view: View, request: Request): Entry<FactOf<'meeting'>> | null =>
  entryOfKind(view.file, 'meeting', request.req.param('meeting') ?? '');

/** The meeting as it stands now, so that what was typed on an old page can be sent again. */
function newest(file: CaseFile, meeting: Entry<FactOf<'meeting'>>): Entry<FactOf<'meeting'>> {
  const next = supersededBy(file, meeting.id);
  const changed = next === null ? null : entryOfKind(file, 'meeting', next.id);
  return changed === null ? meeting : newest(file, changed);
}

const states = ['planned', 'held', 'calledOff'] as const;

const ChangeForm = ({ view, form, problem, meeting }: FormProps & { readonly meeting: Entry<FactOf<'meeting'>> }) => {
  const { fact } = meeting;
  return (
    <FormPage
      view={view}
      form={form}
      problem={problem}
      title={fact.name}
      here="/meetings"
      action={`/meetings/${meeting.id}`}
      lead="Change what is different, and leave the rest. Who may know of the meeting stays as it is, and they read how it stood before."
      readBy={audienceInWords(view.file, meeting.audience)}
      send="Record the change"
    >
      <Choices
        name="state"
        legend="How it stands"
        choices={states.map((state) => ({ value: state, label: stateChoices[state] }))}
        form={form}
        problem={problem}
        value={fact.state}
      />
      <Field
        name="starts"
        label="When it begins"
        hint={`In the time zone of the case, ${zoneOf(view.file)}.`}
        type="datetime-local"
        form={form}
        problem={problem}
        value={fieldOf(fact.starts, zoneOf(view.file))}
        required
      />
      <PlaceFields view={view} form={form} problem={problem} value={fact} />
      <Field
        name="agenda"
        label="What it is about"
        type="textarea"
        form={form}
        problem={problem}
        value={fact.agenda}
        maxlength={20_000}
      />
    </FormPage>
  );
};

const stateChoices = { planned: 'It is planned', held: 'It was held', calledOff: 'It is called off' } as const;

function readChange(form: Form, view: View, { id, fact }: Entry<FactOf<'meeting'>>): Input | Problem {
  const state = states.find((known) => known === form.text('state'));
  if (state === undefined) return problemWith('state', 'Say how the meeting stands.');
  const starts = readStart(form, view);
  if (typeof starts !== 'string') return starts;
  if (state === 'held' && starts > view.now)
    return problemWith('state', 'It begins only later, so it cannot have been held. Change when it began, too.');
  const places = readPlaces(form, view);
  if (isProblem(places)) return places;
  const agenda = typedWords(form, 'agenda');
  if (typeof agenda !== 'string') return agenda;
  const venue = form.has('venue') ? places.venue : fact.venue;
  const same =
    state === fact.state &&
    fieldOf(starts, zoneOf(view.file)) === fieldOf(fact.starts, zoneOf(view.file)) &&
    venue === fact.venue &&
    agenda === fact.agenda;
  return same
    ? problemWith('state', 'Nothing is different from how it stands.')
    : { meeting: id, change: { state, starts, venue, agenda } };
}
