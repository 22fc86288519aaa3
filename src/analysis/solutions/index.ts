export { bilateralTradeMethod, sealedBids, sealedBidsInWords, secondBestGap, tradeFigures } from './bilateral-trade.ts';
export type { TradeFigures } from './bilateral-trade.ts';
export { candidatesIn, idealAmong, type Candidates } from './candidates.ts';
export { disagreementInWords, disagreementMethod, disagreementOf } from './disagreement.ts';
export { egalitarian, egalitarianInWords, egalitarianMethod } from './egalitarian.ts';
export { equalArea, equalAreaInWords, equalAreaMethod } from './equal-area.ts';
export { fallback, fallbackInWords, fallbackMethod, type Fallback } from './fallback.ts';
export {
  asNumber,
  asText,
  asWritten,
  compare,
  fraction,
  minus,
  ofDouble,
  over,
  plus,
  times,
  total,
  type Fraction,
} from './fraction.ts';
export { kalaiSmorodinskyLottery, kalaiSmorodinskyLotteryInWords } from './kalai-smorodinsky-lottery.ts';
export { kalaiSmorodinskyLotteryMethod, type Lottery } from './kalai-smorodinsky-lottery.ts';
export { kalaiSmorodinsky, kalaiSmorodinskyInWords, kalaiSmorodinskyMethod } from './kalai-smorodinsky.ts';
export { leximin, leximinInWords, leximinMethod } from './leximin.ts';
export { minimumDifference, minimumDifferenceInWords, minimumDifferenceMethod } from './minimum-difference.ts';
export { minimumSpread, minimumSpreadInWords, minimumSpreadMethod } from './minimum-spread.ts';
export { nash, nashInWords, nashMethod } from './nash.ts';
export { efficientOf, pointsOf } from './points-of.ts';
export { productOfUtilities, productOfUtilitiesInWords, productOfUtilitiesMethod } from './product-of-utilities.ts';
export { raiffaContinuous, raiffaContinuousMethod, raiffaDiscrete, raiffaDiscreteMethod } from './raiffa.ts';
export { raiffaInWords, type RaiffaPath } from './raiffa.ts';
export { reach, type Reach } from './reach.ts';
export { relativeUtilitarian, relativeUtilitarianInWords } from './relative-utilitarian.ts';
export { relativeUtilitarianMethod } from './relative-utilitarian.ts';
export { rubinsteinInWords, rubinsteinMethod, rubinsteinOffers } from './rubinstein.ts';
export { rubinsteinShares, rubinsteinSharesInWords } from './rubinstein.ts';
export type { PatienceRefused, RubinsteinOffers, RubinsteinShares } from './rubinstein.ts';
export type { Bargain, Solution } from './solution.ts';
export { solutions, type Concept, type SolutionName } from './solutions.ts';
export { utilitarian, utilitarianInWords, utilitarianMethod } from './utilitarian.ts';
export { listInWords, type Telling } from './words.ts';
export { zeuthen, zeuthenInWords, zeuthenMethod, type ZeuthenPath, type ZeuthenStep } from './zeuthen.ts';
