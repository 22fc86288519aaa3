import type { Merge, Sheet, Sources } from './layer.ts';

/** With more sources than this a heap is quicker than looking at all of them. */
const few = 16;

/**
 * Merges shifted fronts of two parties into one. A k-way sweep from the first party's best downwards: a point is kept if it gives the
 * second party more than all before it; each source skips what cannot (the maxima of Kung, Luccio and Preparata 1975, over sorted
 * lists). Time is in what is kept and skipped, not in all sums.
 */
export function mergeTwoOn(sheet: Sheet): Merge {
  return (totals, sources, least) => mergeTwo(totals, sources, least, sheet);
}

function mergeTwo(totals: readonly Float64Array[], sources: Sources, least: readonly number[], sheet: Sheet): void {
  const { count, to: ends, via } = sources;
  if (count === 0) return;
  const [X, Y] = [totals[0]!, totals[1]!];
  const [dx, dy] = [sources.shift[0]!, sources.shift[1]!];
  const floor = least[0]!;
  // Totals are whole, so more than this is at least the floor.
  let top = Math.ceil(least[1]!) - 1;
  const { at, nextX, nextY } = headsFor(count);
  for (let j = 0; j < count; j++) {
    let q = sources.from[j]!;
    while (q < ends[j]! && Y[q]! + dy[j]! <= top) q++;
    at[j] = q;
    nextX[j] = q < ends[j]! ? X[q]! + dx[j]! : -Infinity;
    nextY[j] = q < ends[j]! ? Y[q]! + dy[j]! : -Infinity;
  }
  const heap = count > few ? heapOf(count, nextX, nextY) : null;
  let [xs, ys] = [sheet.totals[0]!, sheet.totals[1]!];
  let { parent, via: by, size: out } = sheet;
  for (;;) {
    let j = 0;
    let x = nextX[0]!;
    if (heap !== null) {
      j = heap[0]!;
      x = nextX[j]!;
    } else
      for (let i = 1; i < count; i++) {
        const other = nextX[i]!;
        if (other > x || (other === x && nextY[i]! > nextY[j]!)) {
          j = i;
          x = other;
        }
      }
    if (x === -Infinity || x < floor) break;
    const d = dy[j]!;
    const end = ends[j]!;
    let q = at[j]!;
    const y = nextY[j]!;
    if (y > top) {
      if (out === xs.length) {
        sheet.grow();
        [xs, ys] = [sheet.totals[0]!, sheet.totals[1]!];
        ({ parent, via: by } = sheet);
      }
      xs[out] = x;
      ys[out] = y;
      parent[out] = q;
      by[out++] = via[j]!;
      top = y;
    }
    const rest = top - d;
    do q++;
    while (q < end && Y[q]! <= rest);
    at[j] = q;
    nextX[j] = q < end ? X[q]! + dx[j]! : -Infinity;
    nextY[j] = q < end ? Y[q]! + d : -Infinity;
    if (heap !== null) sink(heap, nextX, nextY);
  }
  sheet.size = out;
}

/** Where each source stands, and the sum that it offers next; when it has no more, -Infinity. */
interface Heads {
  readonly at: Int32Array;
  readonly nextX: Float64Array;
  readonly nextY: Float64Array;
}

const headsOf = (count: number): Heads => ({
  at: new Int32Array(count),
  nextX: new Float64Array(count),
  nextY: new Float64Array(count),
});
/** Written over again by each merge of a few sources. */
const fewHeads = headsOf(few);
const headsFor = (count: number): Heads => (count > few ? headsOf(count) : fewHeads);

/** Sources in the order of what they offer, which is a heap. */
function heapOf(count: number, nextX: Float64Array, nextY: Float64Array): Int32Array {
  const by = (column: Float64Array, a: number, b: number): number =>
    column[a] === column[b] ? 0 : column[a]! < column[b]! ? 1 : -1;
  const sources = Int32Array.from({ length: count }, (_, j) => j);
  return sources.sort((a, b) => by(nextX, a, b) || by(nextY, a, b));
}

/** The source on top now offers less: it sinks to its place. */
function sink(heap: Int32Array, nextX: Float64Array, nextY: Float64Array): void {
  const count = heap.length;
  const j = heap[0]!;
  const [x, y] = [nextX[j]!, nextY[j]!];
  let i = 0;
  for (;;) {
    let c = 2 * i + 1;
    if (c >= count) break;
    let a = heap[c]!;
    if (c + 1 < count) {
      const b = heap[c + 1]!;
      if (nextX[b]! > nextX[a]! || (nextX[b] === nextX[a] && nextY[b]! > nextY[a]!)) {
        a = b;
        c++;
      }
    }
    if (nextX[a]! < x || (nextX[a] === x && nextY[a]! <= y)) break;
    heap[i] = a;
    i = c;
  }
  heap[i] = j;
}
