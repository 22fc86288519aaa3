import type { Points } from '../points.ts';
import type { Solution } from './solution.ts';

/** What a sentence needs beside the solution: who the parties are and what a step of the grid is worth. */
export interface Telling {
  readonly points: Points;
  /** Names, in the order of the points. */
  readonly parties: readonly string[];
  /** In steps. */
  readonly disagreement: readonly number[];
  /** The utility of one step. */
  readonly step: number;
}

/** How many tied points a sentence lists before it counts the rest. */
const listed = 3;

/** The sentence of a solution: what it gives, to whom, and why (`because`, about one chosen place; starts with a small letter). */
export function solutionInWords(
  name: string,
  solution: Solution,
  telling: Telling,
  because: (place: number) => string,
): string {
  switch (solution.kind) {
    case 'no points':
      return `No package is allowed and acceptable to all, so there is no ${name}.`;
    case 'no zone':
      return `No package here gives every party at least what it has without an agreement, so there is no ${name}.`;
    case 'two parties only':
      return `The ${name} is defined for two parties only.`;
    case 'chosen':
    case 'touching': {
      const [first] = solution.places;
      if (first === undefined) return `There is no ${name}.`;
      const touching =
        solution.kind === 'touching' ? ' In every acceptable package at least one party gains nothing.' : '';
      const several = solution.places.length > 1 ? ' The figures in the reason are those of the first.' : '';
      return `${opening(name, solution.places, telling)}: ${because(first)}.${several}${touching}`;
    }
  }
}

/** What a point gives: `Ana 0.84 and Ben 0.895`. */
export function givesInWords(telling: Telling, place: number): string {
  return everyParty(telling, (p) => telling.points.totals[p]![place]!);
}

/** What a point gives above the disagreement: `Ana 0.74 and Ben 0.795`. */
export function gainsInWords(telling: Telling, place: number): string {
  return everyParty(telling, (p) => telling.points.totals[p]![place]! - telling.disagreement[p]!);
}

/** A list as one says it: `a, b and c`. */
export function listInWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A number for people: at most two decimals from 1 upwards, four below, or two significant digits where it would vanish. */
export function figure(number: number): string {
  const decimals = Math.abs(number) < 1 ? 1e4 : 100;
  const rounded = Math.round(number * decimals) / decimals;
  return String(rounded === 0 && number !== 0 ? Number(number.toPrecision(2)) : rounded + 0);
}

/** A share for people, as a percentage with at most one decimal. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`;
}

function everyParty(telling: Telling, totalOf: (party: number) => number): string {
  return listInWords(telling.parties.map((party, p) => `${party} ${figure(totalOf(p) * telling.step)}`));
}

function opening(name: string, places: readonly number[], telling: Telling): string {
  if (places.length === 1) return `The ${name} gives ${givesInWords(telling, places[0]!)}`;
  const shown = places.slice(0, listed).map((place) => `(${givesInWords(telling, place)})`);
  const more = places.length > listed ? [`${places.length - listed} more`] : [];
  return `${places.length} points tie for the ${name}, ${listInWords([...shown, ...more])}`;
}
