import type { ConflictModel } from './model.ts';
import { matches, parsePattern, patternOf, type Pattern } from './pattern.ts';
import { isRefused, refuse, type ConflictRefusal } from './refusal.ts';

/** One state of a conflict: a combination of options, or several that are alike to everybody. */
export interface State {
  /** One letter for each option; a dash where combinations that are alike differ. */
  readonly pattern: string;
  /** The combinations, each as bits: the first option is the lowest. */
  readonly combinations: readonly number[];
}

/** Up to so many options the feasible states are derived; with more they must be listed. */
export const optionsToDerive = 20;
/** No conflict may have more options than this. */
export const optionsAtMost = 30;
/** No conflict may have more states than this. */
export const statesAtMost = 8192;

/**
 * The feasible states, in the order of their numbers: as listed, or else all combinations that match no infeasible pattern, the
 * first option changing fastest. Refuses bad patterns, a state listed twice or against an infeasible pattern, overlapping patterns
 * of what is alike, too many states, and none.
 */
export function statesOf(model: ConflictModel): readonly State[] | ConflictRefusal {
  const options = model.options.length;
  const infeasible = parseAll(model.infeasible, options, 'infeasible');
  if (isRefused(infeasible)) return infeasible;
  const alike = parseAll(model.alike ?? [], options, 'alike');
  if (isRefused(alike)) return alike;
  const feasible =
    model.states === undefined ? derived(options, infeasible) : listed(model.states, options, infeasible);
  if (isRefused(feasible)) return feasible;
  if (feasible.length === 0)
    return refuse('noFeasibleState', 'infeasible', 'The patterns of what cannot be leave no state that can.');
  return merged(feasible, alike, model.alike ?? [], options);
}

function derived(options: number, infeasible: readonly Pattern[]): readonly number[] | ConflictRefusal {
  if (options > optionsToDerive)
    return refuse(
      'tooManyOptions',
      'options',
      `With ${options} options the feasible states must be listed; they are derived for up to ${optionsToDerive}.`,
    );
  const feasible: number[] = [];
  let count = 0;
  for (let combination = 0; combination < 2 ** options; combination++) {
    if (infeasible.some((pattern) => matches(pattern, combination))) continue;
    if (++count <= statesAtMost) feasible.push(combination);
  }
  return count > statesAtMost ? tooMany(count, 'infeasible') : feasible;
}

function listed(
  states: readonly string[],
  options: number,
  infeasible: readonly Pattern[],
): readonly number[] | ConflictRefusal {
  if (states.length > statesAtMost) return tooMany(states.length, 'states');
  const seen = new Map<number, number>();
  for (const [place, text] of states.entries()) {
    const where = `states[${place}]`;
    const state = parsePattern(text, options, where, 'state');
    if (isRefused(state)) return state;
    const before = seen.get(state.taken);
    if (before !== undefined)
      return refuse(
        'stateTwice',
        where,
        `The state ${text} is listed twice, as number ${before + 1} and ${place + 1}.`,
      );
    const against = infeasible.findIndex((pattern) => matches(pattern, state.taken));
    if (against >= 0)
      return refuse(
        'stateInfeasible',
        where,
        `The state ${text} is listed, and pattern ${against + 1} says that it cannot be.`,
      );
    seen.set(state.taken, place);
  }
  return [...seen.keys()];
}

function merged(
  feasible: readonly number[],
  alike: readonly Pattern[],
  texts: readonly string[],
  options: number,
): readonly State[] | ConflictRefusal {
  const groups: number[][] = [];
  const groupOf = new Map<number, number[]>();
  for (const combination of feasible) {
    const which = alike.flatMap((pattern, p) => (matches(pattern, combination) ? [p] : []));
    if (which.length > 1)
      return refuse(
        'alikeOverlap',
        `alike[${which[1]}]`,
        `The state ${patternOf([combination], options)} matches both “${texts[which[0]!]}” and “${texts[which[1]!]}”: give one pattern for what is alike.`,
      );
    const group = which[0] === undefined ? undefined : groupOf.get(which[0]);
    if (group !== undefined) group.push(combination);
    else {
      const fresh = [combination];
      groups.push(fresh);
      if (which[0] !== undefined) groupOf.set(which[0], fresh);
    }
  }
  return groups.map((combinations) => ({ pattern: patternOf(combinations, options), combinations }));
}

function parseAll(texts: readonly string[], options: number, where: string): readonly Pattern[] | ConflictRefusal {
  const patterns: Pattern[] = [];
  for (const [place, text] of texts.entries()) {
    const pattern = parsePattern(text, options, `${where}[${place}]`);
    if (isRefused(pattern)) return pattern;
    patterns.push(pattern);
  }
  return patterns;
}

function tooMany(count: number, where: string): ConflictRefusal {
  return refuse(
    'tooManyStates',
    where,
    `There are ${count} feasible states; up to ${statesAtMost} are analysed. Say what else cannot be, or leave options out.`,
  );
}
