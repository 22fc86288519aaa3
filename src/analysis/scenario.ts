/**
 * What is to be settled and what each party values: the common input of the frontier, the solutions and the packages.
 * Issues are in one order throughout; a package, a weight list and a value list follow it.
 */
export interface Scenario {
  readonly issues: readonly Issue[];
  /** One for each party, in any order: no result depends on it. */
  readonly profiles: readonly Profile[];
  /** Combinations that no agreement may have, or must have. */
  readonly constraints: readonly Constraint[];
}

/** A question to be answered: one of its options, or a number of its range (`step` null: any number between the ends). */
export type Issue =
  | { readonly kind: 'options'; readonly name: string; readonly options: readonly string[] }
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly from: number;
      readonly to: number;
      readonly step: number | null;
      readonly unit?: string;
    };

/** One party's preferences, and where they come from. */
export interface Profile {
  readonly party: string;
  readonly provenance: Provenance;
  /** One for each issue; at least 0. They need not sum to 1 or 100: they are used as they stand. */
  readonly weights: readonly number[];
  /** One for each issue. */
  readonly values: readonly ValueFunction[];
  /** What combinations are worth beyond the sum of their parts; not weighted. */
  readonly interactions: readonly Interaction[];
  /** What this party has without an agreement; null if unknown, which never binds. */
  readonly reservation: Reservation | null;
}

/** Who says that a party values things so. Never shown without it. */
export type Provenance =
  | { readonly kind: 'own' }
  | { readonly kind: 'analyst'; readonly name: string }
  | { readonly kind: 'learnt'; readonly from: string }
  | { readonly kind: 'experiment'; readonly name: string }
  | { readonly kind: 'fictional' };

/** The value of each answer to one issue, before its weight: one number for each option (or step of a range), or points joined by straight lines. */
export type ValueFunction =
  | { readonly kind: 'table'; readonly values: readonly number[] }
  | { readonly kind: 'piecewise'; readonly points: readonly { readonly at: number; readonly value: number }[] };

/** What two issues are worth together: `values[a][b]` is added when the first is answered by its a-th answer and the second by its b-th. */
export interface Interaction {
  readonly issues: readonly [number, number];
  readonly values: readonly (readonly number[])[];
}

/** What a party has without an agreement: a utility, or the package that it could have elsewhere. */
export type Reservation =
  | { readonly kind: 'utility'; readonly utility: number }
  | { readonly kind: 'package'; readonly package: Package };

/**
 * A limit on packages. Forbidden: none may give all of these issues one of the listed answers. Required: each must give at least one
 * of these issues one of the listed answers.
 */
export interface Constraint {
  readonly kind: 'forbidden' | 'required';
  readonly name: string;
  readonly answers: readonly { readonly issue: number; readonly anyOf: readonly number[] }[];
}

/** One answer to each issue, by its place among the answers of the issue (see `answersOf`). */
export type Package = readonly number[];
