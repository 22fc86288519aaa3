// npm test [-- FILTER …]: makes the machine ready, runs every test, and closes with one line that counts them all.
// Filters go to vitest; those that name journeys go to Playwright. --slow runs tests/slow instead of the rest.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesUnder } from './bootstrap/fingerprint.mjs';
import { ready } from './bootstrap/ready.mjs';
import { run, say } from './bootstrap/run.mjs';
import { tool } from './bootstrap/tool.mjs';
import { findChromium, findPostgres } from './testing/programs.mjs';
import { closingLine, playwrightTotals, sum, vitestTotals } from './testing/totals.mjs';

const args = process.argv.slice(2).filter((arg) => arg !== '--slow');
const slow = process.argv.includes('--slow');
const filters = args.filter((arg) => !arg.startsWith('-'));
const journeys = filters.filter((filter) => filter.includes('journeys'));
const hasJourneys = filesUnder('tests/journeys').some((file) => file.endsWith('.spec.ts'));
const runsVitest = filters.length === 0 || filters.length > journeys.length;
const runsPlaywright = !slow && hasJourneys && (filters.length === 0 || journeys.length > 0);

const node = await ready({ build: true });
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-reports-'));
process.on('exit', () => fs.rmSync(reports, { recursive: true, force: true }));
const totals = [];
if (runsVitest) totals.push(await vitest());
if (runsPlaywright) totals.push(await playwright());
const total = sum(totals);
for (const problem of total.problems) say(problem);
if (total.passed + total.failed === 0) say('no test was run');
process.exitCode = total.failed > 0 || total.problems.length > 0 || total.passed === 0 ? 1 : 0;
console.log(`\n${closingLine(total)}`);

async function vitest() {
  process.env.PARLEY_POSTGRES_BIN ??= (await findPostgres()) ?? '';
  if (!process.env.PARLEY_POSTGRES_BIN)
    say(
      'no PostgreSQL server here: the tests that need one are left out. Install postgresql, or put its bin folder on the PATH.',
    );
  const report = path.join(reports, 'vitest.json');
  const config = slow ? ['--config', 'vitest.slow.config.ts'] : [];
  const rest = args.filter((arg) => !journeys.includes(arg));
  const code = await run(node, [
    tool('vitest'),
    'run',
    ...config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...rest,
  ]);
  stopIfInterrupted(code);
  return vitestTotals(report, code);
}

async function playwright() {
  const chromium = await findChromium();
  const report = path.join(reports, 'playwright.json');
  const env = { ...process.env, CHROMIUM: chromium ?? '', PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const list = chromium ? [] : ['--list'];
  if (!chromium)
    say('no Chromium here: the journeys are left out. Install chromium, or set CHROMIUM to the path of one.');
  const code = await run(
    node,
    [tool('@playwright/test', 'playwright'), 'test', '--reporter=list,json', ...list, ...journeys],
    { env },
  );
  stopIfInterrupted(code);
  return playwrightTotals(report, code, { isListed: !chromium });
}

function stopIfInterrupted(code) {
  if (code === 130 || code === 143) process.exit(code);
}
