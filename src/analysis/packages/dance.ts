import { classOfStep, type StepClass } from '../headway/index.ts';
import type { Method } from '../method.ts';
import { utilityOf } from '../preferences/index.ts';
import type { Package } from '../scenario.ts';
import { totalsOf, type Scores } from '../scores.ts';
import { listInWords } from '../solutions/words.ts';
import { changeInWords } from './figures.ts';

/** An offer: who made it, and the whole package. */
export interface DanceOffer {
  readonly party: number;
  readonly pack: Package;
}

/** One offer as a point: its number (from 1), what it gives each party, and what changed since the same party's offer before. */
export interface DancePoint {
  readonly number: number;
  readonly party: number;
  /** For each party, in points. A package that a constraint does not allow is a point all the same. */
  readonly totals: readonly number[];
  readonly allowed: boolean;
  /** Null for a party's first offer. */
  readonly step: DanceStep | null;
}

export interface DanceStep {
  /** The number of the party's offer before. */
  readonly from: number;
  /** For each party, in points; for the one that made the offer, below 0 is what it gave. */
  readonly changes: readonly number[];
  /** For each party, the class of the step with regard to it; null for the one that made the offer. */
  readonly classes: readonly (StepClass | null)[];
}

/** The dance of offers (Raiffa 1982): the offers in turn as points, with the steps between the offers of each party. */
export function danceOf(scores: Scores, offers: readonly DanceOffer[]): readonly DancePoint[] {
  const free: Scores = { ...scores, bonds: scores.bonds.map((bond) => ({ ...bond, allowed: null })) };
  const totals = offers.map(({ pack }) => totalsOf(free, pack)!);
  const latest = new Map<number, number>();
  return offers.map(({ party, pack }, k) => {
    const before = latest.get(party);
    latest.set(party, k);
    return {
      number: k + 1,
      party,
      totals: Array.from(totals[k]!, (total) => utilityOf(scores, total)),
      allowed: totalsOf(scores, pack) !== null,
      step: before === undefined ? null : stepBetween(scores, party, before + 1, totals[before]!, totals[k]!),
    };
  });
}

function stepBetween(
  scores: Scores,
  party: number,
  from: number,
  before: Float64Array,
  after: Float64Array,
): DanceStep {
  const changes = Array.from(after, (total, p) => total - before[p]!);
  return {
    from,
    changes: changes.map((change) => utilityOf(scores, change)),
    classes: changes.map((change, p) => (p === party ? null : classOfStep(changes[party]!, change))),
  };
}

/** One point of the dance in a sentence. */
export function danceInWords(scores: Scores, { number, party, step }: DancePoint): string {
  const name = scores.parties[party]!;
  if (step === null) return `Offer ${number}: ${name} opens.`;
  const changes = listInWords(scores.parties.map((each, p) => `${each} ${changeInWords(step.changes[p]!)}`));
  if (step.changes.every((change) => change === 0))
    return `Offer ${number}: ${name} stays at what its offer ${step.from} gives.`;
  const classes = [...new Set(step.classes.filter((each) => each !== null))];
  return `Offer ${number}: ${name} moves from its offer ${step.from} (${changes}): ${listInWords(classes)}.`;
}

/** The dance of offers. */
export const danceMethod: Method = {
  name: 'Dance of offers',
  definition:
    'The offers in turn as points of what they give each side, and each side’s step from its own offer before.',
  assumes: 'Every offer answers every issue, and the points are what the sides would say they are.',
  misleads:
    'Sides do not see each other’s points: what looks like a hard step on the picture may have been meant as a concession.',
  source: 'Raiffa 1982; classes of steps: Hindriks, Jonker and Tykhonov 2007',
};
