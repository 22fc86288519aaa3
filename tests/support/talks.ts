import { createHash } from 'node:crypto';
import {
  instant,
  isReplayRefusal,
  replayCase,
  type CaseId,
  type CaseScript,
  type EntryId,
  type PersonId,
  type Replayed,
  type ScriptPerson,
  type Standing,
} from '../../src/domain/index.ts';

/** What a case for tests is made of; every part has a plain default. */
export interface TalksOptions {
  readonly parties?: readonly string[];
  readonly institutions?: Readonly<Record<string, Standing>>;
  readonly people?: readonly ScriptPerson[];
  readonly receipts?: boolean;
  readonly agenda?: CaseScript['agenda'];
  readonly history?: CaseScript['history'];
  readonly opens?: Date;
  /** Another text gives a case with other ids. */
  readonly salt?: string;
}

const joint = { kind: 'joint' } as const;

/** Three issues that everybody knows: two with options and one with a number, each with few answers, so that chance meets itself. */
export const threeIssues: CaseScript['agenda'] = [
  {
    label: null,
    act: {
      kind: 'issue',
      key: 'border',
      name: 'Border',
      description: '',
      knownTo: joint,
      scale: {
        kind: 'options',
        options: [
          { key: 'old', name: 'The old line' },
          { key: 'new', name: 'The new line' },
        ],
      },
    },
  },
  {
    label: null,
    act: {
      kind: 'issue',
      key: 'water',
      name: 'Water',
      description: '',
      knownTo: joint,
      scale: { kind: 'range', from: 0, to: 30, unit: 'percent', step: 10 },
    },
  },
  {
    label: null,
    act: {
      kind: 'issue',
      key: 'prisoners',
      name: 'Prisoners',
      description: '',
      knownTo: joint,
      scale: {
        kind: 'options',
        options: [
          { key: 'all', name: 'All' },
          { key: 'some', name: 'Some' },
        ],
      },
    },
  },
  { label: null, act: { kind: 'openRound', name: 'First round', track: null, venue: null, knownTo: joint } },
];

/** The people of the talks: Xenia and Yusuf mediate for two institutions, Ana and Ada speak for upstream, Ben and Bea for downstream, Cleo for the coast if it takes part; Ria reads. */
export const sixPeople: readonly ScriptPerson[] = [
  { key: 'xenia', name: 'Xenia', role: { kind: 'mediator', institution: 'envoy' } },
  { key: 'yusuf', name: 'Yusuf', role: { kind: 'mediator', institution: 'ministry' } },
  delegate('ana', 'Ana', 'upstream'),
  delegate('ada', 'Ada', 'upstream'),
  delegate('ben', 'Ben', 'downstream'),
  delegate('bea', 'Bea', 'downstream'),
  delegate('cleo', 'Cleo', 'coast'),
  { key: 'ria', name: 'Ria', role: { kind: 'reader' } },
];

/**
 * A case in which two sides, upstream and downstream, talk through two mediating institutions on three issues. It is played by the
 * domain, so nothing is in it that people could not do. The same options give the same ids.
 */
export function talks(options: TalksOptions = {}): Replayed {
  const keys = options.parties ?? ['upstream', 'downstream'];
  const people = (options.people ?? sixPeople).filter(
    ({ role }) => role.kind !== 'delegate' || keys.includes(role.party),
  );
  const salt = options.salt ?? 'talks';
  let entries = 0;
  const played = replayCase(
    {
      opens: instant(options.opens ?? new Date('2031-01-06T09:00:00Z')),
      opening: {
        name: 'The river',
        summary: 'Two sides and one river.',
        provenance: 'Invented for a test.',
        timeZone: 'UTC',
        existence: 'public',
        parties: keys.map((key) => ({ key, name: `${key[0]?.toUpperCase()}${key.slice(1)}`, description: '' })),
      },
      institutions: Object.entries<Standing>(options.institutions ?? { envoy: 'lead', ministry: 'supporting' }).map(
        ([key, standing]) => ({ key, name: `The ${key}`, standing }),
      ),
      rules: { defaultRelease: 'hold', receipts: options.receipts ?? true },
      people,
      agenda: options.agenda ?? threeIssues,
      history: options.history ?? [],
    },
    {
      case: uuidOf(salt, 'case') as CaseId,
      person: (key) => uuidOf(salt, 'person', key) as PersonId,
      entry: () => uuidOf(salt, 'entry', String(entries++)) as EntryId,
    },
  );
  if (isReplayRefusal(played)) throw new Error(`the talks cannot be played: ${JSON.stringify(played)}`);
  return played;
}

/** An id that depends on nothing but these texts. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function delegate(key: string, name: string, party: string): ScriptPerson {
  return { key, name, role: { kind: 'delegate', party, rank: 'senior', mandate: { kind: 'conclude', issues: [] } } };
}
