import type { FC } from 'hono/jsx';
import { openingOf, type CaseFile, type Instant } from '../domain/index.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The time zone of a case, in which its pages show all times. */
export const zoneOf = (file: CaseFile): string => openingOf(file)?.timeZone ?? 'UTC';

/** A moment as day and time in the case's time zone: “Tue 7 Jan 2031, 14:05”. */
export const dayAndTime = (at: Instant, zone: string): string => written(at, zone, 'time');

/** A moment as its day: “Tue 7 Jan 2031”. */
export const day = (at: Instant, zone: string): string => written(at, zone, 'day');

/** Times as they were written before: the same few are on every page, and writing one is slow. Emptied when it has grown. */
const writtenBefore = new Map<string, string>();
const remembered = 20_000;

function written(at: Instant, zone: string, what: 'time' | 'day'): string {
  const key = `${what} ${zone} ${at}`;
  const known = writtenBefore.get(key);
  if (known !== undefined) return known;
  if (writtenBefore.size >= remembered) writtenBefore.clear();
  const text = format(zone, what).format(new Date(at));
  writtenBefore.set(key, text);
  return text;
}

/** A moment on the page, in the case's time zone. */
export const Time: FC<{ readonly at: Instant; readonly file: CaseFile; readonly only?: 'day' }> = ({
  at,
  file,
  only,
}) => (
  <time datetime={at}>
    <bdi>{only === 'day' ? day(at, zoneOf(file)) : dayAndTime(at, zoneOf(file))}</bdi>
  </time>
);

/** How long until a moment, in the largest fitting unit: “in 18 days”, “in 5 hours”; “passed” when it has. */
export function timeLeft(from: Instant, to: Instant): string {
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);
  if (minutes < 0) return 'passed';
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} hours` : `${Math.floor(minutes / 60 / 24)} days`;
}

/** What was typed into a date and time field, in the case's time zone, as an instant; null when it is none. */
export function readInstant(text: string, zone: string): Instant | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(text.trim());
  if (match === null) return null;
  const [, year, month, date, hour = '23', minute = '59'] = match;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hour), Number(minute));
  if (new Date(wall).getUTCDate() !== Number(date)) return null;
  // The zone's offset at that time; asked twice, since the first guess may lie on the other side of a change of the clocks.
  const guess = wall - offset(wall, zone);
  return new Date(wall - offset(guess, zone)).toISOString() as Instant;
}

/** A moment as a date and time field takes it, in the case's time zone. */
export function fieldOf(at: Instant, zone: string): string {
  const wall = new Date(Date.parse(at) + offset(Date.parse(at), zone));
  return wall.toISOString().slice(0, 16);
}

/** Whether a time zone is one that this computer knows. */
export function isZone(zone: string): boolean {
  try {
    return format(zone, 'day') !== null;
  } catch {
    return false;
  }
}

function offset(at: number, zone: string): number {
  const parts = Object.fromEntries(
    format(zone, 'parts')
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, date, hour % 24, minute, second) - Math.floor(at / 1000) * 1000;
}

function format(zone: string, what: 'time' | 'day' | 'parts'): Intl.DateTimeFormat {
  const key = `${what} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const date = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const;
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const parts = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
    timeZone: zone,
  } as const;
  const made = new Intl.DateTimeFormat(
    'en-GB',
    what === 'parts' ? parts : what === 'day' ? date : { ...date, ...time },
  );
  formats.set(key, made);
  return made;
}
