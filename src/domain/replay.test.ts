import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isReplayRefusal,
  mayKnow,
  replayCase,
  type Act,
  type CaseId,
  type CaseScript,
  type EntryId,
  type Instant,
  type PersonId,
  type Replayed,
  type ReplayIds,
  type ReplayRefusal,
  type Role,
  type Setting,
  type Step,
} from './index.ts';

const at = (minute: number): Instant => new Date(Date.UTC(2031, 0, 1, 0, minute)).toISOString() as Instant;

/** Ids that are the same each time, since a script must play the same each time. */
const counted = (next = 0): ReplayIds => ({
  case: 'case' as CaseId,
  person: (key) => `id-of-${key}` as PersonId,
  entry: () => `entry-${(next += 1)}` as EntryId,
});

const script: CaseScript = {
  opens: at(0),
  opening: {
    name: 'A wall',
    summary: '',
    provenance: 'Invented.',
    timeZone: 'UTC',
    existence: 'confidential',
    parties: [
      { key: 'east', name: 'East', description: '' },
      { key: 'west', name: 'West', description: '' },
    ],
  },
  institutions: [
    { key: 'town', name: 'Town', standing: 'lead' },
    { key: 'school', name: 'School', standing: 'supporting' },
  ],
  rules: { defaultRelease: 'hold', receipts: true },
  people: [
    { key: 'mia', name: 'Mia', role: { kind: 'mediator', institution: 'town' } },
    { key: 'sol', name: 'Sol', role: { kind: 'mediator', institution: 'school' } },
    {
      key: 'ewa',
      name: 'Ewa',
      role: { kind: 'delegate', party: 'east', rank: 'senior', mandate: { kind: 'conclude', issues: [] } },
    },
    {
      key: 'wim',
      name: 'Wim',
      role: { kind: 'delegate', party: 'west', rank: 'senior', mandate: { kind: 'conclude', issues: [] } },
    },
  ],
  agenda: [
    {
      label: null,
      act: {
        kind: 'issue',
        key: 'height',
        name: 'Height',
        description: '',
        scale: { kind: 'range', from: 0, to: 10, unit: 'm', step: 1 },
        knownTo: { kind: 'joint' },
      },
    },
  ],
  history: [],
};

const step = (minute: number, by: string, act: Act, label: string | null = null): Step => ({
  at: at(minute),
  by,
  label,
  act,
});
const say = (room: Setting, words = 'Good day.'): Act => ({ kind: 'say', room, words });
const offer = (
  party: string,
  release: 'hold' | 'float' | 'convey' | null,
  answer: number | string = 4,
  room: Setting = { kind: 'caucus', parties: [party] },
): Act => {
  const terms = [{ issue: 'height', answer, release, words: 'Four.' }];
  return { kind: 'submitProposal', room, terms, note: '', expires: null, revises: null };
};
const carried = (source: string, to: 'party:east' | 'party:west', words: string | null = null): Act => ({
  kind: 'carry',
  source,
  terms: [{ issue: 'height', words }],
  verdict: false,
  to,
  attribution: 'attributed',
  covering: '',
});
const play = (history: readonly Step[], change: Partial<CaseScript> = {}) =>
  replayCase({ ...script, ...change, history }, counted());
const refused = (history: readonly Step[], change: Partial<CaseScript> = {}): ReplayRefusal => {
  const result = play(history, change);
  if (!isReplayRefusal(result)) throw new Error('it was played');
  return result;
};
const played = (history: readonly Step[], change: Partial<CaseScript> = {}): Replayed => {
  const result = play(history, change);
  if (isReplayRefusal(result)) throw new Error(JSON.stringify(result));
  return result;
};
const kinds = ({ entries }: Replayed) => entries.map((entry) => entry.fact.kind);

