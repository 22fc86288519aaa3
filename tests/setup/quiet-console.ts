import { afterAll, afterEach } from 'vitest';
import { listenTo } from './listen-to-console.ts';

// Whatever is worth an error or a warning on the console is worth a failure: nobody reads the console of a test that passed.
const heard = listenTo(console);
const fail = (): void => {
  const lines = heard();
  if (lines.length > 0) throw new Error(`written to the console as an error or a warning:\n${lines.join('\n')}`);
};

afterEach(fail);
afterAll(fail);
