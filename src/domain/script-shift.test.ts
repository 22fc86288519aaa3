import { expect, test } from 'vitest';
import type { Instant } from './entry.ts';
import type { Act, CaseScript } from './script.ts';
import { shiftScript } from './script-shift.ts';

const at = '2031-01-01T09:00:00.000Z' as Instant;
const joint = { kind: 'joint' } as const;
const acts: readonly Act[] = [
  { kind: 'deadline', name: 'Thaw', falls: at, consequence: '', knownTo: joint },
  {
    kind: 'report',
    what: 'event',
    on: at,
    words: 'Rain on 1 January 2031.',
    attribution: 'a',
    source: 'b',
    knownTo: joint,
  },
  {
    kind: 'callMeeting',
    name: 'Walk',
    format: 'caucus',
    starts: at,
    participants: ['mediation'],
    track: null,
    venue: null,
    round: null,
    agenda: '',
    knownTo: joint,
  },
  { kind: 'reviseMeeting', meeting: 'walk', change: { starts: at } },
  { kind: 'reviseMeeting', meeting: 'walk', change: { state: 'held' } },
  { kind: 'submitProposal', room: joint, terms: [], note: '', expires: at, revises: null },
  { kind: 'submitProposal', room: joint, terms: [], note: '', expires: null, revises: null },
  { kind: 'putForward', form: 'nonPaper', title: '', to: [], terms: [], words: '', expires: at, manner: 'apart' },
  { kind: 'look' },
];
const script: CaseScript = {
  opens: at,
  opening: { name: '', summary: '', provenance: '', timeZone: 'UTC', existence: 'public', parties: [] },
  institutions: [],
  rules: { defaultRelease: 'hold', receipts: true },
  people: [],
  agenda: acts.map((act) => ({ label: null, act })),
  history: acts.map((act) => ({ label: null, act, at, by: 'a' })),
};

test('every time moves, and nothing else; moving back gives the script', () => {
  const later = shiftScript(script, 90_000);
  expect(JSON.stringify(later)).toBe(JSON.stringify(script).replaceAll(at, '2031-01-01T09:01:30.000Z'));
  expect(shiftScript(later, -90_000)).toEqual(script);
  expect(shiftScript(script, 0)).toEqual(script);
});
