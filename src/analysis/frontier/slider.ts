import type { Frontier, Points } from '../points.ts';
import type { Package } from '../scenario.ts';
import type { Bond, Scores } from '../scores.ts';
import { placeOf } from './behind.ts';
import { efficientAmong } from './efficient-answers.ts';
import { frontierOf, type FrontierOptions, type MergedFrontier } from './frontier.ts';
import { lexicographic, ownTotals, Sheet } from './layer.ts';
import { mergeOn } from './merge.ts';
import type { Entangled } from './steps.ts';

/** Which weight moves. Its party's other weights shrink or grow together, so that the sum stays. */
export interface SliderStart {
  readonly party: number;
  readonly issue: number;
  /** The weight as it stands in the scores, and the sum of the party's other weights. */
  readonly weight: number;
  readonly others: number;
  /** What each answer is worth to the party per unit of weight, in steps of the grid; needed only if the weight is 0. */
  readonly perWeight?: readonly number[];
}

/** A weight that can be moved. */
export interface Slider {
  /**
   * The frontier when the weight is this, from 0 to the sum of all the party's weights. Each total is rounded to the grid as a whole,
   * not answer by answer, so `exact` states two steps unless nothing was rounded: compute the scores anew when the weight is let go.
   * `packagesAt` gives packages that are efficient on the other issues by themselves (all that there are, short of the ends).
   */
  at(weight: number): Frontier;
}

/** Why a weight cannot be moved so: a combination ties its issue to others, or adds to what the party gains without being weighted. */
export interface NotAlone {
  readonly refused: 'the issue or the party is bound by combinations';
}

/**
 * Prepares a weight to be moved (when the pointer goes down). The party's other weights only rescale one axis of the frontier of the
 * other issues, which stays the same; so that is kept, and each move is one merge.
 */
export function sliderOf(
  scores: Scores,
  start: SliderStart,
  options: FrontierOptions = {},
): Slider | NotAlone | Entangled {
  const { party, issue, weight: before, others } = start;
  if (scores.bonds.some(({ scope, of }) => scope.includes(issue) || of?.[party]?.some((score) => score !== 0)))
    return { refused: 'the issue or the party is bound by combinations' };
  const perWeight = start.perWeight ?? (before > 0 ? Array.from(scores.of[party]![issue]!, (s) => s / before) : null);
  if (perWeight === null) throw new RangeError('a weight of 0 does not tell what the answers are worth');
  const rest = frontierOf(without(scores, issue), { ...options, individuallyRational: false });
  if ('refused' in rest) return rest;
  const floors = options.individuallyRational === false ? scores.floors.map(() => -Infinity) : scores.floors;
  const sheet = new Sheet(floors.length);
  const merge = mergeOn(sheet);
  // Three weights of a third add up to a hair less than one: all of the weight is still a weight.
  const sum = before + others;
  const at = (weight: number): Frontier => {
    if (!(weight >= 0 && weight <= sum * (1 + 1e-9))) throw new RangeError(`${weight} is not a weight of the slider`);
    const factor = others > 0 ? Math.max(0, sum - weight) / others : 1;
    const own = weight === before ? scores.of[party]![issue]! : Float64Array.from(perWeight, (score) => score * weight);
    const shift = scores.of.map((of, p) => (p === party ? own.map((score) => Math.round(score)) : of[issue]!));
    const scaled = rescaled(rest, party, factor);
    sheet.sources.count = 0;
    for (const answer of efficientAmong(shift, 0, own.length)) sheet.sources.add(0, rest.size, shift, answer);
    merge(scaled.totals, sheet.sources, floors);
    const layer = sheet.cut([0, sheet.size], own.length);
    const { size, parent, via } = layer;
    const totals = ownTotals(layer);
    const missed = rest.exact === true ? 0 : rest.exact.within * Math.max(1, factor);
    const off = missed + (scaled.whole && own.every(Number.isInteger) ? 0 : 2 * scores.step);
    // What stands for a point may lie below a floor that the point reaches: then nothing stands for it.
    const within = off > 0 && floors.some((floor) => floor > -Infinity) ? Infinity : off;
    return {
      parties: floors.length,
      size,
      totals,
      exact: within === 0 ? true : { within },
      packageAt: (place) => rest.packageAt(scaled.places[parent[place]!]!).toSpliced(issue, 0, via[place]!),
      packagesAt: (place) =>
        packagesIn(
          Float64Array.from(totals, (column) => column[place]!),
          rest,
          scaled,
          shift,
          issue,
        ),
    };
  };
  return { at };
}

/** The scores of the other issues. */
function without(scores: Scores, issue: number): Scores {
  const moved = (bond: Bond): Bond => ({ ...bond, scope: bond.scope.map((i) => (i > issue ? i - 1 : i)) });
  return {
    ...scores,
    sizes: scores.sizes.toSpliced(issue, 1),
    of: scores.of.map((of) => of.toSpliced(issue, 1)),
    bonds: scores.bonds.map(moved),
  };
}

/** Points with one axis rescaled, in lexicographic order again; some may be equal or dominated where rounding or a factor of 0 says so. */
interface Scaled {
  readonly totals: readonly Float64Array[];
  /** Where each stood. */
  readonly places: Int32Array;
  /** Whether nothing was rounded. */
  readonly whole: boolean;
}

function rescaled(points: Points, party: number, factor: number): Scaled {
  const axis = new Float64Array(points.size);
  let whole = true;
  for (let i = 0; i < axis.length; i++) {
    const total = points.totals[party]![i]! * factor;
    axis[i] = Math.round(total);
    if (axis[i] !== total) whole = false;
  }
  const totals = points.totals.with(party, axis);
  const places = Int32Array.from({ length: points.size }, (_, i) => i);
  let inOrder = true;
  for (let i = 1; i < axis.length && inOrder; i++) inOrder = lexicographic(totals, i - 1, i) <= 0;
  if (inOrder) return { totals, places, whole };
  places.sort((a, b) => lexicographic(totals, a, b) || a - b);
  return { totals: totals.map((column) => Float64Array.from(places, (place) => column[place]!)), places, whole };
}

function* packagesIn(
  point: Float64Array,
  rest: MergedFrontier,
  { totals, places }: Scaled,
  shift: readonly Float64Array[],
  issue: number,
): Generator<Package> {
  for (let answer = 0; answer < shift[0]!.length; answer++) {
    const target = point.map((total, p) => total - shift[p]![answer]!);
    const first = placeOf(target, totals, 0, places.length);
    for (let q = first; q >= 0 && q < places.length && lexicographic(totals, first, q) === 0; q++)
      for (const pack of rest.packagesAt(places[q]!)) yield pack.toSpliced(issue, 0, answer);
  }
}
