/**
 * A gap that drifts: it closes by an unknown mean amount a round, with unknown scatter (Brownian motion with drift).
 * What is believed of the two after some rounds: normal–inverse-gamma, on a grid of cells with their weights.
 */
export type Belief = readonly Cell[];

/** A mean closing a round, a scatter (standard deviation), and how much the pair is believed; weights sum to 1. */
export interface Cell {
  readonly drift: number;
  readonly scatter: number;
  readonly weight: number;
}

/** What is believed before the first round, as if so many rounds had been seen: that talks stand still, give or take a scatter. */
export interface Prior {
  readonly drift: number;
  readonly driftRounds: number;
  readonly scatter: number;
  readonly scatterRounds: number;
}

/** What is believed of the drift and the scatter after some closings (the conjugate update: Gelman et al. 2013, section 3.3). */
export function beliefAfter(prior: Prior, closings: readonly number[]): Belief {
  const n = closings.length;
  const mean = n === 0 ? 0 : closings.reduce((sum, d) => sum + d, 0) / n;
  const rounds = prior.driftRounds + n;
  const centre = (prior.driftRounds * prior.drift + n * mean) / rounds;
  const freedom = prior.scatterRounds + n;
  const squares =
    prior.scatterRounds * prior.scatter ** 2 +
    closings.reduce((sum, d) => sum + (d - mean) ** 2, 0) +
    ((prior.driftRounds * n) / rounds) * (mean - prior.drift) ** 2;
  const spread = Math.sqrt(2 / freedom);
  const cells: Cell[] = [];
  let total = 0;
  for (let i = 0; i <= scatterCells; i++) {
    // The logarithm of the variance, evenly over all that has weight.
    const variance = (squares / freedom) * Math.exp(spread * (-4 + (12 * i) / scatterCells));
    const density = Math.exp(
      (-freedom / 2) * (Math.log((variance * freedom) / squares) + squares / (freedom * variance)),
    );
    for (let j = 0; j <= driftCells; j++) {
      const z = -4 + (8 * j) / driftCells;
      const weight = density * Math.exp((-z * z) / 2);
      const scatter = Math.sqrt(variance);
      cells.push({ drift: centre + (z * scatter) / Math.sqrt(rounds), scatter, weight });
      total += weight;
    }
  }
  return cells.map((cell) => ({ ...cell, weight: cell.weight / total }));
}

/** The chance that a gap with this drift and scatter has closed, at least for a moment, within so many rounds (inverse Gaussian: Folks and Chhikara 1978). */
export function chanceOfClosing(gap: number, drift: number, scatter: number, rounds: number): number {
  const deviation = scatter * Math.sqrt(rounds);
  const [ahead, behind] = [(drift * rounds - gap) / deviation, (drift * rounds + gap) / deviation];
  // exp(2·drift·gap/scatter²) × Φ(−behind), with the exponents put together so that neither overflows.
  const reflected =
    behind > 0
      ? Math.exp((-ahead * ahead) / 2) * scaledTail(behind)
      : Math.exp((2 * drift * gap) / scatter ** 2) * (1 - tail(-behind));
  return Math.min(1, (ahead >= 0 ? 1 - tail(ahead) : tail(-ahead)) + reflected);
}

/** The chance that a standard normal number exceeds z ≥ 0. */
const tail = (z: number): number => Math.exp((-z * z) / 2) * scaledTail(z);

/** `tail(z) × exp(z²/2)`, by the Chebyshev fit of Press et al. 1992, section 6.2; within 1.2e-7 of its value. */
function scaledTail(z: number): number {
  const t = 1 / (1 + z / Math.SQRT2 / 2);
  return (t / 2) * Math.exp(coefficients.reduceRight((sum, c) => sum * t + c, 0));
}

const coefficients: readonly number[] = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];
const scatterCells = 32;
const driftCells = 24;
