import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../demonstration.ts';
import { subjects, type Subject } from './subjects.ts';

const folder = resolve(import.meta.dirname, '../../../docs/screens');
const most = 150 * 1024;
const tallest = 2400;

test.describe.configure({ mode: 'parallel' });
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'one set of pictures is enough');

// Pictures are taken when somebody asks for them.
for (const subject of process.env['PARLEY_SCREENS'] === '1' ? subjects : [])
  test(`pictures: ${subject.name}`, async ({ demonstration, browser }) => {
    mkdirSync(folder, { recursive: true });
    const page =
      subject.who === null
        ? await (await browser.newContext({ baseURL: demonstration.url })).newPage()
        : await demonstration.as(subject.who);
    await subject.to(page);
    for (const way of subject.ways) await take(page, subject, way);
  });

async function take(page: Page, { name }: Subject, way: Subject['ways'][number]): Promise<void> {
  const width = Number.parseInt(way, 10);
  await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
  await page.emulateMedia({ colorScheme: way.endsWith('dark') ? 'dark' : 'light' });
  await page.evaluate((dir) => (document.documentElement.dir = dir), way.endsWith('rtl') ? 'rtl' : 'ltr');
  await page.evaluate(() => (scrollTo(0, 0), document.fonts.ready.then(() => true)));
  // What was just made dark, or turned round, is painted by the second frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const file = join(folder, `${name}-${way.replace(' ', '-')}`);
  if (way.endsWith('print')) return sheet(page, file);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 60,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, tallest), scale: 1 },
  });
  const picture = Buffer.from(data, 'base64');
  expect.soft(picture.length, `${file}.webp`).toBeLessThan(most);
  writeFileSync(`${file}.webp`, picture);
}

/** The second sheet of the page as it prints, or the only one; the second shows that the room and the marking stand on each. */
async function sheet(page: Page, file: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'parley-print-'));
  const pdf = join(dir, 'page.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  const sheets = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }).match(/Pages:\s+(\d+)/)?.[1] ?? '1';
  const shown = sheets === '1' ? '1' : '2';
  execFileSync('pdftoppm', ['-png', '-r', '72', '-f', shown, '-l', shown, '-singlefile', pdf, file]);
  rmSync(dir, { recursive: true });
}
