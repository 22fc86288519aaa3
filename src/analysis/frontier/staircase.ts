/**
 * The filter for three parties: points come in falling order of the first party's total, and a staircase of the other two totals
 * tells whether one before gives no less (Kung, Luccio and Preparata 1975). Equal points count once.
 */
export class Staircase {
  /** Stair after stair: its second total, rising, and its third, falling. */
  #stairs: Float64Array;
  #size = 0;

  /** With room for so many stairs at first. */
  constructor(room = 256) {
    this.#stairs = new Float64Array(room * 2);
  }

  clear(): void {
    this.#size = 0;
  }

  /** Whether some point before gives as much of both. */
  covers(second: number, third: number): boolean {
    const at = this.#firstFrom(second);
    return at < this.#size && this.#stairs[2 * at + 1]! >= third;
  }

  /** Whether no point before gives as much of both; if so it stands on the staircase from now on. */
  admits(second: number, third: number): boolean {
    const at = this.#firstFrom(second);
    const [stairs, size] = [this.#stairs, this.#size];
    if (at < size && stairs[2 * at + 1]! >= third) return false;
    const end = at < size && stairs[2 * at] === second ? at + 1 : at;
    let start = at;
    while (start > 0 && stairs[2 * start - 1]! <= third) start--;
    if (end - start !== 1) this.#leaveOne(start, end);
    this.#stairs[2 * start] = second;
    this.#stairs[2 * start + 1] = third;
    return true;
  }

  /** The first stair whose second total is at least this. */
  #firstFrom(second: number): number {
    const stairs = this.#stairs;
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stairs[2 * middle]! < second) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Leaves room for exactly one stair where `start` up to `end` were. */
  #leaveOne(start: number, end: number): void {
    const size = this.#size + 1 - (end - start);
    if (size * 2 > this.#stairs.length) {
      const longer = new Float64Array(size * 4);
      longer.set(this.#stairs);
      this.#stairs = longer;
    }
    const stairs = this.#stairs;
    if (end === start && this.#size - end < 16)
      for (let i = 2 * this.#size - 1; i >= 2 * end; i--) stairs[i + 2] = stairs[i]!;
    else stairs.copyWithin(2 * (start + 1), 2 * end, 2 * this.#size);
    this.#size = size;
  }
}
