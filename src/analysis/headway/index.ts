export { answerFault, answerInWords, isSameAnswer, spanOf, type Answer, type Span } from './answer.ts';
export {
  calibration,
  calibrationOf,
  publishedCalibration,
  rowOf,
  shareInterval,
  type Calibration,
  type CalibrationRow,
  type Trial,
} from './calibration.ts';
export { calibrationTrials, publishedTrials } from './calibration-trials.ts';
export { clockInWords, clockMethod, roundsLeft, roundsThatFit, type RoundsLeft, type RoundsThatFit } from './clock.ts';
export { concessionInWords, concessionsIn, concessionsMethod, type Concession, type Step } from './concessions.ts';
export {
  forecast,
  forecastInWords,
  forecastMethod,
  forecastRefusedInWords,
  observationsNeeded,
  type Chances,
  type Forecast,
  type ForecastRefusal,
} from './forecast.ts';
export { directionOf, gapBetween, gapMethod, type Direction, type GapScale } from './gap.ts';
export { headwayByRound, headwayMethod, roundInWords, type IssueHeadway, type RoundHeadway } from './headway.ts';
export { among, asOfRound, checkHistory, roundsOf, type History, type HistoryRefusal, type Move } from './history.ts';
export {
  implementationInWords,
  implementationMethod,
  implementationScore,
  implementationStages,
} from './implementation.ts';
export type { Obstacle } from './obstacle.ts';
export { obstaclesIn, obstaclesMethod } from './obstacles.ts';
export { percentOf } from './percent.ts';
export { meanClosing, paceOf, type Closings, type IssuePace, type Pace } from './pace.ts';
export { historyOf, publishedTalks, type PublishedTalks } from './published-talks.ts';
export { conductIn, reciprocityIn, type Conduct, type Reciprocity } from './reciprocity.ts';
export { simulatedTalks, simulatedTalksMethod } from './simulated-talks.ts';
export {
  overallInWords,
  standingInWords,
  standingIn,
  type IssueStanding,
  type Overall,
  type PartiesStanding,
  type Standing,
} from './standing.ts';
export { classOfStep, sensitivityOf, stepClassMethod, type StepClass } from './step-class.ts';
export type { Stand } from './table.ts';
export { utilityGapMethod } from './worth.ts';
