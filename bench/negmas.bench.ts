// The exact frontier with its solutions, beside NegMAS on the same scenarios: CPU time, medians, and ratios within one run.
// Needs a Python that has NegMAS: BENCH_PYTHON=path/to/python (pip install negmas). bench/README.md keeps the figures.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { frontiers, solutions, type Scores } from '../src/analysis/index.ts';
import { seeded, type Chance } from '../src/analysis/chance.ts';

const python = process.env['BENCH_PYTHON'];
if (python === undefined) {
  console.log('BENCH_PYTHON names no Python with NegMAS; nothing is compared.');
  process.exit(0);
}
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const cpu = (): number => (({ user, system }) => (user + system) / 1000)(process.cpuUsage());
const folder = mkdtempSync(join(tmpdir(), 'parley-peers-'));
const rows: string[][] = [];
let version = '';

for (const [parties, issues, answers, kind] of [
  [2, 3, 10, 'independent'],
  [2, 4, 10, 'independent'],
  [2, 5, 10, 'independent'],
  [2, 6, 10, 'independent'],
  [2, 10, 5, 'independent'],
  [2, 4, 10, 'opposed'],
  [2, 6, 10, 'opposed'],
  [2, 10, 10, 'opposed'],
  [3, 5, 10, 'independent'],
] as const) {
  const scores = scenario(seeded(issues * 31 + answers + parties), parties, issues, answers, kind);
  const outcomes = answers ** issues;
  const file = join(folder, 'scenario.json');
  writeFileSync(
    file,
    JSON.stringify({
      sizes: scores.sizes,
      scores: scores.of.map((party) => party.map((of) => [...of].map((value) => value * scores.step))),
      enumerate: outcomes <= 1_000_000,
      runs: outcomes > 100_000 ? 1 : 3,
      mergeRuns: outcomes > 100_000 && kind === 'opposed' ? 3 : 31,
    }),
  );
  // In turn, since the machine is not always equally fast; of each the median.
  const turns = Array.from({ length: outcomes > 100_000 ? 1 : 9 }, () => ({
    own: timed(() => solved(scores)),
    ownMerge: timed(() => merged(scores).size),
    peer: JSON.parse(
      execFileSync(python, [new URL('peers/negmas_frontier.py', import.meta.url).pathname, file], { encoding: 'utf8' }),
    ) as Peer,
  }));
  const [{ ownMerge, peer }] = turns as [(typeof turns)[0]];
  const own = median(turns.map((turn) => turn.own.middle));
  const ownAlone = median(turns.map((turn) => turn.ownMerge.middle));
  const whole = peer.frontier === null ? null : median(turns.map((turn) => turn.peer.frontier! * 1000));
  const merge = peer.merge === null ? null : median(turns.map((turn) => turn.peer.merge! * 1000));
  version = `NegMAS ${peer.version} on Python ${peer.python}`;
  rows.push([
    `${parties} parties, ${issues} issues of ${answers} (${outcomes.toLocaleString('en')}), ${kind}`,
    `${ownMerge.last} / ${peer.mergePoints ?? peer.points ?? '—'}`,
    `${own.toFixed(3)} ms`,
    ...beside(own, whole),
    `${ownAlone.toFixed(3)} ms`,
    ...beside(ownAlone, merge),
  ]);
}
rmSync(folder, { recursive: true });
console.log(`\nNode ${process.version}, ${version}, ${cpus().length} × ${cpus()[0]?.model}\n`);
console.log(
  '| Scenario (outcomes) | Points, Parley / NegMAS | Frontier and five solutions | NegMAS | Ratio | Frontier alone | NegMAS’s merge | Ratio |\n|---|---|---|---|---|---|---|---|',
);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

interface Peer {
  readonly version: string;
  readonly python: string;
  readonly frontier: number | null;
  readonly merge: number | null;
  readonly points?: number;
  readonly mergePoints?: number;
}

/** The peer’s milliseconds and how many times ours they are. */
function beside(own: number, peer: number | null): readonly string[] {
  if (peer === null) return ['—', '—'];
  return [`${peer.toFixed(peer < 1 ? 3 : 0)} ms`, `${Math.round(peer / own).toLocaleString('en')}×`];
}

function merged(scores: Scores): frontiers.MergedFrontier {
  const found = frontiers.frontierOf(scores);
  if ('refused' in found) throw new Error(found.refused);
  return found;
}

/** The frontier, and what NegMAS is asked for: Nash, Kalai, Kalai–Smorodinsky, greatest welfare and greatest relative welfare. */
function solved(scores: Scores): number {
  const points = merged(scores);
  const disagreement = scores.parties.map(() => 0);
  const ideal = scores.of.map((party) => party.reduce((sum, of) => sum + Math.max(...of), 0));
  solutions.nash(points, disagreement);
  solutions.egalitarian(points, disagreement);
  solutions.kalaiSmorodinsky(points, disagreement, ideal);
  solutions.utilitarian(points, disagreement);
  solutions.relativeUtilitarian(points, disagreement, ideal);
  return points.size;
}

function timed<T>(work: () => T): { readonly middle: number; readonly last: T } {
  let last = work();
  // Warm: a server has worked out many frontiers before; NegMAS's Python needs no warming.
  const cold = cpu();
  while (cpu() - cold < 1000) last = work();
  const began = cpu();
  last = work();
  const times = Math.max(1, Math.ceil(20 / Math.max(0.05, cpu() - began)));
  const samples = Array.from({ length: 15 }, () => {
    const start = cpu();
    for (let i = 0; i < times; i += 1) last = work();
    return (cpu() - start) / times;
  });
  return { middle: median(samples), last };
}

/** Weights that sum to 1 times values from 0 to 1, on a grid of 2^-40: independent values, or such that every answer is efficient in its issue. */
function scenario(
  chance: Chance,
  parties: number,
  issues: number,
  answers: number,
  kind: 'independent' | 'opposed',
): Scores {
  const step = 2 ** -40;
  const weights = Array.from({ length: parties }, () => {
    const all = Array.from({ length: issues }, () => 0.2 + chance());
    const total = all.reduce((sum, weight) => sum + weight, 0);
    return all.map((weight) => weight / total);
  });
  const values = Array.from({ length: issues }, () =>
    Array.from({ length: parties }, (_, p) => {
      const drawn = Array.from({ length: answers }, chance);
      if (kind === 'independent') return drawn;
      return drawn.sort((a, b) => (p === 0 ? a - b : b - a));
    }),
  );
  return {
    parties: weights.map((_, p) => `Party ${p + 1}`),
    sizes: Array.from({ length: issues }, () => answers),
    of: weights.map((own, p) =>
      own.map((weight, i) => Float64Array.from(values[i]?.[p] ?? [], (value) => Math.round((weight * value) / step))),
    ),
    bonds: [],
    floors: weights.map(() => Number.NEGATIVE_INFINITY),
    step,
    error: 0,
  };
}
