export type { Exchange, Measure, Step } from './exchange.ts';
export { isRefused as isExchangeRefused, type ExchangeReason, type ExchangeRefusal } from './refusal.ts';
export { momentsOf, ordersAtMost, sequenceSteps, sequencingMethod, type Moment, type Sequence } from './sequencing.ts';
export { stagesAtMost } from './search.ts';
export { checkExchange, type Turn, type Turns } from './turns.ts';
export { partsAtMost, stepsAtMost } from './unfit.ts';
export { inShares } from './shares.ts';
export { effortAtMost, remediesFor, type Remedies, type Remedy, type Together } from './remedy.ts';
export { momentWords, remedyWords, sequenceWords } from './telling.ts';
