import fc from 'fast-check';
import { expect, test } from 'vitest';
import { implementationInWords, implementationScore } from './implementation.ts';

test('one provision at each stage makes half, as in the Peace Accords Matrix', () => {
  expect(implementationScore([0, 1, 2, 3])).toEqual({ share: 0.5 });
  expect(implementationInWords([0, 1, 2, 3])).toBe(
    'The agreement is carried out to 50 % (of 4 provisions 1 not begun, 1 minimal, 1 intermediate, 1 full).',
  );
});

test('the score goes from none to all, grows with every step, and does not ask for the order', () => {
  const stages = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 20 });
  const share = (of: readonly number[]): number => {
    const score = implementationScore(of);
    if ('refused' in score) throw new Error(score.refused);
    return score.share;
  };
  fc.assert(
    fc.property(stages, fc.nat(), (of, n) => {
      expect(share(of.map(() => 0))).toBe(0);
      expect(share(of.map(() => 3))).toBe(1);
      expect(share(of.toReversed())).toBeCloseTo(share(of), 12);
      const place = n % of.length;
      const step = of[place]! < 3 ? 1 : -1;
      expect(share(of.with(place, of[place]! + step)) - share(of)).toBeCloseTo(step / (3 * of.length), 12);
    }),
  );
});

test('what is no stage is refused with its place, and so is an agreement of nothing', () => {
  expect(implementationScore([])).toEqual({ refused: 'no provisions' });
  for (const wrong of [-1, 4, 1.5, Number.NaN])
    expect(implementationScore([3, wrong])).toEqual({ refused: 'no stage', place: 1 });
});
