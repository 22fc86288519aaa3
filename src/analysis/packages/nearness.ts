import { frontierOf, type FrontierOptions } from '../frontier/index.ts';
import type { Frontier } from '../points.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import { distancesOf, distanceTo, type Distances, type OnTheTable } from './table.ts';

/**
 * The efficient points, each with the package behind it that is nearest to the table: the one whose furthest party is nearest, and among those
 * the one that is nearest to all parties together.
 */
export interface Nearness {
  readonly frontier: Frontier;
  readonly distances: Distances;
  /** The places of the frontier that give every party at least its floor, in order. */
  readonly places: readonly number[];
  /** `apart[party][k]`: how far the nearest package at `places[k]` is from the party's offer, in steps of the distances' grid. */
  readonly apart: readonly Float64Array[];
  /** Whether these are proved to be the nearest. False if points have more packages behind them than were looked at. */
  readonly complete: boolean;
  /** The nearest package at `places[k]`; one of them if several are as near. */
  nearestAt(k: number): Package;
}

/** What finding the nearest packages may take: the budget of the merge, and how many packages to look at where a merge does not apply (200,000 unless given). */
export interface Effort extends Pick<FrontierOptions, 'budget'> {
  readonly look?: number;
}

/**
 * How near each efficient point comes to the table. Exact by one more merge of the same size: each party's score is refined by the
 * distance from its own offer, times a factor so small that it only decides between packages of the same point. Where the whole numbers
 * of a double have no room for that, the packages behind each point are looked at one by one, up to `look` in all.
 */
export function nearnessOf(scores: Scores, table: OnTheTable, frontier: Frontier, effort: Effort = {}): Nearness {
  const distances = distancesOf(table);
  const places = Array.from({ length: frontier.size }, (_, place) => place).filter((place) =>
    scores.floors.every((floor, p) => frontier.totals[p]![place]! >= floor),
  );
  const refinement = refine(scores, distances);
  const refined = refinement === null ? null : fromRefined(refinement, distances, frontier, places, effort);
  return refined ?? byLooking(distances, frontier, places, effort.look ?? 200_000);
}

/** The scores times `factor`, less the distance from the party's own offer, which is always below the factor. */
interface Refinement {
  readonly scores: Scores;
  readonly factor: number;
}

function refine(scores: Scores, distances: Distances): Refinement | null {
  const furthest = distances.of.map((issues) => issues.reduce((sum, away) => sum + Math.max(...away), 0));
  const factor = 1 + Math.max(...furthest);
  const times = (values: Float64Array): Float64Array => values.map((value) => value * factor);
  const extent = scores.of.map((issues, p) =>
    [...issues, ...scores.bonds.flatMap(({ of }) => (of === null ? [] : [of[p]!]))].reduce(
      (sum, values) => sum + values.reduce((most, value) => Math.max(most, Math.abs(value)), 0),
      0,
    ),
  );
  // The merge adds the parties' totals up.
  if (extent.reduce((sum, each) => sum + each, 0) * factor + furthest.reduce((sum, each) => sum + each, 0) >= 2 ** 53)
    return null;
  const refined = {
    ...scores,
    of: scores.of.map((issues, p) =>
      issues.map((values, i) => values.map((value, a) => value * factor - distances.of[p]![i]![a]!)),
    ),
    bonds: scores.bonds.map((bond) => (bond.of === null ? bond : { ...bond, of: bond.of.map(times) })),
    floors: scores.floors.map((floor, p) => (floor === -Infinity ? floor : Math.ceil(floor) * factor - furthest[p]!)),
    step: scores.step / factor,
  };
  return { scores: refined, factor };
}

// A package that is efficient, and not further from one party's offer and nearer to none than another of the same point, is efficient in
// the refined scores: one that beat it there would have to be of the same point. So all that matter are found, with a few that are not
// efficient and are dropped here.
function fromRefined(
  { scores, factor }: Refinement,
  distances: Distances,
  frontier: Frontier,
  places: readonly number[],
  { budget }: Effort,
): Nearness | null {
  const parties = frontier.totals.map((_, p) => p);
  const refined = frontierOf(scores, budget === undefined ? {} : { budget });
  if ('refused' in refined) return null;
  const known = new Map(places.map((place, k) => [parties.map((p) => frontier.totals[p]![place]!).join(), k]));
  const behind = new Int32Array(places.length).fill(-1);
  const apart = parties.map(() => new Float64Array(places.length));
  for (let r = 0; r < refined.size; r++) {
    // Remainders of whole numbers are exact, which quotients are not.
    const away = parties.map((p) => (factor - (refined.totals[p]![r]! % factor)) % factor);
    const k = known.get(parties.map((p) => (refined.totals[p]![r]! + away[p]!) / factor).join());
    if (k === undefined) continue;
    const standing = apart.map((steps) => steps[k]!);
    if (behind[k]! >= 0 && byNearness(standing, away) <= 0) continue;
    behind[k] = r;
    for (const p of parties) apart[p]![k] = away[p]!;
  }
  if (behind.includes(-1)) return null;
  const nearestAt = (k: number): Package => refined.packageAt(behind[k]!);
  return { frontier, distances, places, apart, complete: true, nearestAt };
}

function byLooking(distances: Distances, frontier: Frontier, places: readonly number[], look: number): Nearness {
  const parties = frontier.totals.map((_, p) => p);
  const apart = parties.map(() => new Float64Array(places.length));
  const nearest: Package[] = [];
  let [left, complete] = [look, true];
  places.forEach((place, k) => {
    const share = Math.max(1, Math.floor(left / (places.length - k)));
    let best: readonly number[] | null = null;
    let looked = 0;
    for (const pack of frontier.packagesAt(place)) {
      if (looked === share) {
        complete = false;
        break;
      }
      looked++;
      const away = parties.map((p) => distanceTo(distances, p, pack));
      if (best !== null && byNearness(best, away) <= 0) continue;
      best = away;
      nearest[k] = [...pack];
    }
    left -= looked;
    for (const p of parties) apart[p]![k] = best![p]!;
  });
  return { frontier, distances, places, apart, complete, nearestAt: (k) => nearest[k]! };
}

/** Negative when the first distances are nearer: the furthest party nearer, or as near and all together nearer. */
export function byNearness(a: readonly number[], b: readonly number[]): number {
  const sum = (steps: readonly number[]): number => steps.reduce((total, each) => total + each, 0);
  return Math.max(...a) - Math.max(...b) || sum(a) - sum(b);
}
