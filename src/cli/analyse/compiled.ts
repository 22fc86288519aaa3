import { packages, preferences, solutions, type Scenario, type Scores } from '../../analysis/index.ts';

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
}

/** A scenario made ready. `ceilings`: the utility that a party’s package counts as at most, or null. */
export function compile(scenario: Scenario, ceilings: readonly (number | null)[]): Compiled {
  const { scores, answers, notes } = preferences.scoresOf(scenario);
  const { worst, best } = packages.endsOf(scores);
  const limits = scenario.profiles.map(({ reservation }, p) => {
    const floor = scores.floors[p] ?? -Infinity;
    // A floor may lie below a reservation that was rounded when it was written down; it is what all are measured by then.
    return reservation === null
      ? null
      : reservation.kind === 'utility'
        ? Math.min(inSteps(reservation.utility, scores.step), floor)
        : floor;
  });
  return {
    scenario,
    scores,
    agenda: packages.agendaOf(scenario.issues, answers),
    notes: notes.map(({ sentence }) => sentence),
    worst,
    best: best.map((total, p) => Math.min(total, inSteps(ceilings[p] ?? Infinity, scores.step))),
    limits,
    disagreement: solutions.disagreementOf(limits, worst),
  };
}

/** A utility in steps of the grid, by one multiplication or division, so that what is a whole number of steps comes out as one. */
export const inSteps = (utility: number, step: number): number =>
  step < 1 ? utility * Math.round(1 / step) : utility / step;
