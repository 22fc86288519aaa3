export { accountInWords, accountsOf, type Account, type BondAccount, type IssueAccount } from './account.ts';
export { agendaOf, nearestAnswer, packageInWords, type Agenda, type AgendaItem } from './agenda.ts';
export {
  alternativesAt,
  alternativesInWords,
  type Alternative,
  type Alternatives,
  type Asking,
} from './alternatives.ts';
export { bridgeInWords, bridgesIn, bridgingMethod, type Bridge } from './bridging.ts';
export { comparePackages, comparisonMethod, moveInWords, type Compared, type Comparison } from './comparing.ts';
export type { ComparisonRefused } from './comparing.ts';
export { danceInWords, danceMethod, danceOf, type DanceOffer, type DancePoint, type DanceStep } from './dance.ts';
export { endsOf, type Ends } from './ends.ts';
export { pointsInWords } from './figures.ts';
export {
  middleGround,
  middleGroundInWords,
  middleGroundMethod,
  type Middle,
  type MiddleGround,
} from './middle-ground.ts';
export { nearnessOf, type Effort, type Nearness } from './nearness.ts';
export { objectionsInWords, objectionsMethod, objectionsTo } from './objections.ts';
export type { Objection, Objections, RedLine } from './objections.ts';
export { improvementsOf, postSettlementInWords, postSettlementMethod } from './post-settlement.ts';
export type { Exactness, Improvement, PostSettlement } from './post-settlement.ts';
export { integrativePotential, potentialBetween, potentialInWords, realisedBy } from './potential.ts';
export { tradePotentialInWords, tradePotentialMethod, tradePotentials, type TradePotential } from './potential.ts';
export { suggestionsFor, suggestionsMethod } from './suggestions.ts';
export type { Reason, Suggestion, SuggestionName, Suggestions } from './suggestions.ts';
export { mostOftenEfficient, robustInWords, robustMethod, waveringOf, type Robust, type Wavering } from './robust.ts';
export { distancesOf, type Distances, type Offer, type OnTheTable } from './table.ts';
export { tradeInWords } from './trade-in-words.ts';
export { logrollingMethod, tradesFrom, type NotAllowed, type Trade, type TradeMove, type Trades } from './trades.ts';
export { tradedFromMiddle, type TradedFromMiddle } from './traded-from-middle.ts';
export { valueByIssue, type ValueByIssue } from './value-by-issue.ts';
