import type { Method } from '../method.ts';
import type { Points } from '../points.ts';
import { asNumber, fraction, type Fraction } from './fraction.ts';
import { gainsOver, type Gains } from './gains.ts';
import { givesInWords, listInWords, percent, type Telling } from './words.ts';

/** The words that stand beside a Zeuthen path. */
export const zeuthenMethod: Method = {
  name: 'Zeuthen path',
  definition:
    'From one offer of each party: whoever would lose less by a breakdown than by giving in, in proportion, makes the smallest concession that turns that round; and so on until the offers meet.',
  assumes:
    'Two parties that know each other’s gains and fear a breakdown as the theory says. Offers stay on the frontier.',
  misleads:
    'It shows where such fears would lead, and is no forecast: real parties do not know each other’s gains, and hold out for other reasons.',
  source: 'Zeuthen 1930; Harsanyi 1956, Econometrica 24:144–157',
};

/** One round: who conceded, and the risk of breakdown that each could bear before it. */
export interface ZeuthenStep {
  /** The offers before the step: the first party's, the second's (places). */
  readonly offers: readonly [number, number];
  /** The largest chance of breakdown at which holding out still pays: (own offer − the other's) ÷ (own offer − disagreement); null if it has nothing to lose. */
  readonly risks: readonly [Fraction | null, Fraction | null];
  /** Whose offer changes; both when they bear the same risk. */
  readonly concedes: readonly (0 | 1)[];
  /** The offers after the step. */
  readonly to: readonly [number, number];
}

/** A path, or why there is none. */
export type ZeuthenPath =
  | {
      readonly kind: 'agreement' | 'standstill' | 'no zone';
      readonly steps: readonly ZeuthenStep[];
      /** Where it ends: one place; two at a standstill of equal risks, with nothing between them that would move either. */
      readonly places: readonly number[];
    }
  | { readonly refused: 'two parties only' | 'offer below disagreement' | 'offers cross' | 'no such place' };

/**
 * The path from two offers (places among the efficient points, which run from the first party's best to the second's). One party bears the
 * smaller risk exactly when its offer has the smaller product of gains (Harsanyi 1956); it concedes to the nearest point with a larger product
 * than the other's offer, or accepts that offer. So the path ends at the largest product between the two offers: the Nash solution, if it lies there.
 */
export function zeuthen(
  points: Points,
  disagreement: readonly number[],
  offers: readonly [number, number],
): ZeuthenPath {
  if (points.parties !== 2) return { refused: 'two parties only' };
  if (offers.some((place) => !Number.isInteger(place) || place < 0 || place >= points.size))
    return { refused: 'no such place' };
  if (offers[0] > offers[1]) return { refused: 'offers cross' };
  const gains = gainsOver(points, disagreement);
  if (gains.of(0, offers[0]) < 0 || gains.of(1, offers[1]) < 0) return { refused: 'offer below disagreement' };
  const product = (place: number): bigint => gains.exactly(0, place) * gains.exactly(1, place);
  const steps: ZeuthenStep[] = [];
  let [a, b] = offers;
  while (a < b) {
    const bar = product(a) > product(b) ? product(a) : product(b);
    const concedes = ([0, 1] as const).filter((party) => product(party === 0 ? a : b) <= product(party === 0 ? b : a));
    const better = placesBetween(a, b).filter((place) => product(place) > bar);
    if (concedes.length === 2 && better.length === 0) break;
    const to: readonly [number, number] = [
      concedes.includes(0) ? (better[0] ?? b) : a,
      concedes.includes(1) ? (better.at(-1) ?? a) : b,
    ];
    steps.push({ offers: [a, b], risks: [riskOf(gains, 0, a, b), riskOf(gains, 1, b, a)], concedes, to });
    [a, b] = to;
  }
  const acceptable = gains.of(0, b) >= 0 && gains.of(1, a) >= 0;
  return {
    kind: !acceptable ? 'no zone' : a === b ? 'agreement' : 'standstill',
    steps,
    places: a === b ? [a] : [a, b],
  };
}

/** The path in sentences, one for each step and one for the end. */
export function zeuthenInWords(path: ZeuthenPath, telling: Telling): readonly string[] {
  if ('refused' in path) return [`There is no Zeuthen path: ${path.refused}.`];
  const steps = path.steps.map(({ risks, concedes, to }) => {
    const borne = telling.parties.map(
      (party, p) => `${party} ${risks[p] == null ? 'any' : percent(asNumber(risks[p]))}`,
    );
    const moves = concedes.map((p) => `${telling.parties[p]} offers (${givesInWords(telling, to[p])})`);
    return `The risk of breakdown that each could bear: ${listInWords(borne)}; so ${listInWords(moves)}.`;
  });
  const ends = path.places.map((place) => `(${givesInWords(telling, place)})`).join(' and ');
  const end = {
    agreement: `They meet at ${ends}.`,
    standstill: `They stand at ${ends}: both bear the same risk, and nothing between them is better.`,
    'no zone': `They ${path.places.length === 1 ? 'meet' : 'stand'} at ${ends}, which is worse for a party than no agreement: there is nothing to agree on between these offers.`,
  };
  return [...steps, end[path.kind]];
}

function riskOf(gains: Gains, party: 0 | 1, own: number, others: number): Fraction | null {
  const atStake = gains.exactly(party, own);
  if (atStake <= 0n) return null;
  // Breakdown is never worse than certain: an offer below no agreement can be refused at any risk.
  const othersGain = gains.exactly(party, others);
  return fraction(othersGain < 0n ? atStake : atStake - othersGain, atStake);
}

function placesBetween(a: number, b: number): readonly number[] {
  return Array.from({ length: b - a - 1 }, (_, i) => a + 1 + i);
}
