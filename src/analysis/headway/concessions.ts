import type { Method } from '../method.ts';
import type { Profile, Provenance } from '../scenario.ts';
import { isSameAnswer, type Answer } from './answer.ts';
import { gapBetween } from './gap.ts';
import { asOfRound, type History } from './history.ts';
import { classOfStep, type StepClass } from './step-class.ts';
import { onGrid, sumOf } from './exact.ts';
import { standsIn, turnsOf, type Stand, type Table } from './table.ts';
import { worthsBy, type Worth } from './worth.ts';

/** What concession patterns are. */
export const concessionsMethod: Method = {
  name: 'Concessions by round',
  definition:
    'How far each party moved in each round towards the answers with which the others began it, as shares of each issue’s range, added up; and whether another moved towards it in the same round or the next.',
  assumes:
    'What was answered before is what a party moved from. One option given up for another party’s counts as a whole range.',
  misleads:
    'A share of a range is not a cost: a long move on an issue that matters little can be worth less than a short one on another. That two moves lie close in time does not show that one was made for the other.',
  source: 'Responsiveness in negotiation: Druckman and Harris 1990; concession matching: Pruitt 1981',
};

/** What one party did in one round. */
export interface Concession {
  readonly party: string;
  readonly round: number;
  /** Its changed answers. Empty when it was silent. */
  readonly steps: readonly Step[];
  /** How far it moved towards the others, less how far it moved away: in shares of ranges, added up over issues. */
  readonly moved: number;
  /** What its changes are worth to each party with a profile, as a share of that party's total; only where every change is known. */
  readonly worth: readonly { readonly party: string; readonly change: number; readonly provenance: Provenance }[];
  /** The class of its changes taken together, as seen from each other party, where preferences say. */
  readonly classes: readonly { readonly other: string; readonly step: StepClass }[];
  /** The others that moved towards agreement in the same round or the next, with how far. */
  readonly inReturn: readonly { readonly party: string; readonly round: number; readonly moved: number }[];
  /** It moved towards the others, and nobody else did so in the same round or in the next, which has passed or is under way. Null while that round has not come. */
  readonly isUnilateral: boolean | null;
}

/** One answer that a party changed in a round: from the end of the round before, or its first in this round, to the end of this round. */
export interface Step {
  readonly issue: number;
  readonly from: Answer;
  readonly to: Answer;
  /** The mean, over the others, of how much nearer it came to the answers that they had before; negative when farther. Null when none had one. */
  readonly moved: number | null;
  readonly refs: readonly [before: string, now: string];
}

/** Every party in every round, round by round in the order of the parties. Rounds in which a party was silent are there too. */
export function concessionsIn(history: History, profiles: readonly Profile[] = []): readonly Concession[] {
  const worths = worthsBy(profiles, history.issues);
  const ends = Array.from({ length: history.rounds + 1 }, (_, round) => standsIn(asOfRound(history, round)));
  const starts = ends.slice(0, -1).map((stands, place) => withFirstAnswers(history, stands, place + 1));
  const acts = ends.slice(1).flatMap((end, place) =>
    history.parties.map((party) => {
      const steps = stepsOf(history, party, starts[place]!, end);
      const moved = sumOf(steps.map((step) => step.moved ?? 0));
      return { party, round: place + 1, steps, moved };
    }),
  );
  return acts.map((act): Concession => {
    const inReturn = acts.filter(
      (other) =>
        act.moved > 0 &&
        other.party !== act.party &&
        other.moved > 0 &&
        (other.round === act.round || other.round === act.round + 1),
    );
    const worth = worthOf(act.steps, act.party, profiles, worths);
    const own = worth.find((each) => each.party === act.party);
    return {
      ...act,
      worth,
      classes: worth.flatMap((each) =>
        own === undefined || each === own ? [] : [{ other: each.party, step: classOfStep(own.change, each.change) }],
      ),
      inReturn: inReturn.map(({ party, round, moved }) => ({ party, round, moved })),
      isUnilateral: act.moved <= 0 || inReturn.length > 0 ? false : act.round < history.rounds ? true : null,
    };
  });
}

/** What a party did in a round, in a sentence. */
export function concessionInWords({ issues }: History, act: Concession): string {
  const { party, round, steps, moved, inReturn, isUnilateral } = act;
  if (steps.length === 0) return `In round ${round} ${party} changed no answer.`;
  const where = steps.map((step) => `*${issues[step.issue]!.name}*`).join(', ');
  const opening = `In round ${round} ${party} changed its answer on ${where}`;
  if (moved === 0) return `${opening}, on balance neither towards the others nor away.`;
  const far = `${Math.round(Math.abs(moved) * 100)} % of a range in all`;
  if (moved < 0) return `${opening}, and moved away from the others by ${far}.`;
  const answered = inReturn.map((other) => `${other.party} in round ${other.round}`).join(', ');
  if (answered !== '') return `${opening}, and moved towards the others by ${far}; so did ${answered}.`;
  const alone =
    isUnilateral === null ? 'the next round has not come yet' : 'nobody else did, then or in the next round';
  return `${opening}, and moved towards the others by ${far}; ${alone}.`;
}

function stepsOf(
  history: History,
  party: string,
  start: readonly Table['stands'][],
  end: readonly Table['stands'][],
): readonly Step[] {
  return history.issues.flatMap((scale, issue): Step[] => {
    const before = start[issue]!.get(party);
    const now = end[issue]!.get(party);
    if (before === undefined || now === undefined || isSameAnswer(before.answer, now.answer)) return [];
    const approach = (other: Stand) =>
      gapBetween(scale, [before.answer, other.answer]) - gapBetween(scale, [now.answer, other.answer]);
    const others = [...start[issue]!.values()].filter((other) => other.party !== party);
    const moved = others.length === 0 ? null : onGrid(sumOf(others.map(approach)) / others.length);
    return [{ issue, from: before.answer, to: now.answer, moved, refs: [before.ref, now.ref] }];
  });
}

/** The answers with which a round begins: those that stood, and the first of each party that had none. */
function withFirstAnswers(
  history: History,
  stands: readonly Table['stands'][],
  round: number,
): readonly Table['stands'][] {
  const starts = stands.map((each) => new Map(each));
  for (const turn of turnsOf(history)) {
    const { party, issue } = turn.move;
    const first = turn.after.get(party);
    if (turn.round === round && first !== undefined && !starts[issue]!.has(party)) starts[issue]!.set(party, first);
  }
  return starts;
}

function worthOf(
  steps: readonly Step[],
  party: string,
  profiles: readonly Profile[],
  worths: ReadonlyMap<string, Worth>,
): Concession['worth'] {
  return profiles.flatMap((profile) => {
    const to = profile.party === party ? 'giver' : 'others';
    const worth = worths.get(profile.party)!;
    const changes = steps.map((step) => {
      const [before, after] = [worth.of(step.issue, step.from, to), worth.of(step.issue, step.to, to)];
      return before === null || after === null ? null : after - before;
    });
    const known = changes.filter((change) => change !== null);
    if (known.length < changes.length) return [];
    return [{ party: profile.party, change: sumOf(known), provenance: profile.provenance }];
  });
}
