import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** The longest first, so that none of them runs alone at the end: a fresh clone knows of no earlier run. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((part) => moduleId.includes(part));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

const longest = ['confidentiality/planted-leaks', 'confidentiality/two-worlds', 'confidentiality/', 'store/pglite/'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    globalSetup: ['tests/setup/postgres.ts'],
    setupFiles: ['tests/setup/quiet-console.ts'],
    sequence: { sequencer: LongestFirst },
    // Every core: by itself vitest leaves one idle, which of two is half.
    maxWorkers: '100%',
    // A first PGlite takes seconds on a busy machine of two cores.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
