import { instant, type Instant } from '../../domain/index.ts';

/** Which end of the day a date without a time means: its first moment, or its last minute, as for a deadline. */
export type Edge = 'start' | 'end';

/** Whether the time zone is one that the clock knows. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The instant of a date, or of a date and time, in a time zone; an offset in the text goes before it. Of an hour that comes twice, as
 * when clocks go back, it is the first. A sentence when there is no such date, or no such hour there.
 */
export function instantIn(
  written: string,
  timeZone: string,
  edge: Edge,
): { readonly instant: Instant } | { readonly fault: string } {
  const [, date = '', time, offset = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?(Z|[+-]\d{2}:\d{2})?$/.exec(written) ?? [];
  const clock = time ?? (edge === 'start' ? '00:00' : '23:59');
  const wall = Date.parse(`${date}T${clock}Z`);
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(date))
    return { fault: `There is no such date or time: ${written}.` };
  if (offset !== '') {
    const exact = Date.parse(`${date}T${clock}${offset}`);
    return Number.isNaN(exact)
      ? { fault: `There is no such offset: ${offset}.` }
      : { instant: instant(new Date(exact)) };
  }
  const day = 86_400_000;
  const candidates = [wall - day, wall + day]
    .map((near) => wall - offsetAt(near, timeZone))
    .filter((moment) => moment + offsetAt(moment, timeZone) === wall);
  return candidates.length === 0
    ? { fault: `There is no ${clock} on ${date} in ${timeZone}: the clocks go forward then.` }
    : { instant: instant(new Date(Math.min(...candidates))) };
}

/** A moment as a case file has it in its time zone, to the minute: `2031-04-02 09:30`. */
export const writtenIn = (at: Instant, timeZone: string): string =>
  new Date(Date.parse(at) + offsetAt(Date.parse(at), timeZone)).toISOString().slice(0, 16).replace('T', ' ');

/** How far the clocks of a time zone are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const part = new Map(
    clockOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  return (
    Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) -
    Math.floor(moment / 1000) * 1000
  );
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const numeric = 'numeric' as const;
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-u-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  if (clocks.size < 50) clocks.set(timeZone, clock);
  return clock;
}
