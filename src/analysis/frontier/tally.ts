/** Counts of whole numbers below 2^53, in an open-addressing table that doubles when half full. */
export class Tally {
  #numbers = new Float64Array(4096).fill(-1);
  #counts = new Uint32Array(4096);
  #size = 0;

  add(number: number): void {
    const slot = this.#slotOf(number);
    if (this.#numbers[slot] === -1) {
      this.#numbers[slot] = number;
      this.#size++;
    }
    this.#counts[slot] = this.#counts[slot]! + 1;
    if (this.#size * 2 > this.#numbers.length) this.#double();
  }

  /** The numbers that were counted, rising, and how often each was. */
  sorted(): { readonly packages: Float64Array; readonly counts: Uint32Array } {
    const packages = this.#numbers.filter((number) => number >= 0).sort();
    return { packages, counts: Uint32Array.from(packages, (number) => this.#counts[this.#slotOf(number)]!) };
  }

  #slotOf(number: number): number {
    const mask = this.#numbers.length - 1;
    const high = Math.floor(number / 4294967296);
    let slot = Math.imul((number | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    slot = (slot ^ (slot >>> 15)) & mask;
    while (this.#numbers[slot] !== -1 && this.#numbers[slot] !== number) slot = (slot + 1) & mask;
    return slot;
  }

  #double(): void {
    const [numbers, counts] = [this.#numbers, this.#counts];
    this.#numbers = new Float64Array(numbers.length * 2).fill(-1);
    this.#counts = new Uint32Array(numbers.length * 2);
    for (const [old, number] of numbers.entries())
      if (number !== -1) {
        const slot = this.#slotOf(number);
        this.#numbers[slot] = number;
        this.#counts[slot] = counts[old]!;
      }
  }
}
