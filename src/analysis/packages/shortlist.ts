import { byWorth, measuredBy, type Worth } from './stakes.ts';

/** A trade by its moves (see `singleMovesFrom`; the second is -1 for a single move), with what it is worth. */
export interface Listed extends Worth {
  readonly first: number;
  readonly second: number;
  readonly gains: Float64Array;
}

/** Keeps the best of very many trades, with all ties, in a list that is cut back whenever it has grown too long. */
export class Shortlist {
  /** How many were offered. */
  count = 0;
  private kept: Listed[] = [];
  private bar: Worth = { least: -Infinity, total: -Infinity };
  private longest: number;
  private readonly limit: number;
  private readonly measure: (gains: ArrayLike<number>) => Worth;

  constructor(stakes: readonly number[], limit: number) {
    this.limit = limit;
    this.longest = 2 * limit + 200;
    this.measure = measuredBy(stakes);
  }

  /** Takes a trade in if it is as good as the last that would be kept. The gains are copied. */
  offer(first: number, second: number, gains: Float64Array): void {
    this.count++;
    const { least, total } = this.measure(gains);
    if (least < this.bar.least || (least === this.bar.least && total < this.bar.total)) return;
    this.kept.push({ first, second, gains: gains.slice(), least, total });
    if (this.kept.length > this.longest) this.cut();
  }

  /** The best, and all that tie with the last of them; equal ones by the order of issues and answers. */
  best(): readonly Listed[] {
    this.cut();
    return this.kept;
  }

  private cut(): void {
    this.kept.sort((a, b) => byWorth(a, b) || a.first - b.first || a.second - b.second);
    const last = this.kept[this.limit - 1];
    if (last === undefined) return;
    this.bar = last;
    this.kept = this.kept.filter((entry, rank) => rank < this.limit || byWorth(entry, last) === 0);
    this.longest = 2 * this.kept.length + 200;
  }
}
