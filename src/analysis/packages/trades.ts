import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { singleMovesFrom, type SingleMoves } from './single-moves.ts';
import { Shortlist } from './shortlist.ts';
import { stakesOf, type Worth } from './stakes.ts';

/** One issue's answer changed. */
export interface TradeMove {
  readonly issue: number;
  readonly from: number;
  readonly to: number;
  /** What this move alone gives each party (below 0: costs it), in steps of the grid. */
  readonly gains: readonly number[];
}

/** A change to a package by which no party loses and some party gains: of one issue, or of two in return for each other. */
export interface Trade extends Worth {
  readonly kind: 'single' | 'trade';
  /** One or two. */
  readonly moves: readonly TradeMove[];
  /** What each party gains in all, in steps of the grid: the sum over the moves, and what bonds between the two issues add. */
  readonly gains: readonly number[];
}

/** The trades from a package. */
export interface Trades {
  readonly kind: 'trades';
  /** The best first: by the least gain, then by the total. At most as many as were asked for, and all that tie with the last of them. */
  readonly best: readonly Trade[];
  /** How many there are in all. */
  readonly count: number;
}

/** The answer when the package that one would trade from breaks a constraint. */
export interface NotAllowed {
  readonly refused: 'not allowed';
}

/**
 * All trades from a package, exactly: every single move and every pair of moves on two issues after which no party has less and some party
 * has more. Pairs of two moves that each do so alone are not listed: they are not given in return for each other. `limit`: how many
 * to return (20 unless given).
 */
export function tradesFrom(scores: Scores, pack: Package, limit = 20): Trades | NotAllowed {
  const before = totalsOf(scores, pack);
  if (before === null) return { refused: 'not allowed' };
  const moves = singleMovesFrom(scores, pack);
  const shortlist = new Shortlist(stakesOf(scores), limit);
  for (let m = 0; m < moves.count; m++)
    if (moves.harmless[m] === 1) {
      shortlist.offer(
        m,
        -1,
        Float64Array.from(moves.gains, (of) => of[m]!),
      );
    }
  pairsOf(scores, pack, moves, shortlist);
  const move = (m: number): TradeMove => {
    const issue = moves.issue[m]!;
    return { issue, from: pack[issue]!, to: moves.to[m]!, gains: moves.gains.map((of) => of[m]!) };
  };
  const best = shortlist.best().map(({ first, second, gains, least, total }): Trade => {
    const single = second < 0;
    return {
      kind: single ? 'single' : 'trade',
      moves: single ? [move(first)] : [move(first), move(second)],
      gains: Array.from(gains),
      least,
      total,
    };
  });
  return { kind: 'trades', best, count: shortlist.count };
}

function pairsOf(scores: Scores, pack: Package, moves: SingleMoves, shortlist: Shortlist): void {
  const { begins, gains, harmless, allowed } = moves;
  const parties = gains.length;
  const [first, second = first] = gains;
  const both = new Float64Array(parties);
  for (let i = 0; i < pack.length; i++)
    for (let j = i + 1; j < pack.length; j++) {
      if (moves.bound(i, j)) {
        boundPairs(scores, pack, moves, i, j, shortlist);
        continue;
      }
      for (let m = begins[i]!; m < begins[i + 1]!; m++) {
        if (allowed[m] === 0) continue;
        const [needed, needed2] = [-first![m]!, -second![m]!];
        next: for (let n = begins[j]!; n < begins[j + 1]!; n++) {
          if (first![n]! < needed || second![n]! < needed2 || allowed[n] === 0) continue;
          if (harmless[m] === 1 && harmless[n] === 1) continue;
          let some = false;
          for (let p = 0; p < parties; p++) {
            const gain = gains[p]![m]! + gains[p]![n]!;
            if (gain < 0) continue next;
            if (gain > 0) some = true;
            both[p] = gain;
          }
          if (some) shortlist.offer(m, n, both);
        }
      }
    }
}

// Two issues of one bond: what the moves give together is not the sum of what they give apart.
function boundPairs(
  scores: Scores,
  pack: Package,
  moves: SingleMoves,
  i: number,
  j: number,
  shortlist: Shortlist,
): void {
  const before = totalsOf(scores, pack)!;
  const changed = [...pack];
  for (let m = moves.begins[i]!; m < moves.begins[i + 1]!; m++)
    for (let n = moves.begins[j]!; n < moves.begins[j + 1]!; n++) {
      if (moves.harmless[m] === 1 && moves.harmless[n] === 1) continue;
      changed[i] = moves.to[m]!;
      changed[j] = moves.to[n]!;
      const after = totalsOf(scores, changed);
      if (after === null) continue;
      const gains = after.map((total, p) => total - before[p]!);
      if (gains.every((gain) => gain >= 0) && gains.some((gain) => gain > 0)) shortlist.offer(m, n, gains);
    }
}

/** Trades between issues that the sides value differently. */
export const logrollingMethod: Method = {
  name: 'Logrolling',
  definition:
    'From a given package, changes of one or two answers by which no side loses and some side gains, the largest least gain first.',
  assumes:
    'The points are what the sides would say they are. A gain is compared between sides as a share of all that a side has at stake.',
  misleads:
    'When the points are guessed: a trade of two small gains may be a loss to somebody. Trades of three issues or more are not listed, so that a package without trades may still not be efficient.',
  source: 'Froman and Cohen 1970; Raiffa 1982; Pruitt 1981',
};
