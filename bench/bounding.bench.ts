// Solutions without the frontier: Nash with proof, the largest least gain, Kalai–Smorodinsky, leximin, the zone of agreement. Processor time of
// one thread and its collector, medians over seeds, warm. Cases: five answers to every issue, every answer efficient within its issue
// (opposed); real weights on a grid of 2^-44, or whole points; each party's reservation is a share of its best total.
import { cpus } from 'node:os';
import { seeded } from '../src/analysis/chance.ts';
import {
  agreementZone,
  kalaiSmorodinskyByBounding,
  leximinByBounding,
  maxMinByBounding,
  minimumSpreadByBounding,
  nashByBounding,
  relativeUtilitarianByBounding,
} from '../src/analysis/bounding/index.ts';
import type { Scores } from '../src/analysis/scores.ts';

const seeds = 9;
const sizes = [
  [2, 50],
  [3, 50],
  [4, 30],
  [5, 20],
  [6, 20],
] as const;
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const rows: (readonly [string, string, string, string, string, string])[] = [];

for (const grid of [2 ** 44, 100])
  for (const [parties, issues] of sizes) {
    const cases = Array.from({ length: seeds }, (_, seed) => opposed(parties, issues, grid, 0.4, seed + 1));
    const zero = Array.from({ length: parties }, () => 0);
    const name = `${parties} × ${issues}, ${grid === 100 ? 'points' : 'real weights'}`;
    measure('Nash', name, cases, (s) => nashByBounding(s, s.floors), parties === 3 || parties === 5 ? '' : '10 ms');
    measure('Largest least gain', name, cases, (s) => maxMinByBounding(s, s.floors), parties === 6 ? '200 ms' : '');
    measure('Kalai–Smorodinsky', name, cases, (s) => kalaiSmorodinskyByBounding(s, s.floors), '');
    measure('Lexicographic max-min', name, cases, (s) => leximinByBounding(s, s.floors), '');
    const ideal = ({ of }: Scores) => of.map((party) => party.reduce((sum, column) => sum + Math.max(...column), 0));
    measure('Relative utilitarian', name, cases, (s) => relativeUtilitarianByBounding(s, s.floors, ideal(s)), '');
    measure('Minimum spread', name, cases, (s) => minimumSpreadByBounding(s, s.floors, ideal(s)), '');
    measure('Zone, open', name, cases, agreementZone, '2 ms');
    measure(
      'Zone, near its edge',
      name,
      cases.map((s) => atEdge(s, zero, 0.97)),
      agreementZone,
      '2 ms',
    );
    measure(
      'Zone, empty',
      name,
      cases.map((s) => atEdge(s, zero, 1.05)),
      agreementZone,
      '2 ms',
    );
  }
console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
console.log('| What | Parties × issues | Median | Worst | Proved | Asked |\n|---|---|---|---|---|---|');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

function measure(
  what: string,
  name: string,
  cases: readonly Scores[],
  solve: (scores: Scores) => object,
  asked: string,
): void {
  const times: number[] = [];
  let proved = 0;
  for (let i = 0; i < 3; i += 1) for (const scores of cases) solve(scores);
  for (const scores of cases) {
    let result = solve(scores);
    const began = process.cpuUsage();
    let runs = 0;
    let spent = 0;
    while (spent < 20 && runs < 20) {
      result = solve(scores);
      runs += 1;
      const { user, system } = process.cpuUsage(began);
      spent = (user + system) / 1000;
    }
    times.push(spent / runs);
    if (!('proved' in result) || result.proved === true)
      proved += 'kind' in result && result.kind !== 'unknown' ? 1 : 0;
  }
  const ms = (time: number): string => `${time.toFixed(time < 10 ? 2 : 0)} ms`;
  rows.push([what, name, ms(median(times)), ms(Math.max(...times)), `${proved} of ${cases.length}`, asked]);
}

/** Floors at this share of the largest equal total (near 1: the zone is a few packages; above 1: it is empty). */
function atEdge(scores: Scores, zero: readonly number[], share: number): Scores {
  const found = maxMinByBounding({ ...scores, floors: zero.map(() => -Infinity) }, zero);
  if ('refused' in found || found.kind !== 'chosen') throw new Error('no package');
  const { least } = found;
  return { ...scores, floors: zero.map(() => Math.ceil(least * share)) };
}

/** A random scenario in which every answer is efficient within its issue. */
function opposed(parties: number, issues: number, grid: number, reservation: number, seed: number): Scores {
  const chance = seeded(seed * 7919 + issues * 31 + parties * 17);
  const shapes = Array.from({ length: issues }, () =>
    Array.from({ length: 5 }, () => {
      const one = Array.from({ length: parties }, () => -Math.log(1 - chance() * 0.9999));
      const length = Math.hypot(...one);
      return one.map((each) => each / length);
    }),
  );
  const columns = Array.from({ length: parties }, (_, p) => {
    const weights = shapes.map(() => 0.15 - Math.log(1 - chance() * 0.999));
    const sum = weights.reduce((a, b) => a + b, 0);
    return shapes.map((shape, i) => {
      const values = shape.map((one) => one[p] ?? 0);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const weight = (weights[i] ?? 0) / sum;
      return Float64Array.from(values, (value) => Math.round(((value - low) / (high - low)) * weight * grid));
    });
  });
  return {
    parties: columns.map((_, p) => `Party ${p + 1}`),
    sizes: Array.from({ length: issues }, () => 5),
    of: columns,
    bonds: [],
    floors: columns.map((party) =>
      Math.round(reservation * party.reduce((sum, column) => sum + Math.max(...column), 0)),
    ),
    step: 1 / grid,
    error: 0,
  };
}
