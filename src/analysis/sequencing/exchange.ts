/** An exchange of steps between parties who do not trust each other to go on. Points are each party's own and must be comparable (see `inShares`). */
export interface Exchange {
  readonly parties: readonly string[];
  readonly steps: readonly Step[];
  /** Pairs of steps by name: the first must be done before the second. */
  readonly before: readonly (readonly [string, string])[];
  /** Steps, by name, that are done at the same moment and seen to be done by all; each step in one group at most. */
  readonly together: readonly (readonly string[])[];
  /** How far each party may be exposed, in points: at least 0. */
  readonly tolerance: Readonly<Record<string, number>>;
}

/** What one party does, what it costs it and what it gives each of the others, in points with at most six decimals. */
export interface Step {
  readonly name: string;
  readonly by: string;
  /** At least 0. */
  readonly cost: number;
  /** By party; whoever is not named gets nothing. A negative number is harm done. */
  readonly benefit: Readonly<Record<string, number>>;
  /** The number of equal parts that it is done in, one after another though not at a stretch; 1 unless said otherwise. */
  readonly parts?: number;
  /**
   * Into how many parts it may be split at most, where remedies are looked for; as many as it is done in, unless said otherwise. It may
   * be done in fewer as well, where it is done at the same moment as a step that has fewer.
   */
  readonly divisible?: number;
}

/**
 * What is kept low. Exposure: what a party would have lost if all others stopped now: the costs it has borne less the benefits it
 * has received; 0 while nobody else has anything left to do. Temptation: what a party would gain by stopping now rather than at the
 * end, all others stopping too: what it has of the exchange now, less what it will have at the end; 0 when it has nothing left to do.
 */
export type Measure = 'exposure' | 'temptation';
