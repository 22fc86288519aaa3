export {
  answerName,
  answersIn,
  answersOf,
  usualSamples,
  type Answers,
  type Samples,
  type Sampling,
} from './answers.ts';
export { betweenNumbers } from './between.ts';
export { centralWeights, rankOrderCentroid, rankOrderCentroidMethod } from './central-weights.ts';
export { checkScenario, mostParties } from './check.ts';
export { widestConstraint } from './check-constraints.ts';
export { mostAnswers } from './check-issues.ts';
export { contradictionIn, contradictionMethod, type Contradiction } from './contradiction.ts';
export { denominatorOf, greatestCommonDivisor, leastCommonMultiple } from './fraction.ts';
export type { Note } from './note.ts';
export type { ScenarioProblem, ScenarioReason } from './problem.ts';
export { sampledProfile, sampledWeightsMethod, sampleWeights } from './sample-weights.ts';
export { additiveUtilityMethod, reservationTolerance, scoresOf, utilityOf, type Compiled } from './scores-of.ts';
export { checkUncertain, type UncertainProfile, type UncertainRefusal, type UncertainWeights } from './uncertain.ts';
export { valuesOn } from './value.ts';
export { checkChoices, type ChoiceProblem } from './elicitation/check-choices.ts';
export type { Choice } from './elicitation/choice.ts';
export { choicesMethod, valuesFromChoices, type ChoiceValues } from './elicitation/choices.ts';
export {
  hybridConjointMethod,
  hybridWeights,
  type HybridWeights,
  type Rating,
  type SelfExplicated,
} from './elicitation/hybrid-conjoint.ts';
export {
  rankedOptionsMethod,
  valuesAgainstRanking,
  valuesFromRanking,
  type RankedValues,
  type ValueConflict,
} from './elicitation/ranked-options.ts';
export {
  swingsAgainstRanking,
  swingWeights,
  swingWeightsMethod,
  type SwingConflict,
  type SwingWeights,
} from './elicitation/swing-weights.ts';
export { bayesianMethod, learnByBayes, usualConcessions, type Concession } from './learning/bayesian.ts';
export { frequencyMethod, learnByFrequency } from './learning/frequency.ts';
export type { Learnt, NothingLearnt, OffersMade } from './learning/offers.ts';
