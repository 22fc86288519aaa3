// How often forecasts of when the gap closes came true in simulated talks (the table that the analysis keeps, and a longer one from other
// seeds) and in published ones, with the interval of each share. Deterministic but for the time it took.
import { seeded } from '../src/analysis/chance.ts';
import {
  calibration,
  calibrationOf,
  calibrationTrials,
  publishedTalks,
  publishedTrials,
  shareInterval,
  type Trial,
} from '../src/analysis/headway/index.ts';

const talks = Number(process.env['TALKS'] ?? 20_000);
const before = process.cpuUsage();
print(
  `kept table: seed ${calibration.seed}, ${calibration.talks} talks`,
  simulated(calibration.seed, calibration.talks),
);
print(`longer table: seed ${calibration.seed + 1}, ${talks} talks`, simulated(calibration.seed + 1, talks));
print(`table of ${publishedTalks.length} published talks`, publishedTrials(publishedTalks));
console.log(`\n${(process.cpuUsage(before).user / 1e6).toFixed(1)} s of processor time, Node ${process.version}`);

function simulated(seed: number, talks: number): readonly Trial[] {
  return calibrationTrials(seeded(seed), talks);
}

function print(name: string, trials: readonly Trial[]): void {
  const share = trials.filter((trial) => trial.cameTrue).length / trials.length;
  const score = trials.reduce((sum, t) => sum + (t.chance - Number(t.cameTrue)) ** 2, 0) / trials.length;
  console.log(`\nThe ${name}, ${trials.length} forecasts`);
  console.log(
    `Brier score ${score.toFixed(4)}; ${(share * (1 - share)).toFixed(4)} for always saying ${share.toFixed(3)}\n`,
  );
  console.log('| Forecast | Forecasts | Came true | Share | 95 % interval |\n|---|---|---|---|---|');
  for (const row of calibrationOf(trials)) {
    const { from, to } = shareInterval(row);
    const said = `${row.from.toFixed(1)}–${row.to.toFixed(1)}`;
    const came = row.forecasts === 0 ? '–' : (row.cameTrue / row.forecasts).toFixed(2);
    console.log(`| ${said} | ${row.forecasts} | ${row.cameTrue} | ${came} | ${from.toFixed(2)}–${to.toFixed(2)} |`);
  }
}
