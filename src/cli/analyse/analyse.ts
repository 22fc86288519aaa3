import { frontiers, outcomesOf, preferences, type Frontier, type solutions } from '../../analysis/index.ts';
import type { Tell } from '../progress/progress.ts';
import type { Threads } from '../progress/threads.ts';
import type { Analysis, FrontierFound, Question, SolutionFound } from './analysis.ts';
import { solutionNames, solutionsAmong } from './bargain.ts';
import type { WhyNot } from './by-bounding.ts';
import { compile, isSampled, partiesIn, type Compiled } from './compiled.ts';
import { frontiersOf, pointsAtFirst, statesAtFirst, type Frontiers } from './frontiers.ts';
import { zoneOf } from './zone.ts';

/** What was found in one thread. `why`: why there is no whole frontier, and some solutions are still to be searched for; null where all is done. */
export interface InOneThread {
  readonly analysis: Analysis;
  readonly why: WhyNot | null;
}

/** The whole analysis of a scenario that was read. It may take long: see `analyseAtOnce`. */
export async function analyseIn(threads: Threads, question: Question): Promise<Analysis> {
  const { analysis, why } = await threads.one('analyse', question);
  if (why === null) return analysis;
  const missing = solutionNames.filter((name) => !analysis.solutions.some((found) => found.name === name));
  const sought = missing.map((name) => ({ question, name, why }));
  const found = [...analysis.solutions, ...(await threads.each('solution', sought, 'the solutions, by bounding'))];
  return { ...analysis, solutions: solutionNames.flatMap((name) => found.find((one) => one.name === name) ?? []) };
}

/** One solution of it, without those that nobody asked for. */
export async function solutionIn(
  threads: Threads,
  question: Question,
  name: solutions.SolutionName,
): Promise<SolutionFound> {
  const { analysis, why } = await threads.one('analyse', question);
  const found = analysis.solutions.find((each) => each.name === name);
  return found ?? threads.one('solution', { question, name, why: why ?? 'budget' });
}

/** As much of the analysis as one thread does. */
export function analyse(question: Question, tell: Tell): InOneThread {
  const compiled = compile(question);
  return finished(compiled, question, frontiersOf(compiled, question, tell), tell);
}

/** The whole analysis where it is a moment’s work; null where it is not. */
export function analyseAtOnce(question: Question): Analysis | null {
  const compiled = compile(question);
  const { sizes } = compiled.scores;
  if (sizes.reduce((sum, size) => sum + size, 0) * question.scenario.profiles.length > 2_000) return null;
  const budget = Math.min(question.budget, pointsAtFirst);
  const found = frontiersOf(compiled, { ...question, budget }, () => undefined, statesAtFirst);
  if (!isWhole(found.acceptable) || !isWhole(found.all)) return null;
  if (found.acceptable.size === 0 && outcomesOf(compiled.scores) > 1_000_000n) return null;
  return finished(compiled, question, found, () => undefined).analysis;
}

const isWhole = (frontier: Frontiers['all']): frontier is Frontier => 'exact' in frontier && frontier.exact === true;

function finished(compiled: Compiled, question: Question, { acceptable, all }: Frontiers, tell: Tell): InOneThread {
  const { scores, agenda } = compiled;
  const whole = { acceptable: isWhole(acceptable) ? acceptable : null, all: isWhole(all) ? all : null };
  const why =
    'refused' in acceptable || 'refused' in all
      ? 'entangled'
      : whole.acceptable === null || whole.all === null
        ? 'budget'
        : null;
  if (whole.acceptable !== null) tell({ doing: 'the solutions', expected: null });
  const analysis: Analysis = {
    parties: partiesIn(compiled),
    outcomes: outcomesOf(scores),
    issues: agenda.length,
    grid: { step: scores.step, error: scores.error },
    frontier: frontierFound(compiled, acceptable),
    solutions: solutionsAmong(compiled, whole),
    zone: zoneOf(compiled, 'refused' in acceptable ? null : acceptable, tell),
    notes: [...compiled.notes, ...(why === null ? [] : notesOn(question, why, whole.acceptable !== null))],
  };
  return { analysis, why };
}

const utility = ({ scores }: Compiled, total: number): number => preferences.utilityOf(scores, total);

function frontierFound(compiled: Compiled, frontier: Frontiers['all']): FrontierFound {
  const { scores } = compiled;
  if ('refused' in frontier)
    return {
      points: [],
      exact: false,
      within: null,
      sentence:
        'Conditions and interactions tie too many issues together to make the frontier; what can be found without it stands below.',
    };
  const place = (back: number) => frontier.size - 1 - back;
  const exact = exactness(compiled, frontier);
  return {
    points: Array.from({ length: frontier.size }, (_, back) =>
      frontier.totals.map((totals) => preferences.utilityOf(scores, totals[place(back)] ?? 0)),
    ),
    exact: exact === true,
    within: exact === true || !Number.isFinite(exact.within) ? null : exact.within,
    sentence: frontiers.frontierSentence({ size: frontier.size, exact }, scores),
  };
}

/** How exact a frontier is, with what lies between the numbers that are considered: an acceptable one there may be matched by none that is. */
function exactness(compiled: Compiled, { exact }: Frontier): Frontier['exact'] {
  const { between, scores, worst } = compiled;
  if (!isSampled(compiled)) return exact;
  const binds = scores.floors.some((floor, p) => floor > (worst[p] ?? 0));
  return { within: binds ? Infinity : utility(compiled, Math.max(...between)) + (exact === true ? 0 : exact.within) };
}

function notesOn({ budget, ceilings }: Question, why: WhyNot, isPartly: boolean): readonly string[] {
  const cut = ceilings.some((ceiling) => ceiling !== null);
  return [
    why === 'budget'
      ? `${isPartly ? 'With packages that some would refuse, the' : 'The'} frontier would have more points than the budget of ${budget.toLocaleString('en')}. ${isPartly ? 'The solutions that look at these, too,' : 'The solutions that can be'} were found by bounding, without it; a larger --budget takes more time and memory.`
      : 'Conditions and interactions tie too many issues together to make the frontier, whatever the budget. The solutions that can be were found by bounding, without it; fewer pairs of issues with interactions would help.',
    ...(cut ? ['Totals above 1, which GENIUS counts as 1, are not cut in what was found by bounding.'] : []),
  ];
}
