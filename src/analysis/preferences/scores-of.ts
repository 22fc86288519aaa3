import { answersIn } from './answers.ts';
import { bondsOf } from './bonds.ts';
import { exactGrid, snappedGrid } from './grid.ts';
import { notesOn } from './note.ts';
import type { Answers, Samples } from './answers.ts';
import type { Grid } from './grid.ts';
import type { Method } from '../method.ts';
import type { Note } from './note.ts';
import type { Scenario } from '../scenario.ts';
import type { Scores } from '../scores.ts';

/** A scenario in whole numbers, what its answers are, and what a reader of any result must be told about how it was read. */
export interface Compiled {
  readonly scores: Scores;
  readonly answers: readonly Answers[];
  readonly notes: readonly Note[];
}

/**
 * A scenario that `checkScenario` has passed, in whole numbers on one grid for all parties. Numbers as people write them (whole
 * numbers, decimals, fractions) are held exactly and `error` is 0; others are rounded to a fine grid and `error` says by how much.
 * A reservation that is a utility becomes the least whole total that reaches it, with a tolerance of 1e-9 of the party's extent, for
 * reservations that were rounded when they were written down; one that is a package becomes the exact total of that package.
 */
export function scoresOf(scenario: Scenario, how: Samples = {}): Compiled {
  const answers = answersIn(scenario, how);
  const sizes = answers.map((each) => each.size);
  const grid = exactGrid(scenario, answers) ?? snappedGrid(scenario, answers);
  const scores: Scores = {
    parties: scenario.profiles.map((profile) => profile.party),
    sizes,
    of: grid.issues,
    bonds: bondsOf(scenario, sizes, grid),
    floors: scenario.profiles.map((_, party) => floorOf(scenario, party, grid)),
    step: grid.step,
    error: grid.error,
  };
  return { scores, answers, notes: notesOn(scenario, answers, scores) };
}

/** A total in utility, rounded once: divided by the denominator of the grid where that is a whole number. */
export function utilityOf(scores: Pick<Scores, 'step'>, total: number): number {
  return scores.step < 1 ? total / Math.round(1 / scores.step) : total * scores.step;
}

/** Additive utility with pairwise interactions, on an exact grid. */
export const additiveUtilityMethod: Method = {
  name: 'Additive utility',
  definition:
    'A package is worth, to a party, the sum over the issues of weight times value, and what pairs of answers add.',
  assumes:
    'What an answer to one issue is worth does not depend on the other issues, except for the pairs that are stated.',
  misleads:
    'When a party cares about combinations that nobody has stated, or would refuse a package for one answer alone.',
  source: 'Keeney and Raiffa 1976',
};

function floorOf(scenario: Scenario, party: number, grid: Grid): number {
  const { reservation, interactions } = scenario.profiles[party]!;
  if (reservation === null) return -Infinity;
  const issues = grid.issues[party]!;
  if (reservation.kind === 'package') {
    const pack = reservation.package;
    const added = interactions.map(({ issues: [a, b], values }, k) => {
      return grid.interactions[party]![k]![pack[a]! + values.length * pack[b]!]!;
    });
    return issues.reduce((sum, scores, i) => sum + scores[pack[i]!]!, 0) + added.reduce((sum, each) => sum + each, 0);
  }
  const extent = [...issues, ...grid.interactions[party]!].reduce((sum, scores) => sum + largest(scores), 0);
  return Math.ceil(inSteps(grid.step, reservation.utility) - reservationTolerance * extent) + 0;
}

/** The share of a party's extent (the sum of its largest contributions) by which a total may miss a reservation value and still reach it. */
export const reservationTolerance = 1e-9;

function inSteps(step: number, utility: number): number {
  return step < 1 ? utility * Math.round(1 / step) : utility / step;
}

function largest(scores: Float64Array): number {
  let most = 0;
  for (let a = 0; a < scores.length; a++) most = Math.max(most, Math.abs(scores[a]!));
  return most;
}
