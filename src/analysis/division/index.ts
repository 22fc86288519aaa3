export { adjustedWinnerInWords, adjustedWinnerSteps } from './adjusted-winner-words.ts';
export { adjustedWinner, adjustedWinnerMethod } from './adjusted-winner.ts';
export type { AdjustedWinner, AdjustedWinnerStep } from './adjusted-winner.ts';
export { claimsRefusedInWords, partInWords, pointsInWords } from './claims.ts';
export type { Claims, ClaimsRefused, Reading, SoundClaims } from './claims.ts';
export type { Division } from './division.ts';
export { knaster, knasterInWords, knasterMethod, type BidsRefused, type Knaster } from './knaster.ts';
export { proportionalAllocation, proportionalAllocationInWords } from './proportional-allocation.ts';
export { proportionalAllocationMethod, type ProportionalAllocation } from './proportional-allocation.ts';
