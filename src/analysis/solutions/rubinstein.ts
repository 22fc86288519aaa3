import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { candidatesIn, efficientAmong } from './candidates.ts';
import { asWritten } from './fraction.ts';
import { gainsOver } from './gains.ts';
import { figure, givesInWords, percent, type Telling } from './words.ts';

/** The words that stand beside a Rubinstein division. */
export const rubinsteinMethod: Method = {
  name: 'Rubinstein bargaining',
  definition:
    'What two parties agree on at once if they make offers in turn, each round’s delay costs each a stated part of its gains, and both see this through to the end.',
  assumes: 'Two parties, known gains, known and constant patience, no deadline, nobody gains anything during delay.',
  misleads:
    'When delay costs something else than a constant share, or patience is guessed. Among separate packages there can be several answers; all between the two that are shown.',
  source:
    'Rubinstein 1982, Econometrica 50:97–109; separate points: van Damme, Selten & Winter 1990, Games and Economic Behavior 2:188–201',
};

/** How a pie of 1 is divided: the one who offers first, and the other. */
export interface RubinsteinShares {
  readonly proposer: number;
  readonly responder: number;
}

/** Patience that cannot be used: each must be from 0 (none) to below 1. */
export interface PatienceRefused {
  readonly refused: 'patience must be at least 0 and below 1';
  readonly party: 0 | 1;
}

/** The division of a pie of 1, from the patience of the first proposer and of the responder (what a unit is worth after one round): (1 − δ₂) / (1 − δ₁δ₂). */
export function rubinsteinShares(patience: readonly [number, number]): RubinsteinShares | PatienceRefused {
  const unusable = unusableIn(patience);
  if (unusable !== null) return unusable;
  const proposer = (1 - patience[1]) / (1 - patience[0] * patience[1]);
  return { proposer, responder: 1 - proposer };
}

/** The offers among points, for either party as the first proposer: the best and the worst for it in any stationary equilibrium; the same place if there is one. */
export type RubinsteinOffers =
  | {
      readonly kind: 'chosen' | 'touching';
      /** By proposer: `[best for it, worst for it]` (places). */
      readonly offers: readonly [readonly [number, number], readonly [number, number]];
    }
  | { readonly kind: 'no zone' | 'no points' | 'two parties only' };

/**
 * Offers in turn on separate points: each offers its best point among those that give the other at least its patience × what the other's own
 * offer would give it, in gains over the disagreement (in steps). The extreme equilibria are found by iterating from either end.
 */
export function rubinsteinOffers(
  points: Points,
  disagreement: readonly number[],
  patience: readonly [number, number],
): RubinsteinOffers | PatienceRefused {
  const unusable = unusableIn(patience);
  if (unusable !== null) return unusable;
  if (points.parties !== 2) return { kind: 'two parties only' };
  const { kind, places: acceptable } = candidatesIn(points, disagreement);
  if (kind === 'no zone' || kind === 'no points') return { kind };
  const places = efficientAmong(points, acceptable);
  const gains = gainsOver(points, disagreement);
  const exact = patience.map(asWritten);
  /** Whether the `i`th point gives a party its patience × what another gives it, or more. */
  const suffices = (party: 0 | 1, i: number, theirs: number): boolean => {
    const { numerator, denominator } = exact[party]!;
    return gains.exactly(party, places[i]!) * denominator >= numerator * gains.exactly(party, places[theirs]!);
  };
  const last = places.length - 1;
  const firsts = (theirs: number): number => firstWhere(last, (i) => suffices(1, i, theirs));
  const seconds = (theirs: number): number => last - firstWhere(last, (i) => suffices(0, last - i, theirs));
  const [greedy, modest] = [0, last].map((start) => {
    let mine = start;
    for (let next = firsts(seconds(mine)); next !== mine; next = firsts(seconds(mine))) mine = next;
    return mine;
  });
  return {
    kind,
    offers: [
      [places[greedy!]!, places[modest!]!],
      [places[seconds(modest!)]!, places[seconds(greedy!)]!],
    ],
  };
}

/** The offers in a sentence for each proposer. */
export function rubinsteinInWords(
  result: RubinsteinOffers | PatienceRefused,
  telling: Telling,
  patience: readonly [number, number],
): readonly string[] {
  if ('refused' in result) return [`${telling.parties[result.party]}: ${result.refused}.`];
  if (!('offers' in result))
    return [
      result.kind === 'two parties only'
        ? 'Offers in turn are worked out for two parties only.'
        : 'No package is acceptable to both, so there is nothing to offer.',
    ];
  return result.offers.map(([best, worst], p) => {
    const range =
      best === worst
        ? givesInWords(telling, best)
        : `a package between those that give (${givesInWords(telling, best)}) and (${givesInWords(telling, worst)})`;
    return `If ${telling.parties[p]} offers first and a round’s delay leaves ${telling.parties[0]} ${percent(patience[0])} and ${telling.parties[1]} ${percent(patience[1])} of its gains, they agree at once on ${range}.`;
  });
}

/** The division of a pie in a sentence. */
export function rubinsteinSharesInWords(shares: RubinsteinShares, parties: readonly [string, string]): string {
  return `${parties[0]}, who offers first, gets ${figure(shares.proposer)} of the pie and ${parties[1]} gets ${figure(shares.responder)}.`;
}

function unusableIn(patience: readonly [number, number]): PatienceRefused | null {
  const party = ([0, 1] as const).find((p) => !(patience[p] >= 0 && patience[p] < 1));
  return party === undefined ? null : { refused: 'patience must be at least 0 and below 1', party };
}

/** The first index, from 0 to last, at which a condition that stays true once it is true holds; it holds at the last. */
function firstWhere(last: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
