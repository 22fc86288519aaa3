import { expect, test } from 'vitest';
import { smallCase } from '../../tests/support/small-case.ts';
import type { ConflictModel } from '../analysis/index.ts';
import type { Setting } from './confidentiality.ts';
import { statePreferences, type Worth } from './preferences.ts';
import { isRefusal } from './refusal.ts';
import {
  conflictModels,
  divisions,
  keepConflictModel,
  keepDivision,
  reviseConflictModel,
  reviseDivision,
  type Division,
  type ModelledConflict,
} from './workings.ts';

const mediation: Setting = { kind: 'mediation' };
const office: Setting = { kind: 'consultation', institution: 'office', parties: [] };
const model: ConflictModel = {
  makers: [
    { name: 'North', preference: { kind: 'statements', statements: ['2', '-1'] } },
    { name: 'South', preference: { kind: 'statements', statements: ['1', '-2'] } },
  ],
  options: [
    { name: 'withdraw', maker: 'North' },
    { name: 'withdraw', maker: 'South' },
  ],
  infeasible: [],
};
const conflict = { title: 'The pass', basis: '', model, now: 'NN' };
const division: Omit<Division, 'kind'> = {
  title: 'The estate',
  basis: '',
  claims: {
    parties: ['North', 'South'],
    items: ['House', 'Land'],
    points: [
      [60, 40],
      [30, 70],
    ],
  },
  reading: 'as stated',
  sources: [],
};

test('workings are known to those who mediate, or to one institution of theirs, and to nobody else', () => {
  const small = smallCase();
  small.did('mara', (file, actor, make) => keepConflictModel(file, actor, { ...conflict, room: mediation }, make));
  small.did('mara', (file, actor, make) => keepDivision(file, actor, { ...division, room: office }, make));
  const known = (who: string) => [conflictModels(small.file(who)).length, divisions(small.file(who)).length];
  expect(known('mara')).toEqual([1, 1]);
  expect(known('finn')).toEqual([1, 0]);
  for (const who of ['otto', 'nora', 'sara', 'rita']) expect(known(who)).toEqual([0, 0]);
});

test('only leads and supporting mediators keep them, and never with a side', () => {
  const small = smallCase();
  for (const who of ['otto', 'nora', 'rita'])
    expect(
      small.act(who, (file, actor, make) => keepDivision(file, actor, { ...division, room: mediation }, make)),
    ).toMatchObject({ refused: 'notYourRole' });
  for (const room of [{ kind: 'caucus', parties: ['north'] }, { kind: 'joint' }, { kind: 'public' }] as const)
    expect(
      small.act('mara', (file, actor, make) => keepConflictModel(file, actor, { ...conflict, room }, make)),
    ).toMatchObject({ refused: 'ownRoomOnly' });
  const others: Setting = { kind: 'consultation', institution: 'friends', parties: [] };
  const elsewhere = small.act('mara', (file, actor, make) =>
    keepConflictModel(file, actor, { ...conflict, room: others }, make),
  );
  expect(isRefusal(elsewhere)).toBe(true);
});

test('a revision takes the place of one version, for its readers, and not twice', () => {
  const small = smallCase();
  const [first] = small.did('mara', (file, actor, make) =>
    keepConflictModel(file, actor, { ...conflict, room: mediation }, make),
  );
  const id = first!.id;
  const revise = (title: string) =>
    small.act('finn', (file, actor, make) => reviseConflictModel(file, actor, id, { ...conflict, title }, make));
  expect(revise('Again')).toMatchObject([{ supersedes: id, audience: first!.audience }]);
  expect(conflictModels(small.file('mara')).map(({ fact }) => fact.title)).toEqual(['Again']);
  expect(revise('Late')).toMatchObject({ refused: 'superseded' });
});

test('what cannot be worked out is refused with its place', () => {
  const small = smallCase();
  const refusedWith = (input: Partial<Omit<ModelledConflict, 'kind'>>) =>
    small.act('mara', (file, actor, make) =>
      keepConflictModel(file, actor, { ...conflict, ...input, room: mediation }, make),
    );
  expect(refusedWith({ model: { ...model, infeasible: ['Y-', 'YYY'] } })).toMatchObject({ field: 'infeasible[1]' });
  expect(refusedWith({ now: 'YYY' })).toMatchObject({ field: 'now' });
  expect(refusedWith({ title: ' ' })).toMatchObject({ field: 'title' });
  const options = Array.from({ length: 11 }, (_, o) => ({ name: `option ${o}`, maker: 'North' }));
  expect(refusedWith({ model: { ...model, options }, now: null })).toMatchObject({ field: 'infeasible' });
  const wrong = {
    ...division.claims,
    points: [
      [60, 30],
      [30, 70],
    ] as const,
  };
  expect(
    small.act('mara', (file, actor, make) =>
      keepDivision(file, actor, { ...division, claims: wrong, room: mediation }, make),
    ),
  ).toMatchObject({ refused: 'invalid', field: 'items', about: expect.stringContaining('sum to 90') });
});

test('points told to one institution apart go no further by way of a division', () => {
  const small = smallCase();
  const worth: Worth = {
    kind: 'range',
    points: [
      { at: 0, value: 0 },
      { at: 100, value: 100 },
    ],
  };
  const stated = small.did('nora', (file, actor, make) =>
    statePreferences(
      file,
      actor,
      {
        party: 'north',
        issues: [{ issue: 'water', weight: 100, worth }],
        reservation: null,
        basis: '',
        room: { kind: 'consultation', institution: 'office', parties: ['north'] },
      },
      make,
    ),
  );
  const sources = stated.map(({ id }) => id);
  const keep = (room: Setting) =>
    small.act('mara', (file, actor, make) => keepDivision(file, actor, { ...division, sources, room }, make));
  expect(keep(mediation)).toMatchObject({ refused: 'participantMustKnow', field: 'knownTo' });
  const [kept] = small.did('mara', (file, actor, make) =>
    keepDivision(file, actor, { ...division, sources, room: office }, make),
  );
  const [revised] = small.did('mara', (file, actor, make) =>
    reviseDivision(file, actor, kept!.id, { ...division, title: 'Again' }, make),
  );
  expect(revised).toMatchObject({ audience: kept!.audience, fact: { sources } });
});
