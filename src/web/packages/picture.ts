import { packages, preferences, solutions, type Method } from '../../analysis/index.ts';
import { thinned } from '../charts/thinned.ts';
import type { Workings } from './workings.ts';

/** What the frontier is drawn and listed from: the points shown, the solutions, the offers and the reservations, all in points of 100. */
export interface Picture {
  readonly points: readonly PicturePoint[];
  /** How many efficient points there are; more than are shown where they were thinned. */
  readonly size: number;
  readonly solutions: readonly PictureSolution[];
  /** The latest whole offers; `offers` says how many there have been. */
  readonly dance: readonly packages.DancePoint[];
  readonly offers: number;
  /** For each side; null where none is known. */
  readonly reservations: readonly (number | null)[];
}

export interface PicturePoint {
  readonly place: number;
  readonly totals: readonly number[];
  /** The solutions that choose it. */
  readonly names: readonly string[];
}

export interface PictureSolution {
  readonly name: string;
  /** What stands beside its mark. */
  readonly label: string;
  readonly method: Method;
  readonly places: readonly number[];
  readonly sentence: string;
}

/** The solutions that a picture names. */
const concepts = [
  ['nash', 'Nash'],
  ['kalaiSmorodinsky', 'Kalai–Smorodinsky'],
  ['egalitarian', 'Egalitarian'],
  ['relativeUtilitarian', 'Relative utilitarian'],
  ['equalArea', 'Equal area'],
] as const satisfies readonly (readonly [solutions.SolutionName, string])[];

/** More points than these are thinned for display: dots lie close together, lines across scales soon hide each other. */
const mostShown = (sides: number): number => (sides === 2 ? 240 : 100);

/** The picture of some workings. `must`: places that are shown whatever is thinned. */
export function pictureOf(workings: Workings, must: readonly number[] = []): Picture {
  const { scores } = workings;
  const frontier = workings.frontier();
  const named = solutionsIn(workings);
  const places = thinned(frontier.size, mostShown(scores.parties.length), [
    ...must,
    ...named.flatMap((one) => one.places.slice(0, 12)),
  ]);
  return {
    points: places.map((place) => ({
      place,
      totals: totalsAt(workings, place),
      names: named.filter((one) => one.places.includes(place)).map(({ label }) => label),
    })),
    size: frontier.size,
    solutions: named,
    ...danceIn(workings),
    reservations: scores.floors.map((floor) => (floor === -Infinity ? null : preferences.utilityOf(scores, floor))),
  };
}

/** What a point of the frontier gives each side, in points. */
export const totalsAt = ({ scores, frontier }: Workings, place: number): readonly number[] =>
  frontier().totals.map((totals) => preferences.utilityOf(scores, totals[place] ?? 0));

/** How many whole offers are drawn and told, the latest. */
const mostOffers = 40;

const danced = new WeakMap<Workings, readonly packages.DancePoint[]>();

function danceIn(workings: Workings): Pick<Picture, 'dance' | 'offers'> {
  const all = danced.get(workings) ?? packages.danceOf(workings.scores, workings.dance);
  danced.set(workings, all);
  return { dance: all.slice(-mostOffers), offers: all.length };
}

const known = new WeakMap<Workings, readonly PictureSolution[]>();

/** The solutions, worked out once for each workings: with tens of thousands of points they are what takes long. */
function solutionsIn(workings: Workings): readonly PictureSolution[] {
  const before = known.get(workings);
  if (before !== undefined) return before;
  const { scores } = workings;
  const bargain = workings.bargain();
  const named = concepts.flatMap(([name, label]): readonly PictureSolution[] => {
    const concept = solutions.solutions[name];
    const solution = concept.choose(bargain);
    if (solution.kind === 'two parties only') return [];
    const sentence = concept.inWords(solution, bargain, { parties: scores.parties, step: scores.step });
    return [{ name, label, method: concept.method, places: solution.places, sentence }];
  });
  known.set(workings, named);
  return named;
}
