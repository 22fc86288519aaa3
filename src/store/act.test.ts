import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeKinds, type Opened } from '../../tests/support/stores.ts';
import {
  isRefusal,
  isReplayRefusal,
  refuse,
  replayCase,
  say,
  type CaseId,
  type CaseScript,
  type EntryId,
  type Instant,
  type PersonId,
  type Replayed,
} from '../domain/index.ts';
import { accountsForDemonstration, importCase } from './import-case.ts';
import { act, type Decide } from './act.ts';
import { verifyLedger } from './operator.ts';
import { HeldFiles } from './read-case-file.ts';
import { endAllSessions, sessionLimits, signInForDemonstration } from './sessions.ts';
import { visitCase } from './visit.ts';

const now = new Date('2031-02-01T12:00:00.000Z');
const delegate = (party: string) =>
  ({ kind: 'delegate', party, rank: 'senior', mandate: { kind: 'negotiate', issues: [] } }) as const;
const script: CaseScript = {
  opens: '2031-01-01T00:00:00.000Z' as Instant,
  opening: {
    name: 'A case',
    summary: '',
    provenance: '',
    timeZone: 'UTC',
    existence: 'confidential',
    parties: [
      { key: 'north', name: 'North', description: '' },
      { key: 'south', name: 'South', description: '' },
    ],
  },
  institutions: [{ key: 'office', name: 'The Office', standing: 'lead' }],
  rules: { defaultRelease: 'hold', receipts: true },
  people: [
    { key: 'mara', name: 'Mara', role: { kind: 'mediator', institution: 'office' } },
    { key: 'nora', name: 'Nora', role: delegate('north') },
    { key: 'sara', name: 'Sara', role: delegate('south') },
  ],
  agenda: [],
  history: [],
};

function played(): Replayed {
  const people = new Map<string, PersonId>();
  const person = (key: string): PersonId => {
    const known = people.get(key) ?? (randomUUID() as PersonId);
    people.set(key, known);
    return known;
  };
  const made = replayCase(script, { case: randomUUID() as CaseId, person, entry: () => randomUUID() as EntryId });
  if (isReplayRefusal(made)) throw new Error('the script was refused');
  return made;
}

