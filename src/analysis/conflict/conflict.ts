import type { ConflictModel } from './model.ts';
import { moveRules, movesOf, type MoveRule, type Moves } from './moves.ts';
import { likingOf } from './preference.ts';
import { isRefused, refuse, type ConflictRefusal } from './refusal.ts';
import { optionsAtMost, statesOf, type State } from './states.ts';

/** A conflict as a graph, ready to be analysed. Makers, options and states are known by their places, from 0; in words state 0 is s1. */
export interface Conflict {
  readonly makers: readonly string[];
  readonly options: readonly { readonly name: string; readonly maker: number }[];
  readonly states: readonly State[];
  readonly rules: readonly MoveRule[];
  /** `moves[maker]`. */
  readonly moves: readonly Moves[];
  /** `liking[maker][state]`: higher is better, equal is equally good. */
  readonly liking: readonly Int32Array[];
}

/** No conflict may have more decision makers than this. */
export const makersAtMost = 10;

/**
 * The graph of a conflict in option form. Refuses fewer than 2 or more than 10 decision makers, names given twice, options that
 * nobody owns, and whatever `statesOf`, `moveRules`, `movesOf` and `likingOf` refuse; each with the place and a sentence.
 */
export function buildConflict(model: ConflictModel): Conflict | ConflictRefusal {
  const unfit = unfitNames(model);
  if (unfit !== null) return unfit;
  const states = statesOf(model);
  if (isRefused(states)) return states;
  const rules = moveRules(model);
  if (isRefused(rules)) return rules;
  const moves = movesOf(states, rules);
  if (isRefused(moves)) return moves;
  const names = model.options.map((option) => option.name);
  const liking: Int32Array[] = [];
  for (const [m, { name, preference }] of model.makers.entries()) {
    const likes = likingOf(preference, states, names, name, `makers[${m}].preference`);
    if (isRefused(likes)) return likes;
    liking.push(likes);
  }
  const makers = model.makers.map((maker) => maker.name);
  const options = model.options.map(({ name, maker }) => ({ name, maker: makers.indexOf(maker) }));
  return { makers, options, states, rules, moves, liking };
}

function unfitNames(model: ConflictModel): ConflictRefusal | null {
  const { makers, options } = model;
  if (makers.length < 2)
    return refuse(
      'tooFewMakers',
      'makers',
      `A conflict has at least two decision makers; this one has ${makers.length}.`,
    );
  if (makers.length > makersAtMost)
    return refuse(
      'tooManyMakers',
      'makers',
      `There are ${makers.length} decision makers; up to ${makersAtMost} are analysed.`,
    );
  for (const [m, { name }] of makers.entries())
    if (makers.findIndex((maker) => maker.name === name) !== m)
      return refuse('nameTwice', `makers[${m}]`, `Two decision makers are called “${name}”.`);
  if (options.length === 0) return refuse('noOptions', 'options', 'Nobody has an option, so nothing can change.');
  if (options.length > optionsAtMost)
    return refuse(
      'tooManyOptions',
      'options',
      `There are ${options.length} options; up to ${optionsAtMost} are analysed.`,
    );
  for (const [o, option] of options.entries()) {
    if (!makers.some(({ name }) => name === option.maker))
      return refuse(
        'unknownMaker',
        `options[${o}]`,
        `Option ${o + 1} (${option.name}) belongs to “${option.maker}”, who is no decision maker.`,
      );
    if (options.findIndex(({ name, maker }) => name === option.name && maker === option.maker) !== o)
      return refuse('nameTwice', `options[${o}]`, `${option.maker} has two options called “${option.name}”.`);
  }
  return null;
}
