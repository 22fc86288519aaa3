import type { Hono, Context as Request } from 'hono';
import {
  answerInWords,
  issues,
  issuesKnownTo,
  partyName,
  estimateOf,
  preferencesOf,
  statePreferences,
  type Issue,
  type PreferencesInput,
  type Setting,
  type Worth,
} from '../../domain/index.ts';
import { FormPage, type FormProps } from '../agenda/form-page.tsx';
import { numberIn } from '../agenda/typed.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { Choices, Field } from '../fields.tsx';
import { Form, problemWith, type Problem } from '../form.ts';
import { mayStateFor } from './may-state.ts';

/** Giving points: the weights between the issues, the points within each, and what there is without an agreement. */
export function preferencesForm(app: Hono, context: Context): void {
  caseForm<PreferencesInput>(app, context, {
    path: '/preferences/:party',
    page: (view, form, problem, request) => {
      const party = request.req.param('party') ?? '';
      return mayStateFor(view, party) ? (
        <PointsForm
          view={view}
          form={request.req.method === 'GET' ? started(view, party) : form}
          problem={problem}
          party={party}
        />
      ) : null;
    },
    read: readPoints,
    decide: statePreferences,
    done: (view, { party }) => `${view.base}/preferences#of-${party}`,
  });
}

const PointsForm = ({ view, form, problem, party }: FormProps & { readonly party: string }) => {
  const own = view.actor.role.kind === 'delegate';
  return (
    <FormPage
      view={view}
      form={form}
      problem={problem}
      title={
        own ? `What ${partyName(view.file, party)} values` : `An estimate of what ${partyName(view.file, party)} values`
      }
      here="/preferences"
      action={`/preferences/${party}`}
      lead={
        own
          ? 'Points are for working out, not for bargaining: they are worth most when they are true. Whom you let read them is up to you, below.'
          : 'Your own estimate, shown with your name wherever it is used. It is never shown to a side.'
      }
      readBy={own ? 'those you have chosen under “Who may read the points”' : 'the mediation alone'}
      send="Record the points"
    >
      <ol class="guide">
        <li>
          Within each issue, give <strong>100</strong> to the answer that {own ? 'you like' : 'the side likes'} best and{' '}
          <strong>0</strong> to the one {own ? 'you like' : 'it likes'} least, and put the others between.
        </li>
        <li>
          Then the weights: imagine every issue settled in the worst way. Which one would {own ? 'you' : 'it'} change
          first from worst to best? Give it 100 points; give each other issue its share of that. They need not add up to
          anything.
        </li>
      </ol>
      {issuesFor(view).map((issue) => (
        <fieldset class="field issue-points" id={`worth.${issue.key}`}>
          <legend>
            <bdi>{issue.name}</bdi>
          </legend>
          <input
            type="hidden"
            name={`places.${issue.key}`}
            value={places(issue, form)
              .map(({ at }) => at)
              .join(' ')}
          />
          {places(issue, form).map(({ name, label, hint }) => (
            <Field
              name={`points.${issue.key}.${name}`}
              label={<bdi>{label}</bdi>}
              {...(hint !== null && { hint })}
              inputmode="decimal"
              form={form}
              problem={problem}
              maxlength={12}
            />
          ))}
          {issue.scale.kind === 'range' && (
            <Field
              name={`more.${issue.key}`}
              label="Another number and its points"
              hint="Such as 28: 73"
              form={form}
              problem={problem}
              maxlength={40}
            />
          )}
          <Field
            name={`weight.${issue.key}`}
            label="Weight of this issue"
            inputmode="decimal"
            form={form}
            problem={problem}
            maxlength={12}
          />
        </fieldset>
      ))}
      <Field
        name="reservation"
        label="Without an agreement (optional)"
        hint="How good is what there would be without one, if the best package is 100 and the worst is 0?"
        inputmode="decimal"
        form={form}
        problem={problem}
        maxlength={12}
      />
      <Field
        name="basis"
        label="Where the points come from (optional)"
        type="textarea"
        form={form}
        problem={problem}
        maxlength={20_000}
      />
      {own && (
        <Choices
          name="room"
          legend="Who may read the points"
          choices={[
            {
              value: 'delegation',
              label: 'Your delegation alone',
              hint: 'The mediation does not see them. Your own pages use them.',
            },
            {
              value: 'caucus',
              label: 'Your delegation and the mediation',
              hint: 'The mediation can work out which packages would suit both sides. No other side ever sees your points.',
            },
          ]}
          form={form}
          problem={problem}
        />
      )}
    </FormPage>
  );
};

/** A place where points are given on an issue: the field's last part, the answer in words, the number on a range, and a hint. */
interface Place {
  readonly name: string;
  readonly label: string;
  readonly at: number;
  readonly hint: string | null;
}

/** Each option; or both ends of a range and, left empty if not wanted, the numbers between that were given before, or the middle. */
function places(issue: Issue, form: Form): readonly Place[] {
  const { scale } = issue;
  if (scale.kind === 'options')
    return scale.options.map(({ key, name }) => ({ name: key, label: name, at: 0, hint: null }));
  return numbersOn(issue.key, scale, form).map((at) => ({
    name: String(at),
    label: answerInWords(issue, at),
    at,
    hint: at === scale.from || at === scale.to ? null : 'May be left empty.',
  }));
}

