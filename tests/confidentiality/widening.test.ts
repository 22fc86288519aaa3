import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addIssue,
  appoint,
  callMeeting,
  carry,
  changeRules,
  closeRound,
  dismiss,
  fileReport,
  isRefusal,
  look,
  mayKnow,
  openRound,
  partyOf,
  putForward,
  respond,
  reviseMeeting,
  roomIn,
  say,
  setDeadline,
  submitProposal,
  takePosition,
  withdrawCarried,
  withdrawProposal,
  type Actor,
  type CaseFile,
  type Decision,
  type Entry,
  type EntryId,
  type Instant,
  type Making,
  type PersonId,
  type Seat,
  type Setting,
  type Term,
} from '../../src/domain/index.ts';
import { smallCase } from '../support/small-case.ts';

/** An act, and the seats that it names by itself: those of the setting that it is for, or of the recipients of what is carried. */
interface Acting {
  readonly who: string;
  readonly act: string;
  readonly names: (file: CaseFile) => readonly Seat[];
  readonly decide: (file: CaseFile, actor: Actor, make: Making) => Decision;
}

const joint: Setting = { kind: 'joint' };
const setting: fc.Arbitrary<Setting> = fc.oneof(
  fc.constantFrom<Setting>(joint, { kind: 'public' }, { kind: 'mediation' }),
  fc.constantFrom('north', 'south').map((party): Setting => ({ kind: 'caucus', parties: [party] })),
  fc.constantFrom('north', 'south').map((party): Setting => ({ kind: 'delegation', party })),
  fc
    .tuple(fc.constantFrom('office', 'friends'), fc.subarray(['north', 'south']))
    .map(([institution, parties]): Setting => ({ kind: 'consultation', institution, parties })),
);
const who = fc.constantFrom('mara', 'finn', 'otto', 'nora', 'nils', 'sara', 'sven', 'rita');
const nth = fc.nat({ max: 5 });
const term: fc.Arbitrary<Term> = fc.record({
  issue: fc.constant('water'),
  answer: fc.constantFrom(5, 10),
  release: fc.constantFrom('hold', 'float', 'convey'),
  words: fc.constantFrom('', 'dry'),
});
const recipient = fc.constantFrom('party:north', 'party:south', 'mediation');
const later = '2031-06-01T00:00:00.000Z' as Instant;

/** The nth newest entry of these kinds that somebody knows, or the id of none. */
const known = (file: CaseFile, kinds: readonly Entry['fact']['kind'][], n: number): EntryId => {
  const all = file.entries.filter(({ fact }) => kinds.includes(fact.kind));
  return all[all.length - 1 - (n % Math.max(1, all.length))]?.id ?? ('' as EntryId);
};

const inSetting = (
  act: string,
  decide: (file: CaseFile, actor: Actor, room: Setting, make: Making) => Decision,
): fc.Arbitrary<Acting> =>
  fc
    .record({ who, room: setting })
    .map(({ who, room }) => ({
      who,
      act,
      names: (file) => roomIn(file, room).audience,
      decide: (file, actor, make) => decide(file, actor, room, make),
    }));

const about = (
  act: string,
  decide: (file: CaseFile, actor: Actor, n: number, make: Making) => Decision,
): fc.Arbitrary<Acting> =>
  fc
    .record({ who, n: nth })
    .map(({ who, n }) => ({ who, act, names: () => [], decide: (file, actor, make) => decide(file, actor, n, make) }));

