import type { Analysis, SolutionFound } from './analysis.ts';

/** The letters by which solutions are marked, in the order in which they are shown. */
const letters = 'NKOELURAMDP';

/** The mark of a solution by its place in the analysis. */
export const markOf = (place: number): string => letters[place] ?? '?';

/** Whether a letter of a plot is a mark, or stands for several. */
export const isMark = (letter: string): boolean => letters.includes(letter) || letter === '*';

/** A point that solutions choose, with those that do. */
export interface Marked {
  readonly utilities: readonly number[];
  readonly marks: readonly string[];
  readonly chosenBy: readonly SolutionFound[];
}

/** The points that solutions choose, each once, in the order in which the solutions are shown. */
export function markedPoints({ solutions }: Analysis): readonly Marked[] {
  const found = new Map<string, { utilities: readonly number[]; marks: string[]; chosenBy: SolutionFound[] }>();
  for (const [s, solution] of solutions.entries())
    for (const { utilities } of solution.chosen) {
      const point = found.get(utilities.join()) ?? { utilities, marks: [], chosenBy: [] };
      found.set(utilities.join(), point);
      point.marks.push(markOf(s));
      point.chosenBy.push(solution);
    }
  return [...found.values()];
}
