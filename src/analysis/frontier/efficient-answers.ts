import { lexicographic, type Layer, type Sources } from './layer.ts';
import type { Step } from './steps.ts';

/**
 * What is worth merging into a state: of the answers that lead there from the same state, those that none of the others dominates,
 * equal ones once. Answers are compared only where nothing later can tell them apart.
 */
export function sourcesInto(step: Step, state: number, layer: Layer): Sources {
  const kept: number[] = [];
  const [begin, end] = [step.begin[state]!, step.begin[state + 1]!];
  for (let t = begin; t < end;) {
    let next = t + 1;
    while (next < end && step.from[next] === step.from[t]) next++;
    for (const answer of efficientAmong(step.shift, t, next)) kept.push(answer);
    t = next;
  }
  // Plain loops: this is most of the time of a small frontier, and `from` with a function goes through an iterator.
  const count = kept.length;
  const [from, to, via] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const shift = step.shift.map(() => new Float64Array(count));
  for (let j = 0; j < count; j++) {
    const t = kept[j]!;
    const before = step.from[t]!;
    from[j] = layer.starts[before]!;
    to[j] = layer.starts[before + 1]!;
    via[j] = t;
    for (let p = 0; p < shift.length; p++) shift[p]![j] = step.shift[p]![t]!;
  }
  return { count, from, to, shift, via };
}

/** Of the columns `shift[party]` from `from` up to `to`, the places that no other dominates, equal ones once, in lexicographic order. */
export function efficientAmong(shift: readonly Float64Array[], from: number, to: number): readonly number[] {
  const order: number[] = [];
  for (let t = from; t < to; t++) order.push(t);
  if (shift.length === 2) return efficientOfTwo(shift[0]!, shift[1]!, order);
  order.sort((a, b) => lexicographic(shift, a, b) || a - b);
  if (shift.length === 1) return order.slice(0, 1);
  const kept: number[] = [];
  for (const t of order) if (!kept.some((other) => shift.every((column) => column[other]! >= column[t]!))) kept.push(t);
  return kept;
}

function efficientOfTwo(x: Float64Array, y: Float64Array, order: number[]): readonly number[] {
  order.sort((a, b) => x[b]! - x[a]! || y[b]! - y[a]! || a - b);
  let [top, count] = [-Infinity, 0];
  for (const t of order) {
    if (y[t]! <= top) continue;
    top = y[t]!;
    order[count++] = t;
  }
  order.length = count;
  return order;
}