describe.each(storeKinds)('the store on $name', ({ here, open }) => {
  let opened: Opened;
  let caseId: CaseId;
  const tokens = new Map<string, string>();
  const accounts = new Map<string, string>();
  const token = (key: string): string => tokens.get(key) ?? '';
  const speak =
    (words: string): Decide =>
    (file, actor, make) =>
      say(
        file,
        actor,
        actor.role.kind === 'delegate' ? { kind: 'caucus', parties: [actor.role.party] } : { kind: 'mediation' },
        words,
        make,
      );
  const says = (key: string, words: string, formKey: string = randomUUID(), digest = words) =>
    act(opened.store, { token: token(key), caseId, key: formKey, digest, now }, speak(words));
  const heard = async (key: string): Promise<readonly string[]> => {
    const visit = await visitCase(opened.store, { token: token(key), now }, caseId);
    return (visit?.file?.entries ?? []).flatMap(({ fact }) => (fact.kind === 'message' ? [fact.words] : []));
  };

  beforeAll(async () => {
    if (!here) return;
    opened = await open();
    const made = played();
    caseId = made.case;
    const seating = await accountsForDemonstration(opened.store, made, now);
    await importCase(opened.store, made, seating);
    for (const [key, account] of seating) {
      accounts.set(key, account);
      tokens.set(key, await signInForDemonstration(opened.store, account, 'test', now));
    }
  }, 60_000);
  afterAll(async () => here && opened.close());

  it.skipIf(!here)('shows each viewer its own entries and no others', async () => {
    await says('nora', 'from north');
    await says('sara', 'from south');
    await says('mara', 'among mediators');
    expect(await heard('nora')).toEqual(['from north']);
    expect(await heard('sara')).toEqual(['from south']);
    expect(await heard('mara')).toEqual(expect.arrayContaining(['from north', 'from south', 'among mediators']));
  });

  it.skipIf(!here)('records the same form once, and refuses it with other words without losing either', async () => {
    const key = randomUUID();
    const first = await says('nora', 'once', key);
    expect(await says('nora', 'once', key)).toEqual({ ...first, repeated: true });
    expect((await heard('nora')).filter((words) => words === 'once')).toHaveLength(1);
    const other = await says('nora', 'other words', key);
    expect(other).toMatchObject({ refused: 'alreadySent', changes: [{ fact: { words: 'once' } }] });
    // The key is the person's own: another person's form with the same key is another form.
    expect(await says('sara', 'south uses the same key', key)).toMatchObject({ repeated: false });
  });

  it.skipIf(!here)('leaves nothing behind when an act is refused or fails', async () => {
    const before = await opened.superuser('select count(*)::int as n from parley.entry');
    const refused = await act(opened.store, { token: token('nora'), caseId, key: 'r', digest: '', now }, () =>
      refuse('invalid', 'No.'),
    );
    expect(refused !== null && isRefusal(refused)).toBe(true);
    await expect(
      act(opened.store, { token: token('nora'), caseId, key: 'f', digest: '', now }, () => {
        throw new Error('a fault');
      }),
    ).rejects.toThrow('a fault');
    expect(await opened.superuser('select count(*)::int as n from parley.entry')).toEqual(before);
    // Neither key was used up.
    expect(await says('nora', 'after all', 'r')).toMatchObject({ repeated: false });
  });

  it.skipIf(!here)(
    'takes acts on a case in turn: sixteen at once are all recorded, in one unbroken chain',
    async () => {
      const words = Array.from({ length: 16 }, (_, i) => `at once ${i}`);
      await Promise.all(words.map((text, i) => says(['nora', 'sara', 'mara'][i % 3] ?? 'nora', text)));
      expect(await heard('mara')).toEqual(expect.arrayContaining(words));
      expect(await verifyLedger(opened.store, caseId)).toMatchObject({ faults: [] });
    },
  );

  it.skipIf(!here)('extends a file in memory to exactly what a cold reading gives', async () => {
    for (let i = 0; i < 12; i += 1) {
      await says(['nora', 'mara', 'sara'][i % 3] ?? 'nora', `step ${i}`);
      const warm = await visitCase(opened.store, { token: token('mara'), now }, caseId);
      const cold = await visitCase(
        { ...opened.store, held: new HeldFiles(false) },
        { token: token('mara'), now },
        caseId,
      );
      expect(warm?.file?.entries).toEqual(cold?.file?.entries);
    }
  });

  it.skipIf(!here)('knows nobody without a session, after one ended, or in a case that is none of theirs', async () => {
    const visited = (by: string, at = now, id = caseId) => visitCase(opened.store, { token: by, now: at }, id);
    expect(await visited('')).toBeNull();
    expect(await visited('guess')).toBeNull();
    expect(await visited(token('sara'), now, randomUUID() as CaseId)).toMatchObject({ actor: null, file: null });
    expect(await visited(token('sara'), new Date(now.getTime() + sessionLimits.idle + 1))).toBeNull();
    const ended = await signInForDemonstration(opened.store, accounts.get('sara') ?? '', 'test', now);
    await endAllSessions(opened.store, accounts.get('sara') ?? '');
    expect(await visited(ended)).toBeNull();
    expect(await says('sara', 'signed out')).toBeNull();
    tokens.set('sara', await signInForDemonstration(opened.store, accounts.get('sara') ?? '', 'test', now));
  });

  it.skipIf(!here)('finds what was edited, deleted or cut off behind its back', async () => {
    const head = (await verifyLedger(opened.store, caseId))?.heads ?? [];
    const tampered = async (sql: string) => {
      await opened.superuser(sql);
      const found = await verifyLedger(opened.store, caseId, head);
      await putBack();
      return found?.faults.map(({ fault }) => fault);
    };
    const putBack = async () => {
      for (const table of ['entry', 'chain']) {
        await opened.superuser(`truncate parley.${table}`);
        await opened.superuser(`insert into parley.${table} select * from parley.kept_${table}`);
      }
    };
    const mediation = `case_id = '${caseId}' and audience = array['${caseId}/mediation']`;
    const last = `${mediation} and link = (select max(link) from parley.entry where ${mediation})`;
    for (const table of ['entry', 'chain'])
      await opened.superuser(`create table parley.kept_${table} as select * from parley.${table}`);
    expect(
      await tampered(
        `update parley.entry set fact = jsonb_set(fact, '{words}', '"edited"') where ${mediation} and link = 1`,
      ),
    ).toContain('edited');
    expect(await tampered(`delete from parley.entry where ${mediation} and link = 1`)).toContain('missing');
    expect(await tampered(`delete from parley.entry where ${last}`)).toContain('cutOff');
    // Whoever cuts the tail and mends the head beside it is found by a head that was exported before.
    await opened.superuser(`delete from parley.entry where ${last}`);
    await opened.superuser(`update parley.chain c set length = e.link, hash = e.hash from parley.entry e
      where c.${mediation.replace(' and ', ' and c.')} and e.case_id = c.case_id and e.audience = c.audience and e.link = c.length - 1`);
    expect((await verifyLedger(opened.store, caseId))?.faults).toEqual([]);
    expect((await verifyLedger(opened.store, caseId, head))?.faults.map(({ fault }) => fault)).toContain('cutOff');
    await putBack();
    expect((await verifyLedger(opened.store, caseId, head))?.faults).toEqual([]);
  });
});
