import { defineConfig } from '@playwright/test';

// As root, Chromium cannot use its sandbox; the rest keeps it from calling home.
const asRoot = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Every journey is made twice: a page has to work before the browser makes it nicer. */
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  use: {
    launchOptions: {
      executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? asRoot : [],
    },
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
  },
  projects: [
    { name: 'javascript-off', use: { javaScriptEnabled: false } },
    { name: 'javascript-on', use: { javaScriptEnabled: true } },
  ],
});
