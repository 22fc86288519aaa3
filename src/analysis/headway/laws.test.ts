import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Issue, Profile } from '../scenario.ts';
import type { Answer } from './answer.ts';
import { concessionsIn } from './concessions.ts';
import { gapBetween } from './gap.ts';
import { headwayByRound } from './headway.ts';
import { asOfRound, checkHistory, type History, type Move } from './history.ts';
import type { Obstacle } from './obstacle.ts';
import { obstaclesIn } from './obstacles.ts';
import { paceOf } from './pace.ts';
import { conductIn, reciprocityIn } from './reciprocity.ts';
import { standingIn } from './standing.ts';

const names = ['Upstream', 'Downstream', 'Hillside'];
const issueSets: readonly Issue[] = [
  { kind: 'range', name: 'flow', from: 0, to: 64, step: null, unit: 'm³/s' },
  { kind: 'options', name: 'data', options: ['monthly', 'daily', 'continuous'] },
  { kind: 'range', name: 'filling', from: -8, to: 8, step: 1, unit: 'years' },
];

const kinds = ['position', 'offer', 'offer', 'offer', 'acceptance', 'red-line', 'withdrawal'] as const;
/** Whole numbers in ranges whose lengths are powers of two: every gap is exact. */
const answerTo = (issue: Issue): fc.Arbitrary<Answer> => {
  if (issue.kind === 'options') return fc.constantFrom(...issue.options);
  const number = fc.integer({ min: issue.from, max: issue.to });
  const span = fc.tuple(number, number).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  return fc.oneof({ weight: 6, arbitrary: number }, { weight: 1, arbitrary: span });
};

const histories = fc
  .record({
    parties: fc.integer({ min: 2, max: 3 }),
    issues: fc.integer({ min: 1, max: 3 }),
    rounds: fc.integer({ min: 0, max: 5 }),
  })
  .chain(({ parties, issues, rounds }) => {
    const move = fc.integer({ min: 0, max: issues - 1 }).chain((issue) =>
      fc
        .record({
          kind: fc.constantFrom(...kinds),
          party: fc.constantFrom(...names.slice(0, parties)),
          round: rounds === 0 ? fc.constant(null) : fc.option(fc.integer({ min: 1, max: rounds }), { freq: 6 }),
          answer: answerTo(issueSets[issue]!),
        })
        .map((made) => ({ ...made, issue, answer: made.kind === 'withdrawal' ? null : made.answer })),
    );
    return fc.array(move, { maxLength: 40 }).map((made): History => {
      const ordered = rounds === 0 ? made : made.toSorted((a, b) => (a.round ?? 0) - (b.round ?? 0));
      const moves = ordered.map((each, at): Move => ({ ...each, at, ref: `r${at}` }));
      return { parties: names.slice(0, parties), issues: issueSets.slice(0, issues), rounds, moves };
    });
  });

const profileOf = (party: string, history: History, points: readonly number[]): Profile => ({
  party,
  provenance: { kind: 'fictional' },
  weights: history.issues.map((_, i) => points[i]!),
  values: history.issues.map((issue, i) =>
    issue.kind === 'options'
      ? { kind: 'table', values: issue.options.map((_, o) => points[3 + i + o]!) }
      : {
          kind: 'piecewise',
          points: [
            { at: issue.from, value: points[3 + i]! },
            { at: issue.to, value: points[4 + i]! },
          ],
        },
  ),
  interactions: [],
  reservation: null,
});
const pointLists = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 9, maxLength: 9 }), {
  minLength: 3,
  maxLength: 3,
});

const everything = (history: History, profiles: readonly Profile[] = []) => ({
  standing: standingIn(history, profiles),
  headway: headwayByRound(history, profiles),
  obstacles: obstaclesIn(history),
  concessions: concessionsIn(history, profiles),
});

test('without positions there is no gap, no obstacle, no pace', () => {
  fc.assert(
    fc.property(histories, (history) => {
      expect(checkHistory(history)).toBeNull();
      const { standing, headway, obstacles, concessions } = everything({ ...history, moves: [] });
      expect(standing.overall).toMatchObject({ gap: null, utility: null, measured: 0 });
      expect(standing.issues.map(({ status }) => status)).toEqual(history.issues.map(() => 'unknown'));
      expect(obstacles).toEqual([]);
      expect(paceOf(headway)).toBeNull();
      expect(concessions.flatMap((act) => act.steps)).toEqual([]);
    }),
  );
});

