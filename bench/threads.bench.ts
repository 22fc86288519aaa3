// Long work side by side: sampled weightings of three parties with a condition, and the solutions beyond the budget, in one thread and in as
// many as there are processors. Wall-clock medians in one run, threads started each time, as a command does.
import { availableParallelism, cpus } from 'node:os';
import { seeded, uncertainty, type Scenario } from '../src/analysis/index.ts';
import { solutionNames } from '../src/cli/analyse/bargain.ts';
import { robustlyIn } from '../src/cli/packages/robustly.ts';
import { inThreads, type Threads } from '../src/cli/progress/threads.ts';

const turns = 3;
const weightings = 2_000;
const io = {
  out: () => undefined,
  err: () => undefined,
  colours: false,
  env: {},
  now: () => new Date(),
  asked: () => new Promise<void>(() => undefined),
};
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Whole points by chance, with reservations that leave a zone, and perhaps a condition. */
function scenarioOf(parties: number, issues: number, tied: boolean): Scenario {
  const chance = seeded(issues);
  return {
    issues: Array.from({ length: issues }, (_, i) => ({
      kind: 'options',
      name: `issue ${i}`,
      options: ['a', 'b', 'c', 'd', 'e'],
    })),
    profiles: Array.from({ length: parties }, (_, p) => ({
      party: `party ${p}`,
      provenance: { kind: 'fictional' },
      weights: Array.from({ length: issues }, () => 1),
      values: Array.from({ length: issues }, () => ({
        kind: 'table',
        values: Array.from({ length: 5 }, () => Math.floor(chance() * 1000)),
      })),
      interactions: [],
      reservation: { kind: 'utility', utility: issues * 350 },
    })),
    constraints: tied
      ? [{ kind: 'forbidden', name: 'not both', answers: [0, 1].map((issue) => ({ issue, anyOf: [0] })) }]
      : [],
  };
}

const tied = scenarioOf(3, 8, true);
const ground = {
  scenario: tied,
  uncertain: [null, null, null],
  offers: [],
  redLines: [],
  deal: null,
  remarks: [],
};
const packs = [
  [1, 1, 1, 1, 1, 1, 1, 1],
  [2, 0, 4, 3, 1, 2, 0, 4],
];
const drawn = uncertainty.weightingsOf(tied.profiles, [null, null, null], 0.2, weightings, seeded(1998));
const large = {
  scenario: scenarioOf(6, 40, false),
  ceilings: Array.from({ length: 6 }, () => null),
  budget: 2_000,
  samples: 20,
};
const sought = solutionNames.map((name) => ({ question: large, name, why: 'budget' as const }));

const rows = [
  await compared(
    `${weightings.toLocaleString('en')} weightings, 3 parties × 8 issues, a condition, with Nash and max-min`,
    (threads) => threads.one('robustness', { scenario: tied, weightings: drawn, packages: packs, choices: true }),
    (threads) => robustlyIn(threads, ground, packs, { weightings, off: 0.2, choices: true }),
  ),
  await compared(
    'The solutions by bounding, 6 parties × 40 issues',
    async (threads) => {
      for (const one of sought) await threads.one('solution', one);
    },
    (threads) => threads.each('solution', sought, 'the solutions'),
  ),
];
console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
console.log(`| What | One thread | ${availableParallelism()} threads | Ratio |\n|---|---|---|---|`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

type Work = (threads: Threads) => Promise<unknown>;

async function compared(what: string, alone: Work, together: Work): Promise<readonly string[]> {
  const [one, many]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    one.push(await timed(alone));
    many.push(await timed(together));
  }
  const seconds = (values: readonly number[]): string => `${(median(values) / 1000).toFixed(2)} s`;
  return [what, seconds(one), seconds(many), (median(one) / median(many)).toFixed(1)];
}

async function timed(work: Work): Promise<number> {
  const begun = performance.now();
  await inThreads(io, work);
  return performance.now() - begun;
}
