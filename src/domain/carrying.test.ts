import { describe, expect, it } from 'vitest';
import { smallCase, type SmallCase } from '../../tests/support/small-case.ts';
import { carry, disclosuresOf, withdrawCarried, type CarryInput } from './carrying.ts';
import { entriesOf } from './case-file.ts';
import type { EntryId } from './entry.ts';
import { changeRules } from './opening.ts';
import { submitProposal, withdrawProposal, type Term } from './proposals.ts';
import { isRefusal } from './refusal.ts';
import { respond } from './responses.ts';

const terms: readonly Term[] = [
  { issue: 'water', answer: 40, release: 'convey', words: 'Forty, measured at the weir.' },
  { issue: 'gate', answer: 'open', release: 'float', words: '' },
];
const held: Term = { issue: 'fees', answer: 0.5, release: 'hold', words: 'Our last word on fees.' };

function proposed(small: SmallCase, what: readonly Term[] = [...terms, held]): EntryId {
  const [entry] = small.did('nora', (file, actor, make) =>
    submitProposal(
      file,
      actor,
      {
        room: { kind: 'caucus', parties: ['north'] },
        terms: what,
        note: 'For you alone.',
        expires: null,
        revises: null,
      },
      make,
    ),
  );
  if (entry === undefined) throw new Error('nothing was appended');
  return entry.id;
}

const input = (source: EntryId, change: Partial<CarryInput> = {}): CarryInput => ({
  source,
  terms: [{ index: 0, words: 'Forty, measured at the weir.' }],
  verdict: false,
  to: 'party:south',
  attribution: 'attributed',
  covering: '',
  ...change,
});

