import type { Hono } from 'hono';
import {
  callMeeting,
  meetingFormats,
  jointRounds,
  participantInWords,
  partyOf,
  type Meeting,
  type Seat,
  type Setting,
} from '../../domain/index.ts';
import { FormPage, type FormProps } from '../agenda/form-page.tsx';
import { KnownTo, readKnownTo, thoseChosen } from '../agenda/known-to.tsx';
import { managesCase } from '../agenda/may-manage.ts';
import { PlaceFields, readPlaces } from '../agenda/place-fields.tsx';
import { typedLine, typedWords } from '../agenda/typed.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Choices, Field, Select } from '../fields.tsx';
import { isProblem, problemWith, type Form, type Problem } from '../form.ts';
import { readInstant, zoneOf } from '../times.tsx';
import { formatInWords } from './meeting-item.tsx';
import { possibleParticipants } from './participants.ts';

type Input = Omit<Meeting, 'kind' | 'state'> & { readonly knownTo: Setting };

/** Calling a meeting. */
export function callForm(app: Hono, context: Context): void {
  caseForm<Input>(app, context, {
    path: '/meetings/new',
    page: (view, form, problem) => (managesCase(view) ? <CallForm view={view} form={form} problem={problem} /> : null),
    read: readMeeting,
    decide: callMeeting,
    done: (view, _input, { entries }) => `${view.base}/meetings#e-${entries[0]}`,
  });
}

const CallForm = ({ view, form, problem }: FormProps) => (
  <FormPage
    view={view}
    form={form}
    problem={problem}
    title="Call a meeting"
    here="/meetings"
    action="/meetings/new"
    lead="That a meeting takes place may itself be confidential: choose who may know of it. Everybody who takes part must be among them."
    readBy={thoseChosen}
    send="Call the meeting"
  >
    <Field name="name" label="Name" form={form} problem={problem} required maxlength={200} />
    <Select
      name="format"
      label="Format"
      choices={meetingFormats.map((format) => ({ value: format, label: formatInWords[format] }))}
      form={form}
      problem={problem}
    />
    <Field
      name="starts"
      label="When it begins"
      hint={`In the time zone of the case, ${zoneOf(view.file)}.`}
      type="datetime-local"
      form={form}
      problem={problem}
      required
    />
    <PlaceFields view={view} form={form} problem={problem} />
    <Field
      name="round"
      label="Round"
      hint="Its name; the round may be open or still to come. None if left out."
      form={form}
      problem={problem}
      value={jointRounds(view.file).findLast(({ fact }) => fact.state === 'open')?.fact.name ?? ''}
      maxlength={200}
    />
    <Choices
      name="participants"
      legend="Who takes part"
      hint="The mediation as a whole, or single institutions of it; and the delegations."
      many
      choices={possibleParticipants(view.file).map((seat) => ({
        value: seat,
        label: <bdi>{capital(participantInWords(view.file, seat))}</bdi>,
      }))}
      form={form}
      problem={problem}
      value="mediation"
    />
    <Field
      name="agenda"
      label="What it is about"
      hint="Read by all who may know of the meeting."
      type="textarea"
      form={form}
      problem={problem}
      maxlength={20_000}
    />
    <KnownTo view={view} form={form} problem={problem} parties="takingPart" presumed="nothing" />
  </FormPage>
);

function readMeeting(form: Form, view: View): Input | Problem {
  const name = typedLine(form, 'name', 'Give the meeting a name.');
  if (typeof name !== 'string') return name;
  const format = meetingFormats.find((known) => known === form.text('format'));
  if (format === undefined) return problemWith('format', 'Choose a format.');
  const starts = readStart(form, view);
  if (typeof starts !== 'string') return starts;
  const places = readPlaces(form, view);
  if (isProblem(places)) return places;
  const participants = readParticipants(form, view);
  if (isProblem(participants)) return participants;
  const agenda = typedWords(form, 'agenda');
  if (typeof agenda !== 'string') return agenda;
  const knownTo = readKnownTo(
    form,
    view,
    participants.map(partyOf).filter((party) => party !== null),
  );
  if (isProblem(knownTo)) return knownTo;
  return { name, format, starts, ...places, round: form.text('round').trim() || null, participants, agenda, knownTo };
}

/** When a meeting begins, as typed: a day and an hour. */
export function readStart(form: Form, view: View): Meeting['starts'] | Problem {
  const text = form.text('starts').trim();
  const starts = text.includes('T') ? readInstant(text, zoneOf(view.file)) : null;
  return starts ?? problemWith('starts', 'Give the day and the hour at which it begins.');
}

function readParticipants(form: Form, view: View): readonly Seat[] | Problem {
  const possible = possibleParticipants(view.file);
  const chosen = form.all('participants');
  if (chosen.length === 0) return problemWith('participants', 'Choose who takes part.');
  const participants = possible.filter((seat) => chosen.includes(seat));
  return participants.length < new Set(chosen).size
    ? problemWith('participants', 'Choose among those who take part in this case.')
    : participants;
}

const capital = (words: string): string => words.charAt(0).toLocaleUpperCase('en') + words.slice(1);
