import type { Exchange } from './exchange.ts';

/** More than the roundings of a party’s points can sum to: half a millionth for each of at most 60 steps. */
const slack = 0.0001;

/**
 * The same exchange with each party's points rescaled so that all its own steps together cost it 100: then the result does not depend
 * on the size of anybody's points, and tolerances are read as hundredths of what the party gives in all. Rounded to the sixth decimal;
 * each tolerance is raised by `slack`, so that no rounding puts anybody beyond it. A party whose steps cost nothing keeps its points.
 */
export function inShares(exchange: Exchange): Exchange {
  const factor = (party: string): number => {
    const all = exchange.steps.reduce((sum, { by, cost }) => (by === party ? sum + cost : sum), 0);
    return all > 0 ? 100 / all : 1;
  };
  const scaled = (party: string, points: number): number => Math.round(points * factor(party) * 1e6) / 1e6;
  return {
    ...exchange,
    tolerance: Object.fromEntries(
      Object.entries(exchange.tolerance).map(([party, most]) => [party, Math.round((most + slack) * 1e6) / 1e6]),
    ),
    steps: exchange.steps.map((step) => ({
      ...step,
      cost: scaled(step.by, step.cost),
      benefit: Object.fromEntries(
        Object.entries(step.benefit).map(([party, points]) => [party, scaled(party, points)]),
      ),
    })),
  };
}
