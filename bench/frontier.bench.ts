// The exact frontier, with points and packages recoverable, warm; the slider; sampled weightings; memory. CPU time, medians.
// bench/README.md keeps the figures.
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { seeded, type Chance } from '../src/analysis/chance.ts';
import { efficientOften, frontierOf, sliderOf, type MergedFrontier } from '../src/analysis/frontier/index.ts';
import { outcomesOf, type Scores } from '../src/analysis/scores.ts';

/** How values are made: independent; opposed (every answer is efficient inside its issue); or what one gains the other loses. */
type Kind = 'independent' | 'opposed' | 'constant sum';
/** The grid: 2^-44 of the whole; weights of 100 in all × values 0 to 100; whole points, 100 in all. */
type Grid = 'real' | '10^4' | 'points';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const cpu = (): number => (({ user, system }) => (user + system) / 1000)(process.cpuUsage());
const rows: string[][] = [];
/** What a process took for each kind, in MB. */
const memory: number[] = [];

exact(2, 30, 5, 'opposed', 'points', 2);
exact(2, 50, 5, 'opposed', 'real', 10);
exact(2, 50, 5, 'independent', 'real', 10);
exact(2, 30, 50, 'opposed', 'real', 150);
exact(2, 50, 5, 'constant sum', '10^4', 60);
exact(3, 15, 5, 'opposed', 'real', 50);
exact(4, 10, 5, 'opposed', 'real', 80);
exact(5, 8, 5, 'opposed', 'real', 400);
exact(6, 8, 5, 'opposed', 'real', 400);
slide(2, 50);
slide(3, 15);
slide(4, 8);
sampled();
rows.push([
  'Memory of a process that works out one of these frontiers',
  '',
  `${Math.max(...memory)} MB at the most`,
  '100 MB',
]);
console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
console.log('| What | Points | Median (least) CPU | Asked |\n|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

/** Five scenarios of the kind: the median over them of each one's median. */
function exact(parties: number, issues: number, answers: number, kind: Kind, grid: Grid, asked: number): void {
  const found = [1, 2, 3, 4, 5].map((seed) => {
    const drawn = seeded(seed * 7919 + issues * 31 + parties * 17 + answers);
    const scores = scenario(drawn, parties, issues, answers, kind, grid);
    return timed(() => mergedFrontier(scores));
  });
  const first = scenario(seeded(7919 + issues * 31 + parties * 17 + answers), parties, issues, answers, kind, grid);
  memory.push(
    Number(
      execFileSync(process.execPath, [new URL('frontier-memory.mjs', import.meta.url).pathname], {
        input: JSON.stringify({ ...first, of: first.of.map((own) => own.map((values) => [...values])) }),
      }),
    ),
  );
  const outcomes = outcomesOf({ sizes: Array.from({ length: issues }, () => answers) }).toString().length - 1;
  rows.push([
    `${parties} parties, ${issues} issues of ${answers} (10^${outcomes}), ${kind}, ${grid}`,
    median(found.map(({ last }) => last.size)).toLocaleString('en'),
    `${median(found.map(({ middle }) => middle)).toFixed(2)} (${Math.min(...found.map(({ least }) => least)).toFixed(2)}) ms`,
    `under ${asked} ms`,
  ]);
}

/** One move of a weight: the frontier, and a package of one of its points. */
function slide(parties: number, issues: number): void {
  const scores = scenario(seeded(issues), parties, issues, 5, 'opposed', 'real');
  const slider = sliderOf(scores, { party: 1, issue: 2, weight: 1, others: issues - 1 });
  if ('refused' in slider) throw new Error(slider.refused);
  let weight = 0.5;
  const { middle, least, last } = timed(() => {
    weight = weight > 3 ? 0.5 : weight + 0.0137;
    const moved = slider.at(weight);
    moved.packageAt(moved.size >> 1);
    return moved;
  });
  rows.push([
    `A move of a weight, ${parties} parties, ${issues} issues`,
    last.size.toLocaleString('en'),
    `${middle.toFixed(2)} (${least.toFixed(2)}) ms`,
    'under 16 ms',
  ]);
}

function sampled(): void {
  const chance = seeded(11);
  const [samples, issues] = [10_000, 8];
  for (const kind of ['independent', 'opposed'] as const) {
    const { of, sizes } = scenario(chance, 2, issues, 5, kind, 'real');
    const weights = of.map(() => Float64Array.from({ length: samples * issues }, () => 0.5 + chance()));
    const { middle, least, last } = timed(() => efficientOften({ sizes, values: of, weights }));
    if ('refused' in last) throw new Error(last.refused);
    rows.push([
      `10,000 sampled weightings, 2 parties, 8 issues of 5, ${kind}`,
      `${last.packages.length.toLocaleString('en')} packages`,
      `${middle.toFixed(0)} (${least.toFixed(0)}) ms`,
      'under 500 ms',
    ]);
  }
}

function mergedFrontier(scores: Scores): MergedFrontier {
  const frontier = frontierOf(scores);
  if ('refused' in frontier) throw new Error(frontier.refused);
  return frontier;
}

/** At least seven runs after two to warm up, each long enough for the clock. */
function timed<T>(run: () => T): { readonly middle: number; readonly least: number; readonly last: T } {
  run();
  const before = cpu();
  let last = run();
  const runs = Math.max(1, Math.ceil(5 / Math.max(cpu() - before, 0.01)));
  const times = Array.from({ length: 7 }, () => {
    const began = cpu();
    for (let i = 0; i < runs; i++) last = run();
    return (cpu() - began) / runs;
  });
  return { middle: median(times), least: Math.min(...times), last };
}

function scenario(chance: Chance, parties: number, issues: number, answers: number, kind: Kind, grid: Grid): Scores {
  const own = Array.from({ length: parties }, () => weightsOf(chance, issues, grid));
  const weights = kind === 'constant sum' ? own.map((_, __, [first]) => first ?? []) : own;
  const values = Array.from({ length: issues }, () => valuesOf(chance, parties, answers, kind));
  const of = weights.map((weight, p) =>
    values.map((columns, i) => Float64Array.from(columns[p] ?? [], (v) => snapped(v, weight[i] ?? 0, grid))),
  );
  return {
    parties: weights.map((_, p) => `party ${p}`),
    sizes: Array.from({ length: issues }, () => answers),
    of,
    bonds: [],
    floors: weights.map(() => -Infinity),
    step: grid === 'real' ? 2 ** -44 : grid === '10^4' ? 1e-4 : 1e-2,
    error: 0,
  };
}

function weightsOf(chance: Chance, issues: number, grid: Grid): readonly number[] {
  const raw = Array.from({ length: issues }, () => -Math.log(1 - chance() * 0.999) + 0.15);
  const real = raw.map((w) => w / sum(raw));
  if (grid === 'real') return real;
  let whole = real.map((w) => Math.max(1, Math.floor(w * 100)));
  for (let i = 0; sum(whole) < 100; i = (i + 1) % issues) whole = whole.map((w, j) => (j === i ? w + 1 : w));
  while (sum(whole) > 100) {
    const most = whole.indexOf(Math.max(...whole));
    whole = whole.map((w, j) => (j === most ? w - 1 : w));
  }
  return whole;
}

function valuesOf(chance: Chance, parties: number, answers: number, kind: Kind): readonly (readonly number[])[] {
  const any = (): number[] => Array.from({ length: answers }, chance);
  const rising = (): number[] => any().sort((a, b) => a - b);
  if (kind === 'constant sum') {
    const first = stretched(rising());
    return [first, first.map((v) => 1 - v)];
  }
  if (kind === 'independent') return Array.from({ length: parties }, () => stretched(any()));
  if (parties === 2) return [stretched(rising()), stretched(rising().reverse())];
  // On a sphere no answer gives one party more and none less.
  const answersOn = Array.from({ length: answers }, () => {
    const at = Array.from({ length: parties }, () => -Math.log(1 - chance() * 0.9999));
    return at.map((x) => x / Math.hypot(...at));
  });
  return Array.from({ length: parties }, (_, p) => stretched(answersOn.map((at) => at[p] ?? 0)));
}

function stretched(values: readonly number[]): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return values.map((v) => (high > low ? (v - low) / (high - low) : 1));
}

function snapped(value: number, weight: number, grid: Grid): number {
  if (grid === 'real') return Math.round(value * weight * 2 ** 44);
  return grid === '10^4' ? Math.round(value * 100) * weight : Math.round(value * weight);
}
