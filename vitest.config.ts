import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    globalSetup: ['tests/setup/postgres.ts'],
    setupFiles: ['tests/setup/quiet-console.ts'],
    // A first PGlite takes seconds on a busy machine of two cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
