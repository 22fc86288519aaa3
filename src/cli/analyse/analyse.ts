import { frontiers, outcomesOf, preferences, type Frontier } from '../../analysis/index.ts';
import type { Tell } from '../progress/progress.ts';
import type { Analysis, FrontierFound, Question, SolutionFound } from './analysis.ts';
import { solutionsAmong } from './bargain.ts';
import { solutionsByBounding, type WhyNot } from './by-bounding.ts';
import { compile, isSampled, onlyConsidered, type Compiled } from './compiled.ts';
import { frontiersOf, pointsAtFirst, statesAtFirst, type Frontiers } from './frontiers.ts';
import { zoneOf } from './zone.ts';

/** The whole analysis of a scenario that was read. It may take long: see `analyseAtOnce`. */
export function analyse(question: Question, tell: Tell): Analysis {
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
  return finished(compiled, question, found, () => undefined);
}

const isWhole = (frontier: Frontiers['all']): frontier is Frontier => 'exact' in frontier && frontier.exact === true;

function finished(compiled: Compiled, question: Question, found: Frontiers, tell: Tell): Analysis {
  const { scores, scenario, agenda } = compiled;
  const { acceptable, all } = found;
  const isExact = isWhole(acceptable) && !('refused' in all);
  const why = 'refused' in acceptable || 'refused' in all ? 'entangled' : 'budget';
  if (isExact) tell({ doing: 'the solutions', expected: null });
  return {
    parties: scenario.profiles.map(({ party, provenance }, p) => ({
      name: party,
      provenance,
      reservation: compiled.limits[p] == null ? null : utility(compiled, compiled.limits[p]),
      disagreement: utility(compiled, compiled.disagreement[p] ?? 0),
      least: utility(compiled, compiled.worst[p] ?? 0),
      most: utility(compiled, compiled.best[p] ?? 0),
    })),
    outcomes: outcomesOf(scores),
    issues: agenda.length,
    grid: { step: scores.step, error: scores.error },
    frontier: frontierFound(compiled, acceptable),
    solutions: amongNumbers(
      compiled,
      isExact ? solutionsAmong(compiled, acceptable, all) : solutionsByBounding(compiled, why, tell),
    ),
    zone: zoneOf(compiled, 'refused' in acceptable ? null : acceptable, tell),
    notes: [...compiled.notes, ...(isExact ? [] : notesOn(question, why))],
  };
}

const utility = ({ scores }: Compiled, total: number): number => preferences.utilityOf(scores, total);

/** Solutions as they are where ranges have numbers between those that were compared: nothing is proved of these. */
function amongNumbers(compiled: Compiled, found: readonly SolutionFound[]): readonly SolutionFound[] {
  if (!isSampled(compiled)) return found;
  return found.map((solution) => ({
    ...solution,
    proved: false,
    sentence: `${solution.sentence} ${onlyConsidered}`,
  }));
}

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

function notesOn({ budget, ceilings }: Question, why: WhyNot): readonly string[] {
  const cut = ceilings.some((ceiling) => ceiling !== null);
  return [
    why === 'budget'
      ? `The frontier would have more points than the budget of ${budget.toLocaleString('en')}. The solutions that can be were found by bounding, without it; a larger --budget takes more time and memory.`
      : 'Conditions and interactions tie too many issues together to make the frontier, whatever the budget. The solutions that can be were found by bounding, without it; fewer pairs of issues with interactions would help.',
    ...(cut ? ['Totals above 1, which GENIUS counts as 1, are not cut in what was found by bounding.'] : []),
  ];
}
