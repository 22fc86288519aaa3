import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isReplayRefusal, replayCase, shiftScript, type CaseId, type EntryId, type PersonId } from '../domain/index.ts';
import { parseCaseYaml } from '../formats/index.ts';
import { untilNow } from './demonstration.ts';

const read = parseCaseYaml(readFileSync(new URL('../../examples/river/case.yaml', import.meta.url), 'utf8'));
if ('errors' in read) throw new Error(JSON.stringify(read.errors));
const { script } = read;
const day = 24 * 3_600_000;

test('whenever it is loaded, the last step of the river lies between two hours and a day and two before now, and its deadlines lie ahead', () => {
  for (const now of [
    '2026-01-01T00:00:00Z',
    '2029-07-15T13:37:11Z',
    '2031-04-29T14:00:00Z',
    '2040-02-29T23:59:59Z',
  ].map((text) => new Date(text))) {
    const by = untilNow(script, now);
    const moved = shiftScript(script, by);
    const ago = now.getTime() - Date.parse(moved.history.at(-1)?.at ?? '');
    expect([Number.isInteger(by / day), ago >= day / 12, ago < day + day / 12]).toEqual([true, true, true]);
    const falls = moved.agenda.flatMap(({ act }) => (act.kind === 'deadline' ? [Date.parse(act.falls)] : []));
    expect(falls.length > 0 && falls.every((at) => at > now.getTime())).toBe(true);
  }
});

test('a case that was moved in time can be played, and is otherwise the same', () => {
  let entries = 0;
  const play = (by: number) => {
    entries = 0;
    const played = replayCase(shiftScript(script, by), {
      case: 'case' as CaseId,
      person: (key) => key as PersonId,
      entry: () => `${entries++}` as EntryId,
    });
    if (isReplayRefusal(played)) throw new Error(JSON.stringify(played));
    return played.entries;
  };
  const [there, moved] = [play(0), play(400 * day)];
  expect(moved.map(({ at }) => Date.parse(at) - 400 * day)).toEqual(there.map(({ at }) => Date.parse(at)));
  const timeless = (entry: object) => JSON.stringify(entry).replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"some time"');
  expect(moved.map(timeless)).toEqual(there.map(timeless));
});