describe('playing a script', () => {
  it('opens the case by its first lead mediator, who sets the agenda and appoints the others', () => {
    const opened = played([]);
    expect(kinds(opened)).toEqual([
      'opening',
      'institution',
      'institution',
      'rules',
      'appointment',
      'issue',
      'appointment',
      'appointment',
      'appointment',
    ]);
    expect(new Set(opened.entries.map((entry) => entry.by.name))).toEqual(new Set(['Mia']));
    expect(opened.people.map(({ key, seats }) => [key, seats.length])).toEqual([
      ['mia', 3],
      ['sol', 3],
      ['ewa', 2],
      ['wim', 2],
    ]);
  });

  it('lets steps refer to one another by label', () => {
    const answered: Act = { kind: 'respond', to: 'copy', verdict: 'accept', release: 'convey', terms: [], note: '' };
    const result = played([
      step(1, 'ewa', offer('east', 'convey'), 'first'),
      step(2, 'mia', carried('first', 'party:west'), 'copy'),
      step(3, 'wim', answered),
    ]);
    expect(kinds(result).slice(9)).toEqual(['proposal', 'carried', 'disclosure', 'receipt', 'response']);
    expect(result.labels.get('copy')).toHaveLength(3);
    expect(result.entries.at(-1)?.fact).toMatchObject({ to: result.labels.get('copy')?.[0], assent: 'final' });
  });

  it('gives a term without a release the default of the case at that time', () => {
    const rules: Act = { kind: 'changeRules', defaultRelease: 'float', receipts: true };
    const result = played([
      step(1, 'ewa', offer('east', null)),
      step(2, 'mia', rules),
      step(3, 'ewa', offer('east', null)),
    ]);
    const releases = result.entries.flatMap(({ fact }) =>
      fact.kind === 'proposal' ? fact.terms.map((term) => term.release) : [],
    );
    expect(releases).toEqual(['hold', 'float']);
  });

  it('moves a person to the seats of a new role, and takes the seats of one who leaves', () => {
    const moved: Act = { kind: 'appoint', person: 'sol', role: { kind: 'reader' } };
    const result = played([
      step(1, 'mia', say({ kind: 'mediation' })),
      step(2, 'mia', moved),
      step(3, 'mia', { kind: 'dismiss', person: 'wim' }),
    ]);
    const [, sol, , wim] = result.people;
    expect(sol?.seats).toEqual(['person:id-of-sol', 'public']);
    expect(sol?.file.entries.map((entry) => entry.fact.kind)).toEqual(['appointment', 'dismissal', 'appointment']);
    expect(wim?.seats).toEqual([]);
    expect(wim?.file.entries).toEqual([]);
    expect(
      refused([
        step(1, 'mia', { kind: 'dismiss', person: 'wim' }),
        step(2, 'wim', say({ kind: 'caucus', parties: ['west'] })),
      ]).refusal.refused,
    ).toBe('ownRoomOnly');
  });

  it('withdraws every copy of what was put forward, or that of one side', () => {
    const paper: Act = {
      kind: 'putForward',
      to: ['east', 'west'],
      form: 'nonPaper',
      title: 'Low',
      terms: [],
      words: 'Low walls.',
      expires: null,
      manner: 'apart',
    };
    const back = (from: string | null): Act => ({ kind: 'withdrawCarried', what: 'paper', from, reason: '' });
    const withdrawals = (from: string | null) =>
      kinds(played([step(1, 'mia', paper, 'paper'), step(2, 'mia', back(from))])).filter(
        (kind) => kind === 'withdrawal',
      );
    expect(withdrawals(null)).toHaveLength(2);
    expect(withdrawals('west')).toHaveLength(1);
  });
});

