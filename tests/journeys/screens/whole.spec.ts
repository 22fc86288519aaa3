import { expect } from '@playwright/test';
import { test } from '../demonstration.ts';
import { pagesFrom } from './pages.ts';
import { people } from './people.ts';
import { expectAccessible, expectNoOverflow, scriptsOf } from './whole.ts';

const mostScript = 30 * 1024;

test.describe.configure({ mode: 'parallel' });

// The fixture fails a test when any console says anything at all, so a break of the content security policy does too.
for (const { name, role, again } of people)
  test(`every page of ${role} is whole`, async ({ demonstration, javaScriptEnabled }) => {
    test.setTimeout(420_000);
    const page = await demonstration.as(name);
    const addresses = await pagesFrom(page);
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) {
      const fetched = scriptsOf(page);
      const answer = await page.goto(address);
      expect.soft(answer?.status(), address).toBe(200);
      // Without scripts axe cannot run; the page that it looks at is the same.
      if (javaScriptEnabled) await expectAccessible(page, again);
      await expectNoOverflow(page);
      expect.soft(await fetched(), `scripts of ${address}`).toBeLessThan(mostScript);
    }
  });
