import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  audienceIn,
  audienceOfAnswer,
  audienceOfAppointment,
  audiencesOfCarry,
  mayCarry,
  mayKnow,
  meet,
  settingOf,
  type Roster,
  type Setting,
} from './confidentiality.ts';
import { partySeat, type Seat } from './seat.ts';

const roster: Roster = { parties: ['east', 'north', 'south'], observers: ['league'] };
const some = (of: readonly string[]) => fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: of.length });
const setting: fc.Arbitrary<Setting> = fc.oneof(
  fc.constantFrom<Setting>({ kind: 'joint' }, { kind: 'public' }, { kind: 'mediation' }),
  some(roster.parties).map((parties): Setting => ({ kind: 'caucus', parties: parties.toSorted() })),
  fc
    .tuple(fc.constantFrom('office', 'friends'), fc.subarray([...roster.parties]))
    .map(([institution, parties]): Setting => ({ kind: 'consultation', institution, parties })),
  fc.constantFrom(...roster.parties).map((party): Setting => ({ kind: 'delegation', party })),
);
const audience = setting.map((one) => audienceIn(one, roster));
const seats: readonly Seat[] = [
  'mediation',
  'public',
  'mediator:office',
  'mediator:friends',
  'mediator:league',
  ...roster.parties.map(partySeat),
];

describe('audiences', () => {
  it('are read back as the setting that they were made in', () => {
    fc.assert(
      fc.property(setting, (one) => {
        expect(settingOf(audienceIn(one, roster), roster)).toEqual(one);
      }),
    );
  });

  it('of a delegation alone or of a consultation leave the mediation out', () => {
    fc.assert(
      fc.property(setting, (one) => {
        const hears = mayKnow(['mediation'], audienceIn(one, roster));
        expect(hears).toBe(one.kind !== 'delegation' && one.kind !== 'consultation');
      }),
    );
  });

  it('meet in those who may know all, and never in anybody else', () => {
    fc.assert(
      fc.property(fc.array(audience, { minLength: 1, maxLength: 4 }), (all) => {
        const met = meet(all);
        for (const seat of seats) {
          const knowsAll = all.every((one) => mayKnow([seat], one));
          expect(met !== null && mayKnow([seat], met)).toBe(knowsAll);
        }
      }),
    );
  });
});

describe('carrying', () => {
  const source = fc
    .tuple(
      fc.constantFrom('mediation', 'office', 'friends'),
      fc.constantFrom(...roster.parties),
      fc.constantFrom(...roster.parties),
    )
    .filter(([, from, to]) => from !== to)
    .map(([who, from, to]) => ({
      from,
      to: partySeat(to),
      heard: audienceIn(
        who === 'mediation'
          ? { kind: 'caucus', parties: [from] }
          : { kind: 'consultation', institution: who, parties: [from] },
        roster,
      ),
    }));

  it('gives the copy to the recipient and not to the source, the receipt to the source and not to the recipient, the record to neither', () => {
    fc.assert(
      fc.property(source, ({ heard, from, to }) => {
        const { carried, disclosure, receipt } = audiencesOfCarry(heard, from, to);
        const knows = (seat: Seat) => [carried, disclosure, receipt].map((one) => mayKnow([seat], one));
        expect(knows(to)).toEqual([true, false, false]);
        expect(knows(partySeat(from))).toEqual([false, false, true]);
        for (const seat of seats.filter((one) => one !== to && one !== partySeat(from)))
          expect(knows(seat)).toEqual(Array.from({ length: 3 }, () => mayKnow([seat], heard)));
      }),
    );
  });

  it('is allowed by the release alone', () => {
    const table = (['hold', 'float', 'convey'] as const).map((release) => [
      mayCarry(release, 'attributed'),
      mayCarry(release, 'unattributed'),
    ]);
    expect(table).toEqual([
      ['held', 'held'],
      ['notAttributable', 'yes'],
      ['yes', 'yes'],
    ]);
  });
});

it('an answer to what was put to several sides is for those who put it and the side that answers', () => {
  fc.assert(
    fc.property(audience, fc.constantFrom(...roster.parties), (put, party) => {
      const answer = audienceOfAnswer(put, party);
      for (const other of roster.parties) expect(mayKnow([partySeat(other)], answer)).toBe(other === party);
    }),
  );
});

it('an appointment is known to the person; of a delegate, to no other side', () => {
  const known = audienceOfAppointment('p', { kind: 'delegate', party: 'north' }, roster);
  expect(known).toEqual(['mediation', 'party:north', 'person:p']);
});
