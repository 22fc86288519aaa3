/**
 * Which joint answers of the opponents count when a move is to be deterred. With two decision makers they are all the same.
 * - `legal-sequences`: any sequence of moves in which nobody moves twice running (Fang, Hipel & Kilgour 1993); the usual one.
 * - `each-once`: any sequence in which each opponent moves at most once.
 * - `one-move`: one move by one opponent.
 */
export type Convention = 'legal-sequences' | 'each-once' | 'one-move';

/** The convention that is used unless another is named. */
export const usualConvention: Convention = 'legal-sequences';

/** A convention in words, as it stands beside the results. */
export function conventionWords(convention: Convention): string {
  switch (convention) {
    case 'legal-sequences':
      return 'Opponents may answer with any sequence of moves in which nobody moves twice running.';
    case 'each-once':
      return 'Opponents may answer with any sequence of moves in which each moves at most once.';
    case 'one-move':
      return 'Opponents may answer with one move by one of them.';
  }
}
