import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersIn, valuesOn, type Issue, type Profile, type Scenario } from '../../../analysis/index.ts';
import { faultInWords } from '../findings.ts';
import { readFolder } from '../folder.ts';
import { writeGenius } from '../genius/write.ts';
import { writeGeniusweb } from '../geniusweb/write.ts';
import { writeNegmas } from '../negmas/write.ts';
import type { ReadScenario } from '../read-scenario.ts';
import { reservedUtility } from './in-units.ts';
import type { ToWrite, Written } from './written.ts';

/** Names that files and markup find hard; whole numbers are left out, since a group in JSON has no order and they come first in it. */
const name = fc
  .string({ unit: fc.constantFrom(...'abc xyz<>&"\'/\\:;,.-é水 \u00a0#{}[]1'.split('')), minLength: 1, maxLength: 8 })
  .filter((text) => text.trim() === text && /\D/.test(text));
const names = (count: number) => fc.uniqueArray(name, { minLength: count, maxLength: count });
const worth = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.double({ min: 0, max: 3, noNaN: true }).map((x) => Number(x.toFixed(3))),
);

const issueNamed = (title: string): fc.Arbitrary<Issue> =>
  fc.oneof(
    fc
      .uniqueArray(name, { minLength: 1, maxLength: 4 })
      .map((options): Issue => ({ kind: 'options', name: title, options })),
    fc
      .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .map(([from, steps]): Issue => ({ kind: 'range', name: title, from, to: from + steps, step: 1 })),
    fc
      .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .map(([from, steps]): Issue => ({ kind: 'range', name: title, from, to: from + steps / 4, step: 0.25 })),
  );

const valueOn = (issue: Issue) =>
  issue.kind === 'options'
    ? fc
        .array(worth, { minLength: issue.options.length, maxLength: issue.options.length })
        .map((values) => ({ kind: 'table' as const, values }))
    : fc.tuple(worth, worth, fc.option(worth)).map(([first, last, middle]) => ({
        kind: 'piecewise' as const,
        points: [
          { at: issue.from, value: first },
          ...(middle === null ? [] : [{ at: (issue.from + issue.to) / 2, value: middle }]),
          { at: issue.to, value: last },
        ],
      }));

const profileFor = (party: string, issues: readonly Issue[]): fc.Arbitrary<Profile> =>
  fc
    .tuple(
      fc.tuple(...issues.map(valueOn)),
      fc.array(worth, { minLength: issues.length, maxLength: issues.length }),
      fc.option(
        fc.oneof(
          fc.integer({ min: 0, max: 30 }).map((utility) => ({ kind: 'utility' as const, utility })),
          fc.constant({ kind: 'package' as const, package: issues.map(() => 0) }),
        ),
      ),
    )
    .map(([values, weights, reservation]) => ({
      party,
      provenance: { kind: 'own' },
      weights: weights.map((weight, i) => (i === 0 ? weight + 1 : weight)),
      values,
      interactions: [],
      reservation,
    }));

const scenario: fc.Arbitrary<ToWrite> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 3 }))
  .chain(([issues, parties]) => fc.tuple(names(issues), names(parties)))
  .chain(([titles, parties]) => fc.tuple(fc.tuple(...titles.map(issueNamed)), fc.constant(parties)))
  .chain(([issues, parties]) =>
    fc.tuple(fc.constant(issues), fc.tuple(...parties.map((party) => profileFor(party, issues)))),
  )
  .map(([issues, profiles]) => ({
    name: 'two farms',
    scenario: { issues, profiles, constraints: [] },
    discounts: profiles.map(() => null),
    ceilings: profiles.map(() => null),
    uncertain: profiles.map(() => null),
  }));

