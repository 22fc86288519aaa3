import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { commands } from './commands.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

test('each command is listed by its own name', async () => {
  const defined = await Promise.all(commands.map(({ load }) => load()));
  expect(defined.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
});

test.each([
  ['analyse', 'nash-1950'],
  ['headway', 'river'],
])('%s, which is about a file, loads neither the store nor the pages', (name, example) => {
  const watch = `
    import { registerHooks } from 'node:module';
    const seen = [];
    registerHooks({ load: (url, context, next) => (seen.push(url), next(url, context)) });
    const { run } = await import(${JSON.stringify(new URL('run.ts', import.meta.url).href)});
    const io = { out: () => undefined, err: () => undefined, colours: false, env: {}, now: () => new Date(0), asked: () => new Promise(() => {}) };
    const code = await run([${JSON.stringify(name)}, ${JSON.stringify(here(`../../examples/${example}`))}], io);
    console.log(JSON.stringify({ code, seen }));`;
  const { code, seen } = JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '--eval', watch], { encoding: 'utf8' }),
  ) as { readonly code: number; readonly seen: readonly string[] };
  expect(code).toBe(0);
  expect(seen.some((url) => url.includes('/src/analysis/'))).toBe(true);
  expect(seen.filter((url) => /\/src\/(store|web)\/|\/(kysely|pg|hono|pino|@electric-sql)\//.test(url))).toEqual([]);
});
