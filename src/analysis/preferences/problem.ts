/** Why a scenario cannot be used, where, and in words. */
export interface ScenarioProblem {
  readonly reason: ScenarioReason;
  /** The place of the party's profile. */
  readonly profile?: number;
  readonly issue?: number;
  readonly constraint?: number;
  /** The place of the interaction among the profile's. */
  readonly interaction?: number;
  /** Constraints that cannot hold together. */
  readonly constraints?: readonly number[];
  readonly sentence: string;
}

/** What can be wrong with a scenario. */
export type ScenarioReason =
  | 'too-few-parties'
  | 'too-many-parties'
  | 'same-party'
  | 'no-issues'
  | 'same-issue'
  | 'no-answers'
  | 'same-answer'
  | 'empty-range'
  | 'step-does-not-fit'
  | 'too-many-answers'
  | 'not-a-number'
  | 'too-large'
  | 'weight-count'
  | 'negative-weight'
  | 'weights-all-zero'
  | 'value-count'
  | 'value-kind'
  | 'points-unordered'
  | 'points-not-covering'
  | 'interaction-issue'
  | 'interaction-shape'
  | 'negative-reservation'
  | 'reservation-package'
  | 'constraint-empty'
  | 'constraint-issue'
  | 'constraint-answer'
  | 'constraint-too-wide'
  | 'constraints-contradict'
  | 'constraints-undecided';
