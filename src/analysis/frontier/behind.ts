import type { Package } from '../scenario.ts';
import type { Layer } from './layer.ts';
import type { Steps } from './steps.ts';

/** The packages behind the points of the last layer. */
export interface Behind {
  /** One package: the parents of the point. */
  packageAt(place: number): Package;
  /** All packages, one after another. */
  packagesAt(place: number): Generator<Package>;
  /** How many there are; `limit` if there are at least that many. */
  countPackagesAt(place: number, limit?: number): number;
}

/**
 * Finds packages from the layers of a merge. Every beginning of an efficient package is efficient among the beginnings in its state, or
 * a better one would make a better package; so all packages with a total are found by subtracting each answer and looking the rest up
 * in the layer before, with no dead ends. The totals of the layers are made again at the first such question, not kept.
 */
export function behind(steps: Steps, layers: readonly Layer[]): Behind {
  let totals: readonly (readonly Float64Array[])[] | null = null;
  const last = steps.list.length;

  function packageAt(place: number): Package {
    inRange(place);
    const pack: number[] = Array.from({ length: last }, () => 0);
    for (let s = last, at = place; s > 0; s--) {
      const [step, layer] = [steps.list[s - 1]!, layers[s]!];
      pack[step.issue] = step.answer[layer.via[at]!]!;
      at = layer.parent[at]!;
    }
    return pack;
  }

  function* packagesAt(place: number): Generator<Package> {
    inRange(place);
    const pack: number[] = Array.from({ length: last }, () => 0);
    yield* down(last, place, pack);
  }

  function* down(s: number, place: number, pack: number[]): Generator<Package> {
    if (s === 0) return yield [...pack];
    const { issue, answer } = steps.list[s - 1]!;
    for (const { via, parent } of waysTo(s, place)) {
      pack[issue] = answer[via]!;
      yield* down(s - 1, parent, pack);
    }
  }

  function countPackagesAt(place: number, limit: number = Number.MAX_SAFE_INTEGER): number {
    inRange(place);
    const known = layers.map(() => new Map<number, number>());
    const count = (s: number, at: number): number => {
      if (s === 0) return 1;
      let sum = known[s]!.get(at);
      if (sum !== undefined) return sum;
      sum = 0;
      for (const { parent } of waysTo(s, at)) if ((sum += count(s - 1, parent)) >= limit) break;
      known[s]!.set(at, (sum = Math.min(sum, limit)));
      return sum;
    };
    return Math.min(count(last, place), limit);
  }

  /** The transitions by which a point can be reached, each with the point of the layer before. */
  function* waysTo(s: number, place: number): Generator<{ readonly via: number; readonly parent: number }> {
    totals ??= rebuilt(steps, layers);
    const [step, before, rest] = [steps.list[s - 1]!, layers[s - 1]!, new Float64Array(steps.parties)];
    let state = 0;
    while (layers[s]!.starts[state + 1]! <= place) state++;
    for (let via = step.begin[state]!; via < step.begin[state + 1]!; via++) {
      for (let p = 0; p < rest.length; p++) rest[p] = totals[s]![p]![place]! - step.shift[p]![via]!;
      const from = step.from[via]!;
      const parent = placeOf(rest, totals[s - 1]!, before.starts[from]!, before.starts[from + 1]!);
      if (parent >= 0) yield { via, parent };
    }
  }

  function inRange(place: number): void {
    const { size } = layers[last]!;
    if (!(Number.isInteger(place) && place >= 0 && place < size)) throw new RangeError(`no point ${place} of ${size}`);
  }

  return { packageAt, packagesAt, countPackagesAt };
}

/** The totals of every layer, from the parents. */
function rebuilt(steps: Steps, layers: readonly Layer[]): readonly (readonly Float64Array[])[] {
  const all: (readonly Float64Array[])[] = [layers[0]!.totals];
  for (const [s, step] of steps.list.entries()) {
    const { size, parent, via } = layers[s + 1]!;
    all.push(
      step.shift.map((shift, p) => {
        const [before, column] = [all[s]![p]!, new Float64Array(size)];
        for (let i = 0; i < size; i++) column[i] = before[parent[i]!]! + shift[via[i]!]!;
        return column;
      }),
    );
  }
  return all;
}

/** Where a point stands in columns that are sorted from `from` up to `to`; -1 if nowhere. */
export function placeOf(point: Float64Array, totals: readonly Float64Array[], from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (standing(point, totals, middle) > 0) low = middle + 1;
    else high = middle;
  }
  return low < to && standing(point, totals, low) === 0 ? low : -1;
}

/** Positive if the point comes after this place, negative if before, 0 if it stands there. */
function standing(point: Float64Array, totals: readonly Float64Array[], place: number): number {
  for (let p = 0; p < point.length; p++) if (totals[p]![place] !== point[p]) return totals[p]![place]! - point[p]!;
  return 0;
}
