/** Why a conflict cannot be analysed. */
export type ConflictReason =
  | 'tooFewMakers'
  | 'tooManyMakers'
  | 'nameTwice'
  | 'noOptions'
  | 'tooManyOptions'
  | 'unknownMaker'
  | 'patternLength'
  | 'patternLetter'
  | 'noFeasibleState'
  | 'stateTwice'
  | 'stateInfeasible'
  | 'tooManyStates'
  | 'tooManyMoves'
  | 'alikeOverlap'
  | 'statementSyntax'
  | 'unknownOption'
  | 'ambiguousOption'
  | 'noStatements'
  | 'alikeDiffer'
  | 'unknownState'
  | 'emptyGroup'
  | 'noMove'
  | 'rankedTwice'
  | 'rankingMisses';

/** The input is refused: the reason, the place in the input (such as `makers[1].preference.statements[2]`), and a sentence for whoever wrote it. */
export interface ConflictRefusal {
  readonly refused: ConflictReason;
  readonly where: string;
  readonly words: string;
}

/** A refusal. */
export function refuse(refused: ConflictReason, where: string, words: string): ConflictRefusal {
  return { refused, where, words };
}

/** Whether a result is a refusal. */
export function isRefused(result: unknown): result is ConflictRefusal {
  return typeof result === 'object' && result !== null && 'refused' in result;
}
