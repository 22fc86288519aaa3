import type { Entangled } from '../frontier/index.ts';
import type { Method } from '../method.ts';
import type { Package } from '../scenario.ts';
import type { Scores } from '../scores.ts';
import { blocksOf } from './blocks.ts';
import { compareRatios, leastGainAim, leastRatio, leastWhole } from './least-gain-aim.ts';
import type { Choice } from './multipliers.ts';
import { bestOf, totalsAt, unitOf, type Effort } from './search.ts';
import { leastGains, whole } from './whole.ts';
import { givesInWords, noneFoundInWords, proofInWords } from './words.ts';

/** The words that stand beside a lexicographic max-min solution found by bounding. */
export const leximinByBoundingMethod: Method = {
  name: 'Lexicographic max-min, by bounding',
  definition:
    'The package in which the least gain is as large as possible; among those, the next least; and so on; found without listing the efficient packages.',
  assumes: 'Gains of different parties can be compared: as they stand, or each divided by a stated scale.',
  misleads: 'When the scales differ. It gives up any gain of others for the least one of the worst off.',
  source: 'Sen 1970; Imai 1983, Econometrica 51:389–401; one bound after another: Ogryczak 1997',
};

/** The leximin package, or why there is none. Totals are in steps of the grid. */
export type LeximinByBounding =
  | {
      readonly kind: 'chosen';
      readonly package: Package;
      readonly totals: Float64Array;
      /** The gains divided by their scale, the least first. */
      readonly sorted: readonly number[];
      /** How many of these are proved, from the first on: all of them if it equals the number of parties. */
      readonly provedTo: number;
      readonly proved: boolean;
    }
  | { readonly kind: 'no zone' }
  | { readonly kind: 'unknown' }
  | Entangled;

/**
 * The leximin package over `disagreement` (whole steps), gains divided by `scale` (whole; 1 unless given), among packages that reach the
 * floors. First the largest least gain; then some party is the one that has it, and the least gain of the others is made largest; and so
 * on. Where several parties could be that one, each is tried.
 */
export function leximinByBounding(
  scores: Scores,
  disagreement: readonly number[],
  scale: readonly number[] = disagreement.map(() => 1),
  effort: Effort = {},
): LeximinByBounding {
  const blocks = blocksOf(scores, 'efficient');
  if ('refused' in blocks) return blocks;
  const from = whole(disagreement, 'disagreement');
  const units = whole(scale, 'scale');
  const unit = unitOf(blocks, from);
  const floors = leastGains(scores.floors, from).map((floor) => Math.max(0, floor));
  let ways: readonly Way[] = [{ held: scores.parties.map(() => false), least: floors, choice: null }];
  let provedTo = 0;
  let proved = true;
  for (let level = 0; level < blocks.parties; level++) {
    let best: readonly [bigint, bigint] | null = null;
    const reached: Way[] = [];
    let all = true;
    for (const way of ways) {
      const among = way.held.map((held) => !held);
      const aim = leastGainAim(way.least, units, among);
      const found = bestOf({ blocks, from, aim, unit }, effort, way.choice);
      all &&= found.proved;
      if (found.best === null) continue;
      const ratio = leastRatio(found.best.gains, units, among);
      const sign = best === null ? 1 : compareRatios(ratio, best);
      if (sign < 0) continue;
      if (sign > 0) reached.length = 0;
      best = ratio;
      for (const p of among.keys()) if (among[p]!) reached.push(holding(way, p, ratio, units, found.best));
    }
    if (best === null) return { kind: all ? 'no zone' : 'unknown' };
    proved &&= all;
    if (proved) provedTo = level + 1;
    ways = [...new Map(reached.map((way) => [`${way.held.join()};${way.least.join()}`, way])).values()];
  }
  const { chosen, gains } = ways[0]!.choice!;
  return {
    kind: 'chosen',
    package: blocks.packageOf(chosen),
    totals: totalsAt(blocks, chosen),
    sorted: Array.from(gains, (g, p) => g / units[p]!).sort((a, b) => a - b),
    provedTo,
    proved,
  };
}

/** Parties that are taken to be the worst off so far, what each has at least, and a package in which it is so. */
interface Way {
  readonly held: readonly boolean[];
  readonly least: Float64Array;
  readonly choice: Choice | null;
}

/** One more party taken to be worst off; all others have at least as much. */
function holding(way: Way, party: number, ratio: readonly [bigint, bigint], scale: Float64Array, choice: Choice): Way {
  return {
    held: way.held.map((held, p) => held || p === party),
    least: way.least.map((l, p) => (way.held[p]! ? l : Math.max(l, leastWhole(ratio, scale[p]!)))),
    choice,
  };
}

/** The result in a sentence or two. */
export function leximinByBoundingInWords(scores: Scores, found: LeximinByBounding): string {
  if ('refused' in found || found.kind !== 'chosen') return noneFoundInWords(found);
  return `The package that raises the least gain first, then the next, gives ${givesInWords(scores, found.totals)}. ${proofInWords(found.proved, `only the first ${found.provedTo} of the gains, the least first, are sure to be the largest`)}`;
}
