import { expect, it } from 'vitest';
import { didYouMean, nearest } from './nearest-word.ts';

it('the nearest word is one that a slip of the hand could have been meant for', () => {
  const words = ['carry', 'propose', 'answer', 'withdraw'];
  expect(['cary', 'crary', 'Answer', 'withdrow', 'publish', '', 'x'].map((given) => nearest(given, words))).toEqual([
    'carry',
    'carry',
    'answer',
    'withdraw',
    null,
    null,
    null,
  ]);
  expect(nearest('x'.repeat(1000), words)).toBe(null);
  expect([didYouMean('anser', words), didYouMean('zebra', words)]).toEqual(['; did you mean “answer”?', '.']);
});
