import type { MergedFrontier } from '../frontier/index.ts';
import type { Frontier } from '../points.ts';
import type { Package } from '../scenario.ts';
import { byNearness } from './nearness.ts';
import { asShare, distanceTo, type Distances } from './table.ts';

/** The packages behind one point: all give every party the same, so that the choice among them is free. */
export interface Alternatives {
  /** Nearest to the table first; at most as many as were asked for. */
  readonly packages: readonly Alternative[];
  /** How many there are behind the point, or at least so many. */
  readonly count: number;
  readonly atLeast: boolean;
  /** Whether all of them were looked at, so that those listed are proved to be the nearest. */
  readonly all: boolean;
}

export interface Alternative {
  readonly pack: Package;
  /** For each party, as a share of all issues. */
  readonly apart: readonly number[];
}

/** What to ask for: how many packages to list (5 unless given), how many to look at (500 unless given), and one that is known to be nearest. */
export interface Asking {
  readonly list?: number;
  readonly look?: number;
  readonly nearest?: Package;
}

/** The packages behind a point of the frontier, nearest to the table first. A point is not a package: with whole points it stands for thousands. */
export function alternativesAt(
  frontier: Frontier & Partial<Pick<MergedFrontier, 'countPackagesAt'>>,
  place: number,
  distances: Distances,
  { list = 5, look = 500, nearest }: Asking = {},
): Alternatives {
  const awayOf = (pack: Package): readonly number[] => distances.of.map((_, p) => distanceTo(distances, p, pack));
  const seen: { readonly pack: Package; readonly away: readonly number[] }[] = [];
  let [all, met] = [true, nearest === undefined];
  for (const pack of frontier.packagesAt(place)) {
    if (seen.length === look) {
      all = false;
      break;
    }
    seen.push({ pack: [...pack], away: awayOf(pack) });
    met ||= inOrder(pack, nearest!) === 0;
  }
  if (!met) seen.push({ pack: nearest!, away: awayOf(nearest!) });
  const sorted = seen.sort((a, b) => byNearness(a.away, b.away) || inOrder(a.pack, b.pack)).slice(0, list);
  const packages = sorted.map(({ pack, away }) => ({ pack, apart: away.map((steps) => asShare(distances, steps)) }));
  const known = all ? seen.length : frontier.countPackagesAt?.(place);
  const atLeast = known === undefined || frontier.exact !== true;
  return { packages, count: known ?? seen.length, atLeast, all: all && frontier.exact === true };
}

/** How many packages a point stands for, in a sentence. */
export function alternativesInWords({ count, atLeast }: Alternatives): string {
  if (!atLeast && count === 1) return 'No other package gives the sides the same.';
  return `${atLeast ? 'At least ' : ''}${count.toLocaleString('en')} ${count === 1 ? 'package gives' : 'packages give'} the sides exactly this; the choice among them is free.`;
}

function inOrder(a: Package, b: Package): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
