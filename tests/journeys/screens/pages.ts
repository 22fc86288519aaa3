import type { Page } from '@playwright/test';

/**
 * The addresses of the pages that somebody can reach by links from where they are, one for each kind of page, with the pages outside
 * the case. Two addresses are of one kind when they differ only in ids, in a room's key, or in what a query says.
 */
export async function pagesFrom(page: Page): Promise<readonly string[]> {
  const found = new Map<string, string>();
  const waiting = [pathOf(page.url()), '/cases', '/account'];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const kind = kindOf(next);
    if (found.has(kind)) continue;
    found.set(kind, next);
    const answer = await page.request.get(next);
    const links = [...(await answer.text()).matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((match) =>
      (match[1] ?? '').replaceAll('&amp;', '&'),
    );
    waiting.push(...links.filter((link) => !link.includes('/file.') && link !== '/'));
  }
  return [...found.values()];
}

const pathOf = (address: string): string => new URL(address).pathname;

const kindOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, 'http://here');
  const path = pathname
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
    .replace(/\/rooms\/(\w+)[^/]*/, '/rooms/$1');
  return [path, ...new Set([...searchParams.keys()].sort())].join(' ');
};
