export type { BarredMove, ConflictModel, DecisionMaker, Option, Preference } from './model.ts';
export { isRefused as isConflictRefused, type ConflictReason, type ConflictRefusal } from './refusal.ts';
export { buildConflict, makersAtMost, type Conflict } from './conflict.ts';
export { optionsAtMost, optionsToDerive, statesAtMost, type State } from './states.ts';
export { movesAtMost } from './moves.ts';
export { holds, parseStatement, type Statement, type StatementFault } from './statement.ts';
export { optionPrioritisingMethod } from './preference.ts';
export { conventionWords, usualConvention, type Convention } from './convention.ts';
export { concepts, methodOf, stabilityOf, type Concept, type Stability } from './stability.ts';
export { nashStabilityMethod, nashStable } from './nash.ts';
export { generalMetarational, generalMetarationalMethod } from './general-metarational.ts';
export { symmetricMetarational, symmetricMetarationalMethod } from './symmetric-metarational.ts';
export { sequentiallyStable, sequentialStabilityMethod } from './sequential.ts';
export { simultaneouslyStable, simultaneousStabilityMethod } from './simultaneous.ts';
export type { Move } from './answer.ts';
export { improvementsFrom, reasonFor, type Answered, type Reason } from './reason.ts';
export {
  coalitionImprovements,
  coalitionReach,
  coalitionsThatLeave,
  coalitionStabilityMethod,
  stableForAllCoalitions,
  type CoalitionImprovement,
} from './coalition.ts';
export { evolutionFrom, shortestPaths, statusQuoAnalysisMethod, type Evolution } from './status-quo.ts';
export { coalitionWords, evolutionWords, reasonWords, stateName, stateWords } from './telling.ts';
export { outcomesDescribed, reportOn, type ConflictReport, type OutcomeReport } from './report.ts';
