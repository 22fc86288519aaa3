export { acceptanceInWords, acceptanceMethod, whatWouldMakeAcceptable } from './acceptance.ts';
export type { LeastChange, PartyAcceptance } from './acceptance.ts';
export { robustness, robustnessInWords, robustnessMethod, robustnessTogether } from './robustness.ts';
export type { NotMeasured, Often, Robustness, RobustnessOptions, Weighting } from './robustness.ts';
export {
  sensitivity,
  sensitivityInWords,
  sensitivityMethod,
  type Sensitivity,
  type WeightRoom,
} from './sensitivity.ts';
export { weightingsMethod, weightingsOf } from './weightings.ts';
export { wilson, type Interval } from './wilson.ts';
