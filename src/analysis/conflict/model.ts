/**
 * A conflict in option form: who decides, on what, what cannot be, and who prefers what (Howard 1971; Fang, Hipel & Kilgour 1993).
 * Options and states are counted from 1, as in the field. A pattern has one letter for each option, in order: `Y` taken, `N` not
 * taken, `-` either.
 */
export interface ConflictModel {
  readonly makers: readonly DecisionMaker[];
  readonly options: readonly Option[];
  /** No state may match any of these patterns. */
  readonly infeasible: readonly string[];
  /** The feasible states themselves, where somebody has listed them (whole patterns, in the order of their numbers); else all are derived. */
  readonly states?: readonly string[];
  /** All states that match one of these patterns are one and the same to everybody; it takes the number of the first of them. */
  readonly alike?: readonly string[];
  readonly barred?: readonly BarredMove[];
}

/** One who decides. Whoever owns no option only looks on. */
export interface DecisionMaker {
  readonly name: string;
  readonly preference: Preference;
}

/** Something that its owner may do or not do. `forward`: once taken it cannot be undone; `backward`: once given up it cannot be taken again. */
export interface Option {
  readonly name: string;
  /** The decision maker whose it is, by name. */
  readonly maker: string;
  /** Both ways unless said otherwise. */
  readonly moves?: 'both' | 'forward' | 'backward';
}

/**
 * What a decision maker prefers. Ranking: groups of states, best first, each state by its number or groups of them by a pattern; the
 * states of one group are equally good. Statements: what it wants to be true, most important first (see `parseStatement`).
 */
export type Preference =
  | { readonly kind: 'ranking'; readonly groups: readonly (readonly (number | string)[])[] }
  | { readonly kind: 'statements'; readonly statements: readonly string[] };

/** A move that cannot be made although the options allow it; by anybody, unless a decision maker is named. */
export interface BarredMove {
  readonly maker?: string;
  readonly from: string;
  readonly to: string;
}
