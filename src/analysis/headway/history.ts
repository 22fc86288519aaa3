import type { Issue } from '../scenario.ts';
import { answerFault, type Answer } from './answer.ts';

/** What parties asked for, offered, accepted and refused in talks, in order: the input of everything that measures headway. */
export interface History {
  /** Their names, in any order: no result depends on it. */
  readonly parties: readonly string[];
  readonly issues: readonly Issue[];
  /** How many rounds there have been, with the one that is open; they are numbered from 1. 0 where talks have no rounds. */
  readonly rounds: number;
  /** Oldest first. */
  readonly moves: readonly Move[];
}

/**
 * One thing that a party said on one issue. A position is what it asks for; an offer is what it puts forward, alone or in answer to
 * another; an acceptance is its yes to an answer that was put to it. Each of these is its answer from then on. A red line is
 * the limit that it says it will not cross, and a withdrawal takes its answer back without another in its place.
 */
export interface Move {
  readonly kind: 'position' | 'offer' | 'acceptance' | 'red-line' | 'withdrawal';
  /** When: milliseconds, or any number that grows. Moves with the same number are taken in the order of the list. */
  readonly at: number;
  /** In which round; null before the first or between two, where it counts with the round before it. */
  readonly round: number | null;
  readonly party: string;
  /** Its place among the issues. */
  readonly issue: number;
  /** Null for a withdrawal, and for a position that raises an issue without an answer to it. */
  readonly answer: Answer | null;
  /** What shows it, by a name that means something to whoever made the history. */
  readonly ref: string;
}

/** Why a history cannot be measured; `move` is the place of the move at fault. */
export type HistoryRefusal =
  | { readonly refused: 'fewer than two parties' | 'a party twice' | 'rounds are not a whole number' }
  | { readonly refused: 'an empty range' | 'no options' | 'an option twice'; readonly issue: number }
  | {
      readonly refused:
        | 'unknown party'
        | 'unknown issue'
        | 'unknown round'
        | 'out of order'
        | 'answer missing'
        | 'answer not expected'
        | 'not an option'
        | 'not a number'
        | 'off the range';
      readonly move: number;
    };

/** Null for a history that can be measured; else the first reason why it cannot. Everything else here takes a history that passed. */
export function checkHistory(history: History): HistoryRefusal | null {
  const { parties, issues, rounds, moves } = history;
  if (parties.length < 2) return { refused: 'fewer than two parties' };
  if (new Set(parties).size < parties.length) return { refused: 'a party twice' };
  if (!Number.isInteger(rounds) || rounds < 0) return { refused: 'rounds are not a whole number' };
  for (const [issue, scale] of issues.entries()) {
    if (scale.kind === 'range' && !(Number.isFinite(scale.to - scale.from) && scale.from < scale.to))
      return { refused: 'an empty range', issue };
    if (scale.kind === 'options' && scale.options.length === 0) return { refused: 'no options', issue };
    if (scale.kind === 'options' && new Set(scale.options).size < scale.options.length)
      return { refused: 'an option twice', issue };
  }
  for (const [move, made] of moves.entries()) {
    const refused = moveFault(history, made, move === 0 ? -Infinity : moves[move - 1]!.at);
    if (refused !== null) return { refused, move };
  }
  return null;
}

/** The history as it stood when a round was over: without what came after it. */
export function asOfRound(history: History, round: number): History {
  const rounds = roundsOf(history);
  return { ...history, rounds: round, moves: history.moves.filter((_, place) => rounds[place]! <= round) };
}

/** The history of some of the parties, as if the others had not been there; moves between rounds still count with the same round. */
export function among(history: History, parties: readonly string[]): History {
  const rounds = roundsOf(history);
  const moves = history.moves.flatMap((move, place) =>
    parties.includes(move.party) ? [{ ...move, round: rounds[place] === 0 ? null : rounds[place]! }] : [],
  );
  return { ...history, parties, moves };
}

/** The round with which each move counts: its own, or for a move between rounds the latest before it; 0 before the first. */
export function roundsOf({ moves }: History): readonly number[] {
  let latest = 0;
  return moves.map((move) => {
    latest = Math.max(latest, move.round ?? 0);
    return move.round ?? latest;
  });
}

type MoveFault = Extract<HistoryRefusal, { readonly move: number }>['refused'];

function moveFault({ parties, issues, rounds }: History, move: Move, since: number): MoveFault | null {
  if (!parties.includes(move.party)) return 'unknown party';
  const issue = issues[move.issue];
  if (issue === undefined) return 'unknown issue';
  if (move.round !== null && !(Number.isInteger(move.round) && move.round >= 1 && move.round <= rounds))
    return 'unknown round';
  // Not a number is out of order too.
  if (!(move.at >= since)) return 'out of order';
  if (move.kind === 'withdrawal') return move.answer === null ? null : 'answer not expected';
  if (move.answer === null) return move.kind === 'position' ? null : 'answer missing';
  return answerFault(issue, move.answer);
}
