import { lexicographic, type Layer, type SourceList } from './layer.ts';
import type { Step } from './steps.ts';

/**
 * Lists what is worth merging into a state: of the answers that lead there from the same state, those that none of the others
 * dominates, equal ones once. Answers are compared only where nothing later can tell them apart.
 */
export function sourcesInto(step: Step, state: number, layer: Layer, list: SourceList): SourceList {
  list.count = 0;
  const [begin, end] = [step.begin[state]!, step.begin[state + 1]!];
  for (let t = begin; t < end;) {
    const before = step.from[t]!;
    let next = t + 1;
    while (next < end && step.from[next] === before) next++;
    for (const answer of efficientAmong(step.shift, t, next))
      list.add(layer.starts[before]!, layer.starts[before + 1]!, step.shift, answer);
    t = next;
  }
  return list;
}

/** Of the columns `shift[party]` from `from` up to `to`, the places that no other dominates, equal ones once, in lexicographic order. */
export function efficientAmong(shift: readonly Float64Array[], from: number, to: number): readonly number[] {
  if (shift.length === 2) return efficientOfTwo(shift[0]!, shift[1]!, from, to);
  const order: number[] = [];
  for (let t = from; t < to; t++) order.push(t);
  order.sort((a, b) => lexicographic(shift, a, b) || a - b);
  if (shift.length === 1) return order.slice(0, 1);
  const kept: number[] = [];
  for (const t of order) if (!kept.some((other) => shift.every((column) => column[other]! >= column[t]!))) kept.push(t);
  return kept;
}

/** So few are put in order by inserting one after another, which is most of the time of a small frontier. */
const few = 32;

function efficientOfTwo(x: Float64Array, y: Float64Array, from: number, to: number): readonly number[] {
  const order: number[] = [];
  if (to - from > few) {
    for (let t = from; t < to; t++) order.push(t);
    order.sort((a, b) => x[b]! - x[a]! || y[b]! - y[a]! || a - b);
  } else
    for (let t = from; t < to; t++) {
      let place = order.length;
      for (; place > 0; place--) {
        const other = order[place - 1]!;
        if (x[other]! > x[t]! || (x[other] === x[t] && y[other]! >= y[t]!)) break;
        order[place] = other;
      }
      order[place] = t;
    }
  const kept: number[] = [];
  let top = -Infinity;
  for (const t of order) {
    if (y[t]! <= top) continue;
    top = y[t]!;
    kept.push(t);
  }
  return kept;
}
