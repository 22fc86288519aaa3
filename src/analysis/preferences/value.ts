import { denominatorOf, exactLimit, fractionsOf, greatestCommonDivisor, leastCommonMultiple } from './fraction.ts';
import type { Answers } from './answers.ts';
import type { Fractions } from './fraction.ts';
import type { ValueFunction } from '../scenario.ts';

/** The value of each answer, before the weight. Expects a value function that fits the answers (see `checkScenario`). */
export function valuesOn(value: ValueFunction, answers: Answers): readonly number[] {
  if (value.kind === 'table') return value.values;
  const exact = exactValuesOn(value, answers);
  if (exact !== null) return Array.from(exact.whole, (whole) => whole / exact.over);
  return numbersOf(answers).map((at) => {
    const [left, right] = around(value.points, at);
    if (at === left.at || left.at === right.at) return left.value;
    return left.value + ((right.value - left.value) * (at - left.at)) / (right.at - left.at);
  });
}

/** The value of each answer as fractions, straight lines reckoned exactly; null if they cannot be held so. */
export function exactValuesOn(value: ValueFunction, answers: Answers): Fractions | null {
  if (value.kind === 'table') return fractionsOf(value.values);
  const tops: number[] = [];
  const bottoms: number[] = [];
  for (const at of numbersOf(answers)) {
    const [left, right] = around(value.points, at);
    const places = fractionsOf([at, left.at, right.at]);
    const values = fractionsOf([left.value, right.value]);
    if (places === null || values === null) return null;
    const [x, x0, x1] = places.whole as unknown as readonly [number, number, number];
    const [v0, v1] = values.whole as unknown as readonly [number, number];
    const run = x1 - x0;
    const top = run === 0 ? v0 : v0 * run + (v1 - v0) * (x - x0);
    const bottom = run === 0 ? values.over : values.over * run;
    if (!(Math.abs(v0 * run) + Math.abs((v1 - v0) * (x - x0)) < exactLimit && bottom < exactLimit)) return null;
    const common = greatestCommonDivisor(bottom, Math.abs(top));
    tops.push(top / common);
    bottoms.push(bottom / common);
  }
  const over = bottoms.reduce(leastCommonMultiple, 1);
  const whole = Float64Array.from(tops, (top, a) => top * (over / bottoms[a]!));
  return whole.every((each) => Math.abs(each) < exactLimit) && over < exactLimit ? { whole, over } : null;
}

/** A weight times each value, over the least common denominator of the products; null if they cannot be held so. */
export function exactlyWeighted(weight: number, values: Fractions): Fractions | null {
  const under = denominatorOf(weight);
  if (under === 0) return null;
  const top = Math.round(weight * under);
  if (under === 1 && values.over === 1 && top === 1) return values;
  const over = under * values.over;
  if (over >= exactLimit) return null;
  let common = over;
  const whole = new Float64Array(values.whole.length);
  for (let a = 0; a < whole.length; a++) {
    const product = top * values.whole[a]! + 0;
    if (!(Math.abs(product) < exactLimit)) return null;
    whole[a] = product;
    if (common !== 1) common = greatestCommonDivisor(common, Math.abs(product));
  }
  if (common !== 1) for (let a = 0; a < whole.length; a++) whole[a] = whole[a]! / common;
  return { whole, over: over / common };
}

interface Point {
  readonly at: number;
  readonly value: number;
}

function around(points: readonly Point[], at: number): readonly [Point, Point] {
  let right = points.findIndex((point) => point.at >= at);
  if (right === -1) right = points.length - 1;
  return points[right]!.at === at
    ? [points[right]!, points[right]!]
    : [points[Math.max(0, right - 1)]!, points[right]!];
}

function numbersOf(answers: Answers): readonly number[] {
  if (answers.kind === 'options') throw new Error('a piecewise value needs an issue with a range');
  return answers.numbers;
}
