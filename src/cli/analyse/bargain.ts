import { solutions, type Frontier } from '../../analysis/index.ts';
import type { SolutionFound } from './analysis.ts';
import { choiceOf } from './answers.ts';
import { isSampled, onlyConsidered, reservationsIn, type Compiled } from './compiled.ts';

/** Concepts that ask nobody whether it would accept, as GENIUS has them: they look at every efficient point. */
const amongAll: ReadonlySet<solutions.SolutionName> = new Set(['minimumDifference', 'productOfUtilities']);

/** The names of the concepts, in the order in which they are shown. */
export const solutionNames = Object.keys(solutions.solutions) as readonly solutions.SolutionName[];

/** What every concept chooses that looks at no other points than these: those that all would accept, or all where it asks for no more. Both are whole. */
export function solutionsAmong(
  compiled: Compiled,
  { acceptable, all }: { readonly acceptable: Frontier | null; readonly all: Frontier | null },
): readonly SolutionFound[] {
  const { scores, disagreement, best } = compiled;
  const reservations = reservationsIn(compiled);
  return solutionNames.flatMap((name) => {
    const points = amongAll.has(name) ? all : acceptable;
    if (points === null) return [];
    const { method, choose, inWords } = solutions.solutions[name];
    const bargain = { points, disagreement, ideal: best, reservations };
    const solution = choose(bargain);
    const totalsAt = (place: number) => points.totals.map((totals) => totals[place] ?? 0);
    const found = {
      name,
      method,
      chosen: solution.places.map((place) => choiceOf(compiled, points.packageAt(place), totalsAt(place))),
      proved: true,
      sentence: inWords(solution, bargain, { parties: scores.parties, step: scores.step }),
    };
    return [amongNumbers(compiled, found)];
  });
}

/** A solution as it is where ranges have numbers between those that were compared: nothing is proved of these. */
export function amongNumbers(compiled: Compiled, found: SolutionFound): SolutionFound {
  if (!isSampled(compiled)) return found;
  return { ...found, proved: false, sentence: `${found.sentence} ${onlyConsidered}` };
}