function readBack(written: Written): ReadScenario & { readonly scenario: Scenario } {
  if ('refused' in written) throw new Error(written.refused);
  const read = readFolder(written.files.map(({ name: file, text }) => ({ name: file, content: text })));
  if ('errors' in read)
    throw new Error(read.errors.map(faultInWords).join('\n') + written.files.map(({ text }) => text).join('\n'));
  if (read.scenario === null) throw new Error('no scenario');
  return { ...read, scenario: read.scenario };
}

/** What each answer to each issue is worth to a party, after the weight. */
const worths = ({ issues }: Scenario, profile: Profile): readonly (readonly number[])[] =>
  answersIn({ issues, profiles: [profile] }).map((answers, i) => {
    const value = profile.values[i];
    return value === undefined ? [] : valuesOn(value, answers).map((each) => each * (profile.weights[i] ?? 0));
  });

/** The files of the parties, in the order of the parties; the domain comes first. */
const fileOf = (written: Written, party: number): string =>
  'files' in written ? (written.files[party + 1]?.name.replace(/\.[^.]*$/, '') ?? '') : '';

const formats = [
  { format: 'GENIUS XML', write: writeGenius, holdsNumbers: true },
  { format: 'NegMAS JSON', write: writeNegmas, holdsNumbers: true },
  { format: 'GeniusWeb JSON', write: writeGeniusweb, holdsNumbers: false },
] as const;

describe.for(formats)('what is written in $format and read again', ({ write, holdsNumbers }) => {
  it('is worth the same to everybody, but for one factor for each party', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const written = write(given);
        const { scenario: back } = readBack(written);
        expect(back.issues.map((issue) => issue.name)).toEqual(given.scenario.issues.map((issue) => issue.name));
        for (const [p, before] of given.scenario.profiles.entries()) {
          const after = back.profiles.find(({ party }) => party === fileOf(written, p));
          if (after === undefined) throw new Error(`${before.party} is lost`);
          const [was, is] = [worths(given.scenario, before), worths(back, after)];
          const most = (all: typeof was) => all.reduce((sum, values) => sum + Math.max(...values), 0);
          const factor = most(was) === 0 ? 1 : most(is) / most(was);
          for (const [i, values] of was.entries()) {
            expect(is[i]).toHaveLength(values.length);
            for (const [a, value] of values.entries()) expect(is[i]?.[a]).toBeCloseTo(value * factor, 9);
          }
          const limit = reservedUtility(before, given.scenario.issues);
          const reserved = reservedUtility(after, back.issues);
          const isHeld = limit !== null && (holdsNumbers || before.reservation?.kind === 'package');
          expect(reserved === null).toBe(!isHeld);
          expect(reserved ?? 0).toBeCloseTo(isHeld ? limit * factor : 0, 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is the same, to the last digit, in the form that the format has itself', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const once = readBack(write(given));
        const again = readBack(write({ ...once, name: 'two farms' }));
        const rounded = (read: ReadScenario) =>
          JSON.stringify(read.scenario, (_, value: unknown) =>
            typeof value === 'number' ? Number(value.toPrecision(11)) : value,
          ).replaceAll(/the author of [^"]*/g, '');
        expect(rounded(again)).toBe(rounded(once));
      }),
      { numRuns: 20 },
    );
  });
});

