// How often forecasts of when the gap closes came true in simulated talks: the table that the analysis keeps, and a longer one from other
// seeds with the interval of each share. Deterministic but for the time it took.
import { seeded } from '../src/analysis/chance.ts';
import { calibration, calibrationOf, calibrationTrials, shareInterval } from '../src/analysis/headway/index.ts';

const talks = Number(process.env['TALKS'] ?? 20_000);
const before = process.cpuUsage();
print('kept', calibration.seed, calibration.talks);
print('longer', calibration.seed + 1, talks);
console.log(`\n${(process.cpuUsage(before).user / 1e6).toFixed(1)} s of processor time, Node ${process.version}`);

function print(name: string, seed: number, talks: number): void {
  const trials = calibrationTrials(seeded(seed), talks);
  const share = trials.filter((trial) => trial.cameTrue).length / trials.length;
  const score = trials.reduce((sum, t) => sum + (t.chance - Number(t.cameTrue)) ** 2, 0) / trials.length;
  console.log(`\nThe ${name} table: seed ${seed}, ${talks} talks, ${trials.length} forecasts`);
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
