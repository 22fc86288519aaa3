import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closingLine, playwrightTotals, sum, vitestTotals } from '../../scripts/testing/totals.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'parley-totals-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const file = path.join(folder, 'report.json');
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults: [] };
const stats = { expected: 4, flaky: 1, unexpected: 1, skipped: 2 };

test('the totals of both runners are added up', () => {
  const total = sum([vitestTotals(report(vitest), 1), playwrightTotals(report({ stats, errors: [], suites: [] }), 1)]);
  expect(total).toEqual({ passed: 8, failed: 2, skipped: 5, problems: [] });
  expect(closingLine(total)).toBe('8 passed, 2 failed, 5 skipped');
  expect(closingLine({ ...total, skipped: 0 })).toBe('8 passed, 2 failed');
});

test('a file that could not be loaded is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ];
  expect(vitestTotals(report({ ...vitest, testResults }), 1).failed).toBe(2);
});

test('a runner that ends badly without a failed test is a problem', () => {
  expect(vitestTotals(report({ ...vitest, numFailedTests: 0 }), 1).problems).toHaveLength(1);
  expect(vitestTotals(path.join(folder, 'none'), 0).problems).toHaveLength(1);
  expect(playwrightTotals(report('{"stats":'), 0).problems).toHaveLength(1);
});

test('without a browser, the listed journeys are skipped ones', () => {
  const spec = { tests: [{}, {}] };
  const suites = [{ specs: [spec], suites: [{ specs: [spec, spec] }] }];
  expect(playwrightTotals(report({ stats, errors: [], suites }), 0, { isListed: true })).toMatchObject({
    passed: 0,
    failed: 0,
    skipped: 6,
  });
});
