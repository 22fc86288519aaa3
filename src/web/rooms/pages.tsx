import type { Hono } from 'hono';
import {
  answerable,
  audienceInWords,
  conversation,
  mayMediate,
  mayWrite,
  isRefusal,
  proposalNumber,
  responseTo,
  roomWithKey,
  roomsOf,
  say,
  stateOf,
  supersededBy,
  type Entry,
  type Room,
} from '../../domain/index.ts';
import { caseForm, casePage, type View } from '../case-page.tsx';
import { Strip } from '../band.tsx';
import type { Context } from '../context.ts';
import { EntryCard } from '../entries/card.tsx';
import { Field, FormMarks, ProblemNote, Send } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';
import { proposalRooms } from '../proposals/proposal-rooms.ts';
import { CasePage } from '../shell.tsx';
import { Time } from '../times.tsx';

/** The rooms that a person sits in, and each room's conversation with the form to speak in it. */
export function roomPages(app: Hono, context: Context): void {
  casePage(app, context, '/rooms', (view) => <Rooms view={view} />);
  caseForm<{ readonly room: Room; readonly words: string }>(app, context, {
    path: '/rooms/:room',
    page: (view, form, problem, request) => {
      const room = roomWithKey(view.file, request.req.param('room') ?? '');
      return room === null ? null : <RoomPage view={view} room={room} form={form} problem={problem} />;
    },
    read: (form, view, request) => {
      const room = roomWithKey(view.file, request.req.param('room') ?? '');
      if (room === null) return { ...problemWith('room', 'There is no such room.'), status: 404 };
      return form.text('words').trim() === ''
        ? problemWith('words', 'Write something first.')
        : { room, words: form.text('words').trim() };
    },
    decide: (file, actor, { room, words }, make) => say(file, actor, room.setting, words, make),
    done: (view, { room }, { entries }) => `${view.base}/rooms/${room.key}#e-${entries[0]}`,
  });
}

const Rooms = ({ view }: { readonly view: View }) => (
  <CasePage view={view} title="Rooms" here="/rooms">
    <h1>Rooms</h1>
    <p>Each room is heard by those named under it, and by nobody else.</p>
    <ul class="lines dated rooms">
      {roomsOf(view.file).map((room) => {
        const said = conversation(view.file, room);
        const last = said.at(-1);
        return (
          <li>
            <div class="when">
              <Strip file={view.file} audience={room.audience} />
              {last !== undefined && <Time at={last.at} file={view.file} />}
            </div>
            <div class="what">
              <a href={`${view.base}/rooms/${room.key}`}>
                <bdi>{room.name}</bdi>
              </a>
              <p>
                {said.length === 0
                  ? 'Nothing has been said here yet.'
                  : said.length === 1
                    ? 'One entry.'
                    : `${said.length} entries.`}
              </p>
              <p class="read-by">Read by: {audienceInWords(view.file, room.audience)}.</p>
            </div>
          </li>
        );
      })}
    </ul>
  </CasePage>
);

const RoomPage = ({
  view,
  room,
  form,
  problem,
}: {
  readonly view: View;
  readonly room: Room;
  readonly form: Form;
  readonly problem: Problem | null;
}) => {
  const said = conversation(view.file, room);
  const readBy = audienceInWords(view.file, room.audience);
  const writes = !isRefusal(mayWrite(view.file, view.actor, room.setting));
  return (
    <CasePage view={view} title={room.name} here="/rooms" band={room.name} audience={room.audience}>
      <h1>
        <bdi>{room.name}</bdi>
      </h1>
      <p class="read-by">Read by: {readBy}.</p>
      <RoomActs view={view} room={room} latest={said.at(-1)} writes={writes} />
      <h2 class="unseen">What was said here</h2>
      {said.length === 0 && <p class="empty">What is said here appears here, in order. Nothing has been said yet.</p>}
      <h2 class="unseen">What was said here</h2>
      {said.map((entry) => (
        <EntryCard entry={entry} view={view} acts={actsOn(view, entry)} inItsRoom />
      ))}
      {writes && (
        <form method="post" action={`${view.base}/rooms/${room.key}#problem`} class="speak">
          <h2>Say something here</h2>
          <ProblemNote problem={problem} view={view} />
          <FormMarks view={view} />
          <Field
            name="words"
            label="Your words"
            type="textarea"
            form={form}
            problem={problem}
            required
            maxlength={20_000}
          />
          <Send readBy={readBy}>Say it</Send>
        </form>
      )}
    </CasePage>
  );
};

const RoomActs = ({
  view,
  room,
  latest,
  writes,
}: {
  readonly view: View;
  readonly room: Room;
  readonly latest: Entry | undefined;
  readonly writes: boolean;
}) => {
  const { setting } = room;
  const carries = mediates(view);
  const proposes = proposalRooms(view).some(({ key }) => key === room.key);
  const takesPosition = proposes || (view.actor.role.kind === 'delegate' && setting.kind === 'delegation');
  return (
    <p class="acts">
      {latest !== undefined && <a href={`#e-${latest.id}`}>Go to the latest entry</a>}
      {writes && <a href="#words">Say something here</a>}
      {proposes && <a href={`${view.base}/proposals/new?room=${room.key}`}>Put forward a proposal here</a>}
      {carries && setting.kind === 'caucus' && (
        <a href={`${view.base}/put-forward${setting.parties.length === 1 ? `?to=${setting.parties[0]}` : ''}`}>
          Put forward the mediation’s own proposal
        </a>
      )}
      {carries && setting.kind === 'mediation' && (
        <a href={`${view.base}/positions/new?room=${room.key}`}>
          Note a side’s position as the mediation understands it
        </a>
      )}
      {takesPosition && <a href={`${view.base}/positions/new?room=${room.key}`}>Take a position here</a>}
    </p>
  );
};

const mediates = ({ file, actor }: View): boolean => !isRefusal(mayMediate(file, actor, 'carry'));

/** The ways on from an entry in a room: to answer it, to carry it, or to withdraw what was put. */
function actsOn(view: View, entry: Entry) {
  const { role } = view.actor;
  const { fact } = entry;
  if (role.kind === 'delegate') {
    const put = answerable(view.file, role.party, entry.id);
    if (put === null || stateOf(view.file, put, view.now) !== 'standing') return undefined;
    const answered = responseTo(view.file, role.party, entry.id) !== null;
    return <a href={`${view.base}/answer/${entry.id}`}>{answered ? 'Answer again' : 'Answer'}</a>;
  }
  if (!mediates(view) || supersededBy(view.file, entry.id) !== null) return undefined;
  if (fact.kind === 'carried' || fact.kind === 'bridging')
    return <a href={`${view.base}/withdraw/${entry.id}`}>Withdraw</a>;
  if (fact.kind === 'response') return <a href={`${view.base}/carry/${entry.id}`}>Carry this answer</a>;
  if (fact.kind !== 'proposal' || stateOf(view.file, entry as Entry<typeof fact>, view.now) !== 'standing')
    return undefined;
  return <a href={`${view.base}/carry/${entry.id}`}>Carry from proposal {proposalNumber(view.file, entry.id)}</a>;
}
