import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { smallCase, type SmallCase } from '../../tests/support/small-case.ts';
import { awaiting } from './awaiting.ts';
import { entriesOf, extendedBy, type CaseFile } from './case-file.ts';
import type { EntryId, Instant } from './entry.ts';
import { isRefusal } from './refusal.ts';
import { answerSealed, askSealed, clerk, outcomeOf, sealedStateOf, settleSealed, type SealedRule } from './sealed.ts';
import { talksIn } from './talks.ts';

const closes = '2031-12-31T00:00:00.000Z' as Instant;
const yesNo: SealedRule = { kind: 'yesNo' };
const bids: SealedRule = { kind: 'bids', unit: 'crowns', gives: 'north', takes: 'south' };

function asked(small: SmallCase, rule: SealedRule = yesNo): EntryId {
  const [question] = small.did('mara', (file, actor, make) =>
    askSealed(
      file,
      actor,
      {
        title: 'Forty',
        terms: [{ issue: 'water', answer: 40, words: '' }],
        words: '',
        to: ['south', 'north'],
        rule,
        closes,
      },
      make,
    ),
  );
  if (question === undefined) throw new Error('nothing was asked');
  return question.id;
}

const answers = (small: SmallCase, who: 'nora' | 'sara', question: EntryId, answer: boolean | number) =>
  small.did(who, (file, actor, make) => answerSealed(file, actor, { question, answer }, make));

/** What the clerk's own file would be: everything with its seat in the audience. */
const clerksFile = (small: SmallCase): CaseFile => ({
  case: small.file('mara').case,
  seats: ['clerk'],
  entries: small.entries.filter(({ audience }) => audience.includes('clerk')),
});

const opened = (small: SmallCase) =>
  settleSealed(clerksFile(small), { at: closes, id: () => 'outcome' as EntryId }).drafts;

describe('sealed answers', () => {
  it('are known to the side that gave them and to the clerk, and to nobody else', () => {
    const small = smallCase();
    const question = asked(small);
    const [answer] = answers(small, 'nora', question, true);
    expect(answer?.audience).toEqual(['clerk', 'party:north']);
    expect(entriesOf(small.file('nils'), 'sealedAnswer')).toEqual([answer]);
    for (const who of ['mara', 'finn', 'otto', 'sara', 'sven', 'rita'])
      expect(entriesOf(small.file(who), 'sealedAnswer')).toEqual([]);
  });

  it('are opened only when the last is in, and tell a deal or none', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (north, south) => {
        const small = smallCase();
        const question = asked(small);
        expect(opened(small)).toEqual([]);
        answers(small, 'nora', question, north);
        expect(opened(small)).toEqual([]);
        answers(small, 'sara', question, south);
        const [outcome, ...others] = opened(small);
        expect(others).toEqual([]);
        expect(outcome?.audience).toEqual(['clerk', 'mediation', 'party:north', 'party:south']);
        expect(outcome?.fact).toMatchObject({ kind: 'sealedOutcome', deal: north && south, at: null });
      }),
      { numRuns: 12 },
    );
  });

  it('tell the same, but for the commitments, whichever side said no', () => {
    const factOf = (north: boolean, south: boolean) => {
      const small = smallCase();
      const question = asked(small);
      answers(small, 'nora', question, north);
      answers(small, 'sara', question, south);
      const fact = opened(small)[0]?.fact;
      return fact?.kind === 'sealedOutcome' ? { deal: fact.deal, at: fact.at, of: fact.commitments.length } : null;
    };
    expect(factOf(true, false)).toEqual(factOf(false, true));
    expect(factOf(true, false)).toEqual(factOf(false, false));
  });

  it('as bids, are a deal half way where they meet or cross, and none where they do not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (most, least) => {
        const small = smallCase();
        const question = asked(small, bids);
        answers(small, 'nora', question, most);
        answers(small, 'sara', question, least);
        const deal = most >= least;
        expect(opened(small)[0]?.fact).toMatchObject({ deal, at: deal ? (most + least) / 2 : null });
      }),
      { numRuns: 20 },
    );
  });

  it('as bids, are numbers that can be kept and counted as they were bound', () => {
    const small = smallCase();
    const question = asked(small, bids);
    const tries = (answer: number) =>
      small.act('sara', (file, actor, make) => answerSealed(file, actor, { question, answer }, make));
    for (const answer of [Infinity, -Infinity, Number.NaN, 1e308, -1e12, Number('9'.repeat(400))])
      expect(tries(answer)).toMatchObject({ refused: 'invalid', field: 'answer' });
    expect(tries(999_999_999_999)).toHaveLength(1);
    answers(small, 'nora', question, -999_999_999_999);
    expect(opened(small)[0]?.fact).toMatchObject({ deal: false, at: null });
  });

  it('bind: the commitment in the outcome is the hash of what was answered', () => {
    const small = smallCase();
    const question = asked(small);
    const [answer] = answers(small, 'nora', question, true);
    answers(small, 'sara', question, false);
    const fact = answer?.fact.kind === 'sealedAnswer' ? answer.fact : null;
    const again = createHash('sha256').update(`${question} north yes ${fact?.salt}`).digest('hex');
    expect(fact?.commitment).toBe(again);
    expect(opened(small)[0]?.fact).toMatchObject({ commitments: expect.arrayContaining([again]) });
  });

  it('await each side until it has answered, and a joint yes is then the answer of each', () => {
    const small = smallCase();
    const question = asked(small);
    const awaited = (who: string) =>
      awaiting(small.file(who), small.actor(who), '2031-06-01T00:00:00.000Z' as Instant).map(({ kind }) => kind);
    expect(awaited('nora')).toContain('sealed');
    answers(small, 'nora', question, true);
    expect(awaited('nora')).not.toContain('sealed');
    expect(awaited('sara')).toContain('sealed');
    answers(small, 'sara', question, true);
    const [outcome] = opened(small);
    if (outcome === undefined) throw new Error('nothing was opened');
    const before = small.file('mara');
    expect(talksIn(before).standing().issues[0]).toMatchObject({ status: 'unknown' });
    const recorded = { ...outcome, case: before.case, at: closes, by: clerk } as CaseFile['entries'][number];
    const after = extendedBy(before, [recorded]);
    expect(talksIn(after).standing().issues[0]).toMatchObject({ status: 'agreed', gap: 0 });
  });

  it('are given once, in time, by a side that was asked, in the kind that was asked for', () => {
    const small = smallCase();
    const question = asked(small);
    const tries = (who: string, answer: boolean | number, at?: Instant) => {
      const done = small.act(who, (file, actor, make) =>
        answerSealed(file, actor, { question, answer }, at === undefined ? make : { ...make, at }),
      );
      return isRefusal(done) ? done.refused : 'done';
    };
    expect(tries('mara', true)).toBe('notYourRole');
    expect(tries('nora', 5)).toBe('invalid');
    expect(tries('nora', true, closes)).toBe('expired');
    answers(small, 'nora', question, false);
    expect(tries('nora', true)).toBe('invalid');
    const asEntry = entriesOf(small.file('nora'), 'sealedQuestion')[0];
    if (asEntry === undefined) throw new Error('the question is gone');
    expect(sealedStateOf(small.file('nora'), asEntry, closes)).toBe('lapsed');
    expect(outcomeOf(small.file('nora'), question)).toBeNull();
  });
});
