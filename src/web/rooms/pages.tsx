import type { Hono } from 'hono';
import {
  answerable,
  audienceInWords,
  conversation,
  mayWrite,
  isRefusal,
  proposalNumber,
  responseTo,
  roomWithKey,
  roomsOf,
  say,
  stateOf,
  type Entry,
  type Room,
} from '../../domain/index.ts';
import { caseForm, casePage, type View } from '../case-page.tsx';
import type { Context } from '../context.ts';
import { EntryCard } from '../entries/card.tsx';
import { Field, FormMarks, ProblemNote, Send } from '../fields.tsx';
import { problemWith, type Form, type Problem } from '../form.ts';
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
      return form.text('words').trim() === '' ? problemWith('words', 'Write something first.') : { room, words: form.text('words').trim() };
    },
    decide: (file, actor, { room, words }, make) => say(file, actor, room.setting, words, make),
    done: (view, { room }, { entries }) => `${view.base}/rooms/${room.key}#e-${entries[0]}`,
  });
}

const Rooms = ({ view }: { readonly view: View }) => (
  <CasePage view={view} title="Rooms" here="/rooms">
    <h1>Rooms</h1>
    <p>Each room is heard by those named under it, and by nobody else.</p>
    <ul class="rooms">
      {roomsOf(view.file).map((room) => {
        const said = conversation(view.file, room);
        const last = said.at(-1);
        return (
          <li>
            <a href={`${view.base}/rooms/${room.key}`}>
              <bdi>{room.name}</bdi>
            </a>
            <p class="read-by">Read by: {audienceInWords(view.file, room.audience)}.</p>
            <p>
              {last === undefined ? (
                'Nothing has been said here yet.'
              ) : (
                <>
                  {said.length} {said.length === 1 ? 'entry' : 'entries'}, the last on <Time at={last.at} file={view.file} />
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  </CasePage>
);

const RoomPage = ({ view, room, form, problem }: { readonly view: View; readonly room: Room; readonly form: Form; readonly problem: Problem | null }) => {
  const said = conversation(view.file, room);
  const readBy = audienceInWords(view.file, room.audience);
  const writes = !isRefusal(mayWrite(view.file, view.actor, room.setting));
  return (
    <CasePage view={view} title={room.name} here="/rooms" band={room.name}>
      <h1>
        <bdi>{room.name}</bdi>
      </h1>
      <p class="read-by">Read by: {readBy}.</p>
      <RoomActs view={view} room={room} />
      {said.length === 0 && <p class="empty">What is said here appears here, in order. Nothing has been said yet.</p>}
      {said.map((entry) => (
        <EntryCard entry={entry} view={view} acts={actsOn(view, entry)} />
      ))}
      {writes && (
        <form method="post" action={`${view.base}/rooms/${room.key}#problem`} class="speak">
          <h2>Say something here</h2>
          <ProblemNote problem={problem} view={view} />
          <FormMarks view={view} />
          <Field name="words" label="Your words" type="textarea" form={form} problem={problem} required maxlength={20_000} />
          <Send readBy={readBy}>Say it</Send>
        </form>
      )}
    </CasePage>
  );
};

const RoomActs = ({ view, room }: { readonly view: View; readonly room: Room }) => {
  const { setting } = room;
  const { role } = view.actor;
  if (role.kind !== 'delegate' || (setting.kind !== 'caucus' && setting.kind !== 'consultation' && setting.kind !== 'delegation')) return null;
  return (
    <p class="acts">
      {setting.kind !== 'delegation' && <a href={`${view.base}/proposals/new?room=${room.key}`}>Put forward a proposal here</a>}{' '}
      <a href={`${view.base}/positions/new?room=${room.key}`}>Take a position here</a>
    </p>
  );
};

/** The ways on from an entry in a room: to answer it, or to carry it. */
function actsOn(view: View, entry: Entry) {
  const { role } = view.actor;
  const { fact } = entry;
  if (role.kind === 'delegate') {
    const put = answerable(view.file, role.party, entry.id);
    if (put === null || stateOf(view.file, put, view.now) !== 'standing') return undefined;
    const answered = responseTo(view.file, role.party, entry.id) !== null;
    return <a href={`${view.base}/answer/${entry.id}`}>{answered ? 'Answer again' : 'Answer'}</a>;
  }
  if (role.kind !== 'mediator' || (fact.kind !== 'proposal' && fact.kind !== 'response')) return undefined;
  if (fact.kind === 'proposal' && stateOf(view.file, entry as Entry<typeof fact>, view.now) !== 'standing') return undefined;
  const label = fact.kind === 'proposal' ? `Carry from proposal ${proposalNumber(view.file, entry.id)}` : 'Carry this answer';
  return <a href={`${view.base}/carry/${entry.id}`}>{label}</a>;
}
