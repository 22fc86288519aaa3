// How much memory a process takes that works out one frontier and nothing else, with the compiled library: reads a scenario's scores as
// JSON, prints the most that it held, in MB. For frontier.bench.ts.
import { readFileSync } from 'node:fs';
import { frontierOf } from '../dist/analysis/frontier/index.js';

const { floors, of, ...rest } = JSON.parse(readFileSync(0, 'utf8'));
const scores = {
  ...rest,
  floors: floors.map((floor) => floor ?? -Infinity),
  of: of.map((issues) => issues.map((values) => Float64Array.from(values))),
};
frontierOf(scores);
// Not the usage that Node tells: Linux counts what the parent had when it began this process.
const [, most] = /VmHWM:\s*(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'));
console.log(Math.round((Number(most) * 1024) / 1e6));
