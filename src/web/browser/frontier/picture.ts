import {
  frontiers,
  packages,
  preferences,
  solutions,
  type Package,
  type Scenario,
  type Scores,
} from '../../../analysis/index.ts';
import type { Given } from './given.ts';

/** What is drawn, in points of 100, worked out as the page works it out. */
export interface Picture {
  readonly size: number;
  /** What a point of the frontier gives the first and the second side. */
  readonly totalsAt: (place: number) => readonly [number, number];
  readonly packageAt: (place: number) => Package;
  readonly named: readonly { readonly label: string; readonly place: number }[];
  /** What each whole offer gives the two sides, in turn. */
  readonly dance: readonly (readonly [number, number])[];
  readonly reservations: readonly (number | null)[];
}

type Frontier = solutions.Bargain['points'] & { packageAt(place: number): Package };

const concepts = [
  ['nash', 'Nash'],
  ['kalaiSmorodinsky', 'Kalai–Smorodinsky'],
  ['egalitarian', 'Egalitarian'],
  ['relativeUtilitarian', 'Relative utilitarian'],
  ['equalArea', 'Equal area'],
] as const;

/** The picture of a scenario, exactly as the page has it. */
export function pictureOf({ dance }: Pick<Given, 'dance'>, scenario: Scenario): Picture {
  const { scores } = preferences.scoresOf(scenario);
  const frontier = frontiers.frontierOf(scores, { individuallyRational: false, budget: { points: 100_000 } });
  if ('refused' in frontier) throw new Error('without bonds no frontier is refused');
  return picture(scores, frontier, dance);
}

/** A weight of a scenario on its way: each call gives the picture with that weight, the side's others rescaled, at the cost of one merge. */
export function moving(
  { dance }: Pick<Given, 'dance'>,
  scenario: Scenario,
  party: number,
  issue: number,
): (weight: number) => Picture {
  const { scores, answers } = preferences.scoresOf(scenario);
  const profile = scenario.profiles[party];
  const value = profile?.values[issue];
  const weight = profile?.weights[issue] ?? 0;
  const others = (profile?.weights ?? []).reduce((sum, each, i) => (i === issue ? sum : sum + each), 0);
  const of = answers[issue];
  if (value === undefined || of === undefined) throw new Error('there is no such weight');
  const perWeight = preferences.valuesOn(value, of).map((each) => each / scores.step);
  const slider = frontiers.sliderOf(
    scores,
    { party, issue, weight, others, perWeight },
    { individuallyRational: false, budget: { points: 100_000 } },
  );
  if ('refused' in slider) throw new Error('without bonds every weight moves alone');
  return (to) => {
    const factor = others > 0 ? Math.max(0, weight + others - to) / others : 1;
    const moved = scores.of.map((issues, p) =>
      p === party
        ? issues.map((row, i) =>
            i === issue
              ? Float64Array.from(perWeight, (each) => Math.round(each * to))
              : row.map((each) => Math.round(each * factor)),
          )
        : issues,
    );
    return picture({ ...scores, of: moved }, slider.at(to), dance);
  };
}

function picture(scores: Scores, frontier: Frontier, dance: Given['dance']): Picture {
  const inPoints = (steps: number): number => preferences.utilityOf(scores, steps);
  const totalsAt = (place: number): readonly [number, number] => [
    inPoints(frontier.totals[0]?.[place] ?? 0),
    inPoints(frontier.totals[1]?.[place] ?? 0),
  ];
  const ends = packages.endsOf(scores);
  const bargain: solutions.Bargain = {
    points: frontier,
    disagreement: solutions.disagreementOf(scores.floors, ends.worst),
    ideal: ends.best,
    reservations: scores.floors.map((floor) => (floor === -Infinity ? 0 : floor)),
  };
  const totalOf = (pack: Package, party: number): number =>
    inPoints(pack.reduce((sum, answer, i) => sum + (scores.of[party]?.[i]?.[answer] ?? 0), 0));
  return {
    size: frontier.size,
    totalsAt,
    packageAt: (place) => frontier.packageAt(place),
    named: concepts.flatMap(([name, label]) => {
      const [place] = solutions.solutions[name].choose(bargain).places;
      return place === undefined ? [] : [{ label, place }];
    }),
    dance: dance.map(({ pack }) => [totalOf(pack, 0), totalOf(pack, 1)]),
    reservations: scores.floors.map((floor) => (floor === -Infinity ? null : inPoints(floor))),
  };
}
