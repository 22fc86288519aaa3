import {
  authorOf,
  isRefusal,
  isReplayRefusal,
  mayKnow,
  replayCase,
  seatsOf,
  type Actor,
  type CaseFile,
  type CaseId,
  type CaseScript,
  type Decision,
  type Entry,
  type EntryId,
  type Instant,
  type Making,
  type PersonId,
  type Refusal,
  type Role,
} from '../../src/domain/index.ts';

/** A case of two sides and two mediating institutions that grows in memory by the acts of its people, one minute apart. */
export interface SmallCase {
  readonly entries: readonly Entry[];
  readonly actor: (key: string) => Actor;
  readonly file: (key: string) => CaseFile;
  /** A person acts; the entries that were appended, or the refusal. */
  readonly act: (
    key: string,
    decide: (file: CaseFile, actor: Actor, make: Making) => Decision,
  ) => readonly Entry[] | Refusal;
  /** A person acts, and is not refused. */
  readonly did: (key: string, decide: (file: CaseFile, actor: Actor, make: Making) => Decision) => readonly Entry[];
}

const delegate = (
  party: string,
  kind: 'explore' | 'negotiate' | 'adReferendum' | 'conclude',
  issues: string[] = [],
): Role => ({
  kind: 'delegate',
  party,
  rank: 'senior',
  mandate: { kind, issues },
});

const script: CaseScript = {
  opens: '2031-01-01T00:00:00.000Z' as Instant,
  opening: {
    name: 'The small case',
    summary: '',
    provenance: 'Invented.',
    timeZone: 'UTC',
    existence: 'confidential',
    parties: [
      { key: 'north', name: 'North', description: '' },
      { key: 'south', name: 'South', description: '' },
    ],
  },
  institutions: [
    { key: 'office', name: 'The Office', standing: 'lead' },
    { key: 'friends', name: 'The Friends', standing: 'supporting' },
    { key: 'league', name: 'The League', standing: 'observer' },
  ],
  rules: { defaultRelease: 'hold', receipts: true },
  people: [
    { key: 'mara', name: 'Mara', role: { kind: 'mediator', institution: 'office' } },
    { key: 'finn', name: 'Finn', role: { kind: 'mediator', institution: 'friends' } },
    { key: 'otto', name: 'Otto', role: { kind: 'mediator', institution: 'league' } },
    { key: 'nora', name: 'Nora', role: delegate('north', 'negotiate') },
    { key: 'nils', name: 'Nils', role: delegate('north', 'explore') },
    { key: 'sara', name: 'Sara', role: delegate('south', 'adReferendum') },
    { key: 'sven', name: 'Sven', role: delegate('south', 'negotiate', ['water']) },
    { key: 'rita', name: 'Rita', role: { kind: 'reader' } },
  ],
  agenda: [
    {
      label: null,
      act: {
        kind: 'issue',
        key: 'water',
        name: 'Water',
        description: '',
        scale: { kind: 'range', from: 0, to: 100, unit: 'Mm³', step: 5 },
        knownTo: { kind: 'joint' },
      },
    },
    {
      label: null,
      act: {
        kind: 'issue',
        key: 'gate',
        name: 'Gate',
        description: '',
        scale: {
          kind: 'options',
          options: [
            { key: 'open', name: 'Open' },
            { key: 'shut', name: 'Shut' },
          ],
        },
        knownTo: { kind: 'joint' },
      },
    },
    {
      label: null,
      act: {
        kind: 'issue',
        key: 'fees',
        name: 'Fees',
        description: '',
        scale: { kind: 'range', from: 0, to: 1, unit: '', step: null },
        knownTo: { kind: 'caucus', parties: ['north'] },
      },
    },
  ],
  history: [],
};

/** A small case, just opened. */
export function smallCase(change: Partial<CaseScript> = {}): SmallCase {
  let made = 0;
  const fresh = (): string => `00000000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`;
  const people = new Map<string, PersonId>();
  const person = (key: string): PersonId => {
    const known = people.get(key) ?? (fresh() as PersonId);
    people.set(key, known);
    return known;
  };
  const caseId = fresh() as CaseId;
  const played = replayCase({ ...script, ...change }, { case: caseId, person, entry: () => fresh() as EntryId });
  if (isReplayRefusal(played)) throw new Error(JSON.stringify(played));
  const entries: Entry[] = [...played.entries];
  const actor = (key: string): Actor => {
    const known = played.people.find((one) => one.key === key);
    if (known === undefined) throw new Error(`nobody is ${key}`);
    return {
      person: known.person,
      name: known.name,
      role: known.role,
      seats: seatsOf(known.person, known.role, ['league']),
    };
  };
  const file = (key: string): CaseFile => {
    const { seats } = actor(key);
    return { case: caseId, seats, entries: entries.filter((entry) => mayKnow(seats, entry.audience)) };
  };
  const act: SmallCase['act'] = (key, decide) => {
    const at = new Date(Date.parse(script.opens) + entries.length * 60_000).toISOString() as Instant;
    const decided = decide(file(key), actor(key), { at, id: () => fresh() as EntryId });
    if (isRefusal(decided)) return decided;
    const appended = decided.drafts.map((draft): Entry => ({ ...draft, case: caseId, at, by: authorOf(actor(key)) }));
    entries.push(...appended);
    return appended;
  };
  return {
    entries,
    actor,
    file,
    act,
    did: (key, decide) => {
      const done = act(key, decide);
      if (isRefusal(done)) throw new Error(`refused: ${JSON.stringify(done)}`);
      return done;
    },
  };
}
