import { describe, expect, it } from 'vitest';
import { smallCase, type SmallCase } from '../../tests/support/small-case.ts';
import { putForward } from './bridging.ts';
import type { EntryId } from './entry.ts';
import { submitProposal } from './proposals.ts';
import { respond, responseTo, type ResponseInput } from './responses.ts';
import { closeRound, openRound } from './rounds.ts';
import { awaiting } from './awaiting.ts';
import type { Instant } from './entry.ts';

const bridge = (small: SmallCase, manner: 'apart' | 'jointly') =>
  small.did('mara', (file, actor, make) =>
    putForward(
      file,
      actor,
      {
        form: 'bridging',
        title: 'Half way',
        to: ['north', 'south'],
        terms: [{ issue: 'water', answer: 50, words: '' }],
        words: '',
        expires: null,
        manner,
      },
      make,
    ),
  );
const answer = (to: EntryId, change: Partial<ResponseInput> = {}): ResponseInput => ({
  to,
  verdict: 'accept',
  release: 'convey',
  terms: [],
  note: '',
  ...change,
});

describe('the mediation’s own proposal', () => {
  it('put jointly is answered to the mediation, and not to the other side', () => {
    const small = smallCase();
    const [joint] = bridge(small, 'jointly');
    const [said] = small.did('sara', (file, actor, make) => respond(file, actor, answer(joint!.id), make));
    expect(said?.audience).toEqual(['mediation', 'party:south']);
  });

  it('goes apart as copies that name nobody else, or jointly as one', () => {
    const apart = bridge(smallCase(), 'apart');
    expect(apart.map((entry) => [entry.fact.kind, entry.audience.join()])).toEqual([
      ['bridging', 'mediation,party:north'],
      ['bridging', 'mediation,party:south'],
      ['disclosure', 'mediation'],
      ['disclosure', 'mediation'],
    ]);
    expect(JSON.stringify(apart[0])).not.toMatch(/south/i);
    const joint = bridge(smallCase(), 'jointly');
    expect(joint[0]?.audience).toEqual(['mediation', 'party:north', 'party:south']);
    expect(joint[0]?.fact).toMatchObject({ to: ['north', 'south'] });
  });
});

describe('answers', () => {
  it('bind as far as the mandate goes', () => {
    const small = smallCase();
    const [forNorth, forSouth] = bridge(small, 'apart');
    const said = (key: string, to: EntryId) =>
      small.act(key, (file, actor, make) => respond(file, actor, answer(to), make));
    expect(said('nora', forNorth!.id)).toMatchObject([{ fact: { assent: 'inPrinciple' } }]);
    expect(said('sara', forSouth!.id)).toMatchObject([{ fact: { assent: 'adReferendum' } }]);
    expect(said('nils', forNorth!.id)).toMatchObject({ refused: 'beyondMandate' });
    expect(said('sara', forNorth!.id)).toMatchObject({ refused: 'unknown' });
    expect(
      small.act('nils', (file, actor, make) => respond(file, actor, answer(forNorth!.id, { verdict: 'reject' }), make)),
    ).toMatchObject({ refused: 'notReleasable' });
  });

  it('replace the side’s earlier answer to the same thing, and go to those who put it', () => {
    const small = smallCase();
    const [, forSouth] = bridge(small, 'apart');
    const [first] = small.did('sara', (file, actor, make) =>
      respond(file, actor, answer(forSouth!.id, { verdict: 'reject' }), make),
    );
    const [second] = small.did('sara', (file, actor, make) => respond(file, actor, answer(forSouth!.id), make));
    expect(second?.supersedes).toBe(first?.id);
    expect(second?.audience).toEqual(forSouth?.audience);
    expect(responseTo(small.file('mara'), 'south', forSouth!.id)?.id).toBe(second?.id);
  });

  it('need terms when they are conditional, have none when they are plain, and stay within the mandate', () => {
    const small = smallCase();
    const [, forSouth] = bridge(small, 'apart');
    const said = (key: string, change: Partial<ResponseInput>) =>
      small.act(key, (file, actor, make) => respond(file, actor, answer(forSouth!.id, change), make));
    const gate = { issue: 'gate', answer: 'shut', release: 'convey', words: '' } as const;
    expect(said('sara', { verdict: 'acceptIf' })).toMatchObject({ refused: 'nothingChosen' });
    expect(said('sara', { terms: [gate] })).toMatchObject({ refused: 'invalid', field: 'verdict' });
    expect(said('sven', { verdict: 'counter', terms: [gate] })).toMatchObject({ refused: 'beyondMandate' });
    expect(said('sara', { verdict: 'counter', terms: [{ ...gate, answer: 'ajar' }] })).toMatchObject({
      refused: 'invalid',
      field: 'terms.gate',
    });
  });

  it('await each side until they are given', () => {
    const small = smallCase();
    const [, forSouth] = bridge(small, 'apart');
    const waits = () =>
      awaiting(small.file('sara'), small.actor('sara'), '2031-02-01T00:00:00.000Z' as Instant).map((one) => one.kind);
    expect(waits()).toEqual(['answer']);
    small.did('sara', (file, actor, make) => respond(file, actor, answer(forSouth!.id), make));
    expect(waits()).toEqual([]);
    expect(awaiting(small.file('mara'), small.actor('mara'), '2031-02-01T00:00:00.000Z' as Instant)).toMatchObject([
      { kind: 'carry' },
    ]);
  });
});

describe('proposals', () => {
  const put = (
    small: SmallCase,
    key: string,
    change: { readonly release?: 'hold' | 'float' | 'convey'; readonly answer?: string | number } = {},
  ) =>
    small.act(key, (file, actor, make) =>
      submitProposal(
        file,
        actor,
        {
          room: { kind: 'caucus', parties: [key.startsWith('n') ? 'north' : 'south'] },
          terms: [{ issue: 'water', answer: 40, release: 'hold', words: '', ...change }],
          note: '',
          expires: null,
          revises: null,
        },
        make,
      ),
    );

  it('wait for a round to be open, where a case has rounds', () => {
    const small = smallCase();
    expect(put(small, 'nora')).toHaveLength(1);
    const [round] = small.did('mara', (file, actor, make) =>
      openRound(file, actor, { name: 'Round 1', track: null, venue: null, knownTo: { kind: 'joint' } }, make),
    );
    expect(put(small, 'nora')).toMatchObject([{ fact: { round: round!.id } }]);
    small.did('mara', (file, actor, make) => closeRound(file, actor, round!.id, make));
    expect(put(small, 'nora')).toMatchObject({ refused: 'roundClosed', about: 'Round 1' });
  });

  it('say what an answer must be, naming the field', () => {
    const small = smallCase();
    expect(put(small, 'nora', { answer: 42 })).toEqual({
      refused: 'invalid',
      about: 'Water: give a number from 0 to 100 Mm³, in steps of 5.',
      field: 'terms.water',
    });
    expect(put(small, 'nora', { answer: Number.NaN })).toMatchObject({ refused: 'invalid' });
  });

  it('are not conveyed on a mandate to explore', () => {
    const small = smallCase();
    expect(put(small, 'nils', { release: 'convey' })).toMatchObject({ refused: 'notReleasable' });
    expect(put(small, 'nils', { release: 'float' })).toHaveLength(1);
  });
});
