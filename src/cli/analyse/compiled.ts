import { packages, preferences, solutions, type Scenario, type Scores } from '../../analysis/index.ts';
import type { Party, Question } from './analysis.ts';

/** A scenario in whole numbers, with what every question about it needs. Totals are in steps of the grid. */
export interface Compiled {
  readonly scenario: Scenario;
  readonly scores: Scores;
  readonly agenda: packages.Agenda;
  readonly notes: readonly string[];
  /** Each party’s least and greatest total over the packages that are allowed. */
  readonly worst: readonly number[];
  readonly best: readonly number[];
  /** What each has without an agreement, as its reservation states it; null where it states none. */
  readonly limits: readonly (number | null)[];
  readonly disagreement: readonly number[];
  /** By how many steps of the grid, for each party, a package with numbers between those considered may exceed one that is considered. */
  readonly between: readonly number[];
}

/** Whether ranges have numbers between those that are considered: then nothing is proved of all packages by looking at these. */
export const isSampled = ({ between }: Compiled): boolean => between.some((most) => most > 0);

/** How far rounding may put a total off, where numbers are rounded; what is closer than that is not told apart. */
export const roundedInWords = ({ scores: { step, error } }: Compiled): readonly string[] =>
  error === 0
    ? []
    : [
        `Points are rounded to steps of ${step.toPrecision(3)}; a total may be off by up to ${error.toPrecision(3)}, and what differs by less is not told apart.`,
      ];

/** What stands beside each claim then. */
export const onlyConsidered = 'Only the numbers that are considered were compared.';

/** A scenario made ready. */
export function compile({ scenario, ceilings, samples }: Question): Compiled {
  const { scores, answers, notes } = preferences.scoresOf(scenario, { samples });
  const limits = scenario.profiles.map(({ reservation }, p) => {
    const floor = scores.floors[p] ?? -Infinity;
    // A floor may lie below a reservation that was rounded when it was written down; it is what all are measured by then.
    return reservation === null
      ? null
      : reservation.kind === 'utility'
        ? Math.min(inSteps(reservation.utility, scores.step), floor)
        : floor;
  });
  const { worst, best } = packages.endsOf(scores);
  return {
    scenario,
    scores,
    agenda: packages.agendaOf(scenario.issues, answers),
    notes: [...notes.map(({ sentence }) => sentence), ...measuredFromWorst(scores.parties, limits, worst)],
    worst,
    best: best.map((total, p) => Math.min(total, inSteps(ceilings[p] ?? Infinity, scores.step))),
    limits,
    disagreement: solutions.disagreementOf(limits, worst),
    between: preferences.betweenNumbers(scenario, answers).map((most) => inSteps(most, scores.step)),
  };
}

/** A word on each party whose gains are measured from its worst package, since that is better than what it has without an agreement. */
const measuredFromWorst = (
  parties: readonly string[],
  limits: readonly (number | null)[],
  worst: readonly number[],
): readonly string[] =>
  parties.flatMap((party, p) =>
    limits[p] != null && limits[p] < (worst[p] ?? 0)
      ? [
          `Every package gives ${party} more than it has without an agreement; its gains are measured from the worst of them.`,
        ]
      : [],
  );

/** Each party’s reservation as it was stated, in steps; 0 where none was. */
export const reservationsIn = ({ scenario, scores, limits }: Compiled): readonly number[] =>
  scenario.profiles.map(({ reservation }, p) =>
    reservation?.kind === 'utility' ? inSteps(reservation.utility, scores.step) : (limits[p] ?? 0),
  );

/** The parties, whose figures their points are, and the ends of their scales. */
export function partiesIn({ scenario, scores, limits, disagreement, worst, best }: Compiled): readonly Party[] {
  const utility = (total: number): number => preferences.utilityOf(scores, total);
  return scenario.profiles.map(({ party, provenance, reservation }, p) => {
    // As it was stated, where that is a number.
    const own = reservation?.kind === 'utility' ? reservation.utility : limits[p] == null ? null : utility(limits[p]);
    return {
      name: party,
      provenance,
      reservation: own,
      disagreement: own !== null && disagreement[p] === limits[p] ? own : utility(disagreement[p] ?? 0),
      least: utility(worst[p] ?? 0),
      most: utility(best[p] ?? 0),
    };
  });
}

/** A utility in steps of the grid, by one multiplication or division, so that what is a whole number of steps comes out as one. */
export const inSteps = (utility: number, step: number): number =>
  step < 1 ? utility * Math.round(1 / step) : utility / step;
