import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { startServer } from '../support/running-server.ts';

/** A demonstration that runs in a process of its own, and the people in it. */
export interface Demonstration {
  readonly url: string;
  /** A page in a browser of its own, signed in with one click as a person of the demonstration, on their case. */
  readonly as: (name: string) => Promise<Page>;
}

/** Tests with a demonstration, one for each worker; the console of every page must stay silent. */
export const test = base.extend<{ demonstration: Demonstration }, { server: string }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'parley-journey-'));
      const server = await startServer(['--demo', '--data', dir]);
      await use(server.url);
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  demonstration: async ({ server, browser, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = [];
    const said: string[] = [];
    await use({
      url: server,
      as: async (name) => {
        const context = await freshContext(browser, javaScriptEnabled, server);
        contexts.push(context);
        const page = await context.newPage();
        // The browser itself notes that a preview of a form half filled in was answered 422; nothing else may be said.
        page.on('console', (message) => {
          if (!/status of 422/.test(message.text())) said.push(`${page.url()}: ${message.text()}`);
        });
        page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
        await page.goto('/demonstration');
        await page.getByRole('button', { name }).first().click();
        return page;
      },
    });
    for (const context of contexts) await context.close();
    if (said.length > 0) throw new Error(`a console was not silent:\n${said.join('\n')}`);
  },
});

const freshContext = (browser: Browser, javaScriptEnabled: boolean, baseURL: string): Promise<BrowserContext> =>
  browser.newContext({ javaScriptEnabled, baseURL });
