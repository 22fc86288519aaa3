import { expect, test } from 'vitest';
import { namedPastReaders } from './references.ts';

const [one, two] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const;
const roster = { parties: ['north', 'south'], observers: ['league'] };
const entry = (id: string, audience: readonly string[], supersedes: string | null = null, fact: unknown = {}) => ({
  id,
  audience: audience.map((seat) => `c/${seat}`),
  supersedes,
  fact,
});

test('an entry that names another is told apart by whether all its readers know that one', () => {
  const hidden = entry(one, ['mediation', 'party:north']);
  const named = (audience: readonly string[], supersedes: string | null, fact: unknown) =>
    namedPastReaders([hidden, entry(two, audience, supersedes, fact)], roster, 'c/');
  expect(named(['mediation', 'party:north'], one, {})).toEqual([]);
  expect(named(['mediator:office'], null, { source: one })).toEqual([]);
  expect(named(['mediation', 'party:south'], one, {})).toEqual([`{} names ${one}, of which party:south does not know`]);
  expect(named(['mediator:league'], null, { round: one })).toHaveLength(1);
});

test('an entry that names an issue is told apart by whether all its readers know that issue', () => {
  const issue = entry(one, ['mediation', 'party:north'], null, { kind: 'issue', key: 'fees' });
  const named = (audience: readonly string[], fact: unknown) =>
    namedPastReaders([issue, entry(two, audience, null, fact)], roster, 'c/');
  for (const fact of [
    { kind: 'obstacle', issue: 'fees' },
    { kind: 'proposal', terms: [{ issue: 'fees' }] },
    { kind: 'appointment', role: { mandate: { issues: ['fees'] } } },
  ]) {
    expect(named(['mediation', 'party:north', 'person:x'], fact)).toEqual([]);
    expect(named(['mediator:office'], fact)).toEqual([]);
    expect(named(['mediation', 'party:south'], fact)).toHaveLength(1);
    expect(named(['mediator:league'], fact)).toHaveLength(1);
  }
  expect(named(['party:south'], { kind: 'obstacle', issue: null })).toEqual([]);
});