function numbersOn(key: string, scale: Range, form: Form): readonly number[] {
  const given = form
    .text(`places.${key}`)
    .split(' ')
    .map(numberIn)
    .filter((at) => at !== null && at > scale.from && at < scale.to);
  const between = given.length > 0 ? given : [middleOf(scale)];
  return [...new Set([scale.from, ...between.filter((at) => at !== null), scale.to])].sort((x, y) => x - y);
}

type Range = Extract<Issue['scale'], { readonly kind: 'range' }>;

const middleOf = ({ from, to, step }: Range): number =>
  step === null ? (from + to) / 2 : from + Math.round((to - from) / 2 / step) * step;

/** The issues that those who will read the points know, as far as that is known before a room is chosen. */
const issuesFor = ({ file, actor }: View): readonly Issue[] =>
  actor.role.kind === 'delegate' ? issues(file) : issuesKnownTo(file, ['mediation']);

function readPoints(form: Form, view: View, request: Request): PreferencesInput | Problem {
  const party = request.req.param('party') ?? '';
  const room = readRoom(form, view, party);
  if ('sentence' in room) return room;
  const points: PreferencesInput['issues'][number][] = [];
  for (const issue of issuesFor(view)) {
    const typed = places(issue, form).map(({ name }) => form.text(`points.${issue.key}.${name}`).trim());
    const weight = form.text(`weight.${issue.key}`).trim();
    if (weight === '' && typed.every((text) => text === '')) continue;
    const worth = readWorth(form, issue);
    if ('sentence' in worth) return worth;
    const number = numberIn(weight === '' ? '0' : weight);
    if (number === null)
      return problemWith(`weight.${issue.key}`, `${issue.name}: give its weight in figures, 0 or more.`);
    points.push({ issue: issue.key, weight: number, worth });
  }
  const reservation = form.text('reservation').trim();
  const kept = reservation === '' ? null : numberIn(reservation);
  if (reservation !== '' && kept === null)
    return problemWith('reservation', 'Without an agreement: give points from 0 to 100, or leave it empty.');
  return { party, room, issues: points, reservation: kept, basis: form.text('basis').trim() };
}

function readWorth(form: Form, issue: Issue): Worth | Problem {
  const { scale } = issue;
  const values: (readonly [Place, number])[] = [];
  for (const place of places(issue, form)) {
    const name = `points.${issue.key}.${place.name}`;
    const typed = form.text(name).trim();
    if (place.hint !== null && typed === '') continue;
    const value = numberIn(typed);
    if (value === null || value < 0 || value > 100)
      return problemWith(name, `${issue.name}: give ${place.label} points from 0 to 100.`);
    values.push([place, value]);
  }
  if (scale.kind === 'options')
    return { kind: 'options', values: Object.fromEntries(values.map(([{ name }, value]) => [name, value])) };
  const points = values.map(([{ at }, value]) => ({ at, value }));
  const more = form.text(`more.${issue.key}`).trim();
  const [at, value] = more.split(/[:=]/).map(numberIn);
  if (more !== '' && (at == null || value == null || at <= scale.from || at >= scale.to || value < 0 || value > 100))
    return problemWith(
      `more.${issue.key}`,
      `${issue.name}: write a number between ${scale.from} and ${scale.to}, a colon, and its points from 0 to 100.`,
    );
  const others = points.filter((point) => point.at !== at);
  if (at != null && value != null) others.push({ at, value });
  return { kind: 'range', points: others.sort((x, y) => x.at - y.at) };
}

function readRoom(form: Form, view: View, party: string): Setting | Problem {
  if (view.actor.role.kind !== 'delegate') return { kind: 'mediation' };
  switch (form.text('room')) {
    case 'delegation':
      return { kind: 'delegation', party };
    case 'caucus':
      return { kind: 'caucus', parties: [party] };
    default:
      return problemWith('room', 'Say who may read the points.');
  }
}

/** The form with the points given so far, if the viewer stated them where those who will read them now have read them. */
function started(view: View, party: string): Form {
  const own = view.actor.role.kind === 'delegate';
  const before = own ? preferencesOf(view.file, party) : estimateOf(view.file, party);
  if (before === null || (before.fact.provenance === 'own') !== own) return new Form();
  const { issues: points, reservation, basis } = before.fact;
  return new Form([
    ...points.flatMap(({ issue, weight, worth }): [string, string][] => [
      [`weight.${issue}`, String(weight)],
      ...(worth.kind === 'options'
        ? Object.entries(worth.values).map(([key, value]): [string, string] => [
            `points.${issue}.${key}`,
            String(value),
          ])
        : [
            [`places.${issue}`, worth.points.map(({ at }) => at).join(' ')] as [string, string],
            ...worth.points.map(({ at, value }): [string, string] => [`points.${issue}.${at}`, String(value)]),
          ]),
    ]),
    ['reservation', reservation === null ? '' : String(reservation)],
    ['basis', basis],
  ]);
}
