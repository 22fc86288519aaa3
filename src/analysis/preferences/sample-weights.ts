import { centralWeights } from './central-weights.ts';
import { tightened } from './uncertain.ts';
import type { Chance } from '../chance.ts';
import type { Interval, UncertainProfile, UncertainWeights } from './uncertain.ts';
import type { Method } from '../method.ts';
import type { Profile } from '../scenario.ts';

/**
 * Weights drawn from what is possible, every set as likely as any other: uniform on the weights that sum to the total (Dirichlet with
 * all parameters 1), restricted to the order or the bounds; or one of the samples. Orders are drawn exactly. Bounds are drawn
 * exactly, by rejection, unless 200 attempts all miss; then by a random walk of 60 steps for each issue from the central weights
 * (hit-and-run along pairs of issues, Smith 1984), whose distribution is uniform only in the limit.
 */
export function sampleWeights(uncertain: UncertainWeights, chance: Chance): readonly number[] {
  switch (uncertain.kind) {
    case 'samples':
      return uncertain.samples[Math.floor(chance() * uncertain.samples.length)]!;
    case 'ranking': {
      const descending = onSimplex(uncertain.ranking.flat().length, uncertain.total, chance).sort((a, b) => b - a);
      const weights: number[] = [];
      let place = 0;
      for (const group of uncertain.ranking) {
        shuffled(group, chance).forEach((issue, k) => (weights[issue] = descending[place + k]!));
        place += group.length;
      }
      return weights;
    }
    case 'intervals': {
      const intervals = tightened(uncertain);
      for (let attempt = 0; attempt < 100; attempt++) {
        const found = inSimplex(intervals, uncertain.total, chance) ?? inBox(intervals, uncertain.total, chance);
        if (found !== null) return found;
      }
      return walk(intervals, centralWeights(uncertain), chance);
    }
  }
}

/** The profile with weights drawn from what is possible. */
export function sampledProfile(uncertain: UncertainProfile, chance: Chance): Profile {
  return { ...uncertain.profile, weights: sampleWeights(uncertain.weights, chance) };
}

/** Weights drawn from what is possible. */
export const sampledWeightsMethod: Method = {
  name: 'Sampled weights',
  definition: 'Sets of weights drawn at random from all that agree with what is known, each as likely as any other.',
  assumes: 'Nothing is known beyond the bounds or the order.',
  misleads: 'When a side knows its weights better than it says: the spread is that of the statement, not of the side.',
  source: 'Smith 1984 (random walk); Lahdelma and Salminen 2001 (sampling weights that nobody states exactly)',
};

// Uniform on weights from 0 that sum to the total: shares of exponential times.
function onSimplex(count: number, total: number, chance: Chance): number[] {
  const times = Array.from({ length: count }, () => -Math.log(1 - chance()));
  const sum = times.reduce((all, time) => all + time, 0);
  return times.map((time) => (time / sum) * total);
}

// Drawn above the least weights; suits wide bounds.
function inSimplex(intervals: readonly Interval[], total: number, chance: Chance): readonly number[] | null {
  const least = intervals.reduce((sum, each) => sum + each.least, 0);
  const above = onSimplex(intervals.length, Math.max(0, total - least), chance);
  const weights = intervals.map((each, i) => Math.min(each.least + above[i]!, each.most));
  return intervals.every((each, i) => each.least + above[i]! <= each.most) ? weights : null;
}

// All but the widest drawn within their bounds, and the widest takes the rest; suits narrow bounds.
function inBox(intervals: readonly Interval[], total: number, chance: Chance): readonly number[] | null {
  const widths = intervals.map((each) => each.most - each.least);
  const widest = widths.indexOf(Math.max(...widths));
  const weights = intervals.map((each, i) => (i === widest ? 0 : each.least + chance() * widths[i]!));
  const rest = total - weights.reduce((sum, weight) => sum + weight, 0);
  if (rest < intervals[widest]!.least || rest > intervals[widest]!.most) return null;
  weights[widest] = rest;
  return weights;
}

function walk(intervals: readonly Interval[], from: readonly number[], chance: Chance): readonly number[] {
  const weights = [...from];
  const count = weights.length;
  for (let step = 0; count > 1 && step < 60 * count; step++) {
    const one = Math.floor(chance() * count);
    const other = (one + 1 + Math.floor(chance() * (count - 1))) % count;
    const up = Math.min(intervals[one]!.most - weights[one]!, weights[other]! - intervals[other]!.least);
    const down = Math.min(weights[one]! - intervals[one]!.least, intervals[other]!.most - weights[other]!);
    const moved = chance() * (up + down) - down;
    weights[one] = weights[one]! + moved;
    weights[other] = weights[other]! - moved;
  }
  return weights;
}

function shuffled(group: readonly number[], chance: Chance): readonly number[] {
  const order = [...group];
  for (let k = order.length - 1; k > 0; k--) {
    const j = Math.floor(chance() * (k + 1));
    [order[k], order[j]] = [order[j]!, order[k]!];
  }
  return order;
}
