import { describe, expect, it } from 'vitest';
import type { CaseId, EntryId, PersonId } from '../../domain/index.ts';
import { parseCaseYaml } from './parse.ts';
import { playCaseYaml } from './play.ts';

const lines = [
  /*  1 */ 'parley: 1',
  /*  2 */ 'name: A short case',
  /*  3 */ 'summary: Two sides and a stream.',
  /*  4 */ 'provenance: Invented.',
  /*  5 */ 'time-zone: Europe/Zurich',
  /*  6 */ 'opens: 2031-03-03 09:00',
  /*  7 */ 'parties: { hill: { name: Hill }, vale: { name: Vale } }',
  /*  8 */ 'institutions: { parish: { name: Parish, standing: lead } }',
  /*  9 */ 'people:',
  /* 10 */ '  anna: { name: Anna, mediator: parish }',
  /* 11 */ '  hugo: { name: Hugo, delegate: hill, rank: senior, mandate: conclude }',
  /* 12 */ '  vera: { name: Vera, delegate: vale, rank: senior, mandate: { negotiate: [flow] } }',
  /* 13 */ 'issues:',
  /* 14 */ '  flow: { name: Flow, range: { from: 0, to: 10, unit: m³/s, step: 1 } }',
  /* 15 */ '  gate: { name: Gate, options: { open: Open, shut: Shut } }',
  /* 16 */ 'history:',
  /* 17 */ '  - at: 2031-03-04 10:00',
  /* 18 */ '    by: hugo',
  /* 19 */ '    label: first',
  /* 20 */ '    propose:',
  /* 21 */ '      terms:',
  /* 22 */ '        flow: { answer: 4, release: hold, words: Four. }',
  /* 23 */ '        gate: { answer: open, release: float }',
  /* 24 */ '  - at: 2031-03-04 11:00',
  /* 25 */ '    by: anna',
  /* 26 */ '    carry:',
  /* 27 */ '      from: first',
  /* 28 */ '      to: vale',
  /* 29 */ '      attribution: unattributed',
  /* 30 */ '      terms: [gate]',
];

/** The case with some of its lines (counted from 1) written differently; null leaves a line out. */
const changed = (changes: Readonly<Record<number, string | null>>): string =>
  lines
    .map((line, index) => (changes[index + 1] === undefined ? line : changes[index + 1]))
    .filter((line) => line !== null)
    .join('\n');

const faults = (changes: Readonly<Record<number, string | null>>): readonly string[] => {
  let next = 0;
  const ids = {
    case: 'case' as CaseId,
    person: (key: string) => key as PersonId,
    entry: () => `entry-${(next += 1)}` as EntryId,
  };
  const result = playCaseYaml(changed(changes), ids);
  return 'errors' in result
    ? result.errors.map(({ line, column, path, message }) => `${line}:${column} ${path} | ${message}`)
    : [];
};

