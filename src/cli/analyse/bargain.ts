import { solutions, type Frontier } from '../../analysis/index.ts';
import type { SolutionFound } from './analysis.ts';
import { choiceOf } from './answers.ts';
import { inSteps, isSampled, onlyConsidered, type Compiled } from './compiled.ts';

/** Concepts that ask nobody whether it would accept, as GENIUS has them: they look at every efficient point. */
const amongAll: ReadonlySet<solutions.SolutionName> = new Set(['minimumDifference', 'productOfUtilities']);

/** The names of the concepts, in the order in which they are shown. */
export const solutionNames = Object.keys(solutions.solutions) as readonly solutions.SolutionName[];

const notAll =
  ' It is chosen among some of the efficient points, for they are more than the budget; another may be better.';

/** What every concept chooses among the efficient points: those that all would accept, or all where it asks for no more. */
export function solutionsAmong(compiled: Compiled, acceptable: Frontier, all: Frontier): readonly SolutionFound[] {
  const { scores, scenario, disagreement, best } = compiled;
  const reservations = scenario.profiles.map(({ reservation }, p) =>
    reservation?.kind === 'utility' ? inSteps(reservation.utility, scores.step) : (compiled.limits[p] ?? 0),
  );
  return solutionNames.map((name) => {
    const { method, choose, inWords } = solutions.solutions[name];
    const points = amongAll.has(name) ? all : acceptable;
    const bargain = { points, disagreement, ideal: best, reservations };
    const solution = choose(bargain);
    const totalsAt = (place: number) => points.totals.map((totals) => totals[place] ?? 0);
    return amongNumbers(compiled, {
      name,
      method,
      chosen: solution.places.map((place) => choiceOf(compiled, points.packageAt(place), totalsAt(place))),
      proved: points.exact === true,
      sentence: `${inWords(solution, bargain, { parties: scores.parties, step: scores.step })}${points.exact === true ? '' : notAll}`,
    });
  });
}

/** A solution as it is where ranges have numbers between those that were compared: nothing is proved of these. */
export function amongNumbers(compiled: Compiled, found: SolutionFound): SolutionFound {
  if (!isSampled(compiled)) return found;
  return { ...found, proved: false, sentence: `${found.sentence} ${onlyConsidered}` };
}
