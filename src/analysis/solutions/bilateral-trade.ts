import type { Method } from '../method.ts';
import { asNumber, asWritten, compare, fraction, minus, over, plus, times, type Fraction } from './fraction.ts';
import { figure } from './words.ts';

/** The words that stand beside the bilateral-trade figures. */
export const bilateralTradeMethod: Method = {
  name: 'Bilateral trade with private values',
  definition:
    'What the best rules can achieve when a buyer and a seller each know only their own value, each equally likely to be anything from 0 to 1.',
  assumes:
    'Two parties, one thing to trade, values that are independent and uniform, nobody made to take part, no outside money.',
  misleads: 'The figures are for this textbook market only. They say that some good bargains must be lost, not which.',
  source:
    'Myerson & Satterthwaite 1983, J. Economic Theory 29:265–281; Chatterjee & Samuelson 1983, Operations Research 31:835–851',
};

/** What a rule achieves that trades exactly when the buyer's value exceeds the seller's by at least `gap`. */
export interface TradeFigures {
  /** How often there is a trade. */
  readonly probability: Fraction;
  /** The gains from trade to both together, on average. */
  readonly gains: Fraction;
  /** These gains as a share of all that could be had. */
  readonly efficiency: Fraction;
}

/** The gap of the rule with the largest average gains among those that are truthful, voluntary and without outside money: 1/4 (Myerson & Satterthwaite 1983). */
export const secondBestGap: Fraction = fraction(1n, 4n);

/** The figures of a gap from 0 (every bargain is made: first best) to 1: (1 − g)²/2 and 1/6 − g²/2 + g³/3. */
export function tradeFigures(gap: Fraction): TradeFigures {
  const one = fraction(1n);
  const gains = gainsAt(gap);
  return {
    probability: times(fraction(1n, 2n), times(minus(one, gap), minus(one, gap))),
    gains,
    efficiency: over(gains, gainsAt(fraction(0n))),
  };
}

/** The bids of the linear equilibrium of sealed bids with the price midway, and whether they trade. Values from 0 to 1. */
export function sealedBids(
  sellerValue: number,
  buyerValue: number,
): { readonly seller: number; readonly buyer: number; readonly price: number | null } {
  const line = (value: Fraction, from: Fraction): Fraction => plus(times(fraction(2n, 3n), value), from);
  const [least, most] = [asWritten(sellerValue), asWritten(buyerValue)];
  const [asks, bids] = [line(least, fraction(1n, 4n)), line(most, fraction(1n, 12n))];
  // Exactly, since values that lie a quarter apart just trade.
  const seller = compare(asks, least) > 0 ? asks : least;
  const buyer = compare(bids, most) < 0 ? bids : most;
  const price = compare(buyer, seller) < 0 ? null : over(plus(buyer, seller), fraction(2n));
  return { seller: asNumber(seller), buyer: asNumber(buyer), price: price === null ? null : asNumber(price) };
}

/** The bids in a sentence. */
export function sealedBidsInWords(sellerValue: number, buyerValue: number): string {
  const { seller, buyer, price } = sealedBids(sellerValue, buyerValue);
  const end = price === null ? 'so there is no trade' : `so they trade at ${figure(price)}`;
  const lost = price === null && buyerValue > sellerValue ? ', although both could have gained' : '';
  return `A seller with value ${figure(sellerValue)} asks ${figure(seller)} and a buyer with value ${figure(buyerValue)} bids ${figure(buyer)}, ${end}${lost}.`;
}

function gainsAt(gap: Fraction): Fraction {
  const square = times(gap, gap);
  const cube = times(square, gap);
  return plus(minus(fraction(1n, 6n), times(fraction(1n, 2n), square)), times(fraction(1n, 3n), cube));
}