test('an issue is agreed exactly when its gap is 0 and every party has answered', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { issue, status, gap, stands, since } of standingIn(history).issues) {
        const all = stands.length === history.parties.length;
        const meet = (answer: Answer) =>
          stands.every((other) => gapBetween(history.issues[issue]!, [answer, other.answer]) === 0);
        expect(status === 'agreed').toBe(all && stands.every((stand) => meet(stand.answer)));
        expect(status === 'agreed').toBe(gap === 0);
        expect(gap === null).toBe(!all);
        expect(since === null).toBe(gap === null);
      }
    }),
  );
});

test('the latest answers are found as the obvious way finds them, and a gap dates from the last move that changed it', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { issue, stands, gap, since } of standingIn(history).issues) {
        const moves = history.moves.filter((move) => move.issue === issue && move.kind !== 'red-line');
        const latest = history.parties.map((party) => moves.findLast((move) => move.party === party)?.answer ?? null);
        expect(stands.map((stand) => stand.answer)).toEqual(latest.filter((answer) => answer !== null));
        if (since === null) continue;
        const ends = history.moves.map(
          (_, n) => standingIn({ ...history, moves: history.moves.slice(0, n + 1) }).issues[issue]!.gap,
        );
        const place = history.moves.findIndex((move) => move.ref === since.ref);
        expect(ends.slice(place).every((each) => each === gap)).toBe(true);
        expect(ends[place - 1] ?? null).not.toBe(gap);
      }
    }),
    { numRuns: 40 },
  );
});

test('a gap on a range is the same on any other scale of it', () => {
  fc.assert(
    fc.property(
      histories,
      fc.constantFrom(0.25, 2, 16),
      fc.integer({ min: -50, max: 50 }),
      (history, factor, shift) => {
        const on = (n: number) => n * factor + shift;
        const scaled: History = {
          ...history,
          issues: history.issues.map((issue) =>
            issue.kind === 'range' ? { ...issue, from: on(issue.from), to: on(issue.to) } : issue,
          ),
          moves: history.moves.map((move) => ({ ...move, answer: rescaled(move.answer, on) })),
        };
        expect(standingIn(scaled).issues.map(({ gap }) => gap)).toEqual(
          standingIn(history).issues.map(({ gap }) => gap),
        );
        expect(headwayByRound(scaled)).toEqual(headwayByRound(history));
        expect(obstaclesIn(scaled).map(bare)).toEqual(obstaclesIn(history).map(bare));
      },
    ),
  );
});

test('the order of parties, and of profiles, changes nothing but the order of what is said', () => {
  fc.assert(
    fc.property(histories, pointLists, (history, points) => {
      const profiles = history.parties.map((party, p) => profileOf(party, history, points[p]!));
      const turned = everything({ ...history, parties: history.parties.toReversed() }, profiles.toReversed());
      const straight = everything(history, profiles);
      expect(turned.standing.overall).toEqual(straight.standing.overall);
      expect(turned.headway).toEqual(straight.headway);
      expect(turned.obstacles.map(bare)).toEqual(straight.obstacles.map(bare));
      const pairs = (all: typeof straight) =>
        new Map(all.standing.pairs.map((pair) => [pair.parties.toSorted().join(), pair.overall]));
      expect(pairs(turned)).toEqual(pairs(straight));
      const acts = (all: typeof straight) =>
        new Map(
          all.concessions.map(({ party, round, moved, isUnilateral, worth }) => [
            `${party} ${round}`,
            { moved, isUnilateral, worth: new Map(worth.map((each) => [each.party, each.change])) },
          ]),
        );
      expect(acts(turned)).toEqual(acts(straight));
    }),
  );
});

