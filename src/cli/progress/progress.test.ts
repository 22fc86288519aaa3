import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { listening } from '../../../tests/cli/captured.ts';
import type { Question } from '../analyse/analysis.ts';
import { analyse } from '../analyse/analyse.ts';
import { barLine, barOn } from './bar.ts';
import { inThreads } from './threads.ts';

test('a bar says how far the work is and how long it will take, as far as that is known', () => {
  expect(barLine({ doing: 'the frontier', expected: 10_000 }, 2_500, 6_000)).toBe(
    '[======                  ] about 8 s left: the frontier',
  );
  expect(barLine({ doing: 'the frontier', expected: 10_000 }, 12_000, 20_000)).toBe(
    '[======================= ] nearly done: the frontier',
  );
  expect(barLine({ doing: 'the frontier', expected: 600_000 }, 0, 3_000)).toContain('about 10 min left');
  expect(barLine({ doing: 'the report', expected: null }, 0, 6_000)).toBe('6 s so far: the report');
});

test('nothing is drawn where nobody watches, and what is drawn is wiped', () => {
  const drawn: string[] = [];
  const bar = barOn({ over: (text) => drawn.push(text) });
  bar.tell({ doing: 'the frontier', expected: 100 });
  bar.end();
  expect(drawn).toEqual(['']);
  const none = barOn({});
  none.tell({ doing: 'the frontier', expected: 100 });
  none.end();
});

/** A question over so many issues and parties. */
const questionOf = (issues: number, parties: number): Question => ({
  scenario: {
    issues: Array.from({ length: issues }, (_, i) => ({
      kind: 'options',
      name: `${i}`,
      options: ['a', 'b', 'c', 'd', 'e'],
    })),
    profiles: Array.from({ length: parties }, (_, p) => ({
      party: `${p}`,
      provenance: { kind: 'fictional' },
      weights: Array.from({ length: issues }, () => 1),
      values: Array.from({ length: issues }, (_each, i) => ({
        kind: 'table',
        values: Array.from({ length: 5 }, (_value, a) => ((i + 7) * (a + 3) * (p + 11) * 7919) % 10_007),
      })),
      interactions: [],
      reservation: null,
    })),
    constraints: [],
  },
  ceilings: Array.from({ length: parties }, () => null),
  budget: 5_000_000,
  samples: 20,
});

const small = questionOf(3, 2);
/** A frontier of so many points that it would take minutes. */
const endless = questionOf(40, 6);

test('work in its own thread ends when it is asked to, in the middle of what it does', async () => {
  const { io, end } = listening();
  const work = inThreads(io, (threads) => threads.one('analyse', endless));
  await after(1_500);
  end();
  expect(await work).toBeNull();
});

test('pieces of work are done side by side, come back in their order, and are counted', async () => {
  const drawn: string[] = [];
  const io = { ...listening().io, over: (text: string) => void drawn.push(text) };
  const budgets = [1, 2, 5];
  const found = await inThreads(io, (threads) =>
    threads.each(
      'analyse',
      budgets.map((budget) => ({ ...small, budget })),
      'the frontiers',
    ),
  );
  expect(found?.map(({ analysis }) => analysis.frontier.points.length)).toEqual(
    budgets.map((budget) => analyse({ ...small, budget }, () => undefined).analysis.frontier.points.length),
  );
  expect(drawn.at(-1)).toBe('');
});

test('a piece that fails ends them all, and says why', async () => {
  const broken = { ...small, scenario: { ...small.scenario, profiles: [] } };
  await expect(
    inThreads(listening().io, (threads) => threads.each('analyse', [small, broken], 'the frontiers')),
  ).rejects.toThrow('Invalid typed array length');
});
