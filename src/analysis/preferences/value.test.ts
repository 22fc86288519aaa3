import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerName, answersOf, stepsIn } from './answers.ts';
import { exactValuesOn, valuesOn } from './value.ts';

test('the numbers of a range are those that people would write', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -500, max: 500 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (from, step, steps) => {
        const written = (hundredths: number): number => Number((hundredths / 100).toFixed(2));
        const range = {
          kind: 'range',
          name: 'x',
          from: written(from),
          to: written(from + step * steps),
          step: written(step),
        } as const;
        expect(stepsIn(range)).toBe(steps);
        const answers = answersOf(range);
        expect(answers).toMatchObject({ size: steps + 1, sampled: null });
        expect(answers.kind === 'numbers' && answers.numbers).toEqual(
          Array.from({ length: steps + 1 }, (_, k) => written(from + k * step)),
        );
        expect(stepsIn({ ...range, to: range.to + range.step / 3 })).toBe(null);
      },
    ),
  );
});

test('answers are named as on the agenda', () => {
  expect(answerName(answersOf({ kind: 'options', name: 'x', options: ['north', 'south'] }), 1)).toBe('south');
  expect(answerName(answersOf({ kind: 'range', name: 'x', from: 0, to: 1, step: 0.5, unit: 'km' }), 1)).toBe('0.5 km');
});

test('a sampled range is even unless told otherwise, and holds each bend once', () => {
  const answers = answersOf(
    { kind: 'range', name: 'x', from: 0, to: 10, step: null },
    { bends: [0.25, 5, 0.25, 10, 12] },
  );
  expect(answers).toMatchObject({ size: 22, sampled: { steps: 20, bends: 1 } });
  expect(answers.kind === 'numbers' && answers.numbers.slice(0, 4)).toEqual([0, 0.25, 0.5, 1]);
});

test('values on straight lines are exact fractions', () => {
  const height = fc.integer({ min: -30, max: 30 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { maxLength: 4 }),
      fc.array(height, { minLength: 6, maxLength: 6 }),
      (inner, heights) => {
        const bends = [0, ...inner.toSorted((a, b) => a - b), 40];
        const points = bends.map((at, k) => ({ at: at / 10, value: heights[k]! / 8 }));
        const answers = answersOf({ kind: 'range', name: 'x', from: 0, to: 4, step: 0.1 });
        const exact = exactValuesOn({ kind: 'piecewise', points }, answers)!;
        const doubles = valuesOn({ kind: 'piecewise', points }, answers);
        for (let x = 0; x <= 40; x++) {
          const k = Math.max(0, bends.findIndex((at) => at >= x) - 1);
          const [run, rise] = [bends[k + 1]! - bends[k]!, heights[k + 1]! - heights[k]!];
          // value = (heights[k] + rise × (x − bends[k]) / run) / 8, cleared of fractions.
          const top = BigInt(heights[k]! * run + rise * (x - bends[k]!));
          expect(BigInt(exact.whole[x]!) * BigInt(8 * run)).toBe(top * BigInt(exact.over));
          expect(doubles[x]).toBeCloseTo(Number(top) / (8 * run), 12);
        }
      },
    ),
  );
});