test('other names of parties and options, and another order of issues, change nothing but names', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const name = (party: string) => `The ${party} side`;
      const called = (answer: Answer | null) => (typeof answer === 'string' ? `to ${answer}` : answer);
      const count = history.issues.length;
      const renamed: History = {
        ...history,
        parties: history.parties.map(name),
        issues: history.issues
          .map((issue) =>
            issue.kind === 'options' ? { ...issue, options: issue.options.map((o) => `to ${o}`).reverse() } : issue,
          )
          .reverse(),
        moves: history.moves.map((move) => ({
          ...move,
          party: name(move.party),
          issue: count - 1 - move.issue,
          answer: called(move.answer),
        })),
      };
      expect(standingIn(renamed).overall).toEqual(standingIn(history).overall);
      const marks = (all: History) =>
        headwayByRound(all).map(({ overall, change, isSetBack, isSilent }) => ({
          overall,
          change,
          isSetBack,
          isSilent,
        }));
      expect(marks(renamed)).toEqual(marks(history));
      expect(obstaclesIn(renamed).map(bare)).toEqual(
        obstaclesIn(history)
          .map(bare)
          .map((each) => ({ ...each, party: name(each.party), issue: count - 1 - each.issue })),
      );
    }),
  );
});

test('what has been detected stays detected when later moves are appended', () => {
  fc.assert(
    fc.property(histories, fc.nat(), (history, cut) => {
      const earlier = { ...history, moves: history.moves.slice(0, cut % (history.moves.length + 1)) };
      const found = obstaclesIn(earlier);
      expect(obstaclesIn(history).slice(0, found.length)).toEqual(found);
    }),
  );
});

test('an obstacle names moves that are there: the later one by its party, the earlier ones before it; it speaks of no blame', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const place = new Map(history.moves.map((move, at) => [move.ref, at]));
      for (const { now, before, party, issue, sentence } of obstaclesIn(history)) {
        expect(sentence).not.toMatch(/blame|fault|guilt|obstruct|refus|fail|broke|stubborn|selfish|unreasonable|bad/i);
        expect(history.moves[place.get(now)!]).toMatchObject({ party, issue });
        for (const ref of before) expect(place.get(ref)!).toBeLessThan(place.get(now)!);
      }
    }),
  );
});

test('a round is a set-back exactly when the gap, like with like, is greater than before; the refs are of its own moves', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { round, gaps, change, isSetBack, issues } of headwayByRound(history)) {
        const [before, after] = [round - 1, round].map((r) =>
          standingIn(asOfRound(history, r)).issues.map(({ gap }) => gap),
        );
        expect(gaps).toEqual(after);
        const both = history.issues.map((_, i) => i).filter((i) => before![i] !== null && after![i] !== null);
        const mean = (all: readonly (number | null)[]) => both.reduce((sum, i) => sum + all[i]!, 0) / both.length;
        expect(change?.issues ?? 0).toBe(both.length);
        expect(isSetBack).toBe(both.length > 0 && mean(after!) > mean(before!));
        for (const each of issues) {
          expect(each).toMatchObject({ before: before![each.issue], after: after![each.issue] });
          for (const ref of each.refs) expect(history.moves.find((move) => move.ref === ref)!.issue).toBe(each.issue);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('the scale of a party’s points changes neither gaps in utility nor what steps are worth', () => {
  fc.assert(
    fc.property(histories, pointLists, fc.constantFrom(3, 0.1, 1000), (history, points, factor) => {
      const profiles = history.parties.map((party, p) => profileOf(party, history, points[p]!));
      const [first, ...others] = profiles;
      const scaled = [{ ...first!, weights: first!.weights.map((weight) => weight * factor) }, ...others];
      expect(everything(history, scaled)).toEqual(everything(history, profiles));
      const utility = standingIn(history, profiles).overall.utility ?? 0;
      expect(utility >= 0 && utility <= 1 + 1e-9).toBe(true);
    }),
  );
});

test('answers to another’s concessions are never more than the occasions, and conduct adds up', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const concessions = concessionsIn(history);
      for (const { occasions, answered } of reciprocityIn(concessions)) expect(answered).toBeLessThanOrEqual(occasions);
      for (const { party, towards, away } of conductIn(concessions)) {
        const moved = concessions.filter((act) => act.party === party).reduce((sum, act) => sum + act.moved, 0);
        expect(towards - away).toBeCloseTo(moved, 9);
      }
    }),
  );
});

function rescaled(answer: Answer | null, on: (n: number) => number): Answer | null {
  if (typeof answer === 'number') return on(answer);
  return typeof answer === 'object' && answer !== null ? { from: on(answer.from), to: on(answer.to) } : answer;
}

/** An obstacle without words and without the order in which the earlier answers are named. */
const bare = (found: Obstacle) => ({ ...found, sentence: '', before: found.before.toSorted() });
