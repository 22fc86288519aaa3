import { Tally } from './tally.ts';

/** Values that stay and weights that vary. */
export interface Weightings {
  readonly sizes: readonly number[];
  /** `values[party][issue][answer]`, before weights; any numbers. */
  readonly values: readonly (readonly Float64Array[])[];
  /** `weights[party][sample × issues + issue]`, at least 0. */
  readonly weights: readonly Float64Array[];
}

/** In how many samples each package was efficient; those that never were are not listed. */
export interface EfficientCounts {
  readonly samples: number;
  /** Package numbers, rising: a0 + size0 × (a1 + size1 × …); see `packageOf`. */
  readonly packages: Float64Array;
  readonly counts: Uint32Array;
}

/** Why packages were not counted. */
export interface NotCounted {
  readonly refused: 'not two parties' | 'too many packages to number' | 'too many ties';
}

/** More points than this in one sample are too many ties. */
const mostPoints = 4_000_000;

/**
 * How often each package is efficient over sampled weights, two parties, without bonds. Each sample is one sweep over the issues that
 * carries package numbers instead of parents and allocates nothing; packages with equal totals are all counted. Weight × value is
 * rounded to a grid of at most 2^-50 of the largest total, so that sums are exact. The same samples give the same counts.
 */
export function efficientOften({ sizes, values, weights }: Weightings): EfficientCounts | NotCounted {
  if (values.length !== 2) return { refused: 'not two parties' };
  if (sizes.reduce((product, size) => product * size, 1) > Number.MAX_SAFE_INTEGER)
    return { refused: 'too many packages to number' };
  const issues = sizes.length;
  const samples = issues === 0 ? 0 : weights[0]!.length / issues;
  const [vx, vy] = [values[0]!, values[1]!];
  const [wx, wy] = [weights[0]!, weights[1]!];
  const [gx, gy] = [gridOf(vx, wx), gridOf(vy, wy)];
  const all = sizes.map((size) => Int32Array.from({ length: size }, (_, a) => a));
  const worth = all.map((answers, i) => answers.filter((a) => !answers.some((b) => dominates(vx[i]!, vy[i]!, b, a))));
  const strides = sizes.map((_, i) => sizes.slice(0, i).reduce((product, size) => product * size, 1));
  const widest = Math.max(1, ...sizes);
  const row = (): Column => new Float64Array(widest);
  const [dx, dy, di, head] = [row(), row(), row(), row()];
  const at = new Int32Array(widest);
  const column = (): Column => new Float64Array(4096);
  let [x, y, id] = [column(), column(), column()];
  let [nextX, nextY, nextId] = [column(), column(), column()];
  const tally = new Tally();
  for (let sample = 0; sample < samples; sample++) {
    let size = 1;
    x[0] = y[0] = id[0] = 0;
    for (let i = 0; i < issues; i++) {
      const [a, b] = [wx[sample * issues + i]! * gx, wy[sample * issues + i]! * gy];
      const answers = a > 0 && b > 0 ? worth[i]! : all[i]!;
      const k = answers.length;
      const [valuesX, valuesY, stride] = [vx[i]!, vy[i]!, strides[i]!];
      for (let j = 0; j < k; j++) {
        const answer = answers[j]!;
        dx[j] = Math.round(valuesX[answer]! * a);
        dy[j] = Math.round(valuesY[answer]! * b);
        di[j] = answer * stride;
        at[j] = 0;
        head[j] = x[0]! + dx[j]!;
      }
      let out = 0;
      let top = -Infinity;
      let edge = -Infinity;
      for (;;) {
        let best = -1;
        let bestX = -Infinity;
        for (let j = 0; j < k; j++) {
          const h = head[j]!;
          if (h > bestX) {
            best = j;
            bestX = h;
          } else if (h === bestX && best >= 0 && y[at[j]!]! + dy[j]! > y[at[best]!]! + dy[best]!) best = j;
        }
        if (best < 0) break;
        const d = dy[best]!;
        let q = at[best]!;
        const total = y[q]! + d;
        if (total > top || (total === top && bestX === edge)) {
          if (out === nextX.length) {
            if (out >= mostPoints) return { refused: 'too many ties' };
            [nextX, nextY, nextId] = [longer(nextX), longer(nextY), longer(nextId)];
          }
          nextX[out] = edge = bestX;
          nextY[out] = top = total;
          nextId[out++] = id[q]! + di[best]!;
        }
        // What gives the second party less, or as much and the first less, is dominated; what equals the last point is not.
        do q++;
        while (q < size && (y[q]! + d < top || (y[q]! + d === top && x[q]! + dx[best]! < edge)));
        at[best] = q;
        head[best] = q < size ? x[q]! + dx[best]! : -Infinity;
      }
      [x, y, id, nextX, nextY, nextId] = [nextX, nextY, nextId, x, y, id];
      size = out;
    }
    for (let i = 0; i < size; i++) tally.add(id[i]!);
  }
  return { samples, ...tally.sorted() };
}

type Column = Float64Array<ArrayBuffer>;

/** The answers of the package that has this number. */
export function packageOf(number: number, sizes: readonly number[]): readonly number[] {
  let rest = number;
  return sizes.map((size) => {
    const answer = rest % size;
    rest = (rest - answer) / size;
    return answer;
  });
}

/** A power of two that brings the largest total of any sample near 2^50. */
function gridOf(values: readonly Float64Array[], weights: Float64Array): number {
  const largest = values.map((column) => column.reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  let most = 0;
  for (let s = 0; s < weights.length; s += values.length) {
    let total = 0;
    for (let i = 0; i < values.length; i++) total += weights[s + i]! * largest[i]!;
    most = Math.max(most, total);
  }
  return most > 0 ? 2 ** (49 - Math.ceil(Math.log2(most))) : 1;
}

/** Whether one answer gives one party more and the other no less, whatever the weights above 0. */
function dominates(x: Float64Array, y: Float64Array, one: number, other: number): boolean {
  return x[one]! >= x[other]! && y[one]! >= y[other]! && (x[one]! > x[other]! || y[one]! > y[other]!);
}

function longer(column: Column): Column {
  const copy = new Float64Array(column.length * 2);
  copy.set(column);
  return copy;
}
