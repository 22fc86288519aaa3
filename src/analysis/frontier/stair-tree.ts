import type { Sheet, Sources } from './layer.ts';
import { Staircase } from './staircase.ts';

/** How many bands the second total is parted into, at most. */
const mostBands = 512;

/** How many points a block holds: those of a band stand together in memory. */
const blockSize = 16;

/**
 * The filter for four parties: points come in lexicographic order. The second total is parted into bands, and a binary indexed tree
 * (Fenwick 1994) of staircases of the other two tells whether one before, of a higher band, gives no less; within its band a point is
 * compared with each. Equal points count once.
 */
export class StairTree {
  readonly #sheet: Sheet;
  #stairs: Staircase[] = [];
  /** The least second total of each band but the last, which has no end; falling. */
  #edges = new Float64Array(0);
  /** The block of each band that is being filled, and for each block how many points it holds and the block before. */
  #last = new Int32Array(0);
  #held = new Int32Array(64);
  #before = new Int32Array(64);
  #blocks = 0;
  /** Second, third and fourth total of the points, block after block. */
  #points = new Float64Array(64 * blockSize * 3);

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /** Empties it, and parts the bands so that these sums spread over them. */
  clear(second: Float64Array, { count, from, to, shift }: Sources): void {
    let sums = 0;
    for (let j = 0; j < count; j++) sums += to[j]! - from[j]!;
    const bands = Math.max(1, Math.min(mostBands, sums >> 4));
    const apart = Math.ceil(sums / bands);
    const sample: number[] = [];
    for (let j = 0; j < count; j++)
      for (let q = from[j]!; q < to[j]!; q += apart) sample.push(second[q]! + shift[1]![j]!);
    this.#edges = Float64Array.from(new Set(sample)).sort().reverse();
    const size = this.#edges.length + 1;
    for (let s = 0; s < Math.min(size + 1, this.#stairs.length); s++) this.#stairs[s]!.clear();
    for (let s = this.#stairs.length; s <= size; s++) this.#stairs.push(new Staircase(Math.min(4 * (s & -s), 256)));
    this.#last = new Int32Array(size).fill(-1);
    this.#blocks = 0;
  }

  /** Whether no point before gives as much to all; if so it is in the tree from now on. */
  admits(place: number): boolean {
    const totals = this.#sheet.totals;
    const y = totals[1]![place]!;
    const z = totals[2]![place]!;
    const w = totals[3]![place]!;
    const stairs = this.#stairs;
    const edges = this.#edges;
    let low = 0;
    let band = edges.length;
    while (low < band) {
      const middle = (low + band) >> 1;
      if (edges[middle]! > y) low = middle + 1;
      else band = middle;
    }
    // At the very edge of its band, a point has nobody below it there.
    const whole = band < edges.length && edges[band] === y;
    const prefix = whole ? band + 1 : band;
    // The staircases of most bands first.
    for (let bit = 1 << (31 - Math.clz32(prefix)), s = 0; bit > 0; bit >>= 1)
      if ((prefix & bit) !== 0 && stairs[(s |= bit)]!.covers(z, w)) return false;
    if (!whole && this.#bandCovers(band, y, z, w)) return false;
    for (let s = band + 1; s <= edges.length + 1; s += s & -s) stairs[s]!.admits(z, w);
    this.#hold(band, y, z, w);
    return true;
  }

  #bandCovers(band: number, y: number, z: number, w: number): boolean {
    const points = this.#points;
    for (let block = this.#last[band]!; block >= 0; block = this.#before[block]!) {
      const begin = block * blockSize * 3;
      const end = begin + this.#held[block]! * 3;
      for (let at = begin; at < end; at += 3)
        if (points[at]! >= y && points[at + 1]! >= z && points[at + 2]! >= w) return true;
    }
    return false;
  }

  #hold(band: number, y: number, z: number, w: number): void {
    let block = this.#last[band]!;
    if (block < 0 || this.#held[block] === blockSize) {
      if (this.#blocks === this.#held.length) this.#grow();
      this.#before[this.#blocks] = block;
      block = this.#last[band] = this.#blocks++;
      this.#held[block] = 0;
    }
    const at = (block * blockSize + this.#held[block]!) * 3;
    this.#points[at] = y;
    this.#points[at + 1] = z;
    this.#points[at + 2] = w;
    this.#held[block] = this.#held[block]! + 1;
  }

  #grow(): void {
    const [held, before, points] = [this.#held, this.#before, this.#points];
    this.#held = new Int32Array(held.length * 2);
    this.#before = new Int32Array(before.length * 2);
    this.#points = new Float64Array(points.length * 2);
    this.#held.set(held);
    this.#before.set(before);
    this.#points.set(points);
  }
}
