import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const laws = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * The ways in which a page is looked at: at each width in each set of colours, and in each direction of text. Contrast, which takes most
 * of the time, is measured once for each set of colours: the same rules colour the same things at every width and in every direction.
 */
const ways = [
  { width: 1440, scheme: 'light', dir: 'ltr', contrast: true },
  { width: 390, scheme: 'dark', dir: 'ltr', contrast: true },
  { width: 1440, scheme: 'dark', dir: 'rtl', contrast: false },
  { width: 390, scheme: 'light', dir: 'rtl', contrast: false },
] as const;

/** The one for a page whose kind was looked at in every way before. */
const brief = [ways[1]] as const;

/** Expects that axe finds nothing on a page: on a phone and at a desk, in light and dark and from right to left; or, briefly, on a phone in the dark alone. */
export async function expectAccessible(page: Page, briefly: boolean): Promise<void> {
  for (const { width, scheme, dir, contrast } of briefly ? brief : ways) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate((chosen) => (document.documentElement.dir = chosen), dir);
    expect.soft(await findings(page, contrast), `${page.url()} at ${width} px, ${scheme}, ${dir}`).toEqual([]);
  }
}

/** What axe finds on the page as it is shown now, by rule: how often, where first, and why. */
async function findings(page: Page, contrast: boolean): Promise<readonly string[]> {
  const options = {
    runOnly: { type: 'tag' as const, values: laws },
    rules: { 'color-contrast': { enabled: contrast } },
    resultTypes: ['violations' as const],
  };
  const { violations } =
    (await runAgain(page, options)) ?? (await new AxeBuilder({ page }).options(options).setLegacyMode().analyze());
  return violations.map(
    ({ id, nodes }) =>
      `${id}, ${nodes.length} times, first at ${nodes[0]?.target.join(' ')}: ${nodes[0]?.failureSummary}`,
  );
}

type Found = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>;
interface Axe {
  readonly run: (context: Document, options: object) => Promise<Found>;
}

/** Runs the axe that an earlier look left on the page, which saves bringing it there again; null before the first look. */
const runAgain = (page: Page, options: object): Promise<Found | null> =>
  page.evaluate((chosen) => (window as { axe?: Axe }).axe?.run(document, chosen) ?? null, options);

/** Expects that nothing sticks out of the narrowest screen: its whole width is used, and no more. */
export async function expectNoOverflow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `${page.url()} at 320 px`).toBe(320);
}

/** The size of all the scripts that a page fetches, compressed, in bytes; to be asked for before the page is opened. One that a thread asks for again counts once: it is kept for ever. */
export function scriptsOf(page: Page): () => Promise<number> {
  const sizes = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script' && !sizes.has(response.url()))
      sizes.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length),
      );
  });
  return async () => (await Promise.all(sizes.values())).reduce((sum, size) => sum + size, 0);
}