const acting: fc.Arbitrary<Acting> = fc.oneof(
  inSetting('say', (file, actor, room, make) => say(file, actor, room, 'words', make)),
  inSetting('position', (file, actor, room, make) =>
    takePosition(
      file,
      actor,
      {
        party: actor.role.kind === 'delegate' ? actor.role.party : 'north',
        issue: 'water',
        stance: 'position',
        answer: 5,
        words: '',
        room,
      },
      make,
    ),
  ),
  inSetting('issue', (file, actor, knownTo, make) =>
    addIssue(
      file,
      actor,
      {
        key: make.id(),
        name: 'More',
        description: '',
        scale: { kind: 'range', from: 0, to: 1, unit: '', step: null },
        knownTo,
      },
      make,
    ),
  ),
  inSetting('deadline', (file, actor, knownTo, make) =>
    setDeadline(file, actor, { name: 'Then', falls: later, consequence: '', knownTo }, make),
  ),
  inSetting('report', (file, actor, knownTo, make) =>
    fileReport(
      file,
      actor,
      { what: 'event', on: later, words: 'It rained', attribution: 'all', source: 'all', knownTo },
      make,
    ),
  ),
  inSetting('round', (file, actor, knownTo, make) =>
    openRound(file, actor, { name: make.id(), track: null, venue: null, knownTo }, make),
  ),
  inSetting('meeting', (file, actor, knownTo, make) =>
    callMeeting(
      file,
      actor,
      {
        name: 'Talk',
        format: 'caucus',
        starts: later,
        participants: [...roomIn(file, knownTo).audience],
        track: null,
        venue: null,
        round: null,
        agenda: '',
        knownTo,
      },
      make,
    ),
  ),
  fc
    .record({ who, room: setting, term, revised: fc.boolean(), n: nth })
    .map(({ who, room, term, revised, n }): Acting => ({
      who,
      act: 'propose',
      names: (file) => (revised ? [] : roomIn(file, room).audience),
      decide: (file, actor, make) =>
        submitProposal(
          file,
          actor,
          { room, terms: [term], note: '', expires: null, revises: revised ? known(file, ['proposal'], n) : null },
          make,
        ),
    })),
  fc
    .record({
      who,
      to: recipient,
      n: nth,
      attribution: fc.constantFrom('attributed', 'unattributed'),
      verdict: fc.boolean(),
    })
    .map(({ who, to, n, attribution, verdict }): Acting => ({
      who,
      act: 'carry',
      names: () => [to],
      decide: (file, actor, make) =>
        carry(
          file,
          actor,
          {
            source: known(file, ['proposal', 'response'], n),
            terms: verdict ? [] : [{ index: 0, words: 'as it is' }],
            verdict,
            to,
            attribution,
            covering: '',
          },
          make,
        ),
    })),
  fc
    .record({ who, to: fc.subarray(['north', 'south'], { minLength: 1 }), manner: fc.constantFrom('apart', 'jointly') })
    .map(({ who, to, manner }): Acting => ({
      who,
      act: 'putForward',
      names: (file) => roomIn(file, { kind: 'caucus', parties: to }).audience,
      decide: (file, actor, make) =>
        putForward(
          file,
          actor,
          {
            form: 'bridging',
            title: 'Between',
            to,
            manner,
            terms: [{ issue: 'water', answer: 5, words: '' }],
            words: '',
            expires: null,
          },
          make,
        ),
    })),
  fc
    .record({ who, n: nth, term, verdict: fc.constantFrom('accept', 'reject', 'counter') })
    .map(({ who, n, term, verdict }): Acting => ({
      who,
      act: 'answer',
      names: () => [],
      decide: (file, actor, make) =>
        respond(
          file,
          actor,
          {
            to: known(file, ['carried', 'bridging'], n),
            verdict,
            release: 'convey',
            terms: verdict === 'counter' ? [term] : [],
            note: '',
          },
          make,
        ),
    })),
  about('withdraw', (file, actor, n, make) => withdrawProposal(file, actor, known(file, ['proposal'], n), '', make)),
  about('withdrawPut', (file, actor, n, make) =>
    withdrawCarried(file, actor, known(file, ['carried', 'bridging'], n), '', make),
  ),
  about('closeRound', (file, actor, n, make) => closeRound(file, actor, known(file, ['round'], n), make)),
  about('reviseMeeting', (file, actor, n, make) =>
    reviseMeeting(file, actor, known(file, ['meeting'], n), { agenda: 'else' }, make),
  ),
  about('dismiss', (file, actor, n, make) => dismiss(file, actor, known(file, ['appointment'], n), make)),
  about('rules', (file, actor, n, make) =>
    changeRules(file, actor, { defaultRelease: 'hold', receipts: n % 2 === 0 }, make),
  ),
  about('look', (file, actor, _n, make) => look(file, actor, make)),
  fc.record({ who, party: fc.constantFrom('north', 'south') }).map(({ who, party }): Acting => ({
    who,
    act: 'appoint',
    names: () => [`party:${party}`],
    decide: (file, actor, make) =>
      appoint(
        file,
        actor,
        {
          person: make.id() as string as PersonId,
          name: 'New',
          role: { kind: 'delegate', party, rank: 'senior', mandate: { kind: 'explore', issues: [] } },
        },
        make,
      ),
  })),
);

test('nobody comes to know anything but by an act that names them, or that goes on from what they know', () => {
  const done = new Map<string, number>();
  fc.assert(
    fc.property(fc.array(acting, { minLength: 10, maxLength: 60, size: 'max' }), (all) => {
      const talks = smallCase();
      for (const { who, act, names, decide } of all) {
        const [file, actor, earlier] = [talks.file(who), talks.actor(who), [...talks.entries]];
        const entries = talks.act(who, decide);
        if (isRefusal(entries)) continue;
        done.set(act, (done.get(act) ?? 0) + 1);
        for (const entry of entries) {
          const goesOn = earlier.filter(({ id }) => id === entry.supersedes || JSON.stringify(entry.fact).includes(id));
          // The mediation runs the case, so it is everything but a side alone and what an institution hears apart.
          const reached = entry.audience.filter((seat) => partyOf(seat) !== null || seat === 'public');
          // A side goes on from what it knows for itself and the mediation, those who mediate also for those who know it too.
          const named = [
            ...names(file),
            ...actor.seats,
            ...(actor.role.kind === 'mediator' ? goesOn.flatMap(({ audience }) => audience) : []),
          ];
          expect([act, entry.fact.kind, reached.filter((seat) => !named.includes(seat))]).toEqual([
            act,
            entry.fact.kind,
            [],
          ]);
          expect([
            act,
            entry.fact.kind,
            goesOn.length > 0 &&
              act !== 'carry' &&
              entry.audience.filter((seat) => !goesOn.some(({ audience }) => mayKnow([seat], audience))),
          ]).toEqual([act, entry.fact.kind, goesOn.length > 0 && act !== 'carry' && []]);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect([...done.keys()].sort()).toEqual(
    [
      'answer',
      'appoint',
      'carry',
      'closeRound',
      'deadline',
      'dismiss',
      'issue',
      'look',
      'meeting',
      'position',
      'propose',
      'putForward',
      'report',
      'reviseMeeting',
      'round',
      'rules',
      'say',
      'withdraw',
      'withdrawPut',
    ].sort(),
  );
});
