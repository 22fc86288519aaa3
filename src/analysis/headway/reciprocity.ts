import type { Concession } from './concessions.ts';
import { sumOf } from './exact.ts';

/** How one party answered another's moves, over all rounds. Counts, not a judgement: see what assumes and misleads of concessions. */
export interface Reciprocity {
  readonly party: string;
  readonly other: string;
  /** In how many rounds the other moved towards agreement, where the round after has come or the party moved in the same one. */
  readonly occasions: number;
  /** In how many of these the party moved towards agreement too, in the same round or the next. */
  readonly answered: number;
}

/** What one party did over all rounds. */
export interface Conduct {
  readonly party: string;
  /** How far it moved towards the others in all, and how far away, in shares of ranges. */
  readonly towards: number;
  readonly away: number;
  /** The rounds in which it moved towards the others and nobody else did, then or in the next round. */
  readonly unilateral: readonly number[];
  /** The rounds in which it changed no answer. */
  readonly silent: readonly number[];
}

/** For each party and each other, how often the party answered the other's moves with one of its own. */
export function reciprocityIn(concessions: readonly Concession[]): readonly Reciprocity[] {
  const parties = [...new Set(concessions.map((act) => act.party))];
  const last = Math.max(0, ...concessions.map((act) => act.round));
  return parties.flatMap((party) =>
    parties.flatMap((other) => {
      if (other === party) return [];
      const moves = concessions.filter((act) => act.party === other && act.moved > 0);
      const answered = moves.filter((act) => act.inReturn.some((back) => back.party === party)).length;
      const open = moves.filter(
        (act) => act.round === last && !act.inReturn.some((back) => back.party === party),
      ).length;
      return [{ party, other, occasions: moves.length - open, answered }];
    }),
  );
}

/** What each party did over all rounds, in the order of the parties. */
export function conductIn(concessions: readonly Concession[]): readonly Conduct[] {
  const acts = Map.groupBy(concessions, (act) => act.party);
  return [...acts].map(([party, all]) => {
    const steps = all.flatMap((act) => act.steps.map((step) => step.moved ?? 0));
    return {
      party,
      towards: sumOf(steps.filter((moved) => moved > 0)),
      away: sumOf(steps.filter((moved) => moved < 0).map((moved) => -moved)),
      unilateral: all.filter((act) => act.isUnilateral === true).map((act) => act.round),
      silent: all.filter((act) => act.steps.length === 0).map((act) => act.round),
    };
  });
}