describe('a case in YAML', () => {
  it('is read and played', () => {
    expect(faults({})).toEqual([]);
    const read = parseCaseYaml(changed({}));
    expect('script' in read ? [read.script.history.length, read.lineOf(0), read.lineOf(1)] : read).toEqual([2, 17, 24]);
  });

  it('names what is missing, unknown or of the wrong kind, all at once and in order of lines', () => {
    expect(
      faults({
        2: null,
        5: 'timezone: UTC',
        11: '  hugo: { name: 3, delegate: hill, rank: seniour, mandate: concluded }',
        26: '    cary:',
      }),
    ).toEqual([
      '1:1 name | “name” is missing.',
      '1:1 time-zone | “time-zone” is missing.',
      '4:1 timezone | “timezone” is not known here; did you mean “time-zone”?',
      '10:17 people.hugo.name | “name” must be text: put it in quotes, “3”.',
      '10:42 people.hugo.rank | “rank” must be one of principal, ministerial, senior, mid-level, technical; did you mean “senior”?',
      '10:60 people.hugo.mandate | “mandate” must be explore, negotiate, ad-referendum, conclude, or one of them with the issues that it is limited to: { negotiate: [ISSUE] }.',
      '25:5 history[1].cary | “cary” is not known here; did you mean “carry”?',
    ]);
  });

  it('finds names that nothing has, beside faults of shape elsewhere', () => {
    expect(
      faults({
        2: 'name: 2031',
        12: '  vera: { name: Vera, delegate: vale, rank: senior, mandate: { negotiate: [flow] } }',
        18: '    by: hogo',
        27: '      from: frist',
        30: '      terms: [gates]',
      }),
    ).toEqual([
      '2:7 name | “name” must be text: put it in quotes, “2031”.',
      '18:9 history[0].by | There is no person “hogo”; did you mean “hugo”?',
      '27:13 history[1].carry.from | There is no step above this one with the label “frist”; did you mean “first”?',
      '30:7 history[1].carry.terms | There is no issue “gates”; did you mean “gate”?',
    ]);
    expect(
      faults({ 12: '  vera: { name: Vera, delegate: wale, rank: senior, mandate: { negotiate: [flaw] } }' }),
    ).toEqual([
      '12:33 people.vera.delegate | There is no party “wale”; did you mean “vale”?',
      '12:76 people.vera.mandate.negotiate[0] | There is no issue “flaw”; did you mean “flow”?',
    ]);
  });

  it('looks inside what can be written in several ways', () => {
    expect(faults({ 22: '        flow: { answr: 4 }' })).toEqual([
      '22:9 history[0].propose.terms.flow.answer | “answer” is missing.',
      '22:17 history[0].propose.terms.flow.answr | “answr” is not known here; did you mean “answer”?',
    ]);
    expect(faults({ 22: '        flow: { answer: 4, words: Four, not five }' })).toEqual([
      '22:41 history[0].propose.terms.flow.not five | “not five” is no key. Within { }, put text that holds a comma in quotes.',
    ]);
    expect(faults({ 20: '    propose:\n      in: { consultation: { institution: parish, wiht: hill } }' })[0]).toMatch(
      /did you mean “with”\?$/,
    );
    expect(faults({ 20: '    propose:\n      in: private' })[0]).toMatch(
      /^21:11 history\[0\].propose.in \| “in” must be joint, public, mediation, \{ caucus: PARTY \}/,
    );
  });

  it('wants one act in a step, one role for a person and one scale for an issue', () => {
    expect(faults({ 24: '  - at: 2031-03-04 11:00\n    look: true' })).toEqual(
      ['27:5 history[1].carry | A step is one act, and this one already has “look”.'].map((fault) =>
        fault.replace('27:5 history[1].carry', '25:5 history[1].look').replace('“look”', '“carry”'),
      ),
    );
    expect(faults({ 26: null, 27: null, 28: null, 29: null, 30: null })[0]).toMatch(
      /^24:5 history\[1\] \| This step says nothing that is done\. Say one of add-track,/,
    );
    expect(faults({ 10: '  anna: { name: Anna, mediator: parish, reader: true }' })[0]).toMatch(
      /^10:3 people.anna \| Say what this person is/,
    );
    expect(faults({ 11: '  hugo: { name: Hugo, delegate: hill }' })).toEqual([
      '11:3 people.hugo | A delegate needs a rank.',
      '11:3 people.hugo | A delegate needs a mandate.',
    ]);
    expect(faults({ 10: '  anna: { name: Anna, mediator: parish, rank: senior }' })).toEqual([
      '10:41 people.anna.rank | Only a delegate has a rank.',
    ]);
    expect(faults({ 15: '  gate: { name: Gate }' })).toEqual([
      '15:3 issues.gate | An issue has a range or options: one of them.',
    ]);
  });

  it('wants dates that exist, in a time zone that exists', () => {
    expect(faults({ 17: '  - at: 2031-02-30 10:00' })).toEqual([
      '17:9 history[0].at | There is no such date or time: 2031-02-30 10:00.',
    ]);
    expect(faults({ 17: '  - at: 4 March' })).toEqual([
      '17:9 history[0].at | “at” must be a date such as 2031-04-02, or a date and time such as 2031-04-02 09:30.',
    ]);
    expect(faults({ 5: 'time-zone: Europe/Zürich' })).toEqual([
      '5:12 time-zone | There is no time zone “Europe/Zürich”; write one such as Europe/Zurich.',
    ]);
  });

  it('wants keys that are keys, and that name one thing', () => {
    expect(faults({ 14: '  Summer Flow: { name: Flow, range: { from: 0, to: 10 } }', 12: null, 22: null })[0]).toMatch(
      /^13:3 issues\.Summer Flow \| “Summer Flow” must be a short key: small letters/,
    );
    expect(
      faults({
        8: 'institutions: { parish: { name: Parish, standing: lead }, hill: { name: Hill, standing: guarantor } }',
      }),
    ).toEqual(['8:59 institutions.hill | “hill” names something else already.']);
  });

  it('holds no file of another kind or version', () => {
    expect(faults({ 1: 'parley: 2' })).toEqual(['1:9 parley | “parley” must be 1: the version of the format.']);
    expect(parseCaseYaml('- a list')).toMatchObject({
      errors: [{ line: 1, column: 1, message: 'This file must be a group of keys with values.' }],
    });
  });
});

describe('a case that cannot be played', () => {
  it('is refused with the line of the term, the answer or the step', () => {
    expect(faults({ 30: '      terms: [flow]' })).toEqual([
      '30:7 history[1].carry.terms | Flow: 4 m³/s is held: the side asked the mediation to keep it. Nothing was carried.',
    ]);
    expect(faults({ 30: '      terms:\n        gate: Perhaps it could stay open.\n        flow:' })).toEqual([
      '32:9 history[1].carry.terms.flow | Flow: 4 m³/s is held: the side asked the mediation to keep it. Nothing was carried.',
    ]);
    expect(faults({ 29: '      attribution: attributed' })[0]).toMatch(
      /^30:7 history\[1\]\.carry\.terms \| Gate: Open may be floated as the mediation's own idea/,
    );
    expect(faults({ 22: '        flow: { answer: 40, release: hold }' })[0]).toMatch(
      /^22:9 history\[0\]\.propose\.terms\.flow \| Flow: /,
    );
    expect(faults({ 23: '        gate: { answer: ajar, release: float }' })).toEqual([
      '23:9 history[0].propose.terms.gate | Gate: choose one of Open, Shut.',
    ]);
    expect(faults({ 18: '    by: vera' })[0]).toMatch(/^17:5 history\[0\] \| Your mandate does not cover this/);
    expect(faults({ 24: '  - at: 2031-03-04 09:00' })).toEqual([
      '24:9 history[1].at | A step cannot come before the one above it.',
    ]);
    expect(faults({ 14: '  flow: { name: Flow, range: { from: 10, to: 0 } }' })[0]).toMatch(/^14:\d+ issues\.flow/);
    expect(faults({ 8: 'institutions: { parish: { name: Parish, standing: supporting } }' })).toEqual([
      '8:1 institutions | One mediating institution must have the lead.',
    ]);
  });
});
