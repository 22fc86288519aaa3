/**
 * The places at which no other gives one party more and none less; of equal ones the first. `order` holds places in lexicographic order,
 * highest first (see `inOrder`), and so does the result.
 */
export function undominated(columns: readonly ArrayLike<number>[], order: ArrayLike<number>): number[] {
  return columns.length <= 2 ? staircase(columns, order) : sifted(columns, order);
}

/** Of places in lexicographic order, equal ones once. */
export function distinct(columns: readonly ArrayLike<number>[], order: ArrayLike<number>): number[] {
  const kept: number[] = [];
  for (let at = 0; at < order.length; at++)
    if (at === 0 || columns.some((column) => column[order[at]!] !== column[order[at - 1]!])) kept.push(order[at]!);
  return kept;
}

/** The first `size` places in lexicographic order of what they give, highest first. */
export function inOrder(columns: readonly ArrayLike<number>[], size: number): number[] {
  return Array.from({ length: size }, (_, i) => i).sort((a, b) => before(columns, a, b) || a - b);
}

/** Runs of places, each in lexicographic order already, merged into one; run r goes from `starts[r]` to `starts[r + 1]`. */
export function merged(columns: readonly ArrayLike<number>[], starts: readonly number[]): Int32Array {
  const size = starts.at(-1)!;
  let runs = starts.slice();
  let order = Int32Array.from({ length: size }, (_, i) => i);
  let spare = new Int32Array(size);
  while (runs.length > 2) {
    const next: number[] = [0];
    for (let r = 0; r + 1 < runs.length; r += 2) {
      const [low, middle, high] = [runs[r]!, runs[r + 1]!, runs[r + 2] ?? runs[r + 1]!];
      let a = low;
      let b = middle;
      for (let at = low; at < high; at++)
        spare[at] = b >= high || (a < middle && before(columns, order[a]!, order[b]!) <= 0) ? order[a++]! : order[b++]!;
      next.push(high);
    }
    [order, spare] = [spare, order];
    runs = next;
  }
  return order;
}

/** Below 0 where a stands before b. */
function before(columns: readonly ArrayLike<number>[], a: number, b: number): number {
  for (let c = 0; c < columns.length; c++) {
    const difference = columns[c]![b]! - columns[c]![a]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

function staircase(columns: readonly ArrayLike<number>[], order: ArrayLike<number>): number[] {
  const last = columns.at(-1)!;
  let most = -Infinity;
  const kept: number[] = [];
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    if (columns.length === 1 ? kept.length > 0 : last[i]! <= most) continue;
    most = last[i]!;
    kept.push(i);
  }
  return kept;
}

/** A bucket of the tree (low is null), or a branch of it; `most` is the highest value of each column in it. */
interface Branch {
  readonly most: Float64Array;
  points: number[];
  column: number;
  cut: number;
  low: Branch | null;
  high: Branch | null;
}

const bucket = 16;

/** In this order a point is dominated only by one that was kept before it. Those stand in a tree of buckets (k-d tree: Bentley 1975). */
function sifted(columns: readonly ArrayLike<number>[], order: ArrayLike<number>): number[] {
  const rest = columns.slice(1);
  const root = newBranch(rest.length);
  const kept: number[] = [];
  let last = -1;
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    if (last >= 0 && covers(rest, last, i)) continue;
    const by = coverOf(root, rest, i);
    if (by >= 0) {
      last = by;
      continue;
    }
    kept.push(i);
    put(root, rest, i);
  }
  return kept;
}

function newBranch(columns: number): Branch {
  return { most: new Float64Array(columns).fill(-Infinity), points: [], column: 0, cut: 0, low: null, high: null };
}

function put(top: Branch, columns: readonly ArrayLike<number>[], i: number): void {
  let branch = top;
  for (;;) {
    for (let c = 0; c < columns.length; c++) if (branch.most[c]! < columns[c]![i]!) branch.most[c] = columns[c]![i]!;
    if (branch.low === null) break;
    branch = columns[branch.column]![i]! <= branch.cut ? branch.low : branch.high!;
  }
  branch.points.push(i);
  if (branch.points.length > bucket) split(branch, columns);
}

function split(branch: Branch, columns: readonly ArrayLike<number>[]): void {
  let widest = 0;
  for (let c = 0; c < columns.length; c++) {
    let low = Infinity;
    for (const i of branch.points) low = Math.min(low, columns[c]![i]!);
    if (branch.most[c]! - low <= widest) continue;
    widest = branch.most[c]! - low;
    branch.column = c;
  }
  if (widest === 0) return;
  const values = branch.points.map((i) => columns[branch.column]![i]!).sort((a, b) => a - b);
  const middle = values[values.length >> 1]!;
  branch.cut = middle < values.at(-1)! ? middle : values.findLast((v) => v < middle)!;
  branch.low = newBranch(columns.length);
  branch.high = newBranch(columns.length);
  for (const i of branch.points) put(columns[branch.column]![i]! <= branch.cut ? branch.low : branch.high, columns, i);
  branch.points = [];
}

/** A point of the tree that is at least as high as `i` in every column, or -1. */
function coverOf(branch: Branch, columns: readonly ArrayLike<number>[], i: number): number {
  for (let c = 0; c < columns.length; c++) if (branch.most[c]! < columns[c]![i]!) return -1;
  if (branch.low !== null) {
    const high = coverOf(branch.high!, columns, i);
    return high >= 0 ? high : coverOf(branch.low, columns, i);
  }
  for (const j of branch.points) if (covers(columns, j, i)) return j;
  return -1;
}

function covers(columns: readonly ArrayLike<number>[], j: number, i: number): boolean {
  for (let c = 0; c < columns.length; c++) if (columns[c]![j]! < columns[c]![i]!) return false;
  return true;
}
