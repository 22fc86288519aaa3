/** How many points a leaf holds before it is split. */
const most = 24;

/**
 * The filter for five parties and more: points come in lexicographic order, and a tree of buckets, each with the corner of its largest
 * totals, tells whether one before gives as much to all (a k-d tree, Bentley 1975, with bounds as in Chen, Hwang and Tsai 2012).
 * Equal points count once. The first party's total needs no place in it: those before give at least as much.
 */
export class CornerTree {
  readonly #dimensions: number;
  #nodes = 0;
  #leaves = 0;
  /** `corners[node × dimensions + d]`: the largest total under the node. */
  #corners: Float64Array;
  #left = new Int32Array(64);
  #right = new Int32Array(64);
  #splitBy = new Uint8Array(64);
  #splitAt = new Float64Array(64);
  #held = new Int32Array(64);
  #leaf = new Int32Array(64);
  #points: Float64Array;
  /** The point asked about, and the last one that dominated: it often dominates the next too. */
  readonly #point: Float64Array;
  readonly #last: Float64Array;
  #stack = new Int32Array(256);

  /** For so many totals besides the first party's. */
  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#corners = new Float64Array(64 * dimensions);
    this.#points = new Float64Array(64 * most * dimensions);
    this.#point = new Float64Array(dimensions);
    this.#last = new Float64Array(dimensions);
    this.clear();
  }

  clear(): void {
    this.#nodes = 0;
    this.#leaves = 0;
    this.#last.fill(-Infinity);
    this.#addLeaf(this.#leaves++);
  }

  /** Whether no point before gives as much to all; if so it is in the tree from now on. The totals are those from the second party on. */
  admits(totals: readonly Float64Array[], place: number): boolean {
    const [point, last, d] = [this.#point, this.#last, this.#dimensions];
    let dominated = true;
    for (let j = 0; j < d; j++) {
      const total = totals[j + 1]![place]!;
      point[j] = total;
      if (last[j]! < total) dominated = false;
    }
    if (dominated || this.#covers()) return false;
    this.#insert();
    return true;
  }

  #covers(): boolean {
    const [point, d, corners, points] = [this.#point, this.#dimensions, this.#corners, this.#points];
    const [left, right, held, leaf] = [this.#left, this.#right, this.#held, this.#leaf];
    let stack = this.#stack;
    let depth = 1;
    stack[0] = 0;
    while (depth > 0) {
      const node = stack[--depth]!;
      let j = 0;
      for (let c = node * d; j < d && corners[c]! >= point[j]!; j++) c++;
      if (j < d) continue;
      if (left[node]! >= 0) {
        if (depth + 2 > stack.length) {
          this.#stack = new Int32Array(stack.length * 2);
          this.#stack.set(stack);
          stack = this.#stack;
        }
        stack[depth++] = left[node]!;
        stack[depth++] = right[node]!;
        continue;
      }
      const begin = leaf[node]! * most * d;
      const end = begin + held[node]! * d;
      for (let at = begin; at < end; at += d) {
        for (j = 0; j < d && points[at + j]! >= point[j]!; j++);
        if (j < d) continue;
        for (j = 0; j < d; j++) this.#last[j] = points[at + j]!;
        return true;
      }
    }
    return false;
  }

  #insert(): void {
    const [point, d] = [this.#point, this.#dimensions];
    let node = 0;
    for (;;) {
      this.#raise(node, point, 0);
      if (this.#left[node]! < 0) {
        if (this.#held[node]! < most) break;
        this.#split(node);
      }
      node = point[this.#splitBy[node]!]! <= this.#splitAt[node]! ? this.#left[node]! : this.#right[node]!;
    }
    const at = (this.#leaf[node]! * most + this.#held[node]!) * d;
    for (let j = 0; j < d; j++) this.#points[at + j] = point[j]!;
    this.#held[node] = this.#held[node]! + 1;
  }

  #raise(node: number, from: Float64Array, at: number): void {
    const [d, corners] = [this.#dimensions, this.#corners];
    for (let j = 0, c = node * d; j < d; j++, c++) if (corners[c]! < from[at + j]!) corners[c] = from[at + j]!;
  }

  /** Parts a full leaf at the middle of its widest side. Its points differ in some total, as none of them covers another. */
  #split(node: number): void {
    const d = this.#dimensions;
    const begin = this.#leaf[node]! * most * d;
    let side = 0;
    let width = 0;
    for (let j = 0; j < d; j++) {
      let [low, high] = [Infinity, -Infinity];
      for (let t = 0; t < most; t++) {
        const total = this.#points[begin + t * d + j]!;
        if (total < low) low = total;
        if (total > high) high = total;
      }
      if (high - low > width) [side, width] = [j, high - low];
    }
    const sorted = Float64Array.from({ length: most }, (_, t) => this.#points[begin + t * d + side]!).sort();
    let middle = most / 2 - 1;
    while (sorted[middle] === sorted[most - 1]) middle--;
    const split = sorted[middle]!;
    const left = this.#addLeaf(this.#leaf[node]!);
    const right = this.#addLeaf(this.#leaves++);
    for (let t = 0, at = begin; t < most; t++, at += d) {
      const child = this.#points[at + side]! <= split ? left : right;
      this.#raise(child, this.#points, at);
      const to = (this.#leaf[child]! * most + this.#held[child]!) * d;
      if (to !== at) this.#points.copyWithin(to, at, at + d);
      this.#held[child] = this.#held[child]! + 1;
    }
    this.#left[node] = left;
    this.#right[node] = right;
    this.#splitBy[node] = side;
    this.#splitAt[node] = split;
  }

  #addLeaf(leaf: number): number {
    const node = this.#nodes++;
    const d = this.#dimensions;
    if (node >= this.#left.length) this.#growNodes();
    if ((leaf + 1) * most * d > this.#points.length) this.#points = longer(this.#points, this.#points.length * 2);
    this.#corners.fill(-Infinity, node * d, node * d + d);
    this.#left[node] = -1;
    this.#held[node] = 0;
    this.#leaf[node] = leaf;
    return node;
  }

  #growNodes(): void {
    const length = this.#left.length * 2;
    const whole = (column: Int32Array): Int32Array<ArrayBuffer> => {
      const copy = new Int32Array(length);
      copy.set(column);
      return copy;
    };
    [this.#left, this.#right, this.#held, this.#leaf] = [this.#left, this.#right, this.#held, this.#leaf].map(
      whole,
    ) as [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
    this.#splitAt = longer(this.#splitAt, length);
    this.#corners = longer(this.#corners, length * this.#dimensions);
    const splitBy = new Uint8Array(length);
    splitBy.set(this.#splitBy);
    this.#splitBy = splitBy;
  }
}

function longer(column: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(length);
  copy.set(column);
  return copy;
}
