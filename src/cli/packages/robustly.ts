import { seeded, uncertainty, type Method, type Package, type Scenario } from '../../analysis/index.ts';
import type { Threads } from '../progress/threads.ts';
import type { Robustly } from './found.ts';
import type { Ground } from './ground.ts';

/** Some packages to be tried over some weightings. */
export interface RobustnessQuestion {
  readonly scenario: Scenario;
  readonly weightings: readonly uncertainty.Weighting[];
  readonly packages: readonly Package[];
  /** Whether it is counted, too, how often each is the Nash and the max-min choice. */
  readonly choices: boolean;
}

/** How weights are sampled: how many times, and by what share those that are stated may be off. */
export interface Sampling {
  readonly weightings: number;
  readonly off: number;
  readonly choices: boolean;
}

/** The methods behind the counts. */
export const robustlyMethods: readonly Method[] = [uncertainty.robustnessMethod, uncertainty.weightingsMethod];

/** So many pieces keep every processor at work to the end, and the bar moving; smaller ones are not worth handing over. */
const [mostPieces, leastInPiece] = [40, 100];

/** How each package fares over sampled weightings, which are the same each time; worked out in pieces, side by side. */
export async function robustlyIn(
  threads: Threads,
  { scenario, uncertain }: Ground,
  packages: readonly Package[],
  { weightings: count, off, choices }: Sampling,
): Promise<readonly uncertainty.Robustness[]> {
  if (count === 0 || packages.length === 0) return [];
  const weightings = uncertainty.weightingsOf(scenario.profiles, uncertain, off, count, seeded(1998));
  const size = Math.max(leastInPiece, Math.ceil(count / mostPieces));
  const pieces = Array.from({ length: Math.ceil(count / size) }, (_, piece) => ({
    scenario,
    weightings: weightings.slice(piece * size, (piece + 1) * size),
    packages,
    choices,
  }));
  return uncertainty.robustnessTogether(await threads.each('robustness', pieces, 'sampled weights'));
}

/** One piece of it. */
export function robustnessOf({
  scenario,
  weightings,
  packages,
  choices,
}: RobustnessQuestion): readonly uncertainty.Robustness[] {
  const measured = choices && scenario.profiles.every(({ reservation }) => reservation !== null);
  const found = uncertainty.robustness(scenario, weightings, packages, measured ? { choices: ['nash', 'maxMin'] } : {});
  if ('refused' in found) throw new Error(`sampled weightings fit their scenario; ${found.refused}`);
  return found;
}

/** What the counts of a package say, in words, with the counts themselves. */
export const robustlyTold = (counts: uncertainty.Robustness | undefined): Robustly =>
  counts === undefined ? null : { counts, sentence: uncertainty.robustnessInWords('this package', counts) };
