import { expect, test } from 'vitest';
import { pointsOf } from './points-of.ts';
import { raiffaDiscrete } from './raiffa.ts';

test('Raiffa’s path starts and ends where no agreement lies on the hull already', () => {
  for (let a = 1; a < 30; a++)
    for (let b = 1; b < 30; b++)
      for (let x = 1; x < a; x++) {
        const y = (b * (a - x)) / a;
        if (!Number.isInteger(y)) continue;
        const points = pointsOf([
          [a, 0],
          [x, y],
          [0, b],
        ]);
        const path = raiffaDiscrete(points, [x, y]);
        expect([a, b, x, path.kind, 'path' in path ? path.path.length : 0]).toEqual([a, b, x, 'chosen', 1]);
      }
});
