import {
  frontiers,
  packages,
  preferences,
  seeded,
  solutions,
  type Package,
  type Scores,
} from '../../analysis/index.ts';
import { lazily, onceWhile, type CaseFile, type Valued } from '../../domain/index.ts';
import { groundIn, groundOf, type Ground } from './ground.ts';

/** Everything that pages of packages show, worked out by the library from the points that a viewer knows. */
export interface Workings extends Ground {
  readonly scores: Scores;
  /** How the points were read, in sentences. */
  readonly notes: readonly string[];
  readonly ends: packages.Ends;
  /** All efficient points, those below a reservation included. Worked out when first asked for. */
  readonly frontier: () => frontiers.MergedFrontier;
  readonly bargain: () => solutions.Bargain;
  readonly suggestions: () => packages.Suggestions;
  /** For each side, the best total among the packages that could be agreed. */
  readonly reachable: () => readonly number[];
}

/** How much work a page may ask for: more points than these are thinned, and the page says by how much that may be wrong. */
export const effort: Required<packages.Effort> = { budget: { points: 25_000 }, look: 20_000 };

/** The workings of a file; null where its viewer knows nobody's points. Kept while points and offers stay as they are. */
export const workingsIn = onceWhile(
  (file) => groundIn(file).text(),
  (file): Workings | null => (groundIn(file).valued.sides.length === 0 ? null : workedOut(groundIn(file))),
);

/** The workings with other weights than those that the sides stated, for trying out. */
export const workingsOf = (file: CaseFile, valued: Valued): Workings => workedOut(groundOf(file, valued));

function workedOut(ground: Ground): Workings {
  const { scores, notes } = preferences.scoresOf(ground.valued.scenario);
  const ends = packages.endsOf(scores);
  const frontier = lazily(() => {
    const found = frontiers.frontierOf(scores, { individuallyRational: false, budget: effort.budget });
    if ('refused' in found) throw new Error('without bonds no frontier is refused');
    return found;
  });
  const suggestions = lazily(() =>
    packages.suggestionsFor(scores, ground.table, frontier(), {
      ...effort,
      deal: ground.deal,
      wavering: packages.waveringOf(scores, off, samples, seeded(1998)),
    }),
  );
  const bargain = lazily((): solutions.Bargain => ({
    points: frontier(),
    disagreement: solutions.disagreementOf(scores.floors, ends.worst),
    ideal: ends.best,
    reservations: scores.floors.map((floor) => (floor === -Infinity ? 0 : floor)),
  }));
  const reachable = lazily(() => {
    const { kind, places } = solutions.candidatesIn(frontier(), bargain().disagreement);
    return kind === 'no zone' || kind === 'no points' ? ends.best : solutions.idealAmong(frontier(), places);
  });
  return {
    ...ground,
    scores,
    notes: [...notes.map(({ sentence }) => sentence), ...ground.remarks],
    ends,
    frontier,
    bargain,
    suggestions,
    reachable,
  };
}

/** By how much each weight may be off for the robust suggestion, and how many weightings are sampled: the same ones each time. */
const [off, samples] = [0.2, 400];

/** What speaks against a package, side by side. */
export function objectionsIn(workings: Workings, pack: Package): packages.Objections {
  const { scores, table, redLines, ends } = workings;
  const found = packages.objectionsTo(scores, table, pack, redLines, { worst: ends.worst, best: workings.reachable() });
  if ('refused' in found) throw new Error('without constraints every package is allowed');
  return found;
}

/** Points of 100, as a page shows them: one decimal, with a true minus sign. */
export function inPoints(points: number): string {
  const rounded = Math.round(points * 10) / 10;
  return (rounded + 0).toFixed(Number.isInteger(rounded) ? 0 : 1).replace('-', '−');
}

/** A change of points, with its sign. */
export const asChange = (points: number): string => {
  const shown = inPoints(points);
  return shown === '0' ? '±0' : points > 0 ? `+${shown}` : shown;
};
