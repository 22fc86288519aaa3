import { expect, test } from 'vitest';
import { listenTo } from './listen-to-console.ts';

test('an error or a warning on the console is noted, still written, and told once', () => {
  const written: unknown[] = [];
  const console = {
    error: (...args: unknown[]) => void written.push(args),
    warn: (...args: unknown[]) => void written.push(args),
  };
  const heard = listenTo(console);
  console.error('no %s', 'rows');
  console.warn(1, 2);
  expect(heard()).toEqual(['no rows', '1 2']);
  expect(heard()).toEqual([]);
  expect(written).toEqual([
    ['no %s', 'rows'],
    [1, 2],
  ]);
});
