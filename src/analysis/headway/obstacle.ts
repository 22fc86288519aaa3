import type { Issue } from '../scenario.ts';
import type { Stand, Turn } from './table.ts';
import type { History, Move } from './history.ts';

/** What a rule takes note of: something on the way to an agreement that was not there before. It says what happened, and nothing of why. */
export interface Obstacle {
  readonly kind: 'new issue' | 'new answer' | 'retreat' | 'withdrawal' | 'red line' | 'reopened';
  readonly party: string;
  /** Its place among the issues. */
  readonly issue: number;
  /** The round with which it counts; 0 before the first. */
  readonly round: number;
  readonly at: number;
  /** What shows how things stood before; empty where there was nothing. */
  readonly before: readonly string[];
  /** What shows the move. */
  readonly now: string;
  readonly sentence: string;
}

/** A rule: the obstacle that it finds in a move, from that move and what came before it alone; so what was found stays found. */
export type ObstacleRule = (turn: Turn, history: History) => Obstacle | null;

/** The obstacle that a move is, with what shows what came before it, in a sentence without its opening. */
export function obstacle(
  kind: Obstacle['kind'],
  { move, round }: Turn,
  before: readonly Stand[],
  sentence: string,
): Obstacle {
  const { party, issue, at, ref } = move;
  const opening = openingOf(move, round);
  return {
    kind,
    party,
    issue,
    round,
    at,
    before: before.map((stand) => stand.ref),
    now: ref,
    sentence: `${opening}${sentence}.`,
  };
}

/** The latest answers of the other parties, in the order of the parties. */
export const othersIn = ({ move, table }: Turn, { parties }: History): readonly Stand[] =>
  parties.flatMap((party) => (party === move.party ? [] : (table.stands.get(party) ?? [])));

/** The issue that a turn is about. */
export const issueIn = ({ move }: Turn, { issues }: History): Issue => issues[move.issue]!;

function openingOf(move: Move, round: number): string {
  if (move.round !== null) return `In round ${move.round} `;
  return round === 0 ? 'Before the first round ' : `After round ${round} `;
}
