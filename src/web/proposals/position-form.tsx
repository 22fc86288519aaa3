import type { Hono } from 'hono';
import {
  audienceInWords,
  isRefusal,
  issues,
  issueWithKey,
  mandateCovers,
  mayMediate,
  parties,
  readAnswer,
  roomIn,
  takePosition,
  type Issue,
  type Position,
  type Room,
  type Setting,
} from '../../domain/index.ts';
import { caseForm, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { roomAddress } from '../entries/room-of.ts';
import { Choices, Field, FormMarks, ProblemNote, Send } from '../fields.tsx';
import { isProblem, problemWith, type Form, type Problem } from '../form.ts';
import { CasePage } from '../shell.tsx';
import { proposalRooms } from './proposal-rooms.ts';
import { AnswerField } from './term-fields.tsx';

type PositionInput = Omit<Position, 'kind'> & { readonly room: Setting };

/** Taking a position on an issue, in a room: first which issue, then what. */
export function positionForm(app: Hono, context: Context): void {
  caseForm<PositionInput>(app, context, {
    path: '/positions/new',
    page: (view, form, problem) => {
      const room = roomNamed(view, form);
      if (room === null) return null;
      const issue = issueWithKey(view.file, form.text('issue'));
      return issue === null ? (
        <IssuePage view={view} room={room} />
      ) : (
        <PositionPage view={view} room={room} issue={issue} form={form} problem={problem} />
      );
    },
    read: (form, view) => readPosition(form, view),
    decide: takePosition,
    done: (view, { room }, { entries }) => `${roomAddress(view, roomIn(view.file, room))}#e-${entries[0]}`,
  });
}

const IssuePage = ({ view, room }: { readonly view: View; readonly room: Room }) => (
  <CasePage view={view} title="Take a position" here="/proposals" band={room.name} audience={room.audience}>
    <h1>Take a position</h1>
    <p class="read-by">Read by: {audienceInWords(view.file, room.audience)}.</p>
    <h2>On which issue?</h2>
    {issues(view.file).length === 0 && (
      <p class="empty">
        No issue is on the agenda yet. The mediation puts them there; then a position can be taken on each.
      </p>
    )}
    <ul class="lines">
      {issues(view.file).map((issue) => (
        <li>
          <a href={`${view.base}/positions/new?room=${room.key}&issue=${issue.key}`}>
            <bdi>{issue.name}</bdi>
          </a>
          {!isCovered(view, issue) && <small> outside your mandate to offer terms</small>}
        </li>
      ))}
    </ul>
  </CasePage>
);

interface PositionPageProps {
  readonly view: View;
  readonly room: Room;
  readonly issue: Issue;
  readonly form: Form;
  readonly problem: Problem | null;
}

const PositionPage = ({ view, room, issue, form, problem }: PositionPageProps) => (
  <CasePage view={view} title={`Position on ${issue.name}`} here="/proposals" band={room.name} audience={room.audience}>
    <h1>
      Position on <bdi>{issue.name}</bdi>
    </h1>
    {issue.description !== '' && <p dir="auto">{issue.description}</p>}
    <p>
      <a href={`${view.base}/positions/new?room=${room.key}`}>Choose another issue</a>
    </p>
    <form method="post" action={`${view.base}/positions/new#problem`}>
      <ProblemNote problem={problem} view={view} />
      <FormMarks view={view} />
      <input type="hidden" name="room" value={room.key} />
      <input type="hidden" name="issue" value={issue.key} />
      {view.actor.role.kind === 'mediator' && (
        <Choices
          name="party"
          legend="Whose position, as the mediation understands it"
          choices={parties(view.file).map(({ key, name }) => ({ value: key, label: <bdi>{name}</bdi> }))}
          form={form}
          problem={problem}
        />
      )}
      <Choices
        name="stance"
        legend="What it is"
        choices={[
          { value: 'position', label: 'Position', hint: 'What is demanded.' },
          { value: 'interest', label: 'Interest', hint: 'Why it is demanded, and what must be met.' },
          { value: 'redLine', label: 'Red line', hint: 'A limit that will not be crossed.' },
        ]}
        form={form.has('stance') ? form : form.with({ stance: 'position' })}
        problem={problem}
      />
      <AnswerField
        name="answer"
        issue={issue}
        form={form.has('answer') ? form : form.with({ answer: '' })}
        problem={problem}
        none="No answer, words alone"
      />
      <Field name="words" label="In words" type="textarea" form={form} problem={problem} maxlength={20_000} />
      <Send readBy={audienceInWords(view.file, room.audience)}>
        {view.actor.role.kind === 'mediator' ? 'Note it' : 'Take this position'}
      </Send>
    </form>
  </CasePage>
);

function readPosition(form: Form, view: View): PositionInput | Problem {
  const room = roomNamed(view, form);
  const issue = issueWithKey(view.file, form.text('issue'));
  if (room === null || issue === null) return { ...problemWith('issue', 'There is no such issue.'), status: 404 };
  const stance = form.text('stance');
  if (stance !== 'position' && stance !== 'interest' && stance !== 'redLine')
    return problemWith('stance', 'Say whether it is a position, an interest or a red line.');
  const party = partyTyped(form, view);
  if (isProblem(party)) return party;
  const typed = form.text('answer').trim();
  return {
    room: room.setting,
    party: party.key,
    issue: issue.key,
    stance,
    answer: typed === '' ? null : readAnswer(issue, typed),
    words: form.text('words').trim(),
  };
}

function partyTyped(form: Form, { file, actor: { role } }: View): { readonly key: string } | Problem {
  if (role.kind === 'delegate') return { key: role.party };
  return (
    parties(file).find(({ key }) => key === form.text('party')) ?? problemWith('party', 'Say whose position it is.')
  );
}

/** The room that the form names, if the person can take a position there: a delegate in its own rooms, those who mediate among themselves. */
function roomNamed(view: View, form: Form): Room | null {
  const { file, actor } = view;
  const rooms =
    actor.role.kind === 'delegate'
      ? [...proposalRooms(view), roomIn(file, { kind: 'delegation', party: actor.role.party })]
      : isRefusal(mayMediate(file, actor, 'note a position'))
        ? []
        : [roomIn(file, { kind: 'mediation' })];
  return rooms.find((room, at) => (form.has('room') ? room.key === form.text('room') : at === 0)) ?? null;
}

const isCovered = ({ actor: { role } }: View, issue: Issue): boolean =>
  role.kind !== 'delegate' || mandateCovers(role.mandate, issue.key);
