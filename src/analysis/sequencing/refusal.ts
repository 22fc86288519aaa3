/** Why an exchange cannot be put in order. */
export type ExchangeReason =
  | 'tooFewParties'
  | 'nameTwice'
  | 'noSteps'
  | 'tooManySteps'
  | 'unknownParty'
  | 'unknownStep'
  | 'badPoints'
  | 'badParts'
  | 'badTolerance'
  | 'benefitToDoer'
  | 'groupedTwice'
  | 'groupParts'
  | 'tooFine'
  | 'circularOrder';

/** The input is refused: the reason, the place in the input (such as `steps[2].cost`), and a sentence for whoever wrote it. */
export interface ExchangeRefusal {
  readonly refused: ExchangeReason;
  readonly where: string;
  readonly words: string;
  /** With `circularOrder`: the steps of the circle, each to be done before the next and the last before the first. */
  readonly cycle?: readonly string[];
}

/** A refusal. */
export function refuse(refused: ExchangeReason, where: string, words: string): ExchangeRefusal {
  return { refused, where, words };
}

/** Whether a result is a refusal. */
export function isRefused(result: unknown): result is ExchangeRefusal {
  return typeof result === 'object' && result !== null && 'refused' in result;
}
