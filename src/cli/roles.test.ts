import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { smallCase } from '../../tests/cli/captured.ts';
import type { CaseId, EntryId, PersonId } from '../domain/index.ts';
import { playCaseYaml } from '../formats/index.ts';
import { readRole, type WrittenRole } from './roles.ts';

const played = playCaseYaml(smallCase, {
  case: randomUUID() as CaseId,
  person: () => randomUUID() as PersonId,
  entry: () => randomUUID() as EntryId,
});
if ('errors' in played) throw new Error('the small case cannot be played');
const mara = played.played.people[0]?.file ?? { case: played.played.case, seats: [], entries: [] };

const read = (written: Partial<WrittenRole>) =>
  readRole(mara, { role: '', rank: undefined, mandate: undefined, issues: undefined, ...written });
const delegate = { role: 'delegate:north', rank: 'senior', mandate: 'conclude' };

test('roles are read by key or by name', () => {
  expect(read({ role: 'reader' })).toEqual({ kind: 'reader' });
  expect(read({ role: 'mediator:The Office' })).toEqual({ kind: 'mediator', institution: 'office' });
  expect(read({ ...delegate, role: 'delegate:North' })).toEqual({
    kind: 'delegate',
    party: 'north',
    rank: 'senior',
    mandate: { kind: 'conclude', issues: [] },
  });
  expect(read({ ...delegate, rank: 'mid-level', mandate: 'ad-referendum', issues: ' The gate, gate' })).toEqual({
    kind: 'delegate',
    party: 'north',
    rank: 'midLevel',
    mandate: { kind: 'adReferendum', issues: ['gate'] },
  });
});

test('what is wrong with a role is said in a sentence that names what there is', () => {
  const wrong: readonly (readonly [Partial<WrittenRole>, string])[] = [
    [{ role: 'chair' }, '--role must be mediator:INSTITUTION, delegate:PARTY or reader; it is “chair”.'],
    [{ role: 'reader:all' }, '--role must be'],
    [{ role: 'mediator:bureau' }, 'There is no mediating institution “bureau” in this case. There is office.'],
    [{ ...delegate, role: 'delegate:east' }, 'There is no party “east” in this case. There is north, south.'],
    [{ ...delegate, rank: undefined }, 'A delegate needs --rank'],
    [{ ...delegate, mandate: undefined }, 'A delegate needs --mandate'],
    [{ ...delegate, issues: 'gate,weir' }, 'There is no issue “weir” in this case. There is gate.'],
    [{ role: 'reader', rank: 'senior' }, '--rank, --mandate and --issues are for a delegate.'],
    [{ role: 'mediator:office', issues: 'gate' }, '--rank, --mandate and --issues are for a delegate.'],
  ];
  for (const [written, sentence] of wrong) expect(read(written)).toEqual({ wrong: expect.stringContaining(sentence) });
});
