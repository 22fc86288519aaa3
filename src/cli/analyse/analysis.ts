import type { Method, Provenance, Scenario, solutions } from '../../analysis/index.ts';

/** What is asked: a scenario as it was read, and the most points that a frontier may keep. */
export interface Question {
  readonly scenario: Scenario;
  /** For each party, what a package counts as at most; null where nothing is cut off. */
  readonly ceilings: readonly (number | null)[];
  readonly budget: number;
  /** How many even steps of a range without a step are considered. */
  readonly samples: number;
}

/** What was found, as plain data that can cross from a worker thread. All figures are utilities unless they say otherwise. */
export interface Analysis {
  readonly parties: readonly Party[];
  /** How many combinations of answers there are, allowed or not. */
  readonly outcomes: bigint;
  readonly issues: number;
  /** The utility of one step of the grid, and how far rounding to it may be off. */
  readonly grid: { readonly step: number; readonly error: number };
  readonly frontier: FrontierFound;
  readonly solutions: readonly SolutionFound[];
  readonly zone: ZoneFound;
  readonly notes: readonly string[];
}

/** A party, whose figures its points are, and the ends of its scale. */
export interface Party {
  readonly name: string;
  readonly provenance: Provenance;
  /** What it has without an agreement; null if that is not known. */
  readonly reservation: number | null;
  readonly disagreement: number;
  readonly least: number;
  readonly most: number;
}

/** The efficient points, from the first party’s least to its most; `within`: how much better, for each party, one that is not here may be. */
export interface FrontierFound {
  readonly points: readonly (readonly number[])[];
  readonly exact: boolean;
  readonly within: number | null;
  readonly sentence: string;
}

/** What a concept chooses: one entry for each point that ties. */
export interface SolutionFound {
  readonly name: solutions.SolutionName;
  readonly method: Method;
  readonly chosen: readonly Choice[];
  /** False where a better one may exist, or where nothing was found out. */
  readonly proved: boolean;
  readonly sentence: string;
}

/** A package with what it gives. */
export interface Choice {
  readonly utilities: readonly number[];
  readonly package: readonly Answer[];
}

/** One answer of a package: the option or the number, and how it is said. */
export interface Answer {
  readonly issue: string;
  readonly answer: string | number;
  readonly words: string;
}

/** Whether there is a package that all could accept, how many there are, and where there is none what would open a zone. */
export interface ZoneFound {
  readonly kind: 'open' | 'empty' | 'unknown';
  readonly proved: boolean;
  /** The share of the packages that all could accept, of `of`; with an interval (95%) where it was estimated. Null if it is not known. */
  readonly size: ZoneShare | null;
  /** By what weights no package comes to what all have without an agreement; null where there are none to show. */
  readonly certificate: readonly number[] | null;
  /** The package whose largest shortfall is smallest, and by how much each party falls short there. */
  readonly leastSacrifice: (Choice & { readonly short: readonly number[]; readonly proved: boolean }) | null;
  readonly sentences: readonly string[];
}

export interface ZoneShare {
  readonly of: bigint;
  readonly packages: bigint | null;
  readonly share: number;
  readonly interval: { readonly from: number; readonly to: number } | null;
}
