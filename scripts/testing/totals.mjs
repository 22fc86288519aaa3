import fs from 'node:fs';

const none = { passed: 0, failed: 0, skipped: 0, problems: [] };

/** What vitest's JSON report counts. A file that could not be loaded counts as one failed test. */
export function vitestTotals(file, code) {
  const report = parsed(file);
  if (!report) return { ...none, problems: [`vitest ended with code ${code} and without a report`] };
  const broken = report.testResults.filter(
    (f) => f.status === 'failed' && !f.assertionResults.some((t) => t.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    problems: problems('vitest', code, failed),
  };
}

/** What Playwright's JSON report counts; where there is no browser, the tests that it lists count as skipped. */
export function playwrightTotals(file, code, { isListed = false } = {}) {
  const report = parsed(file);
  if (!report) return { ...none, problems: [`Playwright ended with code ${code} and without a report`] };
  if (isListed)
    return {
      ...none,
      skipped: report.suites.reduce((n, suite) => n + listed(suite), 0),
      problems: problems('Playwright', code, 0),
    };
  const { expected, flaky, unexpected, skipped } = report.stats;
  const failed = unexpected + (unexpected === 0 ? report.errors.length : 0);
  return { passed: expected + flaky, failed, skipped, problems: problems('Playwright', code, failed) };
}

/** The totals of several runners together. */
export const sum = (all) =>
  all.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
      problems: [...a.problems, ...b.problems],
    }),
    none,
  );

/** The one line that a run closes with: `N passed, N failed`, and `, N skipped` if any were. */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const problems = (name, code, failed) =>
  code !== 0 && failed === 0 ? [`${name} ended with code ${code} though no test failed: see its output above`] : [];

const listed = (suite) =>
  (suite.suites ?? []).reduce((n, inner) => n + listed(inner), 0) +
  (suite.specs ?? []).reduce((n, spec) => n + spec.tests.length, 0);

function parsed(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