describe('writing', () => {
  const road: Issue = { kind: 'options', name: 'Road', options: ['yes', 'no'] };
  const party = (own: Partial<Profile>): Profile => ({
    party: 'x',
    provenance: { kind: 'own' },
    weights: [1],
    values: [{ kind: 'table', values: [1, 0] }],
    interactions: [],
    reservation: null,
    ...own,
  });
  const given = (own: Partial<Profile>, more: Partial<Scenario> = {}): ToWrite => ({
    name: 'road',
    scenario: {
      issues: [road],
      profiles: [party({ ...own, party: 'a' }), party({ party: 'b' })],
      constraints: [],
      ...more,
    },
    discounts: [0.9, null],
    ceilings: [null, null],
    uncertain: [null, null],
  });

  it('keeps what the format holds exactly', () => {
    const exact = given({
      weights: [0.75],
      values: [{ kind: 'table', values: [1, 0.1] }],
      reservation: { kind: 'utility', utility: 0.2 },
    });
    for (const write of [writeGenius, writeNegmas]) {
      const back = readBack(write(exact)).scenario;
      const [before, after] = [exact.scenario.profiles[0], back.profiles[0]];
      expect({ ...after, provenance: null }).toEqual({ ...before, provenance: null });
    }
    expect(readBack(writeGenius(exact)).discounts).toEqual([0.9, null]);
  });

  it('leaves weights above 1 as they stand where GENIUS cut them before, and divides them else', () => {
    const more = given({ weights: [1.6] });
    const cut = readBack(writeGenius({ ...more, ceilings: [1, null] }));
    expect([cut.scenario.profiles[0]?.weights, cut.ceilings]).toEqual([[1.6], [1, null]]);
    const divided = readBack(writeGenius(more));
    expect([divided.scenario.profiles[0]?.weights, divided.ceilings]).toEqual([[1], [null, null]]);
  });

  it('says what is lost', () => {
    const lossy = given(
      { weights: [50], interactions: [{ issues: [0, 0], values: [] }], reservation: { kind: 'utility', utility: 10 } },
      { constraints: [{ kind: 'required', name: 'The road', answers: [] }] },
    );
    const lost = (written: Written) => ('lost' in written ? written.lost : []);
    expect(lost(writeGenius(lossy))).toEqual([
      'Who says that the parties value things so is left out: a: own, b: own.',
      'Limits on packages are left out, so that more packages are possible: The road.',
      'What pairs of answers are worth together to a is left out, so its totals differ.',
      'The points of a are divided by 50, so that its best package is worth 1.',
    ]);
    expect(lost(writeGeniusweb(lossy)).slice(3)).toEqual([
      'The points of a are divided by 50, so that its best package is worth 1.',
      'The reservation value of a is left out, since GeniusWeb holds a package there and no number.',
      'Discounts of later agreements are left out.',
    ]);
    expect(lost(writeNegmas(lossy)).slice(3)).toEqual(['Discounts of later agreements are left out.']);
    const uncertain = [null, { kind: 'ranking' as const, total: 1, ranking: [[0]] }];
    for (const write of [writeGenius, writeGeniusweb, writeNegmas])
      expect(lost(write({ ...given({}), uncertain }))).toContain(
        'Of what is known of the weights of b, only those in the middle are written.',
      );
  });

  it('refuses what a format cannot say at all', () => {
    const rate: Issue = { kind: 'range', name: 'Rate', from: 0, to: 1, step: null };
    const bent = given(
      {
        values: [
          {
            kind: 'piecewise',
            points: [
              { at: 0, value: 0 },
              { at: 0.5, value: 1 },
              { at: 1, value: 0 },
            ],
          },
        ],
      },
      {},
    );
    const [a, b] = bent.scenario.profiles;
    const straight = {
      kind: 'piecewise' as const,
      points: [
        { at: 0, value: 0 },
        { at: 1, value: 1 },
      ],
    };
    const open: ToWrite = {
      ...bent,
      scenario: {
        ...bent.scenario,
        issues: [rate],
        profiles: [a, b].map((profile, i) => ({
          ...party({}),
          party: String(i),
          values: i === 0 ? (profile?.values ?? []) : [straight],
        })),
      },
    };
    for (const write of [writeGenius, writeNegmas, writeGeniusweb])
      expect(write(open)).toEqual({
        refused:
          '“Rate” may be any number of its range, and is not worth a straight line to everybody; this format has no place for that. Give it a step.',
      });
    const negative = given({ values: [{ kind: 'table', values: [1, -1] }] });
    expect(writeGenius(negative)).toEqual({
      refused: 'Some answers to “Road” are worth less than 0 to a; this format holds values from 0 to 1.',
    });
    expect('files' in writeNegmas(negative)).toBe(true);
  });
});
