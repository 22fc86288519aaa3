import type { Method } from '../method.ts';
import { utilityOf } from '../preferences/index.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import { listInWords, percent } from '../solutions/words.ts';
import { packageInWords } from './agenda.ts';
import { pointsInWords } from './figures.ts';
import { byNearness, type Nearness } from './nearness.ts';
import { asShare, hasOffered, type OnTheTable } from './table.ts';

/** An efficient package that lies near what the sides last offered. */
export interface Bridge {
  /** Its place on the frontier, behind which there may be more packages. */
  readonly place: number;
  readonly pack: Package;
  /** For each party, in steps of the scores' grid. */
  readonly totals: readonly number[];
  /** For each party: how far it would have to come from its own latest offer, as a share of all issues (0 to 1). */
  readonly apart: readonly number[];
  /** The largest of `apart`, and their sum. */
  readonly furthest: number;
  readonly together: number;
}

/**
 * The packages nearest to the table among those that are efficient and give everybody at least its floor: nearest first by the party that
 * would have to come furthest, then by all of them together. At most `limit`, and all that tie with the last of them.
 */
export function bridgesIn(nearness: Nearness, limit = 3): readonly Bridge[] {
  const { apart, places } = nearness;
  const steps = (k: number): readonly number[] => apart.map((party) => party[k]!);
  const order = places.map((_, k) => k).sort((a, b) => byNearness(steps(a), steps(b)) || a - b);
  const last = order[Math.min(limit, order.length) - 1];
  if (last === undefined) return [];
  const near = order.filter((k, rank) => rank < limit || byNearness(steps(k), steps(last)) === 0);
  return near.map((k) => bridgeAt(nearness, k));
}

/** The nearest package behind the k-th of the places. */
export function bridgeAt(nearness: Nearness, k: number): Bridge {
  const { apart, distances, frontier, places } = nearness;
  const place = places[k]!;
  const away = apart.map((party) => party[k]!);
  return {
    place,
    pack: nearness.nearestAt(k),
    totals: frontier.totals.map((totals) => totals[place]!),
    apart: away.map((steps) => asShare(distances, steps)),
    furthest: asShare(distances, Math.max(...away)),
    together: asShare(
      distances,
      away.reduce((sum, steps) => sum + steps, 0),
    ),
  };
}

/** The bridge in a sentence: what it is, how far each side would have to come, and what it gives. */
export function bridgeInWords(scores: Scores, table: OnTheTable, bridge: Bridge): string {
  const names = scores.parties;
  const come = names.flatMap((name, p) =>
    hasOffered(table.offers[p]!) ? [`${name} ${percent(bridge.apart[p]!)}`] : [],
  );
  const far =
    come.length === 0
      ? 'No side has made an offer.'
      : `Of the way across all issues it is away from the latest offer of ${listInWords(come)}.`;
  const gives = names.map((name, p) => `${name} ${pointsInWords(utilityOf(scores, bridge.totals[p]!))}`);
  return `${packageInWords(table.agenda, bridge.pack)}. ${far} It gives ${listInWords(gives)}.`;
}

/** Efficient packages near the offers on the table. */
export const bridgingMethod: Method = {
  name: 'Bridging package',
  definition:
    'Of the efficient packages that no side would refuse, the one for which the side that must come furthest from its latest offer comes the least far; among those, the one for which all together come the least far.',
  assumes:
    'Every issue counts alike in the distance: a range by the share of it that lies between two answers, options as 0 if they are the same and 1 if not. An issue that a side has not answered counts as no distance for it.',
  misleads:
    'A side that opened with extreme demands pulls the nearest package its way, and a short way on paper may be a long one at home. Nearness says nothing of fairness.',
  source: 'Pruitt 1981 on bridging; distance as a further criterion after Keeney and Raiffa 1976',
};