describe('carrying', () => {
  it('puts a whole copy before the recipient, with no way back to its source', () => {
    const small = smallCase();
    const source = proposed(small);
    const [carried, disclosure, receipt] = small.did('mara', (file, actor, make) =>
      carry(file, actor, input(source), make),
    );
    expect(carried?.audience).toEqual(['mediation', 'party:south']);
    expect(carried?.fact).toEqual({
      kind: 'carried',
      to: 'party:south',
      from: { key: 'north', name: 'North' },
      verdict: null,
      about: null,
      terms: [
        {
          issue: 'water',
          issueName: 'Water',
          answer: 40,
          answerWords: '40 Mm³',
          words: 'Forty, measured at the weir.',
        },
      ],
      covering: '',
      expires: null,
    });
    expect(JSON.stringify(carried)).not.toContain(source);
    expect(disclosure?.audience).toEqual(['mediation']);
    expect(receipt?.audience).toEqual(['mediation', 'party:north']);
    expect(disclosuresOf(small.file('finn'), source)).toHaveLength(1);
    expect(entriesOf(small.file('sara'), 'disclosure')).toHaveLength(0);
    expect(entriesOf(small.file('sara'), 'receipt')).toHaveLength(0);
  });

  it.each([
    ['a held term', { terms: [{ index: 2, words: '' }] }, 'held', 'Fees: 0.5'],
    ['a floated term in the side’s name', { terms: [{ index: 1, words: '' }] }, 'notAttributable', 'Gate: Open'],
    ['a changed answer', { terms: [{ index: 0, words: '', answer: 45 }] }, 'changedValue', 'Water: 40 Mm³'],
    ['nothing', { terms: [] }, 'nothingChosen', 'term'],
    ['its own side', { to: 'party:north' as const }, 'toItself', 'This'],
    ['the mediation, which heard it', { to: 'mediation' as const }, 'unknown', 'recipient'],
    ['a term that is not there', { terms: [{ index: 7, words: '' }] }, 'unknown', 'term'],
    ['an answer, of a proposal', { verdict: true }, 'unknown', 'answer'],
  ])('refuses %s, by name, and appends nothing', (_what, change, refused, about) => {
    const small = smallCase();
    const source = proposed(small);
    const before = small.entries.length;
    const outcome = small.act('mara', (file, actor, make) => carry(file, actor, input(source, change), make));
    expect(outcome).toMatchObject({ refused, about });
    expect(small.entries).toHaveLength(before);
  });

  it('refuses a term on an issue that the recipient does not know', () => {
    const small = smallCase();
    const source = proposed(small, [{ ...held, release: 'convey' }]);
    expect(
      small.act('mara', (file, actor, make) =>
        carry(file, actor, input(source, { terms: [{ index: 0, words: '' }] }), make),
      ),
    ).toMatchObject({
      refused: 'participantMustKnow',
    });
  });

  it('notes a change of words in the disclosure, and says only that there was one in the receipt', () => {
    const small = smallCase();
    const source = proposed(small);
    const [, disclosure, receipt] = small.did('mara', (file, actor, make) =>
      carry(file, actor, input(source, { terms: [{ index: 0, words: 'About forty.' }] }), make),
    );
    expect(disclosure?.fact).toMatchObject({
      items: [{ reworded: { from: 'Forty, measured at the weir.', to: 'About forty.' } }],
    });
    expect(receipt?.fact).toMatchObject({ items: [{ what: 'Water: 40 Mm³', reworded: true }] });
  });

  it('names no side when it is floated', () => {
    const small = smallCase();
    const source = proposed(small);
    const [carried] = small.did('mara', (file, actor, make) =>
      carry(file, actor, input(source, { attribution: 'unattributed', terms: [{ index: 1, words: '' }] }), make),
    );
    expect(carried?.fact).toMatchObject({ from: null });
    expect(JSON.stringify(carried)).not.toMatch(/north/i);
  });

  it('gives no receipt where the case gives none', () => {
    const small = smallCase();
    const source = proposed(small);
    small.did('mara', (file, actor, make) =>
      changeRules(file, actor, { defaultRelease: 'hold', receipts: false }, make),
    );
    expect(
      small.did('mara', (file, actor, make) => carry(file, actor, input(source), make)).map((entry) => entry.fact.kind),
    ).toEqual(['carried', 'disclosure']);
  });

  it('refuses what was withdrawn or revised since', () => {
    const small = smallCase();
    const source = proposed(small);
    small.did('nora', (file, actor, make) => withdrawProposal(file, actor, source, 'No longer.', make));
    expect(small.act('mara', (file, actor, make) => carry(file, actor, input(source), make))).toMatchObject({
      refused: 'withdrawn',
    });
  });

  it('brings an answer back beside the proposal that it answers, once it is carried and not before', () => {
    const small = smallCase();
    const source = proposed(small);
    const [carried] = small.did('mara', (file, actor, make) => carry(file, actor, input(source), make));
    const [answer] = small.did('sara', (file, actor, make) =>
      respond(
        file,
        actor,
        {
          to: carried!.id,
          verdict: 'acceptIf',
          release: 'convey',
          terms: [{ issue: 'gate', answer: 'shut', release: 'convey', words: '' }],
          note: '',
        },
        make,
      ),
    );
    expect(answer?.audience).toEqual(['mediation', 'party:south']);
    expect(answer?.fact).toMatchObject({ assent: 'adReferendum' });
    expect(small.file('nora').entries).not.toContain(answer);
    const [back] = small.did('mara', (file, actor, make) =>
      carry(
        file,
        actor,
        input(answer!.id, { to: 'party:north', verdict: true, terms: [{ index: 0, words: '' }] }),
        make,
      ),
    );
    expect(back?.fact).toMatchObject({
      about: source,
      verdict: { verdict: 'acceptIf', assent: 'adReferendum' },
      from: { key: 'south' },
    });
    expect(JSON.stringify(back)).not.toContain(answer!.id);
    expect(JSON.stringify(back)).not.toContain(carried!.id);
  });

  it('lets one institution share what it heard apart with the whole mediation, and keeps the record of it', () => {
    const small = smallCase();
    const [apart] = small.did('nora', (file, actor, make) =>
      submitProposal(
        file,
        actor,
        {
          room: { kind: 'consultation', institution: 'friends', parties: ['north'] },
          terms,
          note: '',
          expires: null,
          revises: null,
        },
        make,
      ),
    );
    expect(small.file('mara').entries).not.toContain(apart);
    const [shared, disclosure] = small.did('finn', (file, actor, make) =>
      carry(file, actor, input(apart!.id, { to: 'mediation' }), make),
    );
    expect(shared?.audience).toEqual(['mediation']);
    expect(disclosure?.audience).toEqual(['mediator:friends']);
  });

  it('is for those who mediate: observers, readers and delegates are refused', () => {
    const small = smallCase();
    const source = proposed(small);
    for (const key of ['nora', 'otto', 'rita'])
      expect(isRefusal(small.act(key, (file, actor, make) => carry(file, actor, input(source), make)))).toBe(true);
  });

  it('tells the recipient, and nobody else, that something carried is withdrawn', () => {
    const small = smallCase();
    const source = proposed(small);
    const [carried] = small.did('mara', (file, actor, make) => carry(file, actor, input(source), make));
    const [told] = small.did('mara', (file, actor, make) =>
      withdrawCarried(file, actor, carried!.id, 'Overtaken.', make),
    );
    expect(told?.audience).toEqual(carried?.audience);
    expect(
      small.act('sara', (file, actor, make) =>
        respond(file, actor, { to: carried!.id, verdict: 'accept', release: 'hold', terms: [], note: '' }, make),
      ),
    ).toMatchObject({ refused: 'withdrawn' });
  });
});
