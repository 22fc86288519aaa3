import type { Chance } from '../chance.ts';
import type { Method } from '../method.ts';
import type { History, Move } from './history.ts';

/** What simulated talks are. */
export const simulatedTalksMethod: Method = {
  name: 'Simulated talks',
  definition:
    'Two parties answer each issue in turn, round after round. Each moves from its first answer towards its limit by a tactic that depends on time: it has gone the share (t / T)^(1/β) of the way at time t of T. It accepts the other’s answer once its own next would be no better for it. At times a party keeps its answer, or takes part of a concession back.',
  assumes:
    'Limits, patience (β), first answers, and how often a party stands still or goes back are drawn at random, alike for both parties.',
  misleads: 'People do not follow a formula. What holds in simulated talks need not hold in real ones.',
  source: 'Faratin, Sierra and Jennings 1998; standing still and going back are our own addition',
};

/** Talks on some issues over up to `most` rounds; on some issues the limits never meet, so that not all talks can close. */
export function simulatedTalks(chance: Chance, most = 16): History {
  const issues = 1 + Math.floor(chance() * 4);
  const deadline = 6 + Math.floor(chance() * (most - 5));
  const tempers = [temperOf(chance), temperOf(chance)] as const;
  const disputes = Array.from({ length: issues }, () => dispute(chance));
  const moves: Move[] = [];
  for (let round = 1; round <= deadline; round++)
    for (const [side, party] of parties.entries())
      for (const [issue, of] of disputes.entries()) {
        const answer = nextAnswer(of, side, round / deadline, tempers[side]!, chance);
        const kind = of.isSettled ? 'acceptance' : 'offer';
        moves.push({ kind, at: moves.length, round, party, issue, answer, ref: `${party} ${round} ${issue}` });
      }
  return {
    parties,
    issues: disputes.map((_, i) => ({ kind: 'range', name: `Issue ${i + 1}`, from: 0, to: 1, step: null })),
    rounds: deadline,
    moves,
  };
}

const parties: readonly [string, string] = ['First', 'Second'];

/** How a party bargains: its patience (β below 1 holds out, above 1 gives early), and how often it stands still or goes back. */
interface Temper {
  readonly beta: number;
  readonly still: number;
  readonly back: number;
}

/** One issue between two parties: where each begins, its limit, how far it has come, and whether they settled. */
interface Dispute {
  readonly starts: readonly [number, number];
  readonly limits: readonly [number, number];
  readonly answers: [number, number];
  isSettled: boolean;
}

const temperOf = (chance: Chance): Temper => ({
  beta: Math.exp((chance() * 2 - 1) * Math.log(4)),
  still: chance() * 0.4,
  back: chance() * 0.2,
});

function dispute(chance: Chance): Dispute {
  // The first asks for little and the second for much; where the first's limit reaches the second's there is room.
  const starts = [chance() * 0.3, 1 - chance() * 0.3] as const;
  const meet = 0.35 + chance() * 0.3;
  const room = chance() * 0.5 - 0.1;
  const limits = [Math.min(starts[1], meet + room / 2), Math.max(starts[0], meet - room / 2)] as const;
  return { starts, limits, answers: [...starts], isSettled: false };
}

/** What a party answers next; of the two, the first goes up and the second comes down. */
function nextAnswer(of: Dispute, side: number, time: number, temper: Temper, chance: Chance): number {
  const [mood, howFar] = [chance(), chance()];
  const [start, limit, before] = [of.starts[side]!, of.limits[side]!, of.answers[side]!];
  if (of.isSettled) return before;
  let answer = start + (limit - start) * time ** (1 / temper.beta);
  if (mood < temper.still) answer = before;
  else if (mood < temper.still + temper.back) answer = before + (start - before) * howFar * 0.5;
  const other = of.answers[1 - side]!;
  of.isSettled = side === 0 ? answer >= other : answer <= other;
  const next = of.isSettled ? other : answer;
  of.answers[side] = next;
  return next;
}