describe('a script that cannot be played', () => {
  it('names the step and the reason', () => {
    const held = [
      step(1, 'ewa', offer('east', 'hold'), 'first'),
      step(2, 'mia', carried('first', 'party:west'), 'copy'),
    ];
    expect(refused(held)).toEqual({
      refusal: { refused: 'held', about: 'Height: 4 m', field: 'terms.height' },
      place: { part: 'history', index: 1, label: 'copy' },
    });
    const why = (...history: Step[]) => [refused(history).refusal.refused, refused(history).refusal.field];
    const hello = say({ kind: 'joint' });
    expect(why(step(1, 'ewa', offer('east', 'hold', 'high')))).toEqual(['invalid', 'terms.height']);
    expect(why(step(1, 'ewa', say({ kind: 'mediation' })))).toEqual(['ownRoomOnly', undefined]);
    expect(why(step(1, 'eve', hello))).toEqual(['unknown', 'by']);
    expect(why(step(1, 'mia', carried('first', 'party:west')))).toEqual(['unknown', undefined]);
    expect(why(step(2, 'mia', hello), step(1, 'mia', hello))).toEqual(['invalid', 'at']);
    expect(why(step(1, 'mia', hello, 'a'), step(2, 'mia', hello, 'a'))).toEqual(['duplicate', 'label']);
  });

  it('does not let a person act on what that person does not know', () => {
    const toSchool = offer('east', 'convey', 4, { kind: 'consultation', institution: 'school', parties: ['east'] });
    const history = (by: string) => [step(1, 'ewa', toSchool, 'apart'), step(2, by, carried('apart', 'party:west'))];
    expect(refused(history('mia')).refusal).toMatchObject({ refused: 'unknown' });
    expect(kinds(played(history('sol'))).slice(-3)).toEqual(['carried', 'disclosure', 'receipt']);
  });

  it('names the opening, the agenda or the person', () => {
    const parties = script.opening.parties.slice(0, 1);
    expect(refused([], { opening: { ...script.opening, parties } }).place).toEqual({ part: 'opening' });
    expect(refused([], { people: script.people.slice(1) })).toMatchObject({
      refusal: { field: 'people' },
      place: { part: 'opening' },
    });
    expect(refused([], { agenda: [...script.agenda, ...script.agenda] }).place).toEqual({ part: 'agenda', index: 1 });
    const stranger = { key: 'zoe', name: 'Zoe', role: { kind: 'mediator', institution: 'court' } } as const;
    expect(refused([], { people: [...script.people, stranger] }).place).toEqual({ part: 'people', key: 'zoe' });
    expect(refused([], { people: [...script.people, ...script.people.slice(3)] }).place).toEqual({
      part: 'people',
      key: 'wim',
    });
  });
});

describe('any script', () => {
  const setting = fc.constantFrom<Setting>(
    { kind: 'joint' },
    { kind: 'mediation' },
    { kind: 'caucus', parties: ['east'] },
    { kind: 'caucus', parties: ['west'] },
    { kind: 'delegation', party: 'east' },
    { kind: 'consultation', institution: 'school', parties: ['west'] },
    { kind: 'persons', persons: ['ewa', 'mia'] },
  );
  const label = fc.constantFrom('a', 'b', 'c');
  const party = fc.constantFrom('east' as const, 'west' as const);
  const release = fc.constantFrom('hold', 'float', 'convey');
  const roles = fc.constantFrom<Role>({ kind: 'reader' }, { kind: 'mediator', institution: 'school' });
  const answered = { kind: 'respond', verdict: 'accept', release: 'hold', terms: [], note: '' } as const;
  const act = fc.oneof(
    setting.map((room) => say(room)),
    fc.tuple(party, release, fc.integer({ min: 0, max: 11 })).map(([side, ...how]) => offer(side, ...how)),
    fc.tuple(label, party).map(([source, to]) => carried(source, `party:${to}`)),
    label.map((to): Act => ({ ...answered, to })),
    label.map((proposal): Act => ({ kind: 'withdrawProposal', proposal, reason: '' })),
    roles.map((role): Act => ({ kind: 'appoint', person: 'sol', role })),
    fc.constant<Act>({ kind: 'look' }),
  );
  const wish = fc.record({ by: fc.constantFrom('mia', 'sol', 'ewa', 'wim'), act, label: fc.option(label) });
  const history = fc.array(wish, { maxLength: 30 });

  it('plays the same each time, keeps what came before, and gives each person exactly what their seats may know', () => {
    fc.assert(
      fc.property(history, (wishes) => {
        let before = played([]);
        const steps: Step[] = [];
        for (const [minute, wished] of wishes.entries()) {
          const next = { ...wished, at: at(minute) };
          const result = play([...steps, next]);
          if (isReplayRefusal(result)) continue;
          steps.push(next);
          expect(result.entries.slice(0, before.entries.length)).toEqual(before.entries);
          before = result;
        }
        expect(played(steps)).toEqual(before);
        for (const { seats, file } of before.people) {
          expect(file.seats).toEqual(seats);
          expect(file.entries).toEqual(before.entries.filter(({ audience }) => mayKnow(seats, audience)));
        }
      }),
      { numRuns: 60 },
    );
  });
});
