import { atMost } from '../at-most.ts';
import type { Method } from '../method.ts';
import type { Frontier } from '../points.ts';
import { outcomesOf, type Scores } from '../scores.ts';
import { behind, type Behind } from './behind.ts';
import { coverOf, excessOver } from './cover.ts';
import { sourcesInto } from './efficient-answers.ts';
import { firstLayer, onSheet, ownTotals, partOf, placesWhere, type Layer, type Sheet } from './layer.ts';
import { mergeOn } from './merge.ts';
import { stepsOf, type Entangled, type Steps } from './steps.ts';

/** A frontier made by merging issues. */
export interface MergedFrontier extends Frontier, Behind {}

/** What is asked of a frontier, and what it may take. */
export interface FrontierOptions {
  /** Only packages that give every party at least its floor (true unless given). */
  readonly individuallyRational?: boolean;
  /**
   * `points`: the most points kept after any issue (1,000,000 unless given); more are thinned, and the error is stated.
   * `states`: the most combinations of bound issues worked through side by side (1,000 unless given); more are refused.
   */
  readonly budget?: { readonly points?: number; readonly states?: number };
  /** Hears now and then what share of the work is done, as near as that can be told beforehand. */
  readonly heard?: (share: number) => void;
}

/**
 * The efficient points of a scenario: exact unless a budget is passed, and then with a proven error. Without enumerating: issue after
 * issue, keeping the efficient partial packages (Bellman's principle for sets of efficient points; Brown and Strauch 1965), by bucket
 * elimination where bonds tie issues together (Dechter 1999; Rollón and Larrosa 2006). Any number of parties; two to six are quick.
 * Empty if no package is allowed or none reaches the floors. Refuses what ties too many issues together at once.
 * If a budget was passed, `packagesAt` gives the packages found along the points that were kept: at least one.
 */
export function frontierOf(scores: Scores, options: FrontierOptions = {}): MergedFrontier | Entangled {
  const { points = 1_000_000, states = 1_000 } = options.budget ?? {};
  const steps = stepsOf(scores, states);
  if ('refused' in steps) return steps;
  const floors = options.individuallyRational === false ? scores.floors.map(() => -Infinity) : scores.floors;
  const { layers, within } = onSheet(steps.parties, (sheet) =>
    merged(steps, floors, Math.max(points, 1), sheet, options.heard ?? null),
  );
  const last = layers.at(-1)!;
  return {
    parties: steps.parties,
    size: last.size,
    totals: last.totals,
    exact: within === 0 ? true : { within: within * scores.step },
    ...behind(steps, layers),
  };
}

/** The layers, each after one more issue, and by how many steps of the grid they may miss. */
function merged(
  steps: Steps,
  floors: readonly number[],
  points: number,
  sheet: Sheet,
  heard: ((share: number) => void) | null,
): { readonly layers: readonly Layer[]; readonly within: number } {
  const merge = mergeOn(sheet);
  const layers = [firstLayer(steps.base ?? floors.map(() => 0), steps.base === null ? 0 : 1)];
  const least = [...floors];
  let within = 0;
  const shares = heard === null ? [] : sharesOf(steps, points);
  steps.list.forEach((step, s) => {
    const starts = [0];
    for (let state = 0; state < step.states; state++) {
      // What was left out may have been better by the error so far, and so may still reach a floor.
      for (let p = 0; p < floors.length; p++) least[p] = floors[p]! - within - steps.best[s + 1]![p]![state]!;
      merge(layers[s]!.totals, sourcesInto(step, state, layers[s]!, sheet.sources), least);
      starts.push(sheet.size);
      heard?.((shares[s] ?? 0) + (((shares[s + 1] ?? 1) - (shares[s] ?? 0)) * (state + 1)) / step.states);
    }
    const layer = withoutTotals(layers, s, sheet.cut(starts, step.from.length));
    const cover = s + 1 < steps.list.length ? coverOf(layer, points) : { layer, within: 0 };
    layers.push(cover.layer);
    within += cover.within;
  });
  const [kept, error] = finished(layers.at(-1)!, floors, points, within);
  return { layers: [...layers.slice(0, -1), { ...kept, totals: ownTotals(kept) }], within: error };
}

/** What share of the work is done before each step, and after all, if every combination of the answers so far is efficient, up to so many points. */
function sharesOf({ list }: Steps, points: number): readonly number[] {
  const done = [0];
  let each = 1;
  for (const [s, { from, states }] of list.entries()) {
    done.push(done[s]! + from.length * each);
    each = Math.min(points, (each * from.length) / states);
  }
  return done.map((work) => work / done.at(-1)!);
}

/** The totals of a layer are needed no more once the next is there, and are written over then. */
function withoutTotals(layers: Layer[], s: number, next: Layer): Layer {
  if (s > 0) layers[s] = { ...layers[s]!, totals: [] };
  return next;
}

/** The last layer without what an error let pass below a floor, thinned to the budget; and the error of all. */
function finished(layer: Layer, floors: readonly number[], points: number, within: number): readonly [Layer, number] {
  const reaches = (place: number): boolean => floors.every((floor, p) => layer.totals[p]![place]! >= floor);
  if (layer.size <= points && allOf(layer.size, reaches)) return [layer, within];
  const below = placesWhere(layer.size, (place) => !reaches(place));
  const cover = coverOf(partOf(layer, placesWhere(layer.size, reaches)), points);
  // A point below a floor may stand for one left out that is not; another that is here must stand for that one too.
  const excess = within === 0 ? 0 : excessOver(layer, below, cover.layer);
  return [cover.layer, within + Math.max(cover.within, excess)];
}

function allOf(size: number, holds: (place: number) => boolean): boolean {
  for (let place = 0; place < size; place++) if (!holds(place)) return false;
  return true;
}

/** The frontier in a sentence for a mediator. */
export function frontierSentence(
  frontier: Pick<Frontier, 'size' | 'exact'>,
  scores: Pick<Scores, 'sizes' | 'parties'>,
): string {
  const packages = `${outcomesOf(scores).toLocaleString('en')} possible packages`;
  if (frontier.exact !== true && frontier.size === 0)
    return `Among ${packages}, none was found that gives every party at least what it has without an agreement; that there is none is not proved.`;
  if (frontier.size === 0)
    return `None of the ${packages} is allowed and gives every party at least what it has without an agreement.`;
  const gives = frontier.size === 1 ? 'one outcome is' : `${frontier.size.toLocaleString('en')} outcomes are`;
  if (frontier.exact === true)
    return `Among ${packages}, ${gives} efficient: nobody can be given more without giving somebody less.`;
  const within = frontier.exact.within;
  return Number.isFinite(within)
    ? `Among ${packages}, ${gives} shown; every efficient one is matched by one of these to within ${atMost(within)} of utility for each party.`
    : `Among ${packages}, ${gives} shown; how far others may be better is not proved.`;
}

/** What the frontier is, for those who read it. */
export const frontierMethod: Method = {
  name: 'Efficient frontier (Pareto)',
  definition: 'All outcomes in which no party can be given more without another being given less.',
  assumes:
    'That the preferences are those of the parties, and that what each gains adds up over the issues, apart from stated combinations.',
  misleads:
    'It says nothing about which outcome is fair. One point can stand for many packages. Where parties only divide a fixed sum, everything is efficient. With wrong weights it is the frontier of another conflict.',
  source:
    'Pareto 1906; merging by Bellman’s principle, Brown and Strauch 1965; elimination, Dechter 1999, Rollón and Larrosa 2006.',
};
